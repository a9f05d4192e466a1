"""Lists of tickets of any length: windows of them, counts, what comes next."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from helpdesk.domain.condition import ME, Condition, Conditions, Field, Operator, Seen
from helpdesk.domain.default_views import BUILT_IN
from helpdesk.domain.draft import DraftState
from helpdesk.domain.events import Event
from helpdesk.domain.ids import AgentId, TicketId
from helpdesk.domain.search_words import Known, names_somebody, read
from helpdesk.domain.ticket import Group, TicketPage, TicketRow
from helpdesk.domain.ticket_query import GroupBy, SavedView, TicketQuery, in_order
from helpdesk.ports import Clock
from helpdesk.ports.list_records import Key, Listed, Place, Window
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes
from helpdesk.services.views.saving import SavedViews
from helpdesk.services.views.ways import Way, ways
from helpdesk.settings import Settings

SAID = (Field.TEXT, Field.SUBJECT)
KEPT_KEYS = 400
"""Beginnings and ends of windows that are remembered, so that the next one need not be counted out."""


@dataclass(frozen=True)
class Views:
    """`words` of a query are read here; what cannot be read raises QueryFault."""

    store: Store
    clock: Clock
    settings: Settings
    changes: Changes
    _keys: OrderedDict[tuple[TicketQuery, str, int], Key] = field(default_factory=OrderedDict)
    _totals: dict[tuple[TicketQuery, str], int] = field(default_factory=dict)

    async def page(self, query: TicketQuery, offset: int, limit: int) -> TicketPage:
        """Rows `offset` and following of the flat list; a grouped list is its groups one after the other. In a blind review
        without the scores of drafts that wait for a decision. Raises QueryFault, BadInput."""

        async def work(records: Records) -> TicketPage:
            listed = await self._listed(records, query)
            if query.group is None:
                found = await self._window(records, (query, listed), (offset, limit))
                return TicketPage(found.rows, offset, found.total, asked=asked_of(listed.conditions))
            groups = in_order(query.group, await records.lists.groups(listed, query.group))
            rows = await self._grouped(records, (query, listed), groups, (offset, limit))
            return TicketPage(rows, offset, sum(one.count for one in groups), groups, asked_of(listed.conditions))

        found = await self.store.read(work)
        return blindfolded(found) if self.settings.blind_review else found

    async def counts(self, queries: Sequence[TicketQuery]) -> list[int]:
        """How many tickets each list has. Raises QueryFault, BadInput."""

        async def work(records: Records) -> list[int]:
            return await records.lists.counts(await self._all_listed(records, queries))

        return await self.store.read(work)

    async def position(self, query: TicketQuery, ticket_id: TicketId) -> int | None:
        """The ticket's row in that list; None when it is not in it."""

        async def work(records: Records) -> int | None:
            listed = await self._listed(records, query)
            if query.group is None:
                return await records.lists.position(listed, ticket_id)
            before = 0
            for group in in_order(query.group, await records.lists.groups(listed, query.group)):
                found = await records.lists.position(within(listed, query.group, group), ticket_id)
                if found is not None:
                    return before + found
                before += group.count
            return None

        return await self.store.read(work)

    async def after(self, query: TicketQuery, ticket_id: TicketId, *, back: bool = False) -> TicketId | None:
        """The next ticket of the list (`back`: the one before), seen from one that may have left it; None at the end."""

        async def work(records: Records) -> TicketId | None:
            listed, key = await self._listed(records, query), await records.lists.key(query.sort, ticket_id)
            if key is None:
                return None
            if query.group is not None:
                listed = await self._own_group(records, listed, query.group, ticket_id)
            found = await records.lists.window(listed, Place(key=key, before=back), 1)
            return found.rows[0].id if found.rows else None

        return await self.store.read(work)

    async def ids(self, query: TicketQuery) -> tuple[TicketId, ...]:
        """Every ticket of the list, in no order."""

        async def work(records: Records) -> tuple[TicketId, ...]:
            return tuple(await records.lists.ids(await self._listed(records, query)))

        return await self.store.read(work)

    async def all(self) -> tuple[SavedView, ...]:
        """Those that come with the desk, then its own in their order."""
        return (*BUILT_IN, *await self.store.read(lambda records: records.views.all()))

    async def ways_in(self, tickets: Sequence[TicketId]) -> dict[int, Way]:
        """By view, the one change that brings these tickets into it; a view that holds them all, or wants more than one change,
        has none. Raises BadInput for too many, NotFound."""
        views = await self.all()

        async def work(records: Records) -> dict[int, Way]:
            seen, agents = await self._seen(records)
            return await ways(records, views, tickets, seen, agents)

        return await self.store.read(work)

    async def save(self, name: str, query: TicketQuery, view_id: int | None = None) -> SavedView:
        """A new view, or another content of that one. Raises BadInput, NotFound, QueryFault."""
        return await SavedViews(self.store, self.changes).save(name, await self.spelled(query), view_id)

    async def remove(self, view_id: int) -> None:
        """Raises NotFound."""
        await SavedViews(self.store, self.changes).remove(view_id)

    async def arrange(self, ids: Sequence[int]) -> None:
        await SavedViews(self.store, self.changes).arrange(ids)

    async def spelled(self, query: TicketQuery) -> TicketQuery:
        """The same list with its words among its conditions. Raises QueryFault."""
        words = (await self.query(query.words)).conditions if query.words.strip() else Conditions()
        return replace(query, conditions=merged(query, words), words="")

    async def query(self, typed: str) -> TicketQuery:
        """What the words mean. Raises QueryFault."""
        return read(typed, await self.store.read(known) if names_somebody(typed) else Known())

    def heed(self, _: Event) -> None:
        """Whatever happened may have moved rows."""
        self._keys.clear()
        self._totals.clear()

    async def _listed(self, records: Records, query: TicketQuery) -> Listed:
        (listed,) = await self._all_listed(records, [query])
        return listed

    async def _all_listed(self, records: Records, queries: Sequence[TicketQuery]) -> list[Listed]:
        """Names are asked for once, and only where one matters."""
        named = any(names_somebody(one.words) for one in queries)
        names = await known(records) if named else Known()
        words = [read(one.words, names).conditions if one.words.strip() else Conditions() for one in queries]
        lists = [(merged(one, said), one.sort) for one, said in zip(queries, words, strict=True)]
        if not named and any(_means_me(conditions) for conditions, _ in lists):
            names = Known(await agents_of(records))
        seen = Seen(self.clock.now().astimezone(), names.agents.get(self.settings.agent_name))
        return [Listed(conditions, seen, sort) for conditions, sort in lists]

    async def _seen(self, records: Records) -> tuple[Seen, dict[str, AgentId]]:
        """Who looks, and everybody's number by name."""
        agents = await agents_of(records)
        return Seen(self.clock.now().astimezone(), agents.get(self.settings.agent_name)), agents

    async def _window(
        self, records: Records, list_of: tuple[TicketQuery, Listed], span: tuple[int, int], part: str = ""
    ) -> Window:
        (query, listed), (offset, limit) = list_of, span
        known = self._keys.get((query, part, offset))
        place = Place(offset) if known is None else Place(key=known)
        found = await records.lists.window(replace(listed, total=self._totals.get((query, part))), place, limit)
        self._totals[query, part] = found.total
        if found.keys:
            self._keys[query, part, offset + len(found.keys)] = found.keys[-1]
            while len(self._keys) > KEPT_KEYS:
                self._keys.popitem(last=False)
        return found

    async def _grouped(
        self, records: Records, what: tuple[TicketQuery, Listed], groups: Sequence[Group], span: tuple[int, int]
    ) -> tuple[TicketRow, ...]:
        (query, listed), (offset, limit) = what, span
        assert query.group is not None
        rows: list[TicketRow] = []
        begin = 0
        for group in groups:
            first = max(0, offset + len(rows) - begin)
            if len(rows) < limit and first < group.count:
                inner = within(listed, query.group, group)
                wanted = (first, limit - len(rows))
                rows += (await self._window(records, (query, inner), wanted, f"g{group.value}")).rows
            begin += group.count
        return tuple(rows)

    async def _own_group(self, records: Records, listed: Listed, by: GroupBy, ticket_id: TicketId) -> Listed:
        """The list of the group the ticket is in now; the whole list when there is none left."""
        for group in await records.lists.groups(listed, by):
            inner = within(listed, by, group)
            if await records.lists.holds(inner, ticket_id):
                return inner
        return listed


async def known(records: Records) -> Known:
    """The names a query may use."""
    return Known(*await asyncio.gather(agents_of(records), own_fields(records)))


async def agents_of(records: Records) -> dict[str, AgentId]:
    """By name."""
    return {name: number for number, name in await records.lists.agents()}


async def own_fields(records: Records) -> tuple[str, ...]:
    return tuple(one.key for one in await records.panel.definitions())


def asked_of(conditions: Conditions) -> tuple[str, ...]:
    """The words they look for in what is said."""
    saying = [one for one in conditions.every if one.field in SAID and one.operator is Operator.CONTAINS]
    return tuple(value for one in saying for value in one.values)


def _means_me(conditions: Conditions) -> bool:
    return any(value.casefold() == ME for one in conditions.every for value in one.values)


def merged(query: TicketQuery, words: Conditions) -> Conditions:
    return replace(query.conditions, all=(*query.conditions.all, *words.all)) if words.all else query.conditions


def within(listed: Listed, by: GroupBy, group: Group) -> Listed:
    name = Field(by.value)
    if group.value or by is GroupBy.ASSIGNEE:
        own = Condition(name, Operator.IS, (group.value or "none",))
    else:
        own = Condition(name, Operator.UNSET)
    return replace(listed, conditions=replace(listed.conditions, all=(*listed.conditions.all, own)))


def blindfolded(page: TicketPage) -> TicketPage:
    """Without the scores of drafts that wait for a decision."""
    waiting = DraftState.IN_REVIEW
    return replace(page, rows=tuple(r._replace(confidence=None) if r.draft_state == waiting else r for r in page.rows))
