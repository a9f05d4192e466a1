"""The door to every change that can be taken back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.domain import change as c
from helpdesk.domain.change import Change, Deed, Operation, OperationId, Preview, Step, Undone, Value
from helpdesk.domain.events import Event
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.ports import Clock
from helpdesk.ports.change_records import Facet
from helpdesk.ports.store import Records, Store
from helpdesk.services.certifying import Consequences
from helpdesk.services.changing.doing import Doing, Done, finishes, operation
from helpdesk.services.changing.facets import Facets
from helpdesk.services.changing.merging import MergePreview, Merging
from helpdesk.services.changing.then import TicketThen, then
from helpdesk.services.changing.undoing import Undoing

BULK = "bulk"


@dataclass(frozen=True)
class Changes:
    """`agent` is whose changes these are, unless one is named."""

    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    agent: str
    consequences: Consequences | None = None
    facets: Facets = field(default_factory=Facets)

    @property
    def doing(self) -> Doing:
        return Doing(self.clock, self.publish, self.facets, self.consequences)

    def register(self, *facets: Facet) -> None:
        """Values of another service from now on move in operations too."""
        self.facets.register(*facets)

    async def apply(
        self,
        tickets: Sequence[TicketId],
        changes: Sequence[Change],
        kind: str = BULK,
        words: Mapping[str, Value] | None = None,
        agent: str | None = None,
    ) -> Operation | None:
        """Makes every ticket so, in one transaction; None when all were. Raises NotFound, BadInput for too many."""
        deed = Deed(kind, words or {}, agent)
        done = await self.store.write(lambda records: self.within(records, tickets, changes, deed))
        await self.tell(done)
        return done.operation

    async def within(self, records: Records, tickets: Sequence[TicketId], changes: Sequence[Change], deed: Deed) -> Done:
        """The same inside another's transaction; after the commit what it did is to be told."""
        steps = await self.doing.wanted(records, tickets, [change.target for change in changes])
        moved = [s.spot.ticket_id for s in steps if s.spot.facet == c.STATUS and s.spot.ticket_id is not None]
        steps = [*await self.doing.moved(records, moved), *steps]  # first the moment: the store notes a status with it
        by = self.agent if deed.agent is None else deed.agent
        return await self.doing.do(records, operation(deed.kind, by, steps, deed.words))

    async def tell(self, done: Done) -> None:
        await self.doing.tell(done)

    async def preview(self, tickets: Sequence[TicketId], changes: Sequence[Change]) -> Preview:
        """What `apply` would do. Raises NotFound, BadInput for too many."""

        async def work(records: Records) -> Preview:
            steps = await self.doing.wanted(records, tickets, [change.target for change in changes])
            touched = {step.spot.ticket_id for step in steps}
            finished = [s.spot.ticket_id for s in steps if finishes(s) and s.spot.ticket_id is not None]
            retired = await records.changes.open_drafts(finished) if finished else {}
            return Preview(len(tickets), len(tickets) - len(touched), c.moves(tuple(steps)), len(retired))

        return await self.store.read(work)

    async def record(
        self,
        records: Records,
        kind: str,
        steps: Sequence[Step],
        words: Mapping[str, Value] | None = None,
        agent: str | None = None,
    ) -> OperationId | None:
        """Keeps what the caller has done itself in this transaction. Steps that changed nothing are left out; None when none is
        left."""
        real = [step for step in steps if step.before != step.after]
        if not real:
            return None
        return await records.changes.add(operation(kind, self.agent if agent is None else agent, real, words))

    async def undo(self, operation_id: OperationId) -> Undone:
        """Puts back what is still as the operation left it. Raises NotFound, InvalidTransition."""
        return await self._turned(operation_id)

    async def redo(self, operation_id: OperationId) -> Undone:
        """Undoes an undoing: `operation_id` is the undoing's. Raises NotFound, InvalidTransition."""
        return await self._turned(operation_id)

    async def undo_last(self) -> Undone | None:
        """The agent's own newest that stands; None when there is none."""
        return await self._turned_first(lambda records: records.changes.last(self.agent))

    async def redo_last(self) -> Undone | None:
        """What the agent undid last; None when there is none, or something else was done since."""
        return await self._turned_first(lambda records: records.changes.last_undone(self.agent))

    async def listed(self, limit: int, before: OperationId | None = None, ticket_id: TicketId | None = None) -> list[Operation]:
        """Newest first; of one ticket, or of all."""
        return await self.store.read(lambda records: records.changes.listed(limit, before, ticket_id))

    async def of_ticket(self, ticket_id: TicketId, limit: int = 500) -> list[Operation]:
        return await self.listed(limit, ticket_id=ticket_id)

    async def get(self, operation_id: OperationId) -> Operation:
        """Raises NotFound."""
        return await self.store.read(lambda records: records.changes.get(operation_id))

    async def steps(self, operation_id: OperationId, limit: int | None = None) -> list[Step]:
        return await self.store.read(lambda records: records.changes.steps(operation_id, limit))

    async def at(self, ticket_id: TicketId, moment: datetime) -> TicketThen:
        """The ticket as it was. Raises NotFound."""
        return await self.store.read(lambda records: then(records, ticket_id, moment))

    async def home(self, ticket_id: TicketId) -> TicketId:
        """Where its conversation goes on."""
        return await self.store.read(lambda records: records.changes.home(ticket_id))

    async def merge_preview(self, target: TicketId, sources: Sequence[TicketId]) -> MergePreview:
        """Raises NotFound, BadInput."""
        return await self.store.read(lambda records: self._merging.preview(records, target, sources))

    async def merge(self, target: TicketId, sources: Sequence[TicketId]) -> Operation:
        """Everything said on the sources is on the target from now on. Raises NotFound, BadInput."""
        done = await self.store.write(lambda records: self._merging.merge(records, target, sources, self.agent))
        await self.tell(done)
        assert done.operation is not None
        return done.operation

    async def split(self, ticket_id: TicketId, messages: Sequence[MessageId], subject: str) -> TicketId:
        """These messages become a ticket of their own. Raises NotFound, BadInput."""
        made, done = await self.store.write(
            lambda records: self._merging.split(records, ticket_id, messages, (subject, self.agent))
        )
        await self.tell(done)
        return made

    @property
    def _merging(self) -> Merging:
        return Merging(self.doing)

    async def _turned(self, operation_id: OperationId) -> Undone:
        undone, done = await self.store.write(lambda records: Undoing(self.doing).turn(records, operation_id, self.agent))
        await self.tell(done)
        return undone

    async def _turned_first(self, which: Callable[[Records], Awaitable[Operation | None]]) -> Undone | None:
        async def work(records: Records) -> tuple[Undone, Done] | None:
            found = await which(records)
            return None if found is None else await Undoing(self.doing).turn(records, found.id, self.agent)

        turned = await self.store.write(work)
        if turned is None:
            return None
        await self.tell(turned[1])
        return turned[0]
