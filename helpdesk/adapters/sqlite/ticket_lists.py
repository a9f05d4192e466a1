"""Windows of ticket lists, their rows and headings."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.query_terms import CELL
from helpdesk.adapters.sqlite.ticket_facts import facts_of
from helpdesk.adapters.sqlite.ticket_query import Plan, SqliteTicketQuery, shown
from helpdesk.adapters.sqlite.ticket_rows import rows_of
from helpdesk.domain.condition import Field, TicketFacts
from helpdesk.domain.ids import AgentId, TicketId
from helpdesk.domain.ticket import Group, TicketRow
from helpdesk.domain.ticket_query import GroupBy, Sort
from helpdesk.ports.list_records import Key, Listed, Place, Window


class SqliteLists:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection
        self._query = SqliteTicketQuery(connection)

    async def counts(self, lists: Sequence[Listed]) -> list[int]:
        return [(await self._plan(one)).total for one in lists]

    async def window(self, listed: Listed, place: Place, limit: int) -> Window:
        plan = await self._plan(listed)
        return await self._query.window(plan, listed.sort, place, limit)

    async def groups(self, listed: Listed, by: GroupBy) -> list[Group]:
        plan = await self._plan(listed)
        column = CELL[Field(by.value)]
        if plan.terms.rows or plan.terms.seeds:
            cells = "SELECT t.cell, count(*) AS tickets FROM " + self._query.gathered(plan) + " GROUP BY t.cell"
            found = f"SELECT {column}, sum(n.tickets) FROM ({cells}) n JOIN ticket_cells c ON c.id = n.cell GROUP BY 1"
        else:
            found = f"SELECT {column}, sum(c.tickets) FROM ticket_cells c WHERE {shown(plan.terms)} GROUP BY 1"
        named = {str(number): name for number, name in await self.agents()} if by is GroupBy.ASSIGNEE else {}
        values = [(("" if value in (0, "") else str(value)), count) for value, count in await self._said(found, plan)]
        return [Group(value, named.get(value, value), count) for value, count in values if count]

    async def holds(self, listed: Listed, ticket_id: TicketId) -> bool:
        return await self._query.holds(await self._plan(listed), ticket_id)

    async def position(self, listed: Listed, ticket_id: TicketId) -> int | None:
        plan = await self._plan(listed)
        key = await self._query.key(listed.sort, ticket_id)
        if key is None or not await self._query.holds(plan, ticket_id):
            return None
        return await self._query.before(plan, listed.sort, key)

    async def key(self, sort: Sort, ticket_id: TicketId) -> Key | None:
        return await self._query.key(sort, ticket_id)

    async def ids(self, listed: Listed) -> list[TicketId]:
        return await self._query.ids(await self._plan(listed))

    async def rows(self, tickets: Sequence[TicketId]) -> list[TicketRow]:
        return await rows_of(self._db, tickets)

    async def agents(self) -> list[tuple[AgentId, str]]:
        found = await answered(self._db, "SELECT id, name FROM agents ORDER BY name", {})
        return [(AgentId(number), name) for number, name in found]

    async def facts(self, ticket_id: TicketId) -> TicketFacts:
        return await facts_of(self._db, ticket_id)

    async def _plan(self, listed: Listed) -> Plan:
        return await self._query.plan(listed.conditions, listed.seen, listed.total)

    async def _said(self, query: str, plan: Plan) -> list[tuple[object, int]]:
        return [(row[0], row[1]) for row in await answered(self._db, query, plan.terms.values)]
