"""An operation turned round: what is still as it left it goes back, what moved since stays and is said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain import change as c
from helpdesk.domain.change import Kept, NewOperation, Operation, OperationId, Step, Undone, Value
from helpdesk.domain.errors import InvalidTransition
from helpdesk.domain.events import ChangeTurned
from helpdesk.domain.ids import TicketId
from helpdesk.ports.store import Records
from helpdesk.services.changing.doing import Doing, Done

WORKED_ON = "worked-on"


@dataclass(frozen=True)
class Part:
    """Some steps of an operation too long for one transaction, to be turned round `into` an undoing that goes on; `again` when
    that was broken off before: what is back already is no news."""

    steps: tuple[Step, ...]
    into: OperationId | None
    again: bool


@dataclass(frozen=True)
class Undoing:
    doing: Doing

    async def turn(self, records: Records, of: Operation, agent: str, part: Part | None = None) -> tuple[Undone, Done]:
        """Raises InvalidTransition for what was undone already or has a way back of its own."""
        of = await records.changes.get(of.id)
        if of.undone or not of.undoable:
            raise InvalidTransition("operation", "undone" if of.undone else "undoable elsewhere")
        steps = await records.changes.steps(of.id) if part is None else part.steps
        now = await self.doing.facets.read(records, [step.spot for step in steps])
        busy = await self._worked_on(records, of, steps)
        back, kept = _parted(steps, now, busy, again=part is not None and part.again)
        restored = tuple(step for step in back if step.spot.facet not in c.SILENT)
        stayed = await self._stayed(records, of, steps)
        if not (restored if part is None else back):
            return Undone(of, None, (), await self._by_whom(records, kept), stayed), Done()
        kind = c.REDO if of.kind == c.UNDO else c.UNDO
        made = NewOperation(kind, agent, tuple(back), {"kind": of.kind, **of.words}, of.id, whole=part is None)
        done = await self.doing.do(records, made, part.into if part else None)
        turned = ChangeTurned(frozenset(step.spot.facet for step in done.steps))
        undone = Undone(of, done.operation, restored, await self._by_whom(records, kept), stayed, len(restored))
        return undone, replace(done, events=(*done.events, turned))

    async def _worked_on(self, records: Records, of: Operation, steps: Sequence[Step]) -> set[TicketId]:
        """Tickets the operation brought that somebody has done something with since: they do not vanish."""
        brought = [s.spot.ticket_id for s in steps if _vanishes(s) and s.spot.ticket_id is not None]
        return await records.changes.worked_on(brought, of.id) if brought else set()

    async def _stayed(self, records: Records, of: Operation, steps: Sequence[Step]) -> int:
        into = {TicketId(step.after) for step in steps if step.spot.facet == c.MERGED_INTO and step.after is not None}
        return await records.changes.said_since(into, of.id) if into else 0

    async def _by_whom(self, records: Records, kept: Sequence[Kept]) -> tuple[Kept, ...]:
        moved = await records.changes.moved_since([one.step for one in kept]) if kept else {}
        found = []
        for one in kept:
            last = moved.get(one.step.id)
            found.append(replace(one, agent=last.agent, kind=last.kind, at=last.at) if last else one)
        return tuple(found)


def _vanishes(step: Step) -> bool:
    return step.spot.facet == c.HIDDEN and not step.after


def _parted(steps: Sequence[Step], now: Sequence[Value], busy: set[TicketId], *, again: bool) -> tuple[list[Step], list[Kept]]:
    """The steps back, last first, and what has to stay."""
    back: list[Step] = []
    kept: list[Kept] = []
    for step, value in zip(reversed(steps), reversed(now), strict=True):
        if step.spot.ticket_id in busy:
            kept.append(Kept(step, value, why=WORKED_ON))
        elif value == step.after:
            back.append(step.back())
        elif step.spot.facet not in c.SILENT and not (again and value == step.before):
            kept.append(Kept(step, value))
    return back, kept
