"""Drafts from REQUESTED to written, and the review queue."""

import secrets
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.decisions import SqliteDecisions
from helpdesk.adapters.sqlite.seeding import retire_test, shown_text
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import QueueRow
from helpdesk.domain.draft import Draft, DraftState, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import DraftSuperseded, NotFound
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import Priority

OPEN = (DraftState.REQUESTED, DraftState.IN_REVIEW)
PRIORITY_RANK = {Priority.LOW: 0, Priority.NORMAL: 1, Priority.HIGH: 2, Priority.URGENT: 3}


def correlation() -> str:
    """Names one draft in every log; not its id, which says how many there were before."""
    return secrets.token_hex(6)


class SqliteDrafts(SqliteDecisions):
    async def request(self, ticket_id: TicketId, hint: str = "", *, urgent: bool = False, settle: float = 0.0) -> DraftId:
        await self.supersede_open(ticket_id)
        m, now = t.messages.c, self._clock.now()
        asked = sa.select(sa.func.max(m.at)).where(m.ticket_id == ticket_id, m.kind == MessageKind.CUSTOMER)
        waiting = await self._db.scalar(asked) or now
        made = await self._db.execute(
            t.drafts.insert().values(
                ticket_id=ticket_id,
                hint=hint,
                urgent=int(urgent),
                reasons=[],
                signals={},
                waiting_since=waiting,
                created_at=now,
                updated_at=now,
                correlation=correlation(),
                not_before=now + timedelta(seconds=settle) if settle else None,
            )
        )
        assert made.inserted_primary_key is not None
        return DraftId(made.inserted_primary_key[0])

    async def supersede_open(self, ticket_id: TicketId) -> None:
        c = t.drafts.c
        await retire_test(self._db, sa.select(c.id).where(c.ticket_id == ticket_id, c.state.in_(OPEN)))
        await self._db.execute(
            t.drafts.update()
            .where(c.ticket_id == ticket_id, c.state.in_(OPEN))
            .values(state=DraftState.SUPERSEDED, claimed_by="", claimed_until=None, updated_at=self._clock.now())
        )

    async def requested(
        self, limit: int, now: datetime | None = None, looked_at: TicketId | None = None
    ) -> list[tuple[DraftId, TicketId]]:
        c, k = t.drafts.c, t.tickets.c
        ripe = sa.true() if now is None else c.not_before.is_(None) | (c.not_before <= now)
        looked = c.ticket_id == (-1 if looked_at is None else looked_at)
        pressing = sa.case(PRIORITY_RANK, value=k.priority, else_=0)
        wanted = sa.select(c.id, c.ticket_id).join(t.tickets, k.id == c.ticket_id).where(c.state == DraftState.REQUESTED, ripe)
        order = (looked.desc(), c.urgent.desc(), pressing.desc(), c.waiting_since.desc(), c.id.desc())
        return [(DraftId(r.id), TicketId(r.ticket_id)) for r in await self._db.execute(wanted.order_by(*order).limit(limit))]

    async def get(self, draft_id: DraftId) -> Draft:
        found = await self._db.execute(sa.select(t.drafts).where(t.drafts.c.id == draft_id))
        row = found.mappings().one_or_none()
        if row is None:
            raise NotFound("draft", str(draft_id))
        cited = await self._db.execute(
            sa.select(t.citations).where(t.citations.c.draft_id == draft_id).order_by(t.citations.c.n)
        )
        draft = rows.draft(row, tuple(rows.citation(r) for r in cited.mappings()))
        planted = await shown_text(self._db, draft_id)
        return draft if planted is None else replace(draft, text=planted)

    async def latest(self, ticket_id: TicketId) -> Draft | None:
        newest = await self._db.scalar(sa.select(sa.func.max(t.drafts.c.id)).where(t.drafts.c.ticket_id == ticket_id))
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
            draft.id, same, revision=c.revision + 1, improvable=0, **written(reply, verdict, fingerprint)
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

    async def queue(self, now: datetime, line: float | None, limit: int) -> list[QueueRow]:
        d = t.drafts.c
        by_score = () if line is None else (((d.route == Route.ESCALATE) | (d.confidence < line)).desc(), d.confidence)
        holder = sa.case((d.claimed_until > now, d.claimed_by), else_="")
        said = sa.select(t.messages.c.body).where(
            t.messages.c.ticket_id == d.ticket_id, t.messages.c.kind == MessageKind.CUSTOMER
        )
        snippet = sa.func.substr(said.order_by(t.messages.c.at.desc()).limit(1).scalar_subquery(), 1, 160)
        query = (
            sa.select(
                t.drafts,
                t.tickets.c.subject,
                t.tickets.c.topic,
                t.requesters.c.name,
                t.requesters.c.email,
                holder.label("holder"),
                sa.func.coalesce(snippet, "").label("snippet"),
            )
            .select_from(t.drafts.join(t.tickets, t.tickets.c.id == d.ticket_id).join(t.requesters))
            .where(d.state == DraftState.IN_REVIEW)
            .order_by(d.skipped_at.is_not(None), d.skipped_at, *by_score, d.waiting_since, d.id)
            .limit(limit)
        )
        return [rows.queue_row(r) for r in (await self._db.execute(query)).mappings()]

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
        changed = await self._db.execute(
            t.drafts.update().where(t.drafts.c.id == draft_id, only).values(updated_at=self._clock.now(), **values)
        )
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
