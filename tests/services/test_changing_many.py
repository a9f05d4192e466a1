"""Changes of more tickets than one transaction may hold: told as they go, stopped, broken off, and taken back all the same."""

from pathlib import Path

import pytest

from helpdesk.domain.change import AddTag, Move, Operation, SetStatus
from helpdesk.domain.errors import DiskFull
from helpdesk.domain.events import JobProgressed, TicketsChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.services.changing import at_length, changes, doing
from helpdesk.services.changing.changes import Changes
from tests.fakes.changing_desk import ChangingDesk

TICKETS = 7


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three tickets a transaction, five at once at most."""
    monkeypatch.setattr(at_length, "PORTION", 3)
    monkeypatch.setattr(at_length, "STEPS", 4)
    monkeypatch.setattr(changes, "PORTION", 3)
    monkeypatch.setattr(changes, "MOST", 5)
    monkeypatch.setattr(doing, "MOST", 5)


@pytest.fixture
async def tickets(changing: ChangingDesk) -> list[TicketId]:
    return await changing.many(TICKETS)


def stopping(changing: ChangingDesk, after: int) -> Changes:
    """An agent's changes who stops them when so many tickets (or steps, of an undoing) are done."""
    made = changing.changes

    def heard(event: object) -> None:
        changing.shift.heard.append(event)  # type: ignore[arg-type]
        if isinstance(event, JobProgressed) and event.progress.done >= after:
            made.halt.wanted = True

    object.__setattr__(made, "publish", heard)
    return made


async def tagged(changing: ChangingDesk, tickets: list[TicketId]) -> int:
    return len([one for one in tickets if "late" in (await changing.now(one)).tags])


async def add_tag(by: Changes, tickets: list[TicketId]) -> Operation:
    operation = await by.apply_all(tickets, [AddTag("late")])
    assert operation is not None
    return operation


async def test_any_number_of_tickets_is_one_operation_told_as_it_goes(changing: ChangingDesk, tickets: list[TicketId]) -> None:
    preview = await changing.changes.preview(tickets, [SetStatus(TicketStatus.SOLVED)])
    assert (preview.tickets, preview.unchanged) == (TICKETS, 0)
    assert [move.tickets for move in preview.moves] == [TICKETS]
    changing.shift.heard.clear()
    operation = await changing.changes.apply_all(tickets, [SetStatus(TicketStatus.SOLVED)])
    assert operation is not None
    assert (operation.tickets, operation.steps) == (TICKETS, TICKETS)
    told = [event.progress.done for event in changing.shift.heard if isinstance(event, JobProgressed)]
    assert told == [3, 6, 7, 7]
    listed = (await changing.changes.listed(5))[0]
    assert listed == operation
    assert listed.words["moves"] == [["status", "", "new", "solved", TICKETS]]
    assert Move(*listed.words["moves"][0]).tickets == TICKETS


async def test_taking_many_back_leaves_all_as_they_were_and_can_be_done_again(
    changing: ChangingDesk, tickets: list[TicketId]
) -> None:
    before = [await changing.now(one) for one in tickets]
    changing.clock.advance(minutes=5)
    operation = await changing.changes.apply_all(tickets, [SetStatus(TicketStatus.SOLVED)])
    assert operation is not None
    undone = await changing.changes.undo_last()
    assert undone is not None
    assert (undone.values, undone.kept) == (TICKETS, ())
    assert [await changing.now(one) for one in tickets] == before, "their places in the list included"
    assert (await changing.changes.get(operation.id)).undone
    again = await changing.changes.redo_last()
    assert again is not None
    assert {(await changing.now(one)).status for one in tickets} == {TicketStatus.SOLVED}
    assert not (await changing.changes.get(operation.id)).undone


async def test_what_was_done_before_it_was_stopped_stays_and_is_taken_back(
    changing: ChangingDesk, tickets: list[TicketId]
) -> None:
    operation = await add_tag(stopping(changing, 6), tickets)
    assert operation.tickets == 6
    assert await tagged(changing, tickets) == 6
    assert sum(isinstance(event, TicketsChanged) or hasattr(event, "ticket_id") for event in changing.shift.heard) >= 6
    await changing.changes.undo_last()
    assert await tagged(changing, tickets) == 0


async def test_a_disk_that_fills_up_in_the_middle_loses_nothing_that_was_done(
    changing: ChangingDesk, tickets: list[TicketId], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, within = changing.changes, Changes.within

    async def full(self: Changes, records: object, some: list[TicketId], *more: object) -> object:
        if tickets[3] in some:
            raise DiskFull(Path("desk.sqlite3"))
        return await within(self, records, some, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Changes, "within", full)
    with pytest.raises(DiskFull):
        await add_tag(made, tickets)
    monkeypatch.undo()
    assert await tagged(changing, tickets) == 3
    (operation, *_) = await changing.changes.listed(1)
    assert (operation.kind, operation.tickets) == ("bulk", 3)
    last = changing.shift.heard[-1]
    assert isinstance(last, JobProgressed)
    assert last.progress.done == last.progress.total, "whoever shows it is told that it ended"


async def test_taking_back_that_was_stopped_goes_on_where_it_was(changing: ChangingDesk, tickets: list[TicketId]) -> None:
    operation = await add_tag(changing.changes, tickets)
    first = await stopping(changing, 4).undo(operation.id)
    assert first.values == 4
    assert await tagged(changing, tickets) == 3
    assert not (await changing.changes.get(operation.id)).undone
    second = await changing.changes.undo_last()
    assert second is not None
    assert (second.values, second.kept) == (3, ())
    assert second.operation is not None
    assert first.operation is not None
    assert second.operation.id == first.operation.id, "one undoing, which can be done again as one"
    assert await tagged(changing, tickets) == 0
    await changing.changes.redo_last()
    assert await tagged(changing, tickets) == TICKETS


async def test_what_a_colleague_changed_since_stays(changing: ChangingDesk, tickets: list[TicketId]) -> None:
    operation = await changing.changes.apply_all(tickets, [SetStatus(TicketStatus.SOLVED)])
    assert operation is not None
    await changing.of("Kim").apply([tickets[2]], [SetStatus(TicketStatus.PENDING)])
    undone = await changing.changes.undo(operation.id)
    assert (undone.values, [kept.agent for kept in undone.kept]) == (TICKETS - 1, ["Kim"])
    assert (await changing.now(tickets[2])).status is TicketStatus.PENDING
