"""Promises are kept on tickets whoever moves them, told before they are missed, and acted upon when they are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from helpdesk.domain.business_hours import Calendar
from helpdesk.domain.business_hours import Shift as Hours
from helpdesk.domain.change import SetPriority, SetStatus
from helpdesk.domain.condition import Condition, Conditions, Operator
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import DueChanged, JobFailed, Notified, PromisesTold
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import Action, ActionKind
from helpdesk.domain.service_level import DueState, Promise, PromiseState, ServiceLevel, next_due
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.services.rules import Acting, level_facet
from helpdesk.services.service_levels import ServiceLevels
from tests.fakes.changing_desk import ChangingDesk
from tests.services.conftest import Shift

if TYPE_CHECKING:
    from helpdesk.domain.progress import Progress

OFFICE = Calendar(0, "Office", "Europe/Berlin", ((Hours(540, 1020),),) * 5 + ((), ()))
EVERY = Conditions()
URGENT = Conditions((Condition("priority", Operator.IS, ("urgent",)),))


FEAST = b"""BEGIN:VEVENT
SUMMARY:Feast
DTSTART;VALUE=DATE:20261123
END:VEVENT
BEGIN:VEVENT
SUMMARY:Lunch
DTSTART:20261124T1
END:VEVENT
"""


@pytest.fixture
def levels(shift: Shift, changing: ChangingDesk) -> ServiceLevels:
    return ServiceLevels(shift.store, shift.clock, shift.heard.append, Acting(changing.changes, shift.settings))


def level(name: str = "Standard", conditions: Conditions = EVERY, **more: object) -> ServiceLevel:
    spans = {"first_reply": 60, "next_reply": 60, "solve": 480, "warning": 15, "calendar_id": 0, "at_breach": ()} | more
    return ServiceLevel(0, name, 0, conditions, changed_at=datetime(2026, 1, 1, tzinfo=UTC), **spans)  # type: ignore[arg-type]


async def work_off(levels: ServiceLevels) -> None:
    while await levels.next():
        pass


async def due(shift: Shift, ticket_id: TicketId) -> tuple[datetime | None, str, str]:
    facts = await shift.store.read(lambda records: records.lists.facts(ticket_id))
    owed = await shift.store.read(lambda records: records.promises.owed([ticket_id]))
    found = next_due([one.standing for one in owed.get(ticket_id, ())])
    return facts.due, "" if found is None or found.due_at is None else found.promise, facts.due_state


async def test_a_promise_follows_a_ticket_through_its_life(shift: Shift, changing: ChangingDesk, levels: ServiceLevels) -> None:
    await levels.save(level())
    ticket = await changing.ticket()
    began = shift.clock.now()
    await work_off(levels)
    assert await due(shift, ticket) == (began + timedelta(hours=1), Promise.FIRST_REPLY, "running")
    shift.clock.advance(minutes=30)
    entry = await shift.inbox.reply(ticket, "Hold the button.")
    await changing.sent(entry.id)
    await work_off(levels)
    assert await due(shift, ticket) == (None, "", "paused"), "it waits for the customer"
    shift.clock.advance(hours=5)
    again = IncomingMessage(
        ChannelName.FOLDER,
        "2",
        "Grace",
        "grace@example.org",
        "Re: Hub",
        "Still red",
        shift.clock.now(),
        thread=entry.message_id,
    )
    await shift.store.write(lambda records: records.tickets.receive(again))
    await work_off(levels)
    assert await due(shift, ticket) == (shift.clock.now() + timedelta(hours=1), Promise.NEXT_REPLY, "running")
    await changing.changes.apply([ticket], [SetStatus(TicketStatus.ON_HOLD)])
    await work_off(levels)
    assert (await due(shift, ticket))[2] == "paused"
    await changing.changes.apply([ticket], [SetStatus(TicketStatus.SOLVED)])
    await work_off(levels)
    assert await due(shift, ticket) == (None, "", "")
    states = {owed.standing.promise: owed.standing.state for owed in await levels.of_ticket(ticket)}
    assert states == {Promise.FIRST_REPLY: PromiseState.KEPT, Promise.SOLVE: PromiseState.KEPT}
    now, until = began - timedelta(days=1), shift.clock.now() + timedelta(days=1)
    told = await shift.store.read(lambda records: records.promises.ended(now, until))
    assert [(one.level, one.promise, one.kept, one.missed) for one in told] == [
        ("Standard", Promise.FIRST_REPLY, 1, 0),
        ("Standard", Promise.SOLVE, 1, 0),
    ]
    assert told[0].median == 1800


async def test_an_overdue_promise_is_told_once_and_acted_upon_in_one_operation(
    shift: Shift, changing: ChangingDesk, levels: ServiceLevels
) -> None:
    actions = (Action(ActionKind.PRIORITY, "urgent"), Action(ActionKind.TAG, "late"), Action(ActionKind.NOTE, "Call them."))
    await levels.save(level(at_breach=actions, next_reply=0, solve=0))
    first, second = await changing.ticket("one"), await changing.ticket("two")
    await work_off(levels)
    shift.clock.advance(minutes=46)
    await work_off(levels)
    assert [event for event in shift.heard if isinstance(event, PromisesTold)] == [PromisesTold((first, second), ())]
    assert (await due(shift, first))[2] == DueState.SOON
    shift.clock.advance(minutes=15)
    await work_off(levels)
    await work_off(levels)
    told = [event for event in shift.heard if isinstance(event, PromisesTold)]
    assert told[1:] == [PromisesTold((), (first, second))]
    ticket = await changing.now(first)
    assert (ticket.priority, ticket.tags) == (Priority.URGENT, ("late",))
    assert await changing.said(first) == ["one", "Call them."]
    assert (await due(shift, first))[2] == DueState.MISSED
    (operation,) = await changing.changes.listed(1)
    assert (operation.kind, operation.agent, operation.tickets) == ("escalation", "service level: Standard", 2)
    await changing.changes.undo(operation.id)
    assert (await changing.now(second)).priority is Priority.NORMAL


async def test_the_first_level_that_fits_counts_and_a_change_of_the_ticket_moves_it(
    shift: Shift, changing: ChangingDesk, levels: ServiceLevels
) -> None:
    await levels.save(level("Urgent", URGENT, first_reply=10))
    await levels.save(level("Rest"))
    ticket, began = await changing.ticket(), shift.clock.now()
    await work_off(levels)
    assert (await due(shift, ticket))[0] == began + timedelta(hours=1)
    await changing.changes.apply([ticket], [SetPriority(Priority.URGENT)])
    await work_off(levels)
    assert (await due(shift, ticket))[0] == began + timedelta(minutes=10)
    await levels.arrange([one.id for one in reversed(await levels.levels())])
    await work_off(levels)
    assert (await due(shift, ticket))[0] == began + timedelta(hours=1)


async def test_a_changed_policy_reckons_every_ticket_anew_in_batches_with_progress(
    shift: Shift, changing: ChangingDesk, levels: ServiceLevels
) -> None:
    tickets = await changing.many(60)
    await levels.save(level())
    seen: list[Progress] = []
    assert await levels.reckon(seen.append) == 60
    assert [(one.done, one.total) for one in seen] == [(50, 60), (60, 60)]
    assert sum(len(event.tickets) for event in shift.heard if isinstance(event, DueChanged)) == 60
    (saved,) = await levels.levels()
    await levels.save(replace(saved, first_reply=30))
    assert await levels.waiting() == 60
    await levels.reckon()
    assert (await due(shift, tickets[7]))[0] == shift.clock.now() + timedelta(minutes=30)
    await levels.remove(saved.id)
    await levels.reckon()
    assert await due(shift, tickets[7]) == (None, "", "")
    changing.facets.register(level_facet(shift.clock))
    await changing.changes.undo_last()
    await levels.reckon()
    assert (await due(shift, tickets[7]))[0] == shift.clock.now() + timedelta(minutes=30)


async def test_old_mail_is_shown_as_missed_and_rouses_nobody(
    shift: Shift, changing: ChangingDesk, levels: ServiceLevels
) -> None:
    await changing.ticket("here before the promise was made")
    shift.clock.advance(hours=2)
    await levels.save(level(at_breach=(Action(ActionKind.TAG, "late"),), solve=0))
    old = IncomingMessage(ChannelName.FILE, "old", "A", "a@example.org", "Old", "x", shift.clock.now() - timedelta(days=40))
    ((imported, _),) = await shift.store.write(lambda records: records.arrivals.open_tickets([old]))
    await work_off(levels)
    assert (await due(shift, imported))[2] == DueState.MISSED
    assert not [event for event in shift.heard if isinstance(event, PromisesTold)]
    assert (await changing.now(imported)).tags == ()


async def test_open_hours_and_holidays_come_from_the_calendar(
    shift: Shift, changing: ChangingDesk, levels: ServiceLevels
) -> None:
    office = await levels.calendars.save(OFFICE)  # the clock stands on Friday, 10:00 in Berlin
    await levels.save(level(calendar_id=office, first_reply=8 * 60, solve=0))
    ticket = await changing.ticket()
    await work_off(levels)
    assert (await due(shift, ticket))[0] == datetime(2026, 11, 23, 9, tzinfo=UTC)
    found = await levels.calendars.add_holidays(office, "holidays.ics", FEAST)
    assert (len(found.holidays), [one.line for one in found.unread]) == (1, [5])
    await work_off(levels)
    assert (await due(shift, ticket))[0] == datetime(2026, 11, 24, 9, tzinfo=UTC)
    with pytest.raises(BadInput, match="Standard"):
        await levels.calendars.remove(office)
    with pytest.raises(BadInput, match="no whole-day event"):
        await levels.calendars.add_holidays(office, "holidays.ics", b"\xff\xfe nothing")


async def test_a_level_that_cannot_act_still_tells(shift: Shift, changing: ChangingDesk, levels: ServiceLevels) -> None:
    await shift.store.write(lambda records: records.macros.save("Sorry", "We are late.", "", ()))
    missing = (Action(ActionKind.MACRO, "Sorry"), Action(ActionKind.NOTIFY, "Late!"))
    await levels.save(level(at_breach=missing, solve=0, warning=0))
    await shift.store.write(lambda records: records.macros.remove("Sorry"))
    ticket = await changing.ticket()
    await work_off(levels)
    shift.clock.advance(hours=2)
    await work_off(levels)
    assert [type(event.error) for event in shift.heard if isinstance(event, JobFailed)] == [NotFound]
    assert (await due(shift, ticket))[2] == DueState.MISSED
    assert not [event for event in shift.heard if isinstance(event, Notified)], "all or nothing"
