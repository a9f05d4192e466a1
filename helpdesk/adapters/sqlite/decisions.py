"""What agents decided about drafts: bound to the revision they saw, kept before and after, and undoable."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rows
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.certifying_tables import assessments
from helpdesk.adapters.sqlite.changes import SqliteChanges
from helpdesk.adapters.sqlite.noting import DECIDED_ON, Noting
from helpdesk.adapters.sqlite.seeding import is_test
from helpdesk.domain.change import ASSIGNEE, Deed, Target
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
RECENT = 50
SENDING = frozenset(kind for kind, state in OUTCOME.items() if state is DraftState.APPROVED)
"""The text goes into the outbox with these; with the others the agent's edit stays on the draft, for whoever takes it up."""

_d, _a = t.drafts.c, assessments.c
_ASSESSED = sa.select(_a.writer).where(_a.draft_id == _d.id).order_by(_a.revision.desc()).limit(1)
_WRITER = sa.func.coalesce(_ASSESSED.scalar_subquery(), sa.func.json_extract(_d.fingerprint, "$.writer"), "")
_SEEN = (
    (_d.id == sa.bindparam("seen"))
    & (_d.revision == sa.bindparam("at_revision"))
    & (_d.state == DraftState.IN_REVIEW)
    & ~is_test(_d.id)
)
AS_SEEN = sa.select(_d.ticket_id, _d.text, _WRITER.label("writer")).where(_SEEN)
SEEN = t.drafts.update().where(_SEEN)
DECISION = sa.select(t.decisions).where(t.decisions.c.id == sa.bindparam("decision"))


class SqliteDecisions:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def decide(self, decision: NewDecision) -> Decision:
        now, seen = self._clock.now(), {"seen": decision.draft_id, "at_revision": decision.revision}
        before = (await self._db.execute(AS_SEEN, seen)).one_or_none()
        if before is None:
            raise DraftSuperseded(decision.draft_id)
        moved = {"state": OUTCOME[decision.kind], "claimed_by": "", "claimed_until": None, "updated_at": now}
        sent = {"edited": None} if decision.kind in SENDING else {}
        await self._db.execute(SEEN, {**moved, **sent, **seen})
        if decision.kind is not DecisionKind.AUTO:
            await self._assign(TicketId(before.ticket_id), decision.agent)
        told = {"ticket_id": before.ticket_id, "before": before.text, "writer": before.writer, "decided_at": now}
        made = await self._db.execute(t.decisions.insert(), {**vars(decision), **told})
        assert made.inserted_primary_key is not None
        return await self.decision(DecisionId(made.inserted_primary_key[0]))

    async def _assign(self, ticket_id: TicketId, agent: str) -> None:
        """A ticket nobody has belongs to the agent who first decides on it."""
        c = t.tickets.c
        if await self._db.scalar(sa.select(c.id).where(c.id == ticket_id, c.assignee_id.is_(None))) is not None:
            await Noting(self._db, self._clock).become(ticket_id, [Target(ASSIGNEE, agent)], DECIDED_ON)

    async def _give_back(self, decided: Decision) -> None:
        """A ticket that came to its agent by this decision belongs to nobody again, unless somebody has given it on."""
        changes = SqliteChanges(self._db, self._clock)
        done = await changes.listed(RECENT, ticket_id=decided.ticket_id)
        its = next((one for one in done if one.kind == DECIDED_ON.kind and one.at >= decided.decided_at), None)
        steps = await changes.steps(its.id) if its is not None else []
        if steps and not await changes.moved_since(steps):
            back = Deed("decision.undone", agent=decided.agent)
            await Noting(self._db, self._clock).become(decided.ticket_id, [Target(ASSIGNEE, None)], back)

    async def undo(self, decision_id: DecisionId) -> Decision:
        decided = await self.decision(decision_id)
        if decided.undone:
            raise InvalidTransition("decision", "undone")
        d = t.drafts.c
        sent = {"edited": decided.after if decided.after != decided.before else None} if decided.kind in SENDING else {}
        back = t.drafts.update().where(d.id == decided.draft_id, d.state == OUTCOME[decided.kind])
        moved = await self._db.execute(
            back.values(state=DraftState.IN_REVIEW, revision=d.revision + 1, updated_at=self._clock.now(), **sent)
        )
        if not moved.rowcount:
            raise DraftSuperseded(decided.draft_id)
        await self._give_back(decided)
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
        row = (await self._db.execute(DECISION, {"decision": decision_id})).mappings().one_or_none()
        if row is None:
            raise NotFound("decision", str(decision_id))
        return rows.decision(row)
