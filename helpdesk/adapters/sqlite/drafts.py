"""Drafts from REQUESTED to written, and who works on them."""

import secrets
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.decisions import SqliteDecisions
from helpdesk.adapters.sqlite.review_queue import SqliteReviewQueue
from helpdesk.adapters.sqlite.seeding import SHOWN, UNDECIDED, retire_tests
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.draft import Draft, DraftState, Fingerprint, Verdict, WrittenReply
from helpdesk.domain.errors import DraftSuperseded, NotFound
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import Priority

PRIORITY_RANK = {Priority.LOW: 0, Priority.NORMAL: 1, Priority.HIGH: 2, Priority.URGENT: 3}
FOREVER = datetime.max.replace(tzinfo=UTC)

_c, _m = t.drafts.c, t.messages.c
_THIS: sa.BindParameter[int] = sa.bindparam("draft")
_OF_TICKET = _c.ticket_id == sa.bindparam("ticket")
DRAFT = sa.select(t.drafts, SHOWN.label("planted")).where(_c.id == _THIS)
CITED = sa.select(t.citations).where(t.citations.c.draft_id == _THIS).order_by(t.citations.c.n)
LATEST = sa.select(sa.func.max(_c.id)).where(_OF_TICKET)
ASKED_LAST = sa.select(sa.func.max(_m.at)).where(_m.ticket_id == sa.bindparam("ticket"), _m.kind == MessageKind.CUSTOMER)
OPEN_ONES = t.drafts.update().where(_OF_TICKET, _c.state.in_(UNDECIDED))
REQUESTED = (
    sa.select(_c.id, _c.ticket_id)
    .join(t.tickets, t.tickets.c.id == _c.ticket_id)
    .where(_c.state == DraftState.REQUESTED, _c.not_before.is_(None) | (_c.not_before <= sa.bindparam("now")))
    .order_by(
        (_c.ticket_id == sa.bindparam("looked_at")).desc(),
        _c.urgent.desc(),
        sa.case(PRIORITY_RANK, value=t.tickets.c.priority, else_=0).desc(),
        _c.waiting_since.desc(),
        _c.id.desc(),
    )
    .limit(sa.bindparam("most"))
)
"""Every draft asks these: built once, which takes longer than asking."""


def correlation() -> str:
    """Names one draft in every log; not its id, which says how many there were before."""
    return secrets.token_hex(6)


class SqliteDrafts(SqliteDecisions, SqliteReviewQueue):
    async def request(self, ticket_id: TicketId, hint: str = "", *, urgent: bool = False, settle: float = 0.0) -> DraftId:
        await self.supersede_open(ticket_id)
        now = self._clock.now()
        values: dict[str, Any] = {
            "ticket_id": ticket_id,
            "hint": hint,
            "urgent": int(urgent),
            "reasons": [],
            "signals": {},
            "waiting_since": await self._db.scalar(ASKED_LAST, {"ticket": ticket_id}) or now,
            "created_at": now,
            "updated_at": now,
            "correlation": correlation(),
            "not_before": now + timedelta(seconds=settle) if settle else None,
        }
        made = await self._db.execute(t.drafts.insert(), values)
        assert made.inserted_primary_key is not None
        return DraftId(made.inserted_primary_key[0])

    async def supersede_open(self, ticket_id: TicketId) -> None:
        await retire_tests(self._db, ticket_id)
        gone = {"state": DraftState.SUPERSEDED, "claimed_by": "", "claimed_until": None, "updated_at": self._clock.now()}
        await self._db.execute(OPEN_ONES, {**gone, "ticket": ticket_id})

    async def lay_aside(self, draft_id: DraftId) -> None:
        approved = t.drafts.update().where(_c.id == draft_id, _c.state == DraftState.APPROVED)
        await self._db.execute(approved.values(state=DraftState.SUPERSEDED, updated_at=self._clock.now()))

    async def requested(
        self, limit: int, now: datetime | None = None, looked_at: TicketId | None = None
    ) -> list[tuple[DraftId, TicketId]]:
        given = {"now": now or FOREVER, "looked_at": -1 if looked_at is None else looked_at, "most": limit}
        return [(DraftId(r.id), TicketId(r.ticket_id)) for r in await self._db.execute(REQUESTED, given)]

    async def get(self, draft_id: DraftId) -> Draft:
        row = (await self._db.execute(DRAFT, {"draft": draft_id})).mappings().one_or_none()
        if row is None:
            raise NotFound("draft", str(draft_id))
        cited = await self._db.execute(CITED, {"draft": draft_id})
        draft = rows.draft(row, tuple(rows.citation(r) for r in cited.mappings()))
        return draft if row["planted"] is None else replace(draft, text=row["planted"])

    async def latest(self, ticket_id: TicketId) -> Draft | None:
        newest = await self._db.scalar(LATEST, {"ticket": ticket_id})
        return None if newest is None else await self.get(DraftId(newest))

    async def of_ticket(self, ticket_id: TicketId) -> list[Draft]:
        every = sa.select(t.drafts.c.id).where(t.drafts.c.ticket_id == ticket_id).order_by(t.drafts.c.id.desc())
        return [await self.get(DraftId(one)) for one in (await self._db.scalars(every)).all()]

    async def answered(
        self, draft_id: DraftId, reply: WrittenReply, verdict: Verdict, fingerprint: Fingerprint, *, improvable: bool = False
    ) -> bool:
        moved = await self._change(
            draft_id,
            t.drafts.c.state == DraftState.REQUESTED,
            state=DraftState.IN_REVIEW,
            improvable=int(improvable),
            **written(reply, verdict, fingerprint),
        )
        if moved:
            await self._cite(draft_id, reply)
        return moved

    async def improvable(self, limit: int, now: datetime, apart_from: TicketId | None) -> list[Draft]:
        c = t.drafts.c
        wanted = sa.select(c.id).where(c.improvable == 1, self._untouched(now)).order_by(c.urgent.desc(), c.id.desc())
        if apart_from is not None:
            wanted = wanted.where(c.ticket_id != apart_from)
        return [await self.get(DraftId(one)) for one in (await self._db.scalars(wanted.limit(limit))).all()]

    async def improved(
        self, draft: Draft, reply: WrittenReply, verdict: Verdict, fingerprint: Fingerprint, now: datetime
    ) -> bool:
        c = t.drafts.c
        same = self._untouched(now) & (c.revision == draft.revision)
        moved = await self._change(
            draft.id, same, revision=draft.revision + 1, improvable=0, **written(reply, verdict, fingerprint)
        )
        if moved:
            await self._db.execute(t.citations.delete().where(t.citations.c.draft_id == draft.id))
            await self._cite(draft.id, reply)
        return moved

    async def leave(self, draft_id: DraftId) -> None:
        await self._db.execute(t.drafts.update().where(t.drafts.c.id == draft_id).values(improvable=0))

    def _untouched(self, now: datetime) -> sa.ColumnElement[bool]:
        """In review, and no agent has begun to work on it."""
        c = t.drafts.c
        free = (c.claimed_by == "") | (c.claimed_until <= now)
        return (c.state == DraftState.IN_REVIEW) & c.edited.is_(None) & free

    async def _cite(self, draft_id: DraftId, reply: WrittenReply) -> None:
        if reply.citations:
            values = [{"draft_id": draft_id, **rows.citation_values(cited)} for cited in reply.citations]
            await self._db.execute(t.citations.insert(), values)

    async def failed(self, draft_id: DraftId, reason: str) -> None:
        await self._change(draft_id, t.drafts.c.state == DraftState.REQUESTED, state=DraftState.FAILED, failure=reason)

    async def claim(self, draft_id: DraftId, agent: str, now: datetime, until: datetime) -> str:
        d = t.drafts.c
        free = (d.claimed_by == "") | (d.claimed_by == agent) | (d.claimed_until <= now)
        await self._db.execute(t.drafts.update().where(d.id == draft_id, free).values(claimed_by=agent, claimed_until=until))
        return str(await self._db.scalar(sa.select(d.claimed_by).where(d.id == draft_id)) or "")

    async def holder(self, draft_id: DraftId, now: datetime) -> str:
        d = t.drafts.c
        return str(await self._db.scalar(sa.select(d.claimed_by).where(d.id == draft_id, d.claimed_until > now)) or "")

    async def on_same_passages(self, draft_id: DraftId, limit: int) -> list[DraftId]:
        c, d = t.citations.c, t.drafts.c
        mine = set(await self._db.scalars(sa.select(c.passage_id).where(c.draft_id == draft_id)))
        if not mine:
            return []
        common = sa.exists().where(c.draft_id == d.id, c.passage_id.in_(mine))
        strange = sa.exists().where(c.draft_id == d.id, c.passage_id.not_in(mine))
        counted = sa.select(sa.func.count(c.passage_id.distinct())).where(c.draft_id == d.id)
        cited = counted.correlate(t.drafts).scalar_subquery()
        same = (d.state == DraftState.IN_REVIEW, d.id != draft_id, common, ~strange, cited == len(mine))
        query = sa.select(d.id).where(*same).order_by(d.waiting_since, d.id).limit(limit)
        return [DraftId(one) for one in await self._db.scalars(query)]

    async def release(self, draft_id: DraftId, agent: str) -> None:
        d = t.drafts.c
        mine = t.drafts.update().where(d.id == draft_id, d.claimed_by == agent)
        await self._db.execute(mine.values(claimed_by="", claimed_until=None))

    async def keep_edit(self, draft_id: DraftId, revision: int, text: str | None) -> None:
        d = t.drafts.c
        same = (d.state == DraftState.IN_REVIEW) & (d.revision == revision)
        if not await self._change(draft_id, same, edited=text):
            raise DraftSuperseded(draft_id)

    async def skip(self, draft_id: DraftId, now: datetime) -> None:
        await self._change(
            draft_id, t.drafts.c.state == DraftState.IN_REVIEW, skipped_at=now, claimed_by="", claimed_until=None
        )

    async def _change(self, draft_id: DraftId, only: sa.ColumnElement[bool], **values: Any) -> bool:
        these = t.drafts.update().where(t.drafts.c.id == draft_id, only)
        changed = await self._db.execute(these, {"updated_at": self._clock.now(), **values})
        return bool(changed.rowcount)


def written(reply: WrittenReply, verdict: Verdict, fingerprint: Fingerprint) -> dict[str, Any]:
    return {
        "text": reply.text,
        "confidence": verdict.score,
        "route": verdict.route,
        "reasons": [asdict(reason) for reason in verdict.reasons],
        "signals": dict(verdict.signals),
        "fingerprint": asdict(fingerprint),
        "abstained": int(reply.abstained),
        "missing": reply.missing,
    }
