"""Lists of a million tickets in SQL: how many there are, any window of them, and where one ticket stands.

Two ways lead through the store. A list of few tickets is collected and sorted; a list of many is walked in the order of an
index that holds the sort key, the ticket's number and its cell. SQLite cannot choose between them, since it does not know how
many there are; we count the cells and do.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.query_terms import Terms, compiled
from helpdesk.adapters.sqlite.ticket_rows import COLUMNS, OF_WANTED, ticket_row
from helpdesk.domain.condition import Conditions, Seen
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket_query import Sort, SortBy
from helpdesk.ports.list_records import Key, Place, Window

FEW = 20_000
"""Up to so many tickets are collected and sorted."""

DENSE = 20
"""One ticket of so many, and a walk soon meets the next one."""

NEAR = 1_000
"""Rows from the end of a list to which walking is short."""

EVERY = "SELECT sum(tickets) - (SELECT coalesce(sum(tickets), 0) FROM ticket_cells WHERE shown = 0) FROM ticket_cells"
"""How many tickets there are: to look at each of 18,000 cells whether it is shown takes as long again as to add them up."""

COUNTED_APART = 200_000
"""Up to so many tickets of a seed are counted one by one; more are counted along an index."""


@dataclass(frozen=True)
class Order:
    """`keys` are the sort key without the ticket's number, the last part of every key."""

    index: str
    keys: tuple[str, ...]
    source: str = "tickets t"

    def by(self, descending: bool) -> str:
        """Of a selected `key`."""
        return ", ".join(f"{place} {'DESC' if descending else 'ASC'}" for place in range(1, len(self.keys) + 2))

    @property
    def key(self) -> str:
        return ", ".join((*self.keys, "t.id"))

    @property
    def named(self) -> str:
        """The key as columns `key0`, `key1` … and `id`."""
        return ", ".join((*(f"{part} AS key{n}" for n, part in enumerate(self.keys)), "t.id AS id"))


PEOPLE = "requesters r INDEXED BY requesters_by_name CROSS JOIN tickets t"
ORDERS: Mapping[SortBy, Order] = {
    SortBy.UPDATED: Order("tickets_by_change", ("t.updated_at",)),
    SortBy.CREATED: Order("tickets_by_arrival", ("t.created_at",)),
    SortBy.DUE: Order("tickets_by_due", ("t.due_order",)),
    SortBy.PRIORITY: Order("tickets_by_priority", ("t.priority_rank", "t.updated_at")),
    SortBy.CONFIDENCE: Order("tickets_by_confidence", ("t.confidence_order",)),
    SortBy.WAITING: Order("tickets_by_waiting", ("t.waiting_order",)),
    SortBy.SUBJECT: Order("tickets_by_subject", ("t.subject_order",)),
    SortBy.REQUESTER: Order("tickets_of_requester", ("r.name", "r.id", "t.updated_at"), PEOPLE),
}
OF_STATUS = Order("tickets_by_status", ("t.updated_at",))
"""Of a list with tickets of known statuses, by their change."""


@dataclass(frozen=True)
class Plan:
    """One list's conditions and the way through them: all are collected from `seed`, a query of ticket numbers, or along the
    index `collected`, and sorted; with neither the sort's own index is walked. `whole` says that the cells rule nothing out,
    `dense` that a walk soon meets the next one."""

    terms: Terms
    total: int
    seed: str = ""
    collected: str = ""
    whole: bool = False
    dense: bool = False
    others: tuple[str, ...] = ()

    def order(self, by: SortBy) -> Order:
        """How the list is walked or sorted."""
        walked = not self.seed and not self.collected
        return OF_STATUS if walked and self.terms.statuses and by is SortBy.UPDATED else ORDERS[by]

    def ways(self, order: Order, filters: Sequence[str]) -> list[str]:
        """Ends of statements that go through the list, one for each status where those are known: SQLite merges their rows. To
        walk along an index of all would pass by a million closed tickets on the way to the oldest open one."""
        each = [f"t.status = {status}" for status in self.terms.statuses] if order is OF_STATUS else []
        return [f"FROM {self.source(order)} WHERE {where(one)}" for one in [[own, *filters] for own in each] or [[*filters]]]

    def source(self, order: Order) -> str:
        if not self.seed and not self.collected:
            return f"{order.source} INDEXED BY {order.index}"
        people = "CROSS JOIN requesters r" if order.source == PEOPLE else ""
        return f"tickets t {'NOT INDEXED' if self.seed else f'INDEXED BY {self.collected}'} {people}"

    def filters(self, order: Order, *, near: bool = False) -> list[str]:
        """With `near` a few rows are wanted from where the walk begins: then each row's own cell is looked at; else the set of
        cells is made first, which takes longer than a page."""
        joined = ["r.id = t.requester_id"] if order.source == PEOPLE else []
        if self.seed:
            joined.append(f"t.id IN ({self.seed})")
        if not self.whole:
            looked_at = "EXISTS (SELECT 1 FROM ticket_cells c WHERE c.id = t.cell AND {})"
            made_first = "t.cell IN (SELECT c.id FROM ticket_cells c WHERE {})"
            joined.append((looked_at if near and self.dense else made_first).format(shown(self.terms)))
        return [*joined, *(f"t.id IN ({one})" for one in self.others), *self.terms.rows]


def shown(terms: Terms) -> str:
    """Asleep or not is said even where it does not matter: so the index of cells leads on to their status."""
    return " AND ".join(["c.shown = 1", "c.asleep IN (0, 1)", *terms.cells])


class SqliteTicketQuery:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def plan(self, conditions: Conditions, seen: Seen, total: int | None = None) -> Plan:
        """`total` is what a plan of the same list said before, so that it is not counted again. Raises BadInput."""
        terms = compiled(conditions, seen)
        found = f"SELECT sum(tickets) FROM ticket_cells c WHERE {shown(terms)}" if terms.cells else EVERY
        known = f"SELECT ({found}), (SELECT max(id) FROM tickets), EXISTS (SELECT 1 FROM ticket_cells WHERE shown = 0)"
        asked, newest, some_hidden = (await answered(self._db, known, terms.values))[0]
        most, whole, every = asked or 0, not terms.cells and not some_hidden, newest or 0
        # A list of all has nothing to collect: the sort's own index is that list.
        collected = "tickets_by_cell" if most <= FEW and not whole else ""
        plan = Plan(terms, most, collected=collected, whole=whole, dense=most * DENSE >= every)
        if not terms.rows and not terms.seeds:
            return plan
        sizes = [await self._at_most(seed, terms, min(most, COUNTED_APART)) for seed in terms.seeds]
        plan = replace(plan, others=tuple(terms.seeds))
        if sizes and min(sizes) <= min(most, COUNTED_APART):
            seed = terms.seeds[sizes.index(min(sizes))]
            seeded = replace(plan, seed=seed, collected="", others=tuple(one for one in terms.seeds if one is not seed))
            total = await self._count(seeded) if total is None else total
            plan = seeded if total <= FEW else plan
        total = await self._count(plan) if total is None else total
        span = terms.span if total <= FEW and not plan.seed else ""
        return replace(plan, total=total, collected=span or plan.collected)

    async def _at_most(self, seed: str, terms: Terms, most: int) -> int:
        """How many it holds, counted no further than it matters."""
        few = f"SELECT count(*) FROM (SELECT * FROM ({seed}) LIMIT :most + 0)"
        return int((await answered(self._db, few, {**terms.values, "most": most + 1}))[0][0])

    async def _count(self, plan: Plan) -> int:
        return int((await answered(self._db, f"SELECT count(*) FROM {self.gathered(plan)}", plan.terms.values))[0][0])

    async def window(self, plan: Plan, sort: Sort, place: Place, limit: int) -> Window:
        """The rows there, in one statement with their keys. SQLite sees that these are in the order asked for."""
        wanted, values, backwards = self._walked(plan, sort, place, limit)
        if not values["size"]:
            return Window((), (), plan.total)
        order = plan.order(sort.by)
        down, keys = sort.descending is not backwards, len(order.keys) + 1
        every = ", ".join((*(f"wanted.key{n}" for n in range(keys - 1)), "wanted.id"))
        found = await answered(
            self._db, f"SELECT {every}, {COLUMNS} FROM ({wanted}) wanted {OF_WANTED} ORDER BY {order.by(down)}", values
        )
        found = found[::-1] if backwards else found
        return Window(tuple(ticket_row(row[keys:]) for row in found), tuple(row[:keys] for row in found), plan.total)

    async def first(self, plan: Plan, sort: Sort, limit: int) -> list[TicketId]:
        """Numbers of the first tickets alone."""
        wanted, values, backwards = self._walked(plan, sort, Place(), limit)
        numbers = [TicketId(row[-1]) for row in await answered(self._db, wanted, values)] if values["size"] else []
        return numbers[::-1] if backwards else numbers

    def _walked(self, plan: Plan, sort: Sort, place: Place, limit: int) -> tuple[str, dict[str, object], bool]:
        """A query of the sort keys of the tickets there, each with the ticket's number last, its values, and whether it goes
        backwards. A bound number that alone is a LIMIT has SQLite prepare the statement anew each time: hence + 0."""
        order, down, offset = plan.order(sort.by), sort.descending, place.offset
        size = max(0, min(limit, plan.total - offset)) if place.key is None else limit
        backwards = place.before if place.key is not None else offset > plan.total - offset - size
        if place.key is None and backwards:
            offset = plan.total - offset - size
        near = place.key is not None or offset <= NEAR
        values, filters = dict(plan.terms.values), plan.filters(order, near=near and not plan.collected)
        if place.key is not None:
            values |= {f"k{n}": part for n, part in enumerate(place.key)}
            sign = "<" if down is not place.before else ">"
            filters.append(f"({order.key}) {sign} ({', '.join(f':k{n}' for n in range(len(place.key)))})")
            offset = 0
        merged = " UNION ALL ".join(f"SELECT {order.named} {way}" for way in plan.ways(order, filters))
        found = f"{merged} ORDER BY {order.by(down is not backwards)} LIMIT :size + 0 OFFSET :offset + 0"
        return found, values | {"size": size, "offset": offset}, backwards

    async def key(self, sort: Sort, ticket_id: TicketId) -> Key | None:
        """The sort key the ticket has, whatever list it is in; None when there is no such ticket."""
        order = ORDERS[sort.by]
        people = "CROSS JOIN requesters r ON r.id = t.requester_id" if order.source == PEOPLE else ""
        found = await answered(
            self._db, f"SELECT {order.key} FROM tickets t {people} WHERE t.id = :ticket", {"ticket": ticket_id}
        )
        return tuple(found[0]) if found else None

    async def holds(self, plan: Plan, ticket_id: TicketId) -> bool:
        order = ORDERS[SortBy.UPDATED]
        filters = [*plan.filters(order), "t.id = :ticket"]
        found = await answered(
            self._db, f"SELECT 1 FROM tickets t NOT INDEXED WHERE {where(filters)}", {**plan.terms.values, "ticket": ticket_id}
        )
        return bool(found)

    async def before(self, plan: Plan, sort: Sort, key: Key) -> int:
        """How many tickets of the list stand before that key."""
        order = plan.order(sort.by)
        values = {**plan.terms.values, **{f"k{n}": part for n, part in enumerate(key)}}
        sign = ">" if sort.descending else "<"
        filters = [*plan.filters(order), f"({order.key}) {sign} ({', '.join(f':k{n}' for n in range(len(key)))})"]
        counts = " + ".join(f"(SELECT count(*) {way})" for way in plan.ways(order, filters))
        return int((await answered(self._db, f"SELECT {counts}", values))[0][0])

    async def ids(self, plan: Plan) -> list[TicketId]:
        """In one piece: a row each would cost more than to find them."""
        found = await answered(self._db, f"SELECT json_group_array(t.id) FROM {self.gathered(plan)}", plan.terms.values)
        return [TicketId(one) for one in json.loads(found[0][0])]

    def gathered(self, plan: Plan) -> str:
        """The tickets of a list in no order, as the end of a statement."""
        order = Order(plan.terms.span or "tickets_by_change", ())
        return f"{plan.source(order)} WHERE {where(plan.filters(order))}"


def where(filters: Sequence[str]) -> str:
    return " AND ".join(filters) or "1"
