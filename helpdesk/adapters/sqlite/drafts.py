"""Drafts from REQUESTED to written, and the review queue."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.decisions import SqliteDecisions
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import QueueRow
from helpdesk.domain.draft import Draft, DraftState, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import DraftSuperseded, NotFound
from helpdesk.domain.ids import DraftId, TicketId

OPEN = (DraftState.REQUESTED, DraftState.IN_REVIEW)


class SqliteDrafts(SqliteDecisions):
    async def request(self, ticket_id: TicketId, hint: str = "", *, urgent: bool = False) -> DraftId:
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
            )
        )
        assert made.inserted_primary_key is not None
        return DraftId(made.inserted_primary_key[0])

    async def supersede_open(self, ticket_id: TicketId) -> None:
        c = t.drafts.c
        await self._db.execute(
            t.drafts.update()
            .where(c.ticket_id == ticket_id, c.state.in_(OPEN))
            .values(state=DraftState.SUPERSEDED, claimed_by="", claimed_until=None, updated_at=self._clock.now())
        )

    async def requested(self, limit: int) -> list[tuple[DraftId, TicketId]]:
        c = t.drafts.c
        wanted = (
            sa.select(c.id, c.ticket_id).where(c.state == DraftState.REQUESTED).order_by(c.urgent.desc(), c.id).limit(limit)
        )
        return [(DraftId(r.id), TicketId(r.ticket_id)) for r in await self._db.execute(wanted)]

    async def get(self, draft_id: DraftId) -> Draft:
        found = await self._db.execute(sa.select(t.drafts).where(t.drafts.c.id == draft_id))
        row = found.mappings().one_or_none()
        if row is None:
            raise NotFound("draft", str(draft_id))
        cited = await self._db.execute(
            sa.select(t.citations).where(t.citations.c.draft_id == draft_id).order_by(t.citations.c.n)
        )
        return rows.draft(row, tuple(rows.citation(r) for r in cited.mappings()))

    async def latest(self, ticket_id: TicketId) -> Draft | None:
        newest = await self._db.scalar(sa.select(sa.func.max(t.drafts.c.id)).where(t.drafts.c.ticket_id == ticket_id))
        return None if newest is None else await self.get(DraftId(newest))

    async def answered(self, draft_id: DraftId, reply: WrittenReply, verdict: Verdict, fingerprint: Fingerprint) -> bool:
        moved = await self._change(
            draft_id,
            t.drafts.c.state == DraftState.REQUESTED,
            state=DraftState.IN_REVIEW,
            text=reply.text,
            confidence=verdict.score,
            route=verdict.route,
            reasons=[asdict(reason) for reason in verdict.reasons],
            signals=dict(verdict.signals),
            fingerprint=asdict(fingerprint),
            abstained=int(reply.abstained),
            missing=reply.missing,
        )
        if moved and reply.citations:
            values = [{"draft_id": draft_id, **rows.citation_values(cited)} for cited in reply.citations]
            await self._db.execute(t.citations.insert(), values)
        return moved

    async def failed(self, draft_id: DraftId, reason: str) -> None:
        await self._change(draft_id, t.drafts.c.state == DraftState.REQUESTED, state=DraftState.FAILED, failure=reason)

    async def queue(self, now: datetime, line: float, limit: int) -> list[QueueRow]:
        d = t.drafts.c
        urgent = (d.route == Route.ESCALATE) | (d.confidence < line)
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
            .order_by(d.skipped_at.is_not(None), d.skipped_at, urgent.desc(), d.confidence, d.waiting_since, d.id)
            .limit(limit)
        )
        return [rows.queue_row(r) for r in (await self._db.execute(query)).mappings()]

    async def claim(self, draft_id: DraftId, agent: str, now: datetime, until: datetime) -> str:
        d = t.drafts.c
        free = (d.claimed_by == "") | (d.claimed_by == agent) | (d.claimed_until <= now)
        await self._db.execute(t.drafts.update().where(d.id == draft_id, free).values(claimed_by=agent, claimed_until=until))
        return str(await self._db.scalar(sa.select(d.claimed_by).where(d.id == draft_id)) or "")

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
