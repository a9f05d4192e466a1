"""Drafts with what people decided about them, of one writer and the scorer that judged them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.assessments import CANDIDATE
from helpdesk.domain.reliability import DIGITS, ScoredDraft
from helpdesk.ports.certifying_records import Stretch

WEEK = timedelta(days=7)
_a, _l, _d = c.assessments.c, c.labels.c, t.drafts.c
_JUDGED = c.labels.join(c.assessments, _a.draft_id == _l.draft_id)


class SqliteJudgedDrafts:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def drafters(self) -> list[tuple[str, str]]:
        newest = sa.select(sa.func.max(_a.id)).where(_a.held_by != CANDIDATE).group_by(_a.writer)
        found = await self._db.execute(sa.select(_a.writer, _a.scorer).where(_a.id.in_(newest)).order_by(_a.writer))
        return [(writer, scorer) for writer, scorer in found]

    async def scored(self, drafter: tuple[str, str], limit: int, counted: Stretch | None) -> list[ScoredDraft]:
        drawn = (_a.flagged == 1) & (_a.sendable == 1) & within(counted) & asked(counted)
        wanted = sa.select(_a.score, _l.wrong, drawn).select_from(_JUDGED)
        newest = wanted.where(among_judged(drafter), _a.score.is_not(None)).order_by(_l.decided_at.desc()).limit(limit)
        return [ScoredDraft(score, bool(wrong), bool(lot)) for score, wrong, lot in await self._db.execute(newest)]

    async def scores(self, drafter: tuple[str, str], counted: Stretch | None) -> list[tuple[float, bool, int]]:
        rounded = sa.func.round(sa.func.coalesce(_a.score, -1.0), DIGITS)
        may_go = (_a.sendable == 1) & asked(counted)
        each = sa.select(rounded, may_go, sa.func.count()).where(of(drafter), within(counted)).group_by(rounded, may_go)
        return [(score, bool(sendable), count) for score, sendable, count in await self._db.execute(each)]

    async def signals(self, drafter: tuple[str, str], limit: int) -> list[tuple[Mapping[str, float], bool]]:
        """The newest are picked first: a draft is a large row to read."""
        judged = sa.select(_l.draft_id, _l.wrong, _l.decided_at).select_from(_JUDGED).where(among_judged(drafter))
        picked = judged.order_by(_l.decided_at.desc()).limit(limit).subquery()
        newest = (
            sa.select(_d.signals, picked.c.wrong)
            .join_from(picked, t.drafts, _d.id == picked.c.draft_id)
            .order_by(picked.c.decided_at.desc())
        )
        return [(numbers(signals), bool(wrong)) for signals, wrong in await self._db.execute(newest)]

    async def a_week(self, drafter: tuple[str, str], since: datetime, until: datetime) -> tuple[float, float]:
        within = (of(drafter)) & (_a.at >= since) & (_a.at < until)
        first, count = (await self._db.execute(sa.select(sa.func.min(_a.at), sa.func.count()).where(within))).one()
        span = max(timedelta(days=1), until - (first or since))
        return count * (WEEK / span), span / timedelta(days=1)


def of(drafter: tuple[str, str]) -> sa.ColumnElement[bool]:
    writer, scorer = drafter
    return (_a.scorer == scorer) & (_a.writer == writer)


def within(counted: Stretch | None) -> sa.ColumnElement[bool]:
    """That drafter's, in that time; everything where nothing says which."""
    if counted is None:
        return sa.true()
    return (_a.fingerprint == counted.drafter.fingerprint) & (_a.at > counted.since)


def asked(counted: Stretch | None) -> sa.ColumnElement[bool]:
    """About what the goal speaks of."""
    if counted is None:
        return sa.true()
    return _a.topic.in_(counted.topics) if counted.topics else _a.topic.not_in(counted.never)


def among_judged(drafter: tuple[str, str]) -> sa.ColumnElement[bool]:
    """So written that no index finds them: what was judged is walked from the newest until there are enough."""
    writer, scorer = drafter
    return (_a.scorer.concat("") == scorer) & (_a.writer.concat("") == writer)


def numbers(signals: Any) -> Mapping[str, float]:
    return {name: float(value) for name, value in signals.items() if isinstance(value, int | float)}
