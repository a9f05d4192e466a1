"""How each finished draft was assessed, and what became of it."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.domain.assessment import Assessed, Backlog, ShadowBook
from helpdesk.domain.draft import DraftState, Fingerprint
from helpdesk.domain.ids import DraftId
from helpdesk.ports.certifying_records import REWRITINGS_KEPT, Drafter, Judged, Rewriting, Stretch

SECRET = "lots.secret"
CANDIDATE = "candidate"
REWRITTEN = "labels.rewritten"
NEVER_DECIDED = (DraftState.SUPERSEDED, DraftState.FAILED, DraftState.REQUESTED)
FIRST_REVISION = 1
LAST_WRONG = 5
MONTH = timedelta(days=28)
WEEK = timedelta(days=7)

_a, _l, _d = c.assessments.c, c.labels.c, t.drafts.c
_arrived = sa.type_coerce(_a.at, sa.Text)
_JUDGED = c.assessments.join(t.drafts, _d.id == _a.draft_id).outerjoin(c.labels, _l.draft_id == _a.draft_id)
_DRAWN = (_a.flagged == 1) & (_a.sendable == 1)
_WAITS = _l.id.is_(None) & (_d.state == DraftState.IN_REVIEW)
_HELD_ONLY = (_a.would_send == 1) & (_a.sent == 0)
_BY = tuple(_a[name] == sa.bindparam(name) for name in ("scorer", "writer", "fingerprint"))
_OF = _a.draft_id == sa.bindparam("draft")

DROP_EARLIER = c.assessments.delete().where(_OF, _a.revision < sa.bindparam("before"))
NOTE = c.assessments.update().where(_OF, _a.scorer == sa.bindparam("by"))
DRAFTERS = sa.select(_a.writer, _a.scorer, _a.fingerprint).where(_OF, _DRAWN).order_by(_a.id)
TOPIC = sa.select(_a.topic).where(_OF).limit(1)
LATELY = sa.select(sa.func.count(), sa.func.min(_a.at)).where(_a.at > sa.bindparam("since"), _a.would_send == 1)
_NEWEST = sa.select(_a.draft_id).where(*_BY).order_by(_a.at.desc()).limit(1)
DRAFTED_BY = sa.select(_d.fingerprint).where(_d.id == _NEWEST.scalar_subquery())
_COUNTED = (
    sa.select(
        _a.draft_id,
        _a.topic,
        _a.score,
        sa.func.coalesce(_l.wrong, 1).label("wrong"),
        _WAITS.label("waits"),
        _arrived.label("at"),
    )
    .select_from(_JUDGED)
    .where(*_BY, _DRAWN, _a.score.is_not(None), _l.id.is_not(None) | _d.state.not_in(NEVER_DECIDED))
    .order_by(_arrived, _a.draft_id)
)
EVIDENCE = _COUNTED.where(_a.at > sa.bindparam("since"))
_LAST_AT = sa.bindparam("last_at", type_=sa.Text)
# One lower bound alone, or the index is read from the wrong one.
FURTHER = _COUNTED.where(_arrived >= _LAST_AT, (_arrived > _LAST_AT) | (_a.draft_id > sa.bindparam("last")))
"""Every draft and every decision asks these: built once, which takes longer than asking."""


class SqliteAssessments:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def add(self, assessed: Assessed) -> None:
        if assessed.revision > FIRST_REVISION:
            await self._db.execute(DROP_EARLIER, {"draft": assessed.draft_id, "before": assessed.revision})
        values = {
            "draft_id": assessed.draft_id,
            "revision": assessed.revision,
            "ticket_id": assessed.ticket_id,
            "writer": assessed.writer,
            "scorer": assessed.scorer,
            "fingerprint": assessed.fingerprint,
            "topic": assessed.topic,
            "score": assessed.score,
            "sendable": int(assessed.sendable),
            "flagged": int(assessed.flagged),
            "audit_share": assessed.audit_share,
            "would_send": int(assessed.would_send),
            "held_by": "" if assessed.live else CANDIDATE,
            "at": assessed.at,
        }
        await self._db.execute(c.assessments.insert(), values)

    async def held(self, draft_id: DraftId, scorer: str, why: str, *, would_send: bool) -> None:
        await self._note(draft_id, scorer, held_by=why, would_send=int(would_send))

    async def sent(self, draft_id: DraftId, scorer: str) -> None:
        await self._note(draft_id, scorer, sent=1, would_send=1)

    async def taken_back(self, draft_id: DraftId, why: str) -> None:
        own = c.assessments.update().where(_a.draft_id == draft_id, _a.sent == 1)
        await self._db.execute(own.values(sent=0, held_by=why))

    async def _note(self, draft_id: DraftId, scorer: str, **values: Any) -> None:
        await self._db.execute(NOTE, {**values, "draft": draft_id, "by": scorer})

    async def drafters_of(self, draft_id: DraftId) -> list[Drafter]:
        return [Drafter(*row) for row in await self._db.execute(DRAFTERS, {"draft": draft_id})]

    async def newest(self, writer: str, scorer: str) -> Drafter | None:
        which = (_a.writer == writer) & (_a.scorer == scorer) & (_a.fingerprint != "")
        wanted = sa.select(_a.writer, _a.scorer, _a.fingerprint).where(which)
        row = (await self._db.execute(wanted.order_by(_a.at.desc()).limit(1))).one_or_none()
        return None if row is None else Drafter(*row)

    async def writers(self) -> list[str]:
        return list(await self._db.scalars(sa.select(_a.writer).distinct().order_by(_a.writer)))

    async def evidence(self, drafter: Drafter, since: datetime, after: tuple[str, DraftId] | None = None) -> list[Judged]:
        if after is None:
            found = await self._db.execute(EVIDENCE, {**vars(drafter), "since": since})
        else:
            found = await self._db.execute(FURTHER, {**vars(drafter), "last_at": after[0], "last": after[1]})
        return [
            Judged(DraftId(key), topic, score, bool(wrong), bool(waits), at) for key, topic, score, wrong, waits, at in found
        ]

    async def reach(self, within: Stretch, cuts: Sequence[float]) -> list[float]:
        asked = _a.topic.in_(within.topics) if within.topics else _a.topic.not_in(within.never)
        above = [sa.func.sum(sa.case((asked & (_a.sendable == 1) & (_a.score >= cut), 1), else_=0)) for cut in cuts]
        wanted = sa.select(sa.func.count(), *above).select_from(c.assessments).where(*_BY, _a.at > within.since)
        drafts, *reached = (await self._db.execute(wanted, vars(within.drafter))).one()
        return [number / drafts if drafts else 0.0 for number in reached]

    async def topic_of(self, draft_id: DraftId) -> str:
        return str(await self._db.scalar(TOPIC, {"draft": draft_id}) or "")

    async def overdue(self, since: datetime, before: datetime, limit: int) -> list[DraftId]:
        wanted = sa.select(_a.draft_id).select_from(_JUDGED).where(_DRAWN, _WAITS, _a.at > since, _a.at <= before)
        return [DraftId(one) for one in await self._db.scalars(wanted.distinct().order_by(_a.draft_id).limit(limit))]

    async def backlog(self, since: datetime, soon: datetime) -> Backlog:
        drafts = sa.select(_a.draft_id, sa.func.min(_a.at).label("at")).select_from(_JUDGED)
        each = drafts.where(_DRAWN, _WAITS, _a.at >= since).group_by(_a.draft_id).subquery()
        due = sa.func.sum(sa.case((each.c.at < soon, 1), else_=0))
        row = (await self._db.execute(sa.select(sa.func.count(), due, sa.func.min(each.c.at)))).one()
        return Backlog(row[0], row[1] or 0, row[2])

    async def shadow(self, since: datetime) -> ShadowBook:
        kept = (_HELD_ONLY, _a.at >= since)
        counts = (
            sa.func.sum(sa.case((_l.wrong == 0, 1), else_=0)),
            sa.func.sum(sa.case((_l.wrong == 1, 1), else_=0)),
            sa.func.sum(sa.case((_WAITS, 1), else_=0)),
        )
        right, wrong, waiting = (await self._db.execute(sa.select(*counts).select_from(_JUDGED).where(*kept))).one()
        last = sa.select(_a.draft_id).select_from(_JUDGED).where(*kept, _l.wrong == 1).order_by(_a.id.desc()).limit(LAST_WRONG)
        newest = tuple(DraftId(one) for one in await self._db.scalars(last))
        return ShadowBook(right or 0, wrong or 0, waiting or 0, newest)

    async def weekly(self, now: datetime) -> float:
        count, first = (await self._db.execute(LATELY, {"since": now - MONTH})).one()
        return count / max(1.0, (now - first) / WEEK) if count else 0.0

    async def rewritten(self) -> tuple[Rewriting, ...]:
        return tuple(Rewriting(*one) for one in await rewritings(self._db))

    async def rewrite(self, draft_id: DraftId) -> None:
        await rewrite(self._db, draft_id)

    async def drafted_by(self, drafter: Drafter) -> Fingerprint | None:
        kept = await self._db.scalar(DRAFTED_BY, vars(drafter))
        return None if kept is None else replace(Fingerprint(**kept), scorer=drafter.scorer)

    async def secret(self) -> bytes:
        kept = await value_of(self._db, SECRET)
        if kept is None:
            kept = secrets.token_hex(32)
            await keep_value(self._db, SECRET, kept)
        return bytes.fromhex(kept)


async def rewritings(connection: AsyncConnection) -> list[list[str]]:
    kept = await value_of(connection, REWRITTEN)
    return [] if kept is None else list(json.loads(kept))


async def rewrite(connection: AsyncConnection, draft_id: DraftId) -> None:
    """Never the same mark twice: one of a transaction that failed must not come back."""
    at = await connection.scalar(sa.select(sa.func.min(_arrived)).where(_a.draft_id == draft_id))
    known = [*await rewritings(connection), [secrets.token_hex(8), at or ""]][-REWRITINGS_KEPT:]
    await keep_value(connection, REWRITTEN, json.dumps(known))
