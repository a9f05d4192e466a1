"""Tickets of one person that may be one matter."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.changes_tables import told_apart
from helpdesk.adapters.sqlite.tickets import BY_ADDRESS
from helpdesk.domain.ids import RequesterId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports.change_records import Nearby

_t = t.tickets.c


class SqliteMatters:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def nearby(self, people: Collection[RequesterId], since: datetime, limit: int) -> list[Nearby]:
        wanted = (
            sa.select(_t.id, _t.subject, _t.status, _t.created_at)
            .where(_t.requester_id.in_(people), _t.hidden == 0, _t.merged_into.is_(None))
            .where(_t.status != TicketStatus.CLOSED, _t.updated_at >= since)
            .order_by(_t.updated_at.desc(), _t.id.desc())
            .limit(limit)
        )
        found = await self._db.execute(wanted)
        return [Nearby(TicketId(row.id), row.subject, TicketStatus(row.status), row.created_at) for row in found]

    async def who(self, email: str) -> RequesterId | None:
        found = await self._db.scalar(BY_ADDRESS, {"address": email})
        return None if found is None else RequesterId(found)

    async def apart_from(self, ticket_id: TicketId) -> set[TicketId]:
        a = told_apart.c
        pairs = sa.select(a.lower_id, a.higher_id).where((a.lower_id == ticket_id) | (a.higher_id == ticket_id))
        return {TicketId(one) for row in await self._db.execute(pairs) for one in row if one != ticket_id}
