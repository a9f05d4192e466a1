"""What one intent does in the desk thread, in one go: the screen waits once and changes once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from helpdesk.domain.errors import Claimed, HelpdeskError, Refused
from helpdesk.ui.review.contract import Sheet, Waiting

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.domain.decision import Decided, QueueRow
    from helpdesk.domain.ids import DecisionId, DraftId, TicketId
    from helpdesk.domain.shift import Shift
    from helpdesk.services.desk import Desk
    from helpdesk.services.pipeline import Outlook
    from helpdesk.services.review import Review


@dataclass(frozen=True)
class Edit:
    """Text of a draft that may not be stored yet."""

    draft_id: DraftId
    revision: int
    text: str | None


@dataclass(frozen=True)
class Outcome:
    """What was decided, and the sheet of the next draft when there is one and it could be opened."""

    decided: Decided
    sheet: Sheet | None


@dataclass(frozen=True)
class Queue:
    rows: tuple[QueueRow, ...]
    waiting: Waiting
    outlook: Outlook
    shift: Shift


async def queue(desk: Desk, limit: int) -> Queue:
    """Rows name a holder only when it is someone else."""
    mine, waiting = desk.settings.agent_name, await desk.review.waiting()
    rows = tuple(replace(row, claimed_by="") if row.claimed_by == mine else row for row in await desk.review.queue(limit))
    outlook, shift = await desk.pipeline.outlook(), await desk.review.shift(waiting)
    if rows:
        return Queue(rows, Waiting.NOTHING, outlook, shift)
    bases = await desk.knowledge.bases()
    known = any(base.articles for base in bases)
    return Queue((), Waiting.NOTHING if known else Waiting.NO_KNOWLEDGE, outlook, shift)


async def take(review: Review, draft_id: DraftId, unsaved: Edit | None = None, leaving: DraftId | None = None) -> Sheet:
    """Saves and frees the draft that is left, claims and opens the other. One that another agent holds opens for reading."""
    if unsaved is not None:
        await review.keep_edit(unsaved.draft_id, unsaved.revision, unsaved.text)
    if leaving is not None and leaving != draft_id:
        await review.release(leaving)
    held_by = ""
    try:
        await review.claim(draft_id)
    except Claimed as error:
        held_by = error.by
    except Refused:
        # Not claimable in its state: opening it shows which.
        held_by = ""
    return Sheet(await review.open(draft_id), held_by)


async def hold_on(review: Review, draft_id: DraftId, unsaved: Edit | None, holder: str) -> Sheet:
    """Goes on with a draft that is held under the name the agent had before."""
    await review.release(draft_id, holder)
    return await take(review, draft_id, unsaved)


async def take_latest(review: Review, ticket_id: TicketId, leaving: DraftId | None = None) -> Sheet | None:
    latest = await review.open_latest(ticket_id)
    return None if latest is None else await take(review, latest.draft.id, None, leaving)


async def decide(review: Review, deciding: Callable[[], Awaitable[Decided]], following: DraftId | None = None) -> Outcome:
    """A next draft that cannot be opened does not spoil the decision that was made."""
    decided = await deciding()
    try:
        return Outcome(decided, await go_on(review, following, decided.next))
    except HelpdeskError:
        return Outcome(decided, None)


async def skip(review: Review, draft_id: DraftId, unsaved: Edit | None, following: DraftId | None = None) -> Sheet | None:
    if unsaved is not None:
        await review.keep_edit(unsaved.draft_id, unsaved.revision, unsaved.text)
    return await go_on(review, following, await review.skip(draft_id))


async def go_on(review: Review, following: DraftId | None, first: QueueRow | None) -> Sheet | None:
    """To the draft under the one that was left, as long as it can be decided on, and else to the first of the queue."""
    if following is not None:
        sheet = await take(review, following)
        if sheet.decidable:
            return sheet
    return None if first is None else await take(review, first.draft_id)


async def redraft(review: Review, draft_id: DraftId, hint: str) -> Sheet:
    fresh = await review.regenerate(draft_id, hint)
    return Sheet(await review.open(fresh))


async def undo(review: Review, decision_id: DecisionId, leaving: DraftId | None, unsaved: Edit | None) -> Sheet:
    if unsaved is not None:
        await review.keep_edit(unsaved.draft_id, unsaved.revision, unsaved.text)
    item = await review.undo(decision_id)
    if leaving is not None and leaving != item.draft.id:
        await review.release(leaving)
    return await take(review, item.draft.id)


async def leave(review: Review, draft_id: DraftId, unsaved: Edit | None) -> None:
    if unsaved is not None:
        await review.keep_edit(unsaved.draft_id, unsaved.revision, unsaved.text)
    await review.release(draft_id)


async def look(desk: Desk, ticket_id: TicketId | None) -> None:
    """Which ticket is on somebody's screen, said in the desk's own thread."""
    desk.pipeline.look(ticket_id)


async def stop(desk: Desk, draft_id: DraftId) -> bool:
    """Whether a model was writing it and stops now."""
    return desk.pipeline.stop(draft_id)
