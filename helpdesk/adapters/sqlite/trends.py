"""Counts over days, each in one statement. What they cost is measured in tests/benchmarks/insights.py."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.label import Hindsight
from helpdesk.domain.trends import DaySpan, FirstAnswers, Tally
from helpdesk.ports.insight_records import Decisions

UNCHANGED = (DecisionKind.APPROVE, DecisionKind.AUTO)
DAY_SECONDS = 86400
SPANS = sa.func.json_each(sa.bindparam("spans")).table_valued("value", name="spans")
"""The days as a table: one statement, however many they are, and one walk along an index counts them all."""

DAYS = sa.select(
    *(sa.func.json_extract(SPANS.c.value, f"$[{place}]").label(name) for place, name in enumerate(("day", "begun", "ended")))
).cte("days")


def within(column: sa.ColumnElement[Any], since: datetime, until: datetime) -> sa.ColumnElement[bool]:
    return (column >= since) & (column < until)


def spans(days: Sequence[DaySpan]) -> dict[str, str]:
    return {"spans": json.dumps([(one.day.isoformat(), moment_text(one.begun), moment_text(one.ended)) for one in days])}


def on_day(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    told = sa.type_coerce(column, sa.Text)
    return (told >= DAYS.c.begun) & (told < DAYS.c.ended)


def waited(until: sa.ColumnElement[Any]) -> sa.ColumnElement[float]:
    """Seconds to the hundredth since the ticket came in; SQLite counts in days."""
    days = sa.func.julianday(until) - sa.func.julianday(t.tickets.c.created_at)
    return sa.func.round(days * DAY_SECONDS, 2)


def stands(since: datetime, until: datetime) -> sa.ColumnElement[bool]:
    return within(t.decisions.c.decided_at, since, until) & (t.decisions.c.undone == 0)


class SqliteTrends:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def decisions(self, since: datetime, until: datetime) -> list[Decisions]:
        k, d, s, tk = t.decisions.c, t.drafts.c, c.assessments.c, t.tickets.c
        assessed = sa.select(s.writer).where(s.draft_id == k.draft_id).order_by(s.revision.desc()).limit(1)
        told = sa.select(sa.func.json_extract(d.fingerprint, "$.writer")).where(d.id == k.draft_id)
        writer = sa.func.coalesce(assessed.scalar_subquery(), told.scalar_subquery(), "")
        # Materialised: a GROUP BY of the same expressions would look for each writer a second time.
        each = (
            sa.select(tk.topic, writer.label("writer"), k.agent, k.kind)
            .select_from(t.decisions.join(t.tickets, tk.id == k.ticket_id))
            .where(stands(since, until))
            .cte("each")
            .prefix_with("MATERIALIZED", dialect="sqlite")
        )
        found = await self._rows(sa.select(*each.c, sa.func.count()).group_by(*each.c))
        return [Decisions(topic, made_by, agent, DecisionKind(kind), count) for topic, made_by, agent, kind, count in found]

    async def by_article(self, since: datetime, until: datetime, limit: int) -> list[Tally]:
        k, x, a = t.decisions.c, t.citations.c, t.articles.c
        again = t.citations.alias("again")
        same = (again.c.draft_id == x.draft_id) & (again.c.article_id == x.article_id)
        once = sa.select(sa.func.min(again.c.id)).where(same).scalar_subquery()
        kinds = [sa.func.sum(sa.case((k.kind == kind, 1), else_=0)).label(kind.name.lower()) for kind in DecisionKind]
        every = sa.func.count()
        grouped = (
            sa.select(x.article_id, every.label("every"), *kinds)
            .select_from(t.decisions.join(t.citations, x.draft_id == k.draft_id))
            .where(stands(since, until), x.id == once)
            .group_by(x.article_id)
        )
        most = grouped.order_by(every.desc(), x.article_id).limit(limit).subquery()
        gone = sa.select(x.title).where(x.article_id == most.c.article_id).limit(1).scalar_subquery()
        named = sa.select(most, sa.func.coalesce(a.title, gone)).outerjoin(t.articles, a.id == most.c.article_id)
        found = await self._rows(named.order_by(most.c.every.desc(), most.c.article_id))
        return [
            Tally(title or f"article {article}", dict(zip(DecisionKind, map(int, counts), strict=True)), str(article))
            for article, _, *counts, title in found
        ]

    async def decided_by_day(self, days: Sequence[DaySpan]) -> list[tuple[date, DecisionKind, int]]:
        k = t.decisions.c
        counted: sa.Select[Any] = sa.select(DAYS.c.day, k.kind, sa.func.count()).join_from(
            DAYS, t.decisions, on_day(k.decided_at) & (k.undone == 0)
        )
        found = await self._rows(counted.group_by(DAYS.c.day, k.kind), spans(days))
        return [(date.fromisoformat(day), DecisionKind(kind), count) for day, kind, count in found]

    async def received_by_day(self, days: Sequence[DaySpan]) -> Mapping[date, int]:
        counted: sa.Select[Any] = sa.select(DAYS.c.day, sa.func.count()).join_from(
            DAYS, t.tickets, on_day(t.tickets.c.created_at)
        )
        return {date.fromisoformat(day): count for day, count in await self._rows(counted.group_by(DAYS.c.day), spans(days))}

    async def first_answers(self, days: Sequence[DaySpan]) -> list[FirstAnswers]:
        """The durations of a day come as one JSON array: thousands of rows cost more to hand over than to find."""
        m, k, x = t.messages.c, t.decisions.c, t.citations.c
        earlier = t.messages.alias("earlier")
        e = earlier.c
        before = (e.at < m.at) | ((e.at == m.at) & (e.id < m.id))
        answered = sa.exists().where(e.ticket_id == m.ticket_id, e.kind == MessageKind.PUBLIC_REPLY, before)
        sent = (k.ticket_id == m.ticket_id) & (k.undone == 0) & k.kind.in_(UNCHANGED) & (k.decided_at <= m.at)
        unchanged = sa.exists().where(sent, sa.exists().where(x.draft_id == k.draft_id))
        replied = (m.kind == MessageKind.PUBLIC_REPLY) & on_day(m.at)
        query: sa.Select[Any] = (
            sa.select(DAYS.c.day, sa.func.json_group_array(waited(m.at)), sa.func.sum(sa.cast(unchanged, sa.Integer)))
            .select_from(DAYS.join(t.messages, replied).join(t.tickets, t.tickets.c.id == m.ticket_id))
            .where(~answered)
            .group_by(DAYS.c.day)
        )
        found = await self._rows(query, spans(days))
        return [FirstAnswers(date.fromisoformat(day), tuple(json.loads(waits)), same) for day, waits, same in found]

    async def resolutions(self, since: datetime, until: datetime) -> list[float]:
        """Grouped by a sum, which no index holds: else every line of every ticket's log is walked in its order."""
        a = t.activity.c
        ticket = a.ticket_id + 0
        solved = sa.select(ticket.label("ticket_id"), sa.func.max(a.at).label("at")).where(
            t.solving, within(a.at, since, until)
        )
        last = solved.group_by(ticket).subquery()
        query = sa.select(sa.func.json_group_array(waited(last.c.at))).select_from(
            last.join(t.tickets, t.tickets.c.id == last.c.ticket_id)
        )
        return list(json.loads(await self._db.scalar(query) or "[]"))

    async def ratings(self, since: datetime, until: datetime) -> Mapping[int, int]:
        o = c.outcomes.c
        query = (
            sa.select(o.stars, sa.func.count()).where(within(o.at, since, until), o.kind == Hindsight.RATING).group_by(o.stars)
        )
        return {int(stars): count for stars, count in await self._rows(query)}

    async def reopened(self, since: datetime, until: datetime) -> int:
        o = c.outcomes.c
        query = sa.select(sa.func.count(sa.distinct(o.ticket_id))).where(
            within(o.at, since, until), o.kind == Hindsight.WROTE_AGAIN
        )
        return await self._db.scalar(query) or 0

    async def _rows(self, query: sa.Select[Any], values: Mapping[str, str] | None = None) -> list[Any]:
        return list(await self._db.execute(query, values))
