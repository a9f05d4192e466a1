"""Help beside the draft: why, replay, rewrite, summary, similar."""

import dataclasses
from typing import Annotated, Any

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.progress import Progress
from helpdesk.domain.rewriting import RULES, Rewritten, Tool, Wish
from helpdesk.domain.thread_summary import Summary
from helpdesk.services.assistance import Similar
from helpdesk.services.desk import Desk
from helpdesk.ui import assist_words, why_words
from helpdesk.ui.why_words import Section

Draft = Annotated[int, typer.Argument(metavar="DRAFT", help="Draft number.")]
Ticket = Annotated[int, typer.Argument(metavar="TICKET", help="Ticket number.")]


def add_to(app: typer.Typer) -> None:
    app.command()(why)
    app.command()(replay)
    app.command()(rewrite)
    app.command()(summary)
    app.command()(similar)


def why(draft: Draft, as_json: Json = False, workspace: Where = None) -> None:
    """Say how a draft came about: steps, passages, prompt, model and options, what raised and lowered its confidence."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        story = await desk.why.of(DraftId(draft))
        if as_json:
            terminal.result({**_fields(story), "seconds": round(story.seconds, 4)})
        else:
            tell(terminal, why_words.sections(story))
        return True

    with_desk(workspace, as_json, work)


def replay(
    draft: Draft,
    model: Annotated[str | None, typer.Option(help="Another installed model; without it the one that wrote it.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Write a draft again from the very same prompt and compare; one that was quoted, from today's knowledge. Nothing is
    stored."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        done = await desk.why.replay(DraftId(draft), model)
        if as_json:
            terminal.result({**_fields(done), "same": done.is_same, "changes": done.changes})
        else:
            tell(terminal, why_words.replayed(done))
        return True

    with_desk(workspace, as_json, work)


def rewrite(
    draft: Draft,
    tool: Annotated[Tool, typer.Argument(help="What to do with it.")],
    language: Annotated[str, typer.Option("--to", help="For translate: a language code such as de.")] = "",
    instruction: Annotated[str, typer.Option("--say", help="For instruction: what should be different.")] = "",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Tell a draft in other words and show what would change. Nothing is stored: paste what you like into the editor."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        shown = await desk.review.open(DraftId(draft))
        text = shown.draft.text if shown.draft.edited is None else shown.draft.edited
        found = await desk.assistance.rewrite(shown.draft.id, text, Wish(tool, language, instruction))
        if as_json:
            terminal.result({**_fields(found), "same": found.is_same, "edits": found.edits})
        else:
            tell(terminal, rewritten(found))
        return True

    with_desk(workspace, as_json, work)


def rewritten(found: Rewritten) -> tuple[Section, ...]:
    by = "by leaving out what it can do without" if found.by == RULES else f"by {found.by}"
    if found.is_same:
        return (Section("Nothing to change", (f"It stays as it is ({by}).",)),)
    return (
        Section("In other words", (f"{by}, {found.seconds:.1f} seconds",), found.after),
        Section("What changed", (), why_words.marked(found.changes)),
        Section("Look at this before you take it", tuple(one.words for one in found.concerns)),
    )


def summary(
    ticket: Ticket,
    model: Annotated[bool, typer.Option("--model", help="Have the model sum it up, when it can.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Sum up a conversation: what was asked, tried and answered, and who waits for whom."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.assistance.summary(TicketId(ticket), ask_model=model)
        if as_json:
            terminal.result(found)
        elif found is None:
            terminal.say("Nothing was said on this ticket yet.")
        else:
            for line in summed(found):
                terminal.say(line)
        return True

    with_desk(workspace, as_json, work)


def summed(found: Summary) -> list[str]:
    lines = [f"{assist_words.SUMMARY_LINES[line.kind]} ({line.at.astimezone():%Y-%m-%d}): {line.text}" for line in found.lines]
    told = [found.told, f"told by {found.by}"] if found.told else []
    why_not = [f"not told by a model: {found.why_not}"] if found.why_not else []
    return [assist_words.summary_span(found), *told, *lines, *why_not]


def similar(
    ticket: Ticket,
    limit: Annotated[int, typer.Option("-n", min=1, max=50, help="How many.")] = 5,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show answered tickets like this one and how they were answered, and articles about what it asks."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await remembered(desk, terminal)
        found = await desk.assistance.similar(TicketId(ticket), limit)
        articles = await desk.assistance.suggested(TicketId(ticket), limit)
        if as_json:
            terminal.result({"similar": found, "articles": articles})
            return True
        alike(terminal, found)
        rows = [(f"{one.score:.2f}", one.title, f"{one.kb}/{one.path}:{one.lines[0]}") for one in articles]
        terminal.table(("score", "article", "place"), rows)
        return True

    with_desk(workspace, as_json, work)


async def remembered(desk: Desk, terminal: Terminal) -> None:
    """Every answered ticket can be compared then; in the window this goes on by itself."""
    pieces = 0
    with terminal.progress() as report:
        while await desk.assistance.remember():
            pieces += 1
            report(Progress(pieces, None, "Reading answered tickets"))


def alike(terminal: Terminal, found: Similar) -> None:
    rows = [(f"{one.similarity:.2f}", f"#{one.ticket_id}", one.subject, one.answer[:120]) for one in found.tickets]
    terminal.table(("alike", "ticket", "subject", "answer"), rows)
    terminal.note(found.why_not or f"{found.compared} of {found.answered} answered tickets compared")


def tell(terminal: Terminal, parts: tuple[Section, ...]) -> None:
    for part in parts:
        if not (part.lines or part.text):
            continue
        terminal.say(f"--- {part.title}")
        for line in part.lines:
            terminal.say(line)
        for line in part.text.splitlines():
            terminal.say(f"    {line}")


def _fields(value: Any) -> dict[str, Any]:
    return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
