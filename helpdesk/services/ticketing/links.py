"""Tickets that hang together."""

from dataclasses import dataclass

from helpdesk.domain.change import OperationId
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket_link import LinkedTicket, Relation, link_of
from helpdesk.ports.store import Records
from helpdesk.services.ticketing.bench import Bench, Move
from helpdesk.services.ticketing.facets import link_spot


@dataclass(frozen=True)
class Links:
    bench: Bench

    async def of(self, ticket_id: TicketId) -> list[LinkedTicket]:
        return await self.bench.store.read(lambda records: records.panel.linked(ticket_id))

    async def add(self, ticket_id: TicketId, relation: Relation, other_id: TicketId) -> OperationId | None:
        """`relation` is what the ticket is to the other. Raises BadInput, NotFound."""
        if ticket_id == other_id:
            raise BadInput("link", 0, f"ticket {ticket_id} cannot be linked with itself")

        async def both(records: Records) -> None:
            await records.tickets.get(ticket_id)
            await records.tickets.get(other_id)

        await self.bench.store.read(both)
        return await self._put("link.added", ticket_id, relation, other_id)

    async def remove(self, ticket_id: TicketId, relation: Relation, other_id: TicketId) -> OperationId | None:
        return await self._put("link.removed", ticket_id, relation, other_id)

    async def _put(self, kind: str, ticket_id: TicketId, relation: Relation, other_id: TicketId) -> OperationId | None:
        link = link_of(ticket_id, relation, other_id)
        there = True if kind == "link.added" else None
        return await self.bench.move(
            Move(kind, link_spot(link), there, {"one": link.ticket_id, "other": link.other_id}, also=link.other_id)
        )
