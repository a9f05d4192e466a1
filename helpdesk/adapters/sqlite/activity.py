"""The activity log, which only grows, and the desk in numbers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.lists_tables import ticket_cells
from helpdesk.adapters.sqlite.ratings import SqliteRatings
from helpdesk.adapters.sqlite.trends import SqliteTrends
from helpdesk.domain.conversation import TROUBLED, MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.insights import HOURS, Hours, Numbers
from helpdesk.domain.log_words import kept
from helpdesk.domain.service_level import DueState
from helpdesk.domain.ticket import TicketStatus
from helpdesk.domain.trends import DaySpan, spread
from helpdesk.ports import Clock

BANDS = 4
RATED_DAYS = 30
UNDONE = tuple(status for status in TicketStatus if status not in (TicketStatus.SOLVED, TicketStatus.CLOSED))
UNWRITTEN = (DraftState.REQUESTED, DraftState.FAILED)
CORRELATION = sa.select(t.drafts.c.correlation).where(t.drafts.c.id == sa.bindparam("draft"))


class SqliteLog:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def note(self, kind: str, *, ticket_id: int | None = None, draft_id: int | None = None, **details: Any) -> None:
        if draft_id is not None and "correlation" not in details:
            mark = await self._db.scalar(CORRELATION, {"draft": draft_id})
            details |= {"correlation": mark} if mark else {}
        values = {"at": self._clock.now(), "kind": kind, "ticket_id": ticket_id, "draft_id": draft_id, "details": kept(details)}
        await self._db.execute(t.activity.insert(), values)


class SqliteInsights:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def numbers(self, since: datetime) -> Numbers:
        d, k, cell = t.drafts.c, t.decisions.c, ticket_cells.c
        written = d.confidence.is_not(None) & (d.created_at >= since)
        decided = (k.decided_at >= since) & (k.undone == 0)
        bands = await self._by(sa.func.min(sa.cast(d.confidence * BANDS, sa.Integer), BANDS - 1), written)
        hours = Hours(await self._by_hour(MessageKind.CUSTOMER, since), await self._by_hour(MessageKind.PUBLIC_REPLY, since))
        promised = await self._listed_by(cell.due_state, cell.due_state != DueState.NONE)
        return Numbers(
            received=await self._count(t.tickets.c.created_at >= since),
            drafted=await self._count(written),
            abstained=await self._count(written & (d.abstained == 1)),
            sent=sum(hours.left),
            decisions=await self._by(k.kind, decided),
            reject_reasons=await self._by(k.reason, decided & (k.reason != "")),
            routes=await self._by(d.route, written),
            bands=(bands.get("0", 0), bands.get("1", 0), bands.get("2", 0), bands.get("3", 0)),
            waiting=await self._count(d.state == DraftState.IN_REVIEW),
            open_tickets=await self._listed(cell.status.in_(UNDONE)),
            failed_sends=await self._count(t.outbox.c.state.in_(TROUBLED)),
            seconds_to_first_reply=await self._first_reply(since),
            overdue=promised.get(DueState.MISSED, 0),
            satisfaction=await SqliteRatings(self._db).satisfaction(since - timedelta(days=RATED_DAYS - 1)),
            loads=await self._loads(),
            promised=promised,
            hours=hours,
        )

    async def _listed(self, chosen: sa.ColumnElement[bool]) -> int:
        """Tickets that lists show, neither merged nor taken back; the cells count them already."""
        c = ticket_cells.c
        return await self._db.scalar(sa.select(sa.func.sum(c.tickets)).where(c.shown == 1, chosen)) or 0

    async def _listed_by(self, group: sa.ColumnElement[Any], chosen: sa.ColumnElement[bool]) -> dict[Any, int]:
        c = ticket_cells.c
        counted = sa.select(group, sa.func.sum(c.tickets)).where(c.shown == 1, chosen).group_by(group)
        return dict((await self._db.execute(counted)).all())

    async def _loads(self) -> tuple[tuple[str, int], ...]:
        names = {r.id: r.name for r in await self._db.execute(sa.select(t.agents.c.id, t.agents.c.name))}
        found = await self._listed_by(ticket_cells.c.assignee, ticket_cells.c.status.in_(UNDONE))
        return tuple((names.get(agent, ""), count) for agent, count in found.items())

    async def _by_hour(self, kind: MessageKind, since: datetime) -> tuple[int, ...]:
        at = t.messages.c.at
        hour = sa.cast(sa.func.strftime("%H", sa.type_coerce(at, sa.Text), "localtime"), sa.Integer)
        counted = sa.select(hour, sa.func.count()).where(t.messages.c.kind == kind, at >= since).group_by(hour)
        found = dict((await self._db.execute(counted)).all())
        return tuple(found.get(one, 0) for one in range(HOURS))

    async def _count(self, chosen: sa.ColumnElement[bool]) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).where(chosen)) or 0

    async def _by(self, group: sa.ColumnElement[Any], chosen: sa.ColumnElement[bool]) -> dict[str, int]:
        found = await self._db.execute(sa.select(group, sa.func.count()).where(chosen).group_by(group))
        return {str(name): count for name, count in found}

    async def _first_reply(self, since: datetime) -> float | None:
        """The median over tickets first answered since then."""
        answers = await SqliteTrends(self._db).first_answers([DaySpan(since.date(), since, datetime.max.replace(tzinfo=UTC))])
        return spread(seconds for answer in answers for seconds in answer.seconds).median
