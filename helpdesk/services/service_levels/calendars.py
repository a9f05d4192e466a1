"""When the desk is open: calendars that service levels count by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.business_hours import MOST_HOLIDAYS, Calendar, fault_in
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.holidays import LARGEST_FILE, FoundHolidays, holidays_in
from helpdesk.domain.rule import Rule
from helpdesk.domain.service_level import ServiceLevel
from helpdesk.ports import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes
from helpdesk.services.rules.facets import CalendarFacet, noted, value


@dataclass(frozen=True)
class Calendars:
    store: Store
    clock: Clock
    changes: Changes

    @property
    def _facet(self) -> CalendarFacet:
        return CalendarFacet(self.clock)

    async def all(self) -> list[Calendar]:
        return await self.store.read(lambda records: records.promises.calendars())

    async def save(self, calendar: Calendar) -> int:
        """Its number. Every ticket is reckoned anew. Raises BadInput, NotFound."""
        if fault := fault_in(calendar):
            raise BadInput(f"calendar {calendar.name}".strip(), 0, fault)
        single(calendar, await self.all(), "calendar")

        async def work(records: Records) -> int:
            before = await value(records, self._facet, calendar.id)
            known = await records.promises.save_calendar(calendar, self.clock.now())
            await noted(records, self.changes, self._facet, known, before)
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
            before = await value(records, self._facet, calendar_id)
            await records.promises.remove_calendar(calendar_id)
            await noted(records, self.changes, self._facet, calendar_id, before)
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


def single(wanted: Calendar | ServiceLevel | Rule, others: Sequence[Calendar | ServiceLevel | Rule], what: str) -> None:
    """Raises BadInput when another one has that name."""
    if any(one.name == wanted.name and one.id != wanted.id for one in others):
        raise BadInput(f"{what} {wanted.name}", 0, "there is one of that name; choose another name, or change that one")
