"""What tickets are owed, reckoned anew from what was said on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain.business_hours import ALWAYS, OpenHours
from helpdesk.domain.ids import TicketId
from helpdesk.domain.service_level import DueState, ServiceLevel, Standing, standings
from helpdesk.ports.promise_records import OwedPromise
from helpdesk.ports.store import Records

BATCH = 50
LATE = timedelta(days=1)
"""A promise first heard of so long after it fell due came with old mail: it is shown as missed, and nobody is roused."""


@dataclass(frozen=True)
class Book:
    """The service levels as they are now, each with its open hours."""

    levels: Sequence[ServiceLevel]
    hours: Mapping[int, OpenHours]


async def book(records: Records) -> Book:
    hours = {calendar.id: OpenHours(calendar) for calendar in await records.promises.calendars()}
    return Book(await records.promises.levels(), {ALWAYS.id: OpenHours(ALWAYS), **hours})


async def reckon(records: Records, tickets: Sequence[TicketId], now: datetime) -> list[TicketId]:
    """In one transaction; the tickets on which lists show something else now."""
    known = await book(records)
    timelines, before = await records.promises.timelines(tickets), await records.promises.owed(tickets)
    fitting = await _levels(records, known, list(timelines), now)
    owed: dict[TicketId, list[OwedPromise]] = {ticket_id: [] for ticket_id in tickets}
    for ticket_id, level in fitting.items():
        found = standings(level, timelines[ticket_id], _hours(known, level))
        owed[ticket_id] = [_owed(ticket_id, level, one, before.get(ticket_id, ()), now) for one in found]
    return await records.promises.keep(owed)


async def _levels(records: Records, known: Book, tickets: Sequence[TicketId], now: datetime) -> Mapping[TicketId, ServiceLevel]:
    """The first that fits each."""
    found: dict[TicketId, ServiceLevel] = {}
    for level in known.levels:
        left = [ticket_id for ticket_id in tickets if ticket_id not in found]
        if left:
            fits = await records.promises.fitting(level.conditions, left, now)
            found |= dict.fromkeys(fits, level)
    return found


def _hours(known: Book, level: ServiceLevel) -> OpenHours:
    """A calendar that was taken away counts every minute."""
    return known.hours.get(level.calendar_id, known.hours[ALWAYS.id])


def _owed(
    ticket_id: TicketId, level: ServiceLevel, standing: Standing, before: Sequence[OwedPromise], now: datetime
) -> OwedPromise:
    same = next((one for one in before if one.standing.promise is standing.promise), None)
    told = DueState.NONE
    if same is not None and same.standing.due_at == standing.due_at and same.standing.started_at == standing.started_at:
        told = same.told
    elif standing.due_at is not None and _is_old(standing.due_at, level, same, now):
        told = DueState.MISSED
    return OwedPromise(ticket_id, level.id, standing, told)


def _is_old(due_at: datetime, level: ServiceLevel, before: OwedPromise | None, now: datetime) -> bool:
    """It was missed before the desk promised it, or long before the desk heard of it."""
    return due_at <= min(level.changed_at, now) or (before is None and due_at <= now - LATE)
