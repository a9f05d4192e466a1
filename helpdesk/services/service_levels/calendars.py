"""When the desk is open: calendars that service levels count by."""

from dataclasses import dataclass, replace

from helpdesk.domain.business_hours import MOST_HOLIDAYS, Calendar, fault_in
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.holidays import LARGEST_FILE, FoundHolidays, holidays_in
from helpdesk.ports import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes, KeyedFacet
from helpdesk.services.rules.facets import calendar_facet, single


@dataclass(frozen=True)
class Calendars:
    store: Store
    clock: Clock
    changes: Changes

    @property
    def _facet(self) -> KeyedFacet:
        return calendar_facet(self.clock)

    async def all(self) -> list[Calendar]:
        return await self.store.read(lambda records: records.promises.calendars())

    async def save(self, calendar: Calendar) -> int:
        """Its number. Every ticket is reckoned anew. Raises BadInput, NotFound."""
        if fault := fault_in(calendar):
            raise BadInput(f"calendar {calendar.name}".strip(), 0, fault)
        single(calendar, await self.all(), "calendar")

        async def work(records: Records) -> int:
            before = await self._facet.value(records, str(calendar.id))
            known = await records.promises.save_calendar(calendar, self.clock.now())
            await self.changes.record_kept(records, self._facet, str(known), before)
            await records.log.note("calendar.saved", name=calendar.name)
            await records.promises.reckon_all()
            return known

        return await self.store.write(work)

    async def remove(self, calendar_id: int) -> None:
        """Raises NotFound, BadInput while a service level counts by it."""
        levels = await self.store.read(lambda records: records.promises.levels())
        used = [level.name for level in levels if level.calendar_id == calendar_id]
        if used:
            raise BadInput("calendar", 0, f"'{used[0]}' counts by it; give that service level another calendar first")

        async def work(records: Records) -> None:
            await self.changes.take_away(records, self._facet, str(calendar_id))
            await records.log.note("calendar.removed", calendar=calendar_id)

        await self.store.write(work)

    async def add_holidays(self, calendar_id: int, name: str, content: bytes) -> FoundHolidays:
        """The whole-day events of an .ics file called `name`; what was none is in the answer. Raises BadInput, NotFound."""
        if len(content) > LARGEST_FILE:
            raise BadInput(name, 0, f"it is larger than {LARGEST_FILE // 1_000_000} MB; a calendar of holidays is not")
        found = holidays_in(content.decode("utf-8", "replace"))
        if not found.holidays:
            raise BadInput(name, 0, "there is no whole-day event in it; save the holidays as an .ics file")
        calendar = next((one for one in await self.all() if one.id == calendar_id), None)
        if calendar is None:
            raise NotFound("calendar", str(calendar_id))
        every = tuple(sorted({*calendar.holidays, *found.holidays}))[:MOST_HOLIDAYS]
        await self.save(replace(calendar, holidays=every))
        return found
