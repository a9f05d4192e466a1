"""Review in a terminal: queue, review, outbox."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.conversation import OutboxEntry, OutboxState
from helpdesk.domain.decision import Decided, QueueRow, RejectReason, ReviewItem
from helpdesk.domain.errors import NotYetSaid, UndoTooLate
from helpdesk.domain.ids import DraftId, OutboxId
from helpdesk.domain.label import HandedOn
from helpdesk.domain.proof import Level, Proof
from helpdesk.services.desk import Desk
from helpdesk.ui import proof_wording, sending_words

PAUSE = 0.25


class Action(StrEnum):
    SHOW = "show"
    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"
    ESCALATE = "escalate"
    UNDO = "undo"


class Errand(StrEnum):
    LIST = "list"
    SEND = "send"
    RETRY = "retry"
    SENT = "sent"


def add_to(app: typer.Typer) -> None:
    app.command()(queue)
    app.command()(review)
    app.command()(outbox)


def queue(
    limit: Annotated[int, typer.Option("-n", min=1, max=10_000, help="How many.")] = 50,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """The drafts that wait for a person: least certain and longest waiting first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        rows = await desk.review.queue(limit)
        if as_json:
            terminal.result(rows)
        elif rows:
            terminal.table(
                ("draft", "sure", "route", "topic", "waiting since", "requester", "subject"), [row_cells(r) for r in rows]
            )
            if (waiting := await desk.review.waiting()) > len(rows):
                terminal.note(f"The first {len(rows):,} of {waiting:,}: -n shows more.")
        else:
            terminal.say("Nothing to review.")
        return True

    with_desk(workspace, as_json, work)


def row_cells(row: QueueRow) -> tuple[str, ...]:
    sure = "" if row.confidence is None else f"{row.confidence:.0%}"
    since = row.waiting_since.astimezone().strftime("%Y-%m-%d %H:%M")
    return (str(row.draft_id), sure, row.route or "", row.topic[:16], since, row.requester[:24], row.subject[:48])


def review(
    draft: Annotated[int, typer.Argument(metavar="ID", help="Draft number, as the queue shows it.")],
    action: Annotated[Action, typer.Argument(help="What to do with it.")] = Action.SHOW,
    text: Annotated[str | None, typer.Option(help="edit: the text that goes out.")] = None,
    file: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="edit: a file with the text.")] = None,
    reason: Annotated[RejectReason | None, typer.Option(help="reject: why.")] = None,
    note: Annotated[str, typer.Option(help="escalate, reject: a note for your colleagues.")] = "",
    draft_is: Annotated[HandedOn | None, typer.Option(help="escalate: whether the draft itself was wrong or right.")] = None,
    revision: Annotated[int | None, typer.Option(help="Refuse when the draft moved on from this revision.")] = None,
    all_the_same: Annotated[
        bool, typer.Option("--all-the-same", help="approve, edit: send although a caution says why not.")
    ] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show a draft, or approve, edit, reject or escalate it; undo takes the last decision back while that is possible."""
    wish = Wish(action, reason, note, typed(text, file) if action is Action.EDIT else None, revision, all_the_same, draft_is)
    if action is Action.REJECT and reason is None:
        raise typer.BadParameter("reject needs --reason: " + ", ".join(RejectReason))

    async def work(desk: Desk, terminal: Terminal) -> bool:
        shown = await desk.review.open(DraftId(draft))
        if action is Action.SHOW:
            tell(terminal, shown)
        elif action is Action.UNDO:
            tell(terminal, await undone(desk, shown))
        else:
            told(terminal, await decided(desk, shown, wish))
        return True

    with_desk(workspace, as_json, work)


@dataclass(frozen=True)
class Wish:
    """What the person asked for. `revision` None means the one there is."""

    action: Action
    reason: RejectReason | None
    note: str
    text: str | None
    revision: int | None
    all_the_same: bool = False
    draft_is: HandedOn | None = None


def typed(text: str | None, file: Path | None) -> str:
    if text is not None and file is None:
        return text
    if file is not None and text is None:
        try:
            return file.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise typer.BadParameter(f"{file} is not UTF-8 text (byte {error.start + 1}): save it as UTF-8") from error
    raise typer.BadParameter("edit needs --text TEXT or --file FILE")


async def decided(desk: Desk, shown: ReviewItem, wish: Wish) -> Decided:
    draft_id, seen = shown.draft.id, shown.draft.revision if wish.revision is None else wish.revision
    if wish.action is Action.REJECT and wish.reason is not None:
        return await desk.review.reject(draft_id, seen, wish.reason, wish.note)
    if wish.action is Action.ESCALATE:
        return await desk.review.escalate(draft_id, seen, wish.note, wish.draft_is)
    try:
        return await desk.review.approve(draft_id, seen, wish.text)
    except NotYetSaid as caution:
        if not wish.all_the_same:
            raise
        return await desk.review.approve(draft_id, seen, wish.text, read=caution.reasons)


async def undone(desk: Desk, shown: ReviewItem) -> ReviewItem:
    made = [d for d in await desk.review.decisions(shown.draft.ticket_id) if d.draft_id == shown.draft.id and not d.undone]
    if not made:
        raise UndoTooLate
    return await desk.review.undo(made[-1].id)


def tell(terminal: Terminal, shown: ReviewItem) -> None:
    if terminal.as_json:
        terminal.result(shown)
        return
    draft = shown.draft
    asked = shown.conversation.last_customer_message
    terminal.say(f"#{draft.ticket_id} {shown.conversation.ticket.subject}")
    terminal.say(asked.body if asked else "")
    terminal.say(f"--- draft {draft.id}, revision {draft.revision} ({draft.state})")
    terminal.say(draft.edited if draft.edited is not None else draft.text)
    for cited in draft.citations:
        terminal.say(f"[{cited.n}] {cited.title} ({cited.path}:{cited.lines[0]}-{cited.lines[1]})")
    if draft.confidence is not None:
        terminal.say(f"confidence {draft.confidence:.0%}, {draft.route}")
    for reason in shown.told:
        terminal.say(f"  - {reason.words}")
    if shown.proof is not None and shown.proof.sentences:
        tell_proof(terminal, shown.proof)


def tell_proof(terminal: Terminal, proof: Proof) -> None:
    """How many sentences stand, and each that does not."""
    terminal.say(proof_wording.counted(proof))
    for one in proof.of(Level.UNSUPPORTED, Level.WEAK):
        said = " ".join(proof.said(one).split())
        terminal.say(f"  {proof_wording.SUPPORT[one.level].lower()}: {said}")
        terminal.say(f"    {proof_wording.support(one)}")


def told(terminal: Terminal, made: Decided) -> None:
    if terminal.as_json:
        terminal.result(made)
        return
    terminal.say(f"{made.decision.kind}: draft {made.decision.draft_id}")
    if made.undo_until is not None:
        until = made.undo_until.astimezone().strftime("%H:%M:%S")
        terminal.say(f"The reply waits in the outbox; undo until {until}: helpdesk review {made.decision.draft_id} undo")
    if made.next is not None:
        terminal.say(f"next: draft {made.next.draft_id}  {made.next.subject}")


def outbox(
    errand: Annotated[Errand, typer.Argument(help="list, send what is due, retry ID, or mark ID as sent.")] = Errand.LIST,
    entry: Annotated[int | None, typer.Argument(metavar="[ID]", help="Reply number.")] = None,
    wait: Annotated[bool, typer.Option("--wait", help="send: wait for replies whose undo time is not over yet.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Replies on their way out. They leave by themselves while the window is open; `send` sends what is due now."""
    if (entry is None) == (errand in (Errand.RETRY, Errand.SENT)):
        raise typer.BadParameter(f"{errand} needs {'a reply number' if entry is None else 'no reply number'}")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if entry is not None:
            acted = desk.outbox.retry if errand is Errand.RETRY else desk.outbox.confirm_sent
            await acted(OutboxId(entry))
        if errand is Errand.SEND:
            await send(desk, wait)
        entries = await desk.outbox.listed()
        if as_json:
            terminal.result(entries)
        elif entries:
            terminal.table(("reply", "state", "ticket", "to", "subject", "trouble"), [entry_cells(one) for one in entries])
        else:
            terminal.say("The outbox is empty.")
        return errand is not Errand.SEND or not any(one.state is OutboxState.FAILED for one in entries)

    with_desk(workspace, as_json, work)


async def send(desk: Desk, wait: bool) -> None:
    while await desk.rating_mail.next():
        pass
    while True:
        await desk.outbox.flush()
        queued = [one for one in await desk.outbox.listed() if one.state is OutboxState.QUEUED]
        if not wait or not queued:
            return
        await asyncio.sleep(PAUSE)


def entry_cells(one: OutboxEntry) -> tuple[str, ...]:
    trouble = one.error[:60] or (sending_words.by_what(one.certificate_id) if one.by_itself else "")
    return (str(one.id), one.state, str(one.ticket_id), one.recipient[:30], one.subject[:40], trouble)
