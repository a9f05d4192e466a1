"""Changes of more tickets than one transaction may hold: a portion each, all of them one operation.

Between two portions others read and write. Stopped or killed, what was done stays, and is taken back like any operation; taking
back that was itself broken off goes on where it was when it is asked for again.
"""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from helpdesk.domain.change import CHANGING, Kept, Operation, OperationId, Step, Undone
from helpdesk.domain.events import Event, JobProgressed
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import Progress
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing.doing import Doing, Done
from helpdesk.services.changing.undoing import Part, Undoing

LABEL = "Changing tickets"
PORTION = 1_000
"""Tickets of one transaction: whoever else writes waits that long."""

STEPS = 2_000
Portion = Callable[[Records, Sequence[TicketId], OperationId | None], Awaitable[Done]]


@dataclass
class Halt:
    """Whether what runs is to stop after its portion."""

    wanted: bool = False


@dataclass(frozen=True)
class AtLength:
    store: Store
    doing: Doing
    halt: Halt
    agent: str

    async def apply(self, tickets: Sequence[TicketId], portion: Portion) -> Operation | None:
        """`portion` makes some tickets so, as part of an operation or as the beginning of one; None when all were so."""
        course, made = Course(len(tickets), self.doing.publish, self.halt), None
        try:
            for start in range(0, len(tickets), PORTION):
                some = tickets[start : start + PORTION]
                done = await self.store.write(partial(_taken, portion, some, made))
                await self.doing.tell(done)
                made = done.operation or made
                if not course.goes_on(len(some)):
                    break
        finally:
            course.end()
        return made

    async def undo(self, of: Operation) -> Undone:
        """The last steps first. `of` counts as undone when the last portion is."""
        begun = await self.store.read(lambda records: records.changes.unfinished(of.id))
        course, so_far = Course(of.steps, self.doing.publish, self.halt), _SoFar(of, begun)
        try:
            while steps := await self.store.read(partial(_earlier, of.id, so_far.reached)):
                undone, done = await self.store.write(
                    partial(self._turned, of, Part(tuple(steps), so_far.into, begun is not None))
                )
                await self.doing.tell(done)
                so_far.add(steps, undone)
                if not course.goes_on(len(steps)):
                    return replace(so_far.undone, stopped=True)
        finally:
            course.end()
        if (into := so_far.into) is not None:
            await self.store.write(lambda records: records.changes.turned(into))
        return so_far.undone

    async def _turned(self, of: Operation, part: Part, records: Records) -> tuple[Undone, Done]:
        return await Undoing(self.doing).turn(records, of, self.agent, part)


class Course:
    """How far a long change is, told after each portion."""

    def __init__(self, total: int, publish: Callable[[Event], None], halt: Halt) -> None:
        self._total, self._publish, self._halt = total, publish, halt
        self._done, self._begun = 0, time.monotonic()
        halt.wanted = False

    def goes_on(self, more: int) -> bool:
        """`more` are done; False when it is to stop here."""
        self._done = min(self._total, self._done + more)
        left = (time.monotonic() - self._begun) / self._done * (self._total - self._done)
        self._publish(JobProgressed(CHANGING, Progress(self._done, self._total, LABEL, left)))
        return not self._halt.wanted

    def end(self) -> None:
        """However it ended, nothing more comes."""
        self._publish(JobProgressed(CHANGING, Progress(self._done, self._done, LABEL)))


class _SoFar:
    """What of an operation is taken back: into which undoing, and before which step the next portion ends."""

    def __init__(self, of: Operation, into: OperationId | None) -> None:
        self.into = into
        self.reached: int | None = None
        self.undone = Undone(of, None, (), ())
        self._kept: list[Kept] = []

    def add(self, steps: Sequence[Step], more: Undone) -> None:
        self.reached = steps[0].id
        self.into = more.operation.id if more.operation else self.into
        self._kept += more.kept
        self.undone = replace(
            self.undone,
            operation=more.operation or self.undone.operation,
            values=self.undone.values + more.values,
            kept=tuple(self._kept),
            stayed=self.undone.stayed + more.stayed,
        )


async def _taken(portion: Portion, tickets: Sequence[TicketId], made: Operation | None, records: Records) -> Done:
    return await portion(records, tickets, made.id if made else None)


async def _earlier(operation_id: OperationId, before: int | None, records: Records) -> list[Step]:
    return await records.changes.earlier_steps(operation_id, before, STEPS)
