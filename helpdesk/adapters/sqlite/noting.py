"""What the store changes on a ticket beside what it was asked to do, noted like every other change."""

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.changes import SqliteChanges
from helpdesk.adapters.sqlite.ticket_values import among
from helpdesk.domain import change as c
from helpdesk.domain.change import Deed, NewOperation, Spot, Step, Target
from helpdesk.domain.ids import TicketId
from helpdesk.ports import Clock

CUSTOMER_WROTE = Deed("customer-wrote")
REPLY_LEFT = Deed("reply-left")
MESSAGE_READ = Deed("message-read")
STATUS_SET = Deed("status")
DECIDED_ON = Deed("decided-on")


class Noting:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._changes = SqliteChanges(connection, clock)

    async def home(self, ticket_id: TicketId) -> TicketId:
        """Where what is said on it belongs: the ticket it was merged into."""
        return await self._changes.home(ticket_id)

    async def brought_back(self, tickets: Collection[TicketId]) -> set[TicketId]:
        """Those that were hidden, because the import that brought them was taken back; they are not any more."""
        c = t.tickets.c
        shown = t.tickets.update().where(among(c.id, tickets), c.hidden == 1).values(hidden=0).returning(c.id)
        return {TicketId(one) for one in await self._db.scalars(shown)} if tickets else set()

    async def become(self, ticket_id: TicketId, targets: Sequence[Target], deed: Deed, *, undoable: bool = True) -> None:
        """Makes the ticket so, in values of its own row, and keeps what was not so before as an operation. Raises NotFound."""
        before = await self._changes.row(ticket_id, [target.facet for target in targets])
        moved = {target.facet: target.value for target in targets if before[target.facet] != target.value}
        await self._changes.put_row(ticket_id, moved)
        steps = [Step(Spot(facet, ticket_id), before[facet], value) for facet, value in moved.items()]
        if any(step.spot.facet not in c.SILENT for step in steps):
            await self._changes.add(
                NewOperation(deed.kind, deed.agent or c.THE_DESK, tuple(steps), deed.words, undoable=undoable)
            )
