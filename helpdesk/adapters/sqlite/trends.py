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
"""The days as a table: one statement, however many they are."""

DAYS = sa.select(
    *(sa.func.json_extract(SPANS.c.value, f"$[{place}]").label(name) for place, name in enumerate(("day", "begun", "ended")))
).cte("days")


def within(column: sa.ColumnElement[Any], since: datetime, until: datetime) -> sa.ColumnElement[bool]:
    return (column >= since) & (column < until)


def on_day(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    told = sa.type_coerce(column, sa.Text)
    return (told >= DAYS.c.begun) & (told < DAYS.c.ended)


def waited(until: sa.ColumnElement[Any]) -> sa.ColumnElement[float]:
    """Seconds to the hundredth since the ticket came in; SQLite counts in days."""
    days = sa.func.julianday(until) - sa.func.julianday(t.tickets.c.created_at)
    return sa.func.round(days * DAY_SECONDS, 2)


def stands(since: datetime, until: datetime) -> sa.ColumnElement[bool]:
    return within(t.decisions.c.decided_at, since, until) & (t.decisions.c.undone == 0)


def of_kinds() -> list[sa.ColumnElement[int]]:
    """How many decisions of each kind, in the order of DecisionKind."""
    return [sa.func.count().filter(t.decisions.c.kind == kind) for kind in DecisionKind]


class SqliteTrends:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def decisions(self, since: datetime, until: datetime) -> list[Decisions]:
        k = t.decisions.c
        shared = (t.tickets.c.topic, k.writer, k.agent, k.kind)
        counted = sa.select(*shared, sa.func.count()).join_from(t.decisions, t.tickets, t.tickets.c.id == k.ticket_id)
        found = await self._db.execute(counted.where(stands(since, until)).group_by(*shared))
        return [Decisions(topic, made_by, agent, DecisionKind(kind), count) for topic, made_by, agent, kind, count in found]

    async def by_article(self, since: datetime, until: datetime, limit: int) -> list[Tally]:
        k, x, a = t.decisions.c, t.citations.c, t.articles.c
        again = t.citations.alias("again")
        same = (again.c.draft_id == x.draft_id) & (again.c.article_id == x.article_id) & (again.c.id < x.id)
        kinds = [count.label(kind.name.lower()) for kind, count in zip(DecisionKind, of_kinds(), strict=True)]
        every = sa.func.count()
        grouped = (
            sa.select(x.article_id, every.label("every"), *kinds)
            .select_from(t.decisions.join(t.citations, x.draft_id == k.draft_id))
            .where(stands(since, until), ~sa.exists().where(same))
            .group_by(x.article_id)
        )
        most = grouped.order_by(every.desc(), x.article_id).limit(limit).subquery()
        gone = sa.select(x.title).where(x.article_id == most.c.article_id).limit(1).scalar_subquery()
        named = sa.select(most, sa.func.coalesce(a.title, gone)).outerjoin(t.articles, a.id == most.c.article_id)
        found = await self._db.execute(named.order_by(most.c.every.desc(), most.c.article_id))
        return [
            Tally(title or f"article {article}", dict(zip(DecisionKind, map(int, counts), strict=True)), str(article))
            for article, _, *counts, title in found
        ]

    async def decided_by_day(self, days: Sequence[DaySpan]) -> list[tuple[date, DecisionKind, int]]:
        k = t.decisions.c
        counted = sa.select(sa.func.json_array(*of_kinds())).where(on_day(k.decided_at), k.undone == 0)
        found = [(day, zip(DecisionKind, json.loads(counts), strict=True)) for day, counts in await self._each(counted, days)]
        return [(day, kind, count) for day, counts in found for kind, count in counts if count]

    async def received_by_day(self, days: Sequence[DaySpan]) -> Mapping[date, int]:
        return dict(await self._each(sa.select(sa.func.count()).where(on_day(t.tickets.c.created_at)), days))

    async def first_answers(self, days: Sequence[DaySpan]) -> list[FirstAnswers]:
        """The durations of a day come as one JSON array: thousands of rows cost more to hand over than to find."""
        m, k, x = t.messages.c, t.decisions.c, t.citations.c
        earlier = t.messages.alias("earlier")
        e = earlier.c
        before = sa.tuple_(e.at, e.id) < sa.tuple_(m.at, m.id)
        answered = sa.exists().where(e.ticket_id == m.ticket_id, e.kind == MessageKind.PUBLIC_REPLY, before)
        sent = (k.ticket_id == m.ticket_id) & (k.undone == 0) & k.kind.in_(UNCHANGED) & (k.decided_at <= m.at)
        unchanged = sa.exists().where(sent, sa.exists().where(x.draft_id == k.draft_id))
        waits, kept = sa.func.json_group_array(waited(m.at)), sa.func.count().filter(unchanged)
        counted = (
            sa.select(sa.func.json_array(waits, kept))
            .join_from(t.messages, t.tickets, t.tickets.c.id == m.ticket_id)
            .where(m.kind == MessageKind.PUBLIC_REPLY, on_day(m.at), ~answered)
        )
        found = [(day, *json.loads(told)) for day, told in await self._each(counted, days)]
        return [FirstAnswers(day, tuple(seconds), same) for day, seconds, same in found if seconds]

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
        return {int(stars): count for stars, count in await self._db.execute(query)}

    async def reopened(self, since: datetime, until: datetime) -> int:
        o = c.outcomes.c
        query = sa.select(sa.func.count(sa.distinct(o.ticket_id))).where(
            within(o.at, since, until), o.kind == Hindsight.WROTE_AGAIN
        )
        return await self._db.scalar(query) or 0

    async def _each(self, counted: sa.Select[Any], days: Sequence[DaySpan]) -> list[tuple[date, Any]]:
        """One walk along an index a day. Joined with the days, all their rows would be sorted to be told apart again."""
        spans = json.dumps([(one.day.isoformat(), moment_text(one.begun), moment_text(one.ended)) for one in days])
        wanted = sa.select(DAYS.c.day, counted.correlate(DAYS).scalar_subquery())
        return [(date.fromisoformat(day), told) for day, told in await self._db.execute(wanted, {"spans": spans})]
