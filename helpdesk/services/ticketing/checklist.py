"""What is still to be done before a ticket is."""

from dataclasses import dataclass, replace

from helpdesk.domain.change import OperationId, Spot
from helpdesk.domain.change import Step as Moved
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import TicketChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.ticket_panel import LONGEST_STEP, MOST_STEPS, Step
from helpdesk.ports.store import Records
from helpdesk.services.ticketing.bench import Bench, Move
from helpdesk.services.ticketing.facets import STEP, step_value


@dataclass(frozen=True)
class Checklist:
    bench: Bench

    async def of(self, ticket_id: TicketId) -> list[Step]:
        return await self.bench.store.read(lambda records: records.panel.steps(ticket_id))

    async def add(self, ticket_id: TicketId, text: str) -> list[Step]:
        """Every line of `text` becomes a step. Raises BadInput, NotFound."""
        lines = [one_line(line, LONGEST_STEP) for line in text.splitlines() if line.strip()]
        if not lines:
            raise BadInput("checklist", 0, "write what is to be done")

        async def work(records: Records) -> list[Step]:
            await records.tickets.get(ticket_id)
            there = len(await records.panel.steps(ticket_id))
            if there + len(lines) > MOST_STEPS:
                raise BadInput("checklist", 0, f"a checklist has at most {MOST_STEPS} steps; this one has {there}")
            made = [await records.panel.add_step(ticket_id, line) for line in lines]
            moved = [Moved(Spot(STEP, ticket_id, str(one.id)), None, step_value(one)) for one in made]
            await self.bench.changes.record(records, "checklist.added", moved, words={"text": lines[0], "steps": len(lines)})
            return made

        made = await self.bench.store.write(work)
        self.bench.publish(TicketChanged(ticket_id))
        return made

    async def tick(self, step_id: int, done: bool) -> OperationId | None:
        """Raises NotFound."""
        step = await self._get(step_id)
        kind = "checklist.ticked" if done else "checklist.unticked"
        return await self._put(kind, step, replace(step, done=done))

    async def remove(self, step_id: int) -> OperationId | None:
        """Raises NotFound."""
        return await self._put("checklist.removed", await self._get(step_id), None)

    async def _get(self, step_id: int) -> Step:
        step = await self.bench.store.read(lambda records: records.panel.step(step_id))
        if step is None:
            raise NotFound("checklist step", str(step_id))
        return step

    async def _put(self, kind: str, step: Step, after: Step | None) -> OperationId | None:
        spot = Spot(STEP, step.ticket_id, str(step.id))
        return await self.bench.move(Move(kind, spot, step_value(after), {"text": step.text}))
