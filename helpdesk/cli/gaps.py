"""What the knowledge base lacks, in the terminal: look, list, read, accept, dismiss."""

from typing import Annotated

import typer

from helpdesk.cli.base_choice import base_of
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.cli.typed import text_of
from helpdesk.domain.gap_proposal import GapState, GapView, Proposal
from helpdesk.domain.handling import Handling
from helpdesk.services.desk import Desk
from helpdesk.services.gaps import Answer
from helpdesk.ui import gap_words

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As `helpdesk gaps list` shows it.")]
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}

gaps = typer.Typer(help="What the articles lack, and proposals to mend it.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(gaps, name="gaps")


@gaps.command("list")
def list_gaps(
    state: Annotated[GapState, typer.Option(help="Which proposals.")] = GapState.OPEN,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Look for gaps, and list what is proposed: what costs the most tickets first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            looked = await desk.gaps.look(report)
        found, handling = await desk.gaps.listed(state), await desk.gaps.handling()
        if as_json:
            terminal.result({"looked": looked, "proposals": found, "handling": handling})
            return True
        apart = gap_words.told_apart(found)
        rows = [cells(one, handling, apart.get(one.id, "")) for one in found]
        terminal.table(("number", "kind", "cost", "about", "article"), rows)
        if not found and state is GapState.OPEN:
            terminal.say(gap_words.nothing(looked.troubles))
        if looked.why_not:
            terminal.note(f"tickets could not be compared: {looked.why_not}")
        return True

    with_desk(workspace, as_json, work)


def cells(one: Proposal, handling: Handling, apart: str) -> tuple[str, ...]:
    """Its number tells it apart; `apart` says what it is about besides."""
    about = one.title if not apart or apart.startswith("#") else f"{one.title} {apart}"
    return str(one.id), gap_words.KINDS[one.kind], gap_words.cost(one, handling), about, one.path


@gaps.command()
def show(number: Number, as_json: Json = False, workspace: Where = None) -> None:
    """One proposal: the changed words ([-gone-] and {+new+}), what stands on the article, and the evidence."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        view = await desk.gaps.show(number)
        foreseen = [await desk.gaps.foreseen(option, option.after) for option in view.options]
        if as_json:
            terminal.result({"gap": view, "foreseen": foreseen})
            return True
        tell(terminal, view)
        for way, (option, seen) in enumerate(zip(view.options, foreseen, strict=True)):
            terminal.say()
            terminal.say(f"{option.path}  (--way {way})" if len(view.options) > 1 else option.path)
            terminal.say("".join(MARKS[change.kind].format(change.text) for change in seen.changes))
            if option.article_id is not None:
                terminal.note(gap_words.impact(seen.impact))
            if seen.failure:
                terminal.note(f"cannot be accepted as it stands: {seen.failure}")
        return True

    with_desk(workspace, as_json, work)


def tell(terminal: Terminal, view: GapView) -> None:
    one, handling = view.proposal, Handling(view.minutes, view.measured)
    terminal.say(f"{one.title}: {gap_words.KINDS[one.kind]}, {gap_words.STATES[one.state].lower()}")
    terminal.say(gap_words.about(one))
    terminal.say(f"{gap_words.cost(one, handling)} ({gap_words.handling_words(handling)})")
    for line in (gap_words.signals(view), *(f"tried: {gap_words.tried(tried)}" for tried in view.tried)):
        if line:
            terminal.say(line)
    for side in one.sides:
        terminal.say(f"{side.path}, line {side.lines[0]}: {side.says}")
    for answer in view.answers:
        terminal.say(f"sent on ticket {answer.ticket_id}, {answer.at:%Y-%m-%d}: {' '.join(answer.text.split())}")
    for ticket, said in view.questions:
        terminal.say(f"ticket {ticket} asked: {said}")


@gaps.command()
def accept(
    number: Number,
    file: Annotated[str, typer.Option(help="A file with your own text instead, - for standard input.")] = "",
    kb: Annotated[str | None, typer.Option(help="Knowledge base for a new article; needed when there are several.")] = None,
    path: Annotated[str, typer.Option(help="Another file name for a new article, within the knowledge base's folder.")] = "",
    way: Annotated[int, typer.Option(min=0, max=1, help="Of a contradiction: which article changes, as `show` counts.")] = 0,
    desk_only: Annotated[bool, typer.Option("--desk-only", help="Leave the folder as it is.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Put a proposal into the knowledge base: its file is written, and its history can take it back."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        kb_id = (await base_of(desk, kb)).id if kb else None
        answer = Answer(text_of(file) if file else None, kb_id, path, not desk_only)
        article_id = await desk.gaps.accept(number, answer, way)
        with terminal.progress() as report:
            await desk.knowledge.ensure_index(report)
        found = await desk.articles.article(article_id)
        return terminal.told(
            {"accepted": number, "article": article_id, "revision": found.revision_id, "path": found.path},
            f"Accepted: {found.kb}: {found.path}, revision {found.revision_id} serves now",
        )

    with_desk(workspace, as_json, work)


@gaps.command()
def dismiss(
    number: Number,
    back: Annotated[bool, typer.Option("--back", help="Take a dismissal back.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Never propose this again, whatever else comes in about it."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await (desk.gaps.bring_back(number) if back else desk.gaps.dismiss(number))
        return terminal.told(
            {"taken back" if back else "dismissed": number}, f"{'Taken back' if back else 'Dismissed'}: {number}"
        )

    with_desk(workspace, as_json, work)
