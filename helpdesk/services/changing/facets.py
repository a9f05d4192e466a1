"""What operations move, by name: the store's own values of tickets, and what other services register."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.domain import change as c
from helpdesk.domain.change import Spot, Step, Value
from helpdesk.domain.errors import NotFound
from helpdesk.ports.change_records import Facet
from helpdesk.ports.store import Records

OF_THE_STORE = (
    c.STATUS,
    c.PRIORITY,
    c.ASSIGNEE,
    c.TAG,
    c.TOPIC,
    c.LANGUAGE,
    c.SUBJECT,
    c.SNOOZE,
    c.COMPOSED,
    c.MERGED_INTO,
    c.HIDDEN,
    c.HOME,
    c.OTHER_MATTER,
    c.TOUCHED,
    c.DRAFT,
)


@dataclass(frozen=True)
class StoredFacet:
    name: str

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        return await records.changes.values(self.name, spots)

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        await records.changes.put(self.name, values)


@dataclass(frozen=True)
class KeyedFacet:
    """Things of one kind that the desk keeps under a key of their own. `put_one` makes one so, whether it is there or not, and
    takes it away for None."""

    name: str
    known: Callable[[Records], Awaitable[Mapping[str, Value]]]
    put_one: Callable[[Records, str, Value], Awaitable[None]]

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = await self.known(records)
        return [known.get(spot.key) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        for spot, value in values:
            await self.put_one(records, spot.key, value)

    async def value(self, records: Records, key: str) -> Value:
        """As it is now; None when there is none."""
        return (await self.known(records)).get(key)


@dataclass(frozen=True)
class Facets:
    known: dict[str, Facet] = field(default_factory=lambda: {name: StoredFacet(name) for name in OF_THE_STORE})

    def register(self, *facets: Facet) -> None:
        for facet in facets:
            assert facet.name not in self.known, f"two kinds of values are called {facet.name}"
            self.known[facet.name] = facet

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        """What each is now, in order. Raises NotFound for a ticket or a facet there is not."""
        found: dict[Spot, Value] = {}
        for name, some in by_facet(spots).items():
            found.update(zip(some, await self._facet(name).read(records, some), strict=True))
        return [found[spot] for spot in spots]

    async def put(self, records: Records, steps: Sequence[Step]) -> None:
        """Makes each what its step says it becomes."""
        after = {step.spot: step.after for step in steps}
        for name, some in by_facet(tuple(after)).items():
            await self._facet(name).put(records, [(spot, after[spot]) for spot in some])

    def _facet(self, name: str) -> Facet:
        if name not in self.known:
            raise NotFound("facet", name)
        return self.known[name]


def by_facet(spots: Sequence[Spot]) -> dict[str, list[Spot]]:
    found: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        found[spot.facet].append(spot)
    return found
