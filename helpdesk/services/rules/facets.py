"""Rules, service levels and calendars move in operations too: what a person set can be taken back like anything else. Their
key is the number."""

from collections.abc import Iterable, Sequence
from itertools import count

from helpdesk.domain.business_hours import Calendar
from helpdesk.domain.change import Value
from helpdesk.domain.errors import BadInput
from helpdesk.domain.rule import LONGEST_NAME, Rule
from helpdesk.domain.rule_json import calendar_json, calendar_of, level_json, level_of, rule_json, rule_of
from helpdesk.domain.service_level import ServiceLevel
from helpdesk.ports import Clock
from helpdesk.ports.store import Records
from helpdesk.services.changing import KeyedFacet

Named = Rule | ServiceLevel | Calendar


def rule_facet(clock: Clock) -> KeyedFacet:
    async def known(records: Records) -> dict[str, Value]:
        return {str(rule.id): rule_json(rule) for rule in await records.rules.all()}

    async def put_one(records: Records, key: str, value: Value) -> None:
        kept = _named(value, int(key), await records.rules.all())
        await records.rules.put(int(key), kept and rule_of(kept, int(key), clock.now()))

    return KeyedFacet("rule", known, put_one)


def level_facet(clock: Clock) -> KeyedFacet:
    async def known(records: Records) -> dict[str, Value]:
        return {str(level.id): level_json(level) for level in await records.promises.levels()}

    async def put_one(records: Records, key: str, value: Value) -> None:
        kept = _named(value, int(key), await records.promises.levels())
        await records.promises.reckon_all()
        await records.promises.put_level(int(key), kept and level_of(kept, int(key), clock.now()))

    return KeyedFacet("service-level", known, put_one)


def calendar_facet(clock: Clock) -> KeyedFacet:
    async def known(records: Records) -> dict[str, Value]:
        return {str(calendar.id): calendar_json(calendar) for calendar in await records.promises.calendars()}

    async def put_one(records: Records, key: str, value: Value) -> None:
        number, kept = int(key), _named(value, int(key), await records.promises.calendars())
        await records.promises.put_calendar(number, kept and calendar_of(kept, number), clock.now())
        if any(level.calendar_id == number for level in await records.promises.levels()):
            await records.promises.reckon_all()

    return KeyedFacet("calendar", known, put_one)


def single(wanted: Named, others: Sequence[Named], what: str) -> None:
    """Raises BadInput when another one has that name."""
    if any(one.name == wanted.name and one.id != wanted.id for one in others):
        raise BadInput(f"{what} {wanted.name}", 0, "there is one of that name; choose another name, or change that one")


def _named(value: Value, number: int, known: Iterable[Named]) -> Value:
    """Under its name, or one like it when another has that name by now."""
    taken = {one.name for one in known if one.id != number}
    if value is None or value["name"] not in taken:
        return value
    name = next(tried for n in count(2) if (tried := f"{value['name'][: LONGEST_NAME - 4]} {n}") not in taken)
    return value | {"name": name}
