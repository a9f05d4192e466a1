"""The door to every change that can be taken back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.domain import change as c
from helpdesk.domain.change import Change, Deed, Operation, OperationId, Preview, Spot, Step, Undone, Value
from helpdesk.domain.errors import NotFound
from helpdesk.domain.events import Event
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.ports import Clock
from helpdesk.ports.change_records import Facet
from helpdesk.ports.store import Records, Store
from helpdesk.services.certifying import Consequences
from helpdesk.services.changing.at_length import PORTION, AtLength, Halt
from helpdesk.services.changing.doing import MOST, Doing, Done, finishes, operation
from helpdesk.services.changing.facets import Facets, KeyedFacet
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
    halt: Halt = field(default_factory=Halt)

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
        """Makes every ticket so, in one transaction; None when all were. Raises NotFound, BadInput for too many: see
        `apply_all`."""
        deed = Deed(kind, words or {}, agent)
        done = await self.store.write(lambda records: self.within(records, tickets, changes, deed))
        await self.tell(done)
        return done.operation

    async def apply_all(self, tickets: Sequence[TicketId], changes: Sequence[Change]) -> Operation | None:
        """The same for any number of tickets, a portion a transaction, told as JobProgressed, until `stop`. All that was done
        is one operation. Raises NotFound."""
        if len(tickets) <= PORTION:
            return await self.apply(tickets, changes)

        async def portion(records: Records, some: Sequence[TicketId], part_of: OperationId | None) -> Done:
            return await self.within(records, some, changes, Deed(BULK), part_of)

        return await self._at_length.apply(tickets, portion)

    async def stop(self) -> None:
        """The long change that runs, if one does, ends with the portion it is at."""
        self.halt.wanted = True

    async def within(
        self,
        records: Records,
        tickets: Sequence[TicketId],
        changes: Sequence[Change],
        deed: Deed,
        part_of: OperationId | None = None,
    ) -> Done:
        """The same inside another's transaction, as part of an operation that has begun if need be; after the commit what it
        did is to be told."""
        steps = await self.doing.wanted(records, tickets, [change.target for change in changes])
        moved = [s.spot.ticket_id for s in steps if s.spot.facet == c.STATUS and s.spot.ticket_id is not None]
        steps = [*await self.doing.moved(records, moved), *steps]  # first the moment: the store notes a status with it
        by = self.agent if deed.agent is None else deed.agent
        return await self.doing.do(records, operation(deed.kind, by, steps, deed.words), part_of)

    async def tell(self, done: Done) -> None:
        await self.doing.tell(done)

    async def preview(self, tickets: Sequence[TicketId], changes: Sequence[Change]) -> Preview:
        """What `apply_all` would do. Raises NotFound."""

        async def work(records: Records) -> Preview:
            found = Preview(len(tickets), len(tickets), ())
            for start in range(0, len(tickets), MOST):
                found = await self._foreseen(records, found, tickets[start : start + MOST], changes)
            return found

        return await self.store.read(work)

    async def _foreseen(
        self, records: Records, so_far: Preview, tickets: Sequence[TicketId], changes: Sequence[Change]
    ) -> Preview:
        steps = await self.doing.wanted(records, tickets, [change.target for change in changes])
        touched = {step.spot.ticket_id for step in steps}
        finished = [s.spot.ticket_id for s in steps if finishes(s) and s.spot.ticket_id is not None]
        retired = await records.changes.open_drafts(finished) if finished else {}
        moves = c.together((*so_far.moves, *c.moves(tuple(steps))))
        return Preview(so_far.tickets, so_far.unchanged - len(touched), moves, so_far.retired + len(retired))

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

    async def record_kept(self, records: Records, facet: KeyedFacet, key: str, before: Value) -> None:
        """The same for one thing of the desk that the caller has saved or taken away."""
        after = await facet.value(records, key)
        name = (after or before or {}).get("name", key)
        step = Step(Spot(facet.name, key=key), before, after)
        await self.record(records, f"{facet.name}.{'removed' if after is None else 'saved'}", [step], {"name": name})

    async def take_away(self, records: Records, facet: KeyedFacet, key: str) -> None:
        """One thing of the desk, in the caller's transaction. Raises NotFound."""
        before = await facet.value(records, key)
        if before is None:
            raise NotFound(facet.name.replace("-", " "), key)
        await facet.put_one(records, key, None)
        await self.record_kept(records, facet, key, before)

    async def undo(self, operation_id: OperationId) -> Undone:
        """Puts back what is still as the operation left it, one of very many tickets portion by portion as `apply_all` made it.
        Raises NotFound, InvalidTransition."""
        return await self._turned(await self.get(operation_id))

    async def redo(self, operation_id: OperationId) -> Undone:
        """Undoes an undoing: `operation_id` is the undoing's. Raises NotFound, InvalidTransition."""
        return await self._turned(await self.get(operation_id))

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

    async def split(self, ticket_id: TicketId, messages: Sequence[MessageId], subject: str) -> Operation:
        """These messages become a ticket of their own, its `target`. Raises NotFound, BadInput."""
        done = await self.store.write(lambda records: self._merging.split(records, ticket_id, messages, (subject, self.agent)))
        await self.tell(done)
        assert done.operation is not None
        return done.operation

    @property
    def _merging(self) -> Merging:
        return Merging(self.doing)

    @property
    def _at_length(self) -> AtLength:
        return AtLength(self.store, self.doing, self.halt, self.agent)

    async def _turned(self, of: Operation) -> Undone:
        if of.tickets > MOST and of.undoable and not of.undone:
            return await self._at_length.undo(of)
        undone, done = await self.store.write(lambda records: Undoing(self.doing).turn(records, of, self.agent))
        await self.tell(done)
        return undone

    async def _turned_first(self, which: Callable[[Records], Awaitable[Operation | None]]) -> Undone | None:
        found = await self.store.read(which)
        return None if found is None else await self._turned(found)
