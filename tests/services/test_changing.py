"""Every change can be taken back, and what moved since is left alone and said."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from helpdesk.domain.change import (
    AddTag,
    Assign,
    Change,
    Move,
    RemoveTag,
    SetPriority,
    SetStatus,
    SetSubject,
    Snooze,
    Spot,
    Step,
    Value,
)
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import InvalidTransition, NotFound
from helpdesk.domain.events import ChangeTurned, TicketChanged, TicketsChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ports import Records
from tests.fakes.changing_desk import ChangingDesk


async def test_solving_a_ticket_and_taking_it_back_leaves_it_as_it_was(changing: ChangingDesk) -> None:
    ticket = await changing.ticket()
    before = await changing.now(ticket)
    changing.clock.advance(minutes=5)
    await changing.shift.inbox.set_status(ticket, TicketStatus.SOLVED)
    assert (await changing.now(ticket)).status is TicketStatus.SOLVED
    undone = await changing.changes.undo_last()
    assert undone is not None
    assert undone.kept == ()
    assert await changing.now(ticket) == before, "its place in the list included"


async def test_a_solved_ticket_that_is_taken_back_has_its_waiting_draft_again(changing: ChangingDesk) -> None:
    draft_id = await changing.shift.drafted()
    ticket = (await changing.draft(draft_id)).ticket_id
    await changing.changes.apply([ticket], [SetStatus(TicketStatus.SOLVED)], "status")
    assert (await changing.draft(draft_id)).state is DraftState.SUPERSEDED
    await changing.changes.undo_last()
    draft = await changing.draft(draft_id)
    assert (draft.state, draft.text) == (DraftState.IN_REVIEW, "Hold the button. [1]")
    await changing.changes.redo_last()
    assert (await changing.draft(draft_id)).state is DraftState.SUPERSEDED


async def test_many_tickets_change_at_once_after_a_preview_that_told_the_truth(changing: ChangingDesk) -> None:
    tickets = [await changing.ticket(f"hub {n}") for n in range(3)]
    await changing.changes.apply(tickets[:1], [AddTag("Billing ")])
    wanted: list[Change] = [AddTag("billing"), SetPriority(Priority.HIGH), Assign("Kim")]
    preview = await changing.changes.preview(tickets, wanted)
    assert (preview.tickets, preview.unchanged) == (3, 0)
    assert Move("tag", "billing", None, True, 2) in preview.moves
    assert Move("priority", "", "normal", "high", 3) in preview.moves
    await changing.changes.apply(tickets, wanted)
    assert {(await changing.now(one)).tags for one in tickets} == {("billing",)}
    again = await changing.changes.preview(tickets, wanted)
    assert (again.unchanged, again.moves) == (3, ())
    assert await changing.changes.apply(tickets, wanted) is None, "nothing to do is nothing to undo"
    await changing.changes.undo_last()
    assert [(await changing.now(one)).tags for one in tickets] == [("billing",), (), ()]
    assert {(await changing.now(one)).priority for one in tickets} == {Priority.NORMAL}
    assert {(await changing.now(one)).assignee_id for one in tickets} == {None}


async def test_what_a_colleague_changed_since_stays_and_is_said(changing: ChangingDesk) -> None:
    first, second = await changing.ticket("one"), await changing.ticket("two")
    operation = await changing.changes.apply([first, second], [SetPriority(Priority.URGENT)])
    assert operation is not None
    await changing.of("Kim").apply([second], [SetPriority(Priority.LOW)], "priority")
    undone = await changing.changes.undo(operation.id)
    assert [step.spot.ticket_id for step in undone.restored] == [first]
    [kept] = undone.kept
    assert (kept.step.spot.ticket_id, kept.now, kept.agent) == (second, "low", "Kim")
    assert (await changing.now(second)).priority is Priority.LOW
    with pytest.raises(InvalidTransition):
        await changing.changes.undo(operation.id)


async def test_nothing_is_undone_when_all_of_it_moved_since(changing: ChangingDesk) -> None:
    ticket = await changing.ticket()
    operation = await changing.changes.apply([ticket], [SetSubject("Blinking")])
    assert operation is not None
    await changing.of("Kim").apply([ticket], [SetSubject("Blinking red")])
    undone = await changing.changes.undo(operation.id)
    assert (undone.operation, undone.restored) == (None, ())
    assert not (await changing.changes.get(operation.id)).undone, "it may be tried again"


async def test_undo_and_redo_walk_an_agents_own_changes_back_and_forth(changing: ChangingDesk) -> None:
    ticket = await changing.ticket()
    for tag in ("one", "two"):
        await changing.changes.apply([ticket], [AddTag(tag)])
    await changing.of("Kim").apply([ticket], [AddTag("kims")])
    await changing.changes.undo_last()
    await changing.changes.undo_last()
    assert await changing.changes.undo_last() is None
    assert (await changing.now(ticket)).tags == ("kims",)
    await changing.changes.redo_last()
    await changing.changes.redo_last()
    assert await changing.changes.redo_last() is None
    assert set((await changing.now(ticket)).tags) == {"one", "two", "kims"}
    await changing.changes.undo_last()
    assert set((await changing.now(ticket)).tags) == {"one", "kims"}
    await changing.changes.apply([ticket], [RemoveTag("one")])
    assert await changing.changes.redo_last() is None, "something else was done since"


async def test_a_snooze_is_taken_back_too(changing: ChangingDesk) -> None:
    ticket = await changing.ticket()
    until = changing.clock.now() + timedelta(days=1)
    await changing.changes.apply([ticket], [Snooze(until, "after the fair")], "snooze")
    spot = Spot("snooze", ticket)
    assert await changing.value(spot) == {"until": until.isoformat(), "note": "after the fair"}
    await changing.changes.undo_last()
    assert await changing.value(spot) is None


async def test_another_services_value_goes_back_like_any_other(changing: ChangingDesk) -> None:
    books: dict[str, Value] = {"a": "old"}

    class Shelf:
        name = "shelf"

        async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
            return [books.get(spot.key) for spot in spots]

        async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
            books.update((spot.key, value) for spot, value in values)

    changes = changing.changes
    changes.register(Shelf())

    async def work(records: Records) -> None:
        books["a"] = "new"
        await changes.record(records, "shelf.sorted", [Step(Spot("shelf", None, "a"), "old", "new")], {"name": "a"})

    await changing.shift.store.write(work)
    undone = await changes.undo_last()
    assert undone is not None
    assert (undone.of.words["name"], books["a"]) == ("a", "old")
    assert ChangeTurned(frozenset({"shelf"})) in changing.shift.heard


async def test_a_few_changed_tickets_are_told_one_by_one_and_many_in_one(changing: ChangingDesk) -> None:
    ticket = await changing.ticket()
    changing.shift.heard.clear()
    await changing.changes.apply([ticket], [AddTag("one")])
    assert changing.shift.heard == [TicketChanged(ticket)]
    many = await changing.many(60)
    changing.shift.heard.clear()
    await changing.changes.apply(many, [AddTag("one")])
    assert changing.shift.heard == [TicketsChanged(frozenset(many))]


async def test_a_ticket_that_is_not_there_changes_nothing(changing: ChangingDesk) -> None:
    ticket = await changing.ticket()
    with pytest.raises(NotFound):
        await changing.changes.apply([ticket, TicketId(999)], [AddTag("one")])
    assert (await changing.now(ticket)).tags == ()


async def test_a_ticket_is_shown_as_it_was_on_tuesday(changing: ChangingDesk) -> None:
    ticket = await changing.ticket("My hub blinks red")
    await changing.changes.apply([ticket], [AddTag("lamp"), SetPriority(Priority.HIGH), Assign("Kim")])
    tuesday = changing.clock.now()
    changing.clock.advance(days=2)
    await changing.changes.apply([ticket], [RemoveTag("lamp"), AddTag("hub"), SetPriority(Priority.LOW), Assign(None)])
    await changing.shift.inbox.add_note(ticket, "It is the lamp after all.")
    await changing.changes.apply([ticket], [SetStatus(TicketStatus.SOLVED)])
    then = await changing.changes.at(ticket, tuesday)
    shown = then.conversation.ticket
    assert (shown.tags, shown.priority, shown.status) == (("lamp",), Priority.HIGH, TicketStatus.NEW)
    assert then.assignee == "Kim"
    assert [m.body for m in then.conversation.messages] == ["My hub blinks red"]
    assert (await changing.changes.at(ticket, tuesday - timedelta(days=3))).not_yet
