"""What every service of this room works with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from helpdesk.domain.change import OperationId, Spot, Step, Value
from helpdesk.domain.events import ChangeTurned, Event, TicketChanged
from helpdesk.domain.ids import TicketId
from helpdesk.ports import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes
from helpdesk.services.ticketing.facets import BY_NAME


@dataclass(frozen=True)
class Move:
    """One value to be another, and what a person is told of it. `ticket_id` is told of too when the spot is not its own."""

    kind: str
    spot: Spot
    after: Value
    words: Mapping[str, Value] = field(default_factory=dict)
    also: TicketId | None = None


@dataclass(frozen=True)
class Bench:
    """`agent` is the name of who works at this desk."""

    store: Store
    changes: Changes
    clock: Clock
    publish: Callable[[Event], None]
    agent: str

    def local(self) -> datetime:
        """Now on the wall clock of this computer, without a zone."""
        return self.clock.now().astimezone().replace(tzinfo=None)

    def moment(self, local: datetime) -> datetime:
        return local.astimezone(UTC)

    async def move(self, move: Move) -> OperationId | None:
        """Makes it so, undoable. None when it was so already."""

        async def work(records: Records) -> OperationId | None:
            facet = BY_NAME[move.spot.facet]
            (before,) = await facet.read(records, [move.spot])
            await facet.put(records, [(move.spot, move.after)])
            (after,) = await facet.read(records, [move.spot])
            return await self.changes.record(records, move.kind, [Step(move.spot, before, after)], words=dict(move.words))

        made = await self.store.write(work)
        if made is not None and move.spot.ticket_id is None:
            self.tell(move.spot.facet)
        for ticket_id in (move.spot.ticket_id, move.also):
            if made is not None and ticket_id is not None:
                self.publish(TicketChanged(ticket_id))
        return made

    def tell(self, *facets: str) -> None:
        """Of what belongs to no ticket, after the commit."""
        self.publish(ChangeTurned(frozenset(facets)))
