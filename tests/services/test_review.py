"""An agent reviews drafts in place: nothing goes out that they did not see, and everything can be taken back in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.domain.conversation import IncomingMessage, MessageKind, OutboxState
from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import Claimed, DraftSuperseded, NothingToSend, UndoTooLate
from helpdesk.domain.events import DraftDecided, DraftReady, DraftRequested, ReplyChanged
from helpdesk.domain.ids import OutboxId
from helpdesk.domain.reply import without_markers
from helpdesk.domain.ticket import ChannelName, TicketStatus
from tests.services.conftest import Shift


async def test_approving_queues_the_reply_without_its_markers_and_offers_the_next(shift: Shift) -> None:
    draft_id = await shift.drafted("Hold the button [1] for ten seconds. [2]")
    second = await shift.drafted(body="Where is my parcel?")
    decided = await shift.review.approve(draft_id, 1)
    assert decided.decision.kind is DecisionKind.APPROVE
    assert decided.undo_until == shift.clock.now() + timedelta(seconds=15)
    assert decided.next is not None
    assert decided.next.draft_id == second
    assert decided.outbox_id is not None
    entry = await shift.store.read(lambda records: records.outbox.get(decided.outbox_id or OutboxId(0)))
    assert (entry.body, entry.state) == ("Hold the button for ten seconds.", OutboxState.QUEUED)
    assert [type(event) for event in shift.heard] == [ReplyChanged, DraftDecided]


async def test_an_edit_keeps_what_stood_before_and_after(shift: Shift) -> None:
    draft_id = await shift.drafted()
    decided = await shift.review.approve(draft_id, 1, "Hold it for ten seconds. [1]")
    assert decided.decision.kind is DecisionKind.EDIT
    assert (decided.decision.before, decided.decision.after) == ("Hold the button. [1]", "Hold it for ten seconds. [1]")


async def test_what_the_agent_did_not_see_cannot_be_approved(shift: Shift) -> None:
    draft_id = await shift.drafted()
    ticket_id = (await shift.review.open(draft_id)).draft.ticket_id
    await shift.inbox.request_draft(ticket_id)
    with pytest.raises(DraftSuperseded):
        await shift.review.approve(draft_id, 1)
    assert await shift.store.read(lambda records: records.outbox.listed(5)) == []


async def test_an_empty_draft_is_not_sent(shift: Shift) -> None:
    draft_id = await shift.drafted("")
    with pytest.raises(NothingToSend):
        await shift.review.approve(draft_id, 1)
    with pytest.raises(NothingToSend):
        await shift.review.approve(draft_id, 1, "  [1] \n")


async def test_undo_within_the_time_gives_the_text_back_to_the_editor(shift: Shift) -> None:
    draft_id = await shift.drafted()
    decided = await shift.review.approve(draft_id, 1, "Better words")
    shown = await shift.review.undo(decided.decision.id)
    assert (shown.draft.state, shown.draft.edited, shown.draft.revision) == (DraftState.IN_REVIEW, "Better words", 2)
    entries = await shift.store.read(lambda records: records.outbox.listed(5))
    assert [entry.state for entry in entries] == [OutboxState.UNDONE]
    again = await shift.review.approve(draft_id, 2, "Better words")
    assert again.outbox_id is not None


async def test_a_ticket_taken_on_by_deciding_is_nobodys_again_once_that_is_undone(shift: Shift) -> None:
    draft_id = await shift.drafted()
    ticket_id = (await shift.review.open(draft_id)).draft.ticket_id

    async def assignee() -> object:
        return (await shift.store.read(lambda records: records.tickets.get(ticket_id))).assignee_id

    decided = await shift.review.approve(draft_id, 1)
    assert await assignee() is not None
    await shift.review.undo(decided.decision.id)
    assert await assignee() is None
    again = await shift.review.approve(draft_id, 2)
    assert await assignee() is not None
    await shift.review.undo(again.decision.id)
    assert await assignee() is None


async def test_undo_is_refused_once_the_reply_has_left(shift: Shift) -> None:
    draft_id = await shift.drafted()
    decided = await shift.review.approve(draft_id, 1)
    outbox_id = decided.outbox_id
    assert outbox_id is not None
    await shift.store.write(lambda records: records.outbox.move(outbox_id, OutboxState.QUEUED, OutboxState.SENDING))
    with pytest.raises(UndoTooLate):
        await shift.review.undo(decided.decision.id)
    assert (await shift.review.open(draft_id)).draft.state is DraftState.APPROVED


async def test_a_rejected_draft_is_kept_and_can_come_back(shift: Shift) -> None:
    draft_id = await shift.drafted()
    decided = await shift.review.reject(draft_id, 1, RejectReason.WRONG_FACT, "ten, not five")
    assert (await shift.review.open(draft_id)).draft.state is DraftState.REJECTED
    assert (decided.undo_until, decided.decision.reason) == (None, "wrong-fact")
    shown = await shift.review.undo(decided.decision.id)
    assert (shown.draft.state, shown.draft.edited) == (DraftState.IN_REVIEW, None)
    await shift.review.keep_edit(draft_id, shown.draft.revision, "Ten days.")
    decided = await shift.review.reject(draft_id, shown.draft.revision, RejectReason.WRONG_FACT)
    assert (await shift.review.undo(decided.decision.id)).draft.edited == "Ten days."


async def test_taking_a_decision_back_gives_the_ticket_its_status_back(shift: Shift) -> None:
    draft_id = await shift.drafted()
    ticket_id = (await shift.review.open(draft_id)).draft.ticket_id

    async def status() -> TicketStatus:
        return (await shift.store.read(lambda records: records.tickets.get(ticket_id))).status

    assert await status() is TicketStatus.NEW
    rejected = await shift.review.reject(draft_id, 1, RejectReason.TONE)
    assert await status() is TicketStatus.OPEN
    shown = await shift.review.undo(rejected.decision.id)
    assert await status() is TicketStatus.NEW
    escalated = await shift.review.escalate(draft_id, shown.draft.revision, "Please look")
    await shift.store.write(lambda records: records.tickets.set_status(ticket_id, TicketStatus.PENDING))
    await shift.review.undo(escalated.decision.id)
    assert await status() is TicketStatus.PENDING, "what was done by hand since stays"


async def test_no_reply_needed_closes_the_ticket(shift: Shift) -> None:
    draft_id = await shift.drafted(body="You won a prize!!!")
    await shift.review.reject(draft_id, 1, RejectReason.NO_REPLY_NEEDED)
    assert (await shift.review.open(draft_id)).conversation.ticket.status is TicketStatus.CLOSED


async def test_escalating_leaves_the_note_on_the_conversation(shift: Shift) -> None:
    draft_id = await shift.drafted()
    await shift.review.escalate(draft_id, 1, "Needs the lab")
    shown = await shift.review.open(draft_id)
    notes = [m.body for m in shown.conversation.messages if m.kind is MessageKind.INTERNAL_NOTE]
    assert notes == ["Escalated: Needs the lab"]
    assert shown.conversation.ticket.status is TicketStatus.ON_HOLD


async def test_regenerating_with_a_hint_asks_for_another_draft(shift: Shift) -> None:
    draft_id = await shift.drafted()
    fresh = await shift.review.regenerate(draft_id, "mention the warranty")
    assert (await shift.review.open(draft_id)).draft.state is DraftState.SUPERSEDED
    shown = (await shift.review.open(fresh)).draft
    assert (shown.state, shown.hint) == (DraftState.REQUESTED, "mention the warranty")
    assert isinstance(shift.heard[-1], DraftRequested)


async def test_a_draft_that_failed_can_be_drafted_again(shift: Shift) -> None:
    ticket_id = await shift.customer_writes()
    draft_id = await shift.inbox.request_draft(ticket_id)
    await shift.store.write(lambda records: records.drafts.failed(draft_id, "the model stopped"))
    fresh = await shift.review.regenerate(draft_id, "")
    assert (await shift.review.open(fresh)).draft.state is DraftState.REQUESTED


async def test_what_an_agent_waits_for_is_drafted_first(shift: Shift) -> None:
    first = await shift.customer_writes("My hub blinks")
    await shift.store.write(lambda records: records.drafts.request(first))
    looked_at = await shift.customer_writes("Where is my parcel?")
    await shift.inbox.request_draft(looked_at)
    order = await shift.store.read(lambda records: records.drafts.requested(5))
    assert [ticket for _, ticket in order] == [looked_at, first]


async def test_nobody_drafts_an_answer_to_an_absence_note(shift: Shift) -> None:
    note = IncomingMessage(
        ChannelName.FOLDER, "1", "", "a@b.example", "Away", "Back on Monday", shift.clock.now(), automatic="absence"
    )
    await shift.store.write(lambda records: records.tickets.receive(note))
    waiting = await shift.customer_writes()
    assert await shift.inbox.without_drafts() == [waiting]


async def test_a_draft_another_agent_holds_is_refused_until_the_claim_is_over(shift: Shift) -> None:
    draft_id = await shift.drafted()
    await shift.review.claim(draft_id)
    other = Shift(shift.store, shift.clock, settings=replace(shift.settings, agent_name="Bo"))
    with pytest.raises(Claimed) as refused:
        await other.review.approve(draft_id, 1)
    assert refused.value.by == "Ada"
    assert [row.claimed_by for row in await other.review.queue()] == ["Ada"]
    shift.clock.advance(minutes=11)
    await other.review.approve(draft_id, 1)


async def test_the_next_draft_is_one_that_nobody_else_holds_however_many_they_hold(shift: Shift) -> None:
    *theirs, mine, following = [await shift.drafted(score=0.1 * n, body=f"Question {n}") for n in range(5)]
    other = Shift(shift.store, shift.clock, settings=replace(shift.settings, agent_name="Bo"))
    for draft_id in theirs:
        await other.review.claim(draft_id)
    assert await shift.review.waiting() == 5
    decided = await shift.review.approve(mine, 1)
    assert decided.next is not None
    assert decided.next.draft_id == following


async def test_what_is_typed_is_kept(shift: Shift) -> None:
    draft_id = await shift.drafted()
    await shift.review.keep_edit(draft_id, 1, "half a sen")
    assert (await shift.review.open(draft_id)).draft.edited == "half a sen"
    await shift.review.keep_edit(draft_id, 1, None)
    assert (await shift.review.open(draft_id)).draft.edited is None


async def test_skipping_gives_the_next_and_comes_back_later(shift: Shift) -> None:
    first = await shift.drafted(score=0.1)
    second = await shift.drafted(score=0.9, body="Where is my parcel?")
    after = await shift.review.skip(first)
    assert after is not None
    assert after.draft_id == second
    assert [row.draft_id for row in await shift.review.queue()] == [second, first]


async def test_a_reply_by_hand_retires_the_draft_and_can_be_taken_back(shift: Shift) -> None:
    draft_id = await shift.drafted()
    ticket_id = (await shift.review.open(draft_id)).draft.ticket_id
    await shift.inbox.compose(ticket_id, "I will c")
    assert (await shift.inbox.open(ticket_id)).composed == "I will c"
    entry = await shift.inbox.reply(ticket_id, "I will call you.")
    assert (await shift.review.open(draft_id)).draft.state is DraftState.SUPERSEDED
    assert (await shift.inbox.open(ticket_id)).composed == ""
    assert await shift.inbox.undo_reply(entry.id) == "I will call you."
    assert (await shift.inbox.open(ticket_id)).composed == "I will call you."
    with pytest.raises(UndoTooLate):
        await shift.inbox.undo_reply(entry.id)


async def test_a_note_is_not_sent_and_does_not_reorder_the_queue(shift: Shift) -> None:
    draft_id = await shift.drafted()
    ticket_id = (await shift.review.open(draft_id)).draft.ticket_id
    before = (await shift.inbox.open(ticket_id)).ticket.updated_at
    shift.clock.advance(minutes=5)
    await shift.inbox.add_note(ticket_id, "called her")
    assert (await shift.inbox.open(ticket_id)).ticket.updated_at == before
    assert await shift.store.read(lambda records: records.outbox.listed(5)) == []


async def test_the_undone_draft_is_announced(shift: Shift) -> None:
    decided = await shift.review.reject(await shift.drafted(), 1, RejectReason.TONE)
    await shift.review.undo(decided.decision.id)
    assert isinstance(shift.heard[-1], DraftReady)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Hold it [1].", "Hold it."),
        ("a[1][2] b", "a b"),
        ("see [1](x)", "see [1](x)"),
        ("1. Go [3]\n2. Stop", "1. Go\n2. Stop"),
    ],
)
def test_customers_never_see_markers(text: str, sent: str) -> None:
    assert without_markers(text) == sent
