"""When a promise is about to be missed the window says so; when it is missed the service level acts."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.change import Deed
from helpdesk.domain.events import DueChanged, Event, PromisesTold
from helpdesk.domain.ids import TicketId
from helpdesk.domain.service_level import DueState, ServiceLevel
from helpdesk.ports.promise_records import DueTicket
from helpdesk.ports.store import Records
from helpdesk.services.rules.acting import Acted, Acting

BATCH = 100
ESCALATION = "escalation"


@dataclass(frozen=True)
class Told:
    """What a transaction found due, to be told after its commit."""

    events: tuple[Event, ...] = ()
    acted: tuple[Acted, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.events)


async def tell(records: Records, acting: Acting | None, now: datetime) -> Told:
    """Everything due by now, in one transaction: marked, noted in the log, and acted upon unless `acting` is None."""
    missed = await records.promises.come_due(now, DueState.MISSED, BATCH)
    acted = () if acting is None else await _escalated(records, acting, missed, now)
    await records.promises.told(missed, DueState.MISSED)
    soon = await records.promises.come_due(now, DueState.SOON, BATCH)
    await records.promises.told(soon, DueState.SOON)
    for one in missed:
        await records.log.note("promise.missed", ticket_id=one.ticket_id, promise=str(one.promise), due=one.due_at.isoformat())
    if not missed and not soon:
        return Told()
    tickets = tuple(dict.fromkeys(one.ticket_id for one in (*missed, *soon)))
    return Told((DueChanged(tickets), PromisesTold(_tickets(soon), _tickets(missed))), acted)


def _tickets(due: list[DueTicket]) -> tuple[TicketId, ...]:
    return tuple(dict.fromkeys(one.ticket_id for one in due))


async def _escalated(records: Records, acting: Acting, missed: list[DueTicket], now: datetime) -> tuple[Acted, ...]:
    """One operation a service level, however many tickets."""
    by_level: dict[int, list[DueTicket]] = {}
    for one in missed:
        by_level.setdefault(one.level_id, []).append(one)
    levels = {one.id: one for one in await records.promises.levels()} if missed else {}
    return tuple(
        [
            await acting.act(records, _tickets(due), levels[known].at_breach, _deed(levels[known]), now)
            for known, due in by_level.items()
            if known in levels and levels[known].at_breach
        ]
    )


def _deed(level: ServiceLevel) -> Deed:
    return Deed(ESCALATION, {"name": level.name}, f"service level: {level.name}")
