"""Drafting without and with tickets: ask, draft."""

import time
from collections.abc import AsyncIterator
from typing import Annotated, Any

import typer

from helpdesk.cli.batches import Batch, questions
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted, duration
from helpdesk.domain.draft import Answer, Draft, DraftState
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.progress import Progress, Report
from helpdesk.services.desk import Desk


def add_to(app: typer.Typer) -> None:
    app.command()(ask)
    app.command()(draft)


def ask(
    question: Annotated[str | None, typer.Argument(help="A customer's question.")] = None,
    batch: Batch = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Draft an answer without a ticket: retrieval, drafting and confidence."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a QUESTION or --batch FILE")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if batch is not None:
            for key, one in questions(batch):
                terminal.line(answered(key, await desk.pipeline.ask(one)))
            return True
        answer = await desk.pipeline.ask(question or "")
        if as_json:
            terminal.result(answered("", answer))
        else:
            show(terminal, answer)
        return True

    with_desk(workspace, as_json or batch is not None, work)


def answered(key: str, answer: Answer) -> dict[str, Any]:
    """The stable JSON shape of an answer."""
    reply, verdict = answer.reply, answer.verdict
    return {
        "id": key,
        "text": reply.text,
        "citations": [
            {"n": cited.n, "article": cited.path, "lines": list(cited.lines), "quote": cited.quote} for cited in reply.citations
        ],
        "confidence": round(verdict.score, 4),
        "route": verdict.route,
        "reasons": [reason.words for reason in verdict.reasons],
        "writer": reply.writer,
        "abstained": reply.abstained,
        "seconds": round(answer.seconds, 3),
    }


def show(terminal: Terminal, answer: Answer) -> None:
    terminal.say(answer.reply.text or f"No draft: {answer.reply.missing}")
    terminal.say()
    for cited in answer.reply.citations:
        terminal.say(f"[{cited.n}] {cited.title} ({cited.path}:{cited.lines[0]}-{cited.lines[1]})")
    terminal.say(f"confidence {answer.verdict.score:.0%}, {answer.verdict.route}, written by {answer.reply.writer}")
    for reason in answer.verdict.reasons:
        terminal.say(f"  - {reason.words}")


def draft(
    tickets: Annotated[list[int] | None, typer.Argument(metavar="ID…", help="Ticket numbers.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every ticket that waits for a draft.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Write drafts for tickets. Each is kept as soon as it is written."""
    if bool(tickets) == everything:
        raise typer.BadParameter("give ticket numbers or --all")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        begun = time.monotonic()
        wanted = await waiting(desk, [TicketId(one) for one in tickets or []])
        with terminal.progress() as report:
            written = [one async for one in drafts(desk, wanted, report)]
        failed = [one for one in written if one.state is DraftState.FAILED]
        rows = [drafted(one) for one in written]
        if as_json:
            terminal.result({"drafts": rows, "failed": len(failed), "seconds": round(time.monotonic() - begun, 3)})
        else:
            terminal.say(f"{counted(len(written) - len(failed), 'draft')} written in {duration(time.monotonic() - begun)}")
        for one in failed:
            terminal.note(f"ticket {one.ticket_id}: {one.failure}")
        return not failed

    with_desk(workspace, as_json, work)


async def waiting(desk: Desk, tickets: list[TicketId]) -> list[DraftId]:
    """The requested drafts of these tickets, asked for where there was none; of all tickets when none is named."""
    for ticket_id in tickets or await desk.inbox.without_drafts():
        shown = await desk.review.open_latest(ticket_id)
        if shown is None or shown.draft.state is not DraftState.REQUESTED:
            await desk.inbox.request_draft(ticket_id)
    requested = await desk.pipeline.waiting()
    return [draft_id for draft_id, ticket_id in requested if not tickets or ticket_id in tickets]


async def drafts(desk: Desk, wanted: list[DraftId], report: Report) -> AsyncIterator[Draft]:
    """Writes them one after the other."""
    begun = time.monotonic()
    for done, draft_id in enumerate(wanted):
        left = (time.monotonic() - begun) / done * (len(wanted) - done) if done else None
        report(Progress(done, len(wanted), "Drafting", left))
        yield await desk.pipeline.answer(draft_id)


def drafted(one: Draft) -> dict[str, Any]:
    """The stable JSON shape of a written draft."""
    return {
        "draft": one.id,
        "ticket": one.ticket_id,
        "state": one.state,
        "confidence": one.confidence,
        "route": one.route,
        "abstained": one.abstained,
        "writer": one.fingerprint.writer if one.fingerprint else "",
        "failure": one.failure,
    }
