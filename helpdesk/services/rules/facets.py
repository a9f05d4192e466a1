"""Rules, service levels and calendars move in operations too: what a person set can be taken back like anything else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from helpdesk.domain.change import OperationId, Spot, Step, Value
from helpdesk.domain.rule import LONGEST_NAME
from helpdesk.domain.rule_json import calendar_json, calendar_of, level_json, level_of, rule_json, rule_of
from helpdesk.ports import Clock
from helpdesk.ports.change_records import Facet
from helpdesk.ports.store import Records
from helpdesk.services.changing import Changes


@dataclass(frozen=True)
class RuleFacet:
    clock: Clock
    name: str = "rule"

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = {str(rule.id): rule_json(rule) for rule in await records.rules.all()}
        return [known.get(spot.key) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        known = {rule.id: rule for rule in await records.rules.all()}
        for spot, value in values:
            number = int(spot.key)
            place = _place(number, {one.id: one.position for one in known.values()})
            kept = _named(value, {rule.name for rule in known.values() if rule.id != number})
            await records.rules.put(number, None if kept is None else rule_of(kept, number, place, self.clock.now()))


@dataclass(frozen=True)
class LevelFacet:
    clock: Clock
    name: str = "service-level"

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = {str(level.id): level_json(level) for level in await records.promises.levels()}
        return [known.get(spot.key) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        known = {level.id: level for level in await records.promises.levels()}
        await records.promises.reckon_all()
        for spot, value in values:
            number = int(spot.key)
            place = _place(number, {one.id: one.position for one in known.values()})
            kept = _named(value, {level.name for level in known.values() if level.id != number})
            await records.promises.put_level(number, None if kept is None else level_of(kept, number, place, self.clock.now()))


@dataclass(frozen=True)
class CalendarFacet:
    clock: Clock
    name: str = "calendar"

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = {str(calendar.id): calendar_json(calendar) for calendar in await records.promises.calendars()}
        return [known.get(spot.key) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        known = {calendar.id: calendar.name for calendar in await records.promises.calendars()}
        for spot, value in values:
            number = int(spot.key)
            kept = _named(value, {name for other, name in known.items() if other != number})
            calendar = None if kept is None else calendar_of(kept, number)
            await records.promises.put_calendar(number, calendar, self.clock.now())
        await records.promises.reckon_all()


def _place(number: int, places: Mapping[int, int]) -> int:
    """Where it stands, or behind the others."""
    return places.get(number, max(places.values(), default=0) + 1)


def _named(value: Value, taken: set[str]) -> Value:
    """Under its name, or one like it when another has that name by now."""
    if value is None or value["name"] not in taken:
        return value
    name = next(tried for n in count(2) if (tried := f"{value['name'][: LONGEST_NAME - 4]} {n}") not in taken)
    return value | {"name": name}


async def value(records: Records, facet: Facet, number: int) -> Value:
    """As it is now; None when there is none."""
    return (await facet.read(records, [Spot(facet.name, None, str(number))]))[0]


async def noted(records: Records, changes: Changes, facet: Facet, number: int, before: Value) -> OperationId | None:
    """Keeps in the same transaction what became of it."""
    after = await value(records, facet, number)
    told = after or before or {}
    kind = f"{facet.name}.{'removed' if after is None else 'saved'}"
    return await changes.record(
        records, kind, [Step(Spot(facet.name, None, str(number)), before, after)], {"name": told["name"]}
    )
