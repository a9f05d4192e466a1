"""What agents decided about drafts: bound to the revision they saw, kept before and after, and undoable."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.noting import DECIDED_ON, Noting
from helpdesk.adapters.sqlite.seeding import is_test
from helpdesk.domain.change import ASSIGNEE, Target
from helpdesk.domain.decision import Decision, DecisionKind, NewDecision
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import DraftSuperseded, InvalidTransition, NotFound
from helpdesk.domain.ids import DecisionId, TicketId
from helpdesk.ports import Clock

OUTCOME = {
    DecisionKind.APPROVE: DraftState.APPROVED,
    DecisionKind.EDIT: DraftState.APPROVED,
    DecisionKind.REJECT: DraftState.REJECTED,
    DecisionKind.ESCALATE: DraftState.ESCALATED,
    DecisionKind.AUTO: DraftState.APPROVED,
}


class SqliteDecisions:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def decide(self, decision: NewDecision) -> Decision:
        d, now = t.drafts.c, self._clock.now()
        seen = (d.id == decision.draft_id) & (d.revision == decision.revision) & (d.state == DraftState.IN_REVIEW)
        seen &= ~is_test(d.id)
        before = (await self._db.execute(sa.select(d.ticket_id, d.text).where(seen))).one_or_none()
        if before is None:
            raise DraftSuperseded(decision.draft_id)
        moved = t.drafts.update().where(seen)
        await self._db.execute(
            moved.values(state=OUTCOME[decision.kind], edited=None, claimed_by="", claimed_until=None, updated_at=now)
        )
        if decision.kind is not DecisionKind.AUTO:
            await self._assign(TicketId(before.ticket_id), decision.agent)
        made = await self._db.execute(
            t.decisions.insert().values(
                draft_id=decision.draft_id,
                ticket_id=before.ticket_id,
                kind=decision.kind,
                agent=decision.agent,
                before=before.text,
                after=decision.after,
                reason=decision.reason,
                note=decision.note,
                revision=decision.revision,
                decided_at=now,
            )
        )
        assert made.inserted_primary_key is not None
        return await self.decision(DecisionId(made.inserted_primary_key[0]))

    async def _assign(self, ticket_id: TicketId, agent: str) -> None:
        """A ticket nobody has belongs to the agent who first decides on it."""
        c = t.tickets.c
        if await self._db.scalar(sa.select(c.id).where(c.id == ticket_id, c.assignee_id.is_(None))) is not None:
            await Noting(self._db, self._clock).become(ticket_id, [Target(ASSIGNEE, agent)], DECIDED_ON)

    async def undo(self, decision_id: DecisionId) -> Decision:
        decided = await self.decision(decision_id)
        if decided.undone:
            raise InvalidTransition("decision", "undone")
        d = t.drafts.c
        edited = decided.after if decided.after != decided.before else None
        back = t.drafts.update().where(d.id == decided.draft_id, d.state == OUTCOME[decided.kind])
        moved = await self._db.execute(
            back.values(state=DraftState.IN_REVIEW, edited=edited, revision=d.revision + 1, updated_at=self._clock.now())
        )
        if not moved.rowcount:
            raise DraftSuperseded(decided.draft_id)
        await self._db.execute(t.decisions.update().where(t.decisions.c.id == decision_id).values(undone=1))
        return await self.decision(decision_id)

    async def decisions(self, ticket_id: TicketId) -> list[Decision]:
        wanted = sa.select(t.decisions).where(t.decisions.c.ticket_id == ticket_id).order_by(t.decisions.c.id)
        return [rows.decision(r) for r in (await self._db.execute(wanted)).mappings()]

    async def decided_since(self, agent: str, since: datetime) -> list[datetime]:
        c = t.decisions.c
        mine = sa.select(c.decided_at).where(c.decided_at >= since, c.undone == 0, c.agent == agent)
        return list(await self._db.scalars(mine.order_by(c.decided_at)))

    async def decision(self, decision_id: DecisionId) -> Decision:
        found = await self._db.execute(sa.select(t.decisions).where(t.decisions.c.id == decision_id))
        row = found.mappings().one_or_none()
        if row is None:
            raise NotFound("decision", str(decision_id))
        return rows.decision(row)
