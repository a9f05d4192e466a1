"""What the desk promises its customers: kept up to date by itself, told before it is missed, acted upon when it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from helpdesk.domain.errors import BadInput, HelpdeskError, NotFound
from helpdesk.domain.events import DueChanged, Event, JobFailed
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.domain.service_level import DueState, ServiceLevel, fault_in
from helpdesk.ports import Clock
from helpdesk.ports.promise_records import OwedPromise, PromiseCounts
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import KeyedFacet
from helpdesk.services.rules.acting import Acting
from helpdesk.services.rules.facets import level_facet, single
from helpdesk.services.rules.naming import checked
from helpdesk.services.service_levels import reckoning, telling
from helpdesk.services.service_levels.calendars import Calendars

JOB = "promises"
COUNTED_DAYS = 30


@dataclass(frozen=True)
class ServiceLevels:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    acting: Acting

    @property
    def calendars(self) -> Calendars:
        return Calendars(self.store, self.clock, self.acting.changes)

    @property
    def _facet(self) -> KeyedFacet:
        return level_facet(self.clock)

    async def levels(self) -> list[ServiceLevel]:
        """In the order in which they are tried."""
        return await self.store.read(lambda records: records.promises.levels())

    async def save(self, level: ServiceLevel) -> int:
        """Its number. Every ticket is reckoned anew. Raises BadInput, NotFound."""
        if fault := fault_in(level):
            raise BadInput(f"service level {level.name}".strip(), 0, fault)
        single(level, await self.levels(), "service level")
        if level.calendar_id and level.calendar_id not in {one.id for one in await self.calendars.all()}:
            raise NotFound("calendar", str(level.calendar_id))

        async def work(records: Records) -> int:
            before = await self._facet.value(records, str(level.id))
            at_breach = await checked(records, f"service level {level.name}", level.at_breach)
            known = await records.promises.save_level(replace(level, at_breach=at_breach, changed_at=self.clock.now()))
            await self.acting.changes.record_kept(records, self._facet, str(known), before)
            await records.log.note("service-level.saved", name=level.name)
            await records.promises.reckon_all()
            return known

        return await self.store.write(work)

    async def remove(self, level_id: int) -> None:
        """Its tickets are owed what the next one that fits promises, if any does. Raises NotFound."""

        async def work(records: Records) -> None:
            await self.acting.changes.take_away(records, self._facet, str(level_id))
            await records.log.note("service-level.removed", level=level_id)

        await self.store.write(work)

    async def arrange(self, levels: Sequence[int]) -> None:
        """The order in which they are tried."""

        async def work(records: Records) -> None:
            await records.promises.arrange(levels)
            await records.promises.reckon_all()

        await self.store.write(work)

    async def of_ticket(self, ticket_id: TicketId) -> list[OwedPromise]:
        """What it is owed, as last reckoned: within moments of whatever happened to it."""
        return list((await self.store.read(lambda records: records.promises.owed([ticket_id]))).get(ticket_id, ()))

    async def counts(self, days: int = COUNTED_DAYS) -> list[PromiseCounts]:
        since = self.clock.now() - timedelta(days=days)
        return await self.store.read(lambda records: records.promises.counts(since))

    async def waiting(self) -> int:
        """Tickets still to be reckoned."""
        return await self.store.read(lambda records: records.promises.waiting_count())

    async def reckon(self, report: Report = unheard) -> int:
        """Every ticket that waits to be reckoned, batch by batch; how many. Cancelled, the next one goes on from there."""
        total, began, done = await self.waiting(), self.clock.seconds(), 0
        while count := await self._reckoned():
            done += count
            left = (self.clock.seconds() - began) / done * max(0, total - done)
            report(Progress(done, max(total, done), "reckoning what tickets are owed", left))
        return done

    async def next(self) -> bool:
        """One piece of the work that waits: a batch to reckon, or what has come due. False when nothing did. A service level
        that cannot act is told of, and what it promised still shows as missed."""
        if await self._reckoned():
            return True
        now = self.clock.now()
        if not await self.store.read(lambda records: _is_due(records, now)):
            return False
        try:
            told = await self.store.write(lambda records: telling.tell(records, self.acting, now))
        except HelpdeskError as error:
            self.publish(JobFailed(JOB, error))
            told = await self.store.write(lambda records: telling.tell(records, None, now))
        for acted in told.acted:
            await self.acting.tell(acted)
        for event in told.events:
            self.publish(event)
        return bool(told)

    async def _reckoned(self) -> int:
        tickets = await self.store.read(lambda records: records.promises.waiting(reckoning.BATCH))
        if tickets:
            now = self.clock.now()
            changed = await self.store.write(lambda records: reckoning.reckon(records, tickets, now))
            if changed:
                self.publish(DueChanged(tuple(changed)))
        return len(tickets)


async def _is_due(records: Records, now: datetime) -> bool:
    return bool(
        await records.promises.come_due(now, DueState.MISSED, 1) or await records.promises.come_due(now, DueState.SOON, 1)
    )
