"""The review queue: an index of drafts in review alone puts them in order, the rows shown are then read one by one."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import QueueRow
from helpdesk.domain.draft import Route

SNIPPET = 160
_d = t.drafts.c
SHOWN = (_d.id, _d.ticket_id, _d.revision, _d.state, _d.confidence, _d.route, _d.reasons, _d.waiting_since, _d.claimed_until)
SAID = sa.select(t.messages.c.body).where(t.messages.c.ticket_id == _d.ticket_id, t.messages.c.kind == MessageKind.CUSTOMER)
LAST_SAID = SAID.order_by(t.messages.c.at.desc()).limit(1).scalar_subquery()


class SqliteReviewQueue:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def waiting(self) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).select_from(t.drafts).where(t.drafts_waiting)) or 0

    async def queue(self, now: datetime, line: float | None, limit: int, free_for: str | None = None) -> list[QueueRow]:
        order = in_order(line)
        wanted = sa.select(_d.id).where(t.drafts_waiting)
        if free_for is not None:
            wanted = wanted.where(_d.claimed_by.in_(("", free_for)) | (_d.claimed_until <= now))
        query = (
            sa.select(
                *SHOWN,
                t.tickets.c.subject,
                t.tickets.c.topic,
                t.requesters.c.name,
                t.requesters.c.email,
                sa.case((_d.claimed_until > now, _d.claimed_by), else_="").label("holder"),
                sa.func.coalesce(sa.func.substr(LAST_SAID, 1, SNIPPET), "").label("snippet"),
            )
            .select_from(t.drafts.join(t.tickets, t.tickets.c.id == _d.ticket_id).join(t.requesters))
            .where(_d.id.in_(wanted.order_by(*order).limit(limit)))
            .order_by(*order)
        )
        return [rows.queue_row(r) for r in (await self._db.execute(query)).mappings()]


def in_order(line: float | None) -> Sequence[sa.ColumnElement[object]]:
    by_score = () if line is None else (((_d.route == Route.ESCALATE) | (_d.confidence < line)).desc(), _d.confidence)
    return (_d.skipped_at.is_not(None), _d.skipped_at, *by_score, _d.waiting_since, _d.id)
