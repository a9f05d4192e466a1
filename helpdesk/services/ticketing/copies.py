"""People who get every public reply on a ticket too."""

from dataclasses import dataclass
from email.utils import parseaddr

from helpdesk.domain.change import OperationId, Spot
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.ticket_panel import Copy
from helpdesk.ports.store import Records
from helpdesk.services.ticketing.bench import Bench, Move
from helpdesk.services.ticketing.facets import COPY

MOST_COPIES = 20
LONGEST_ADDRESS = 254


@dataclass(frozen=True)
class Copies:
    bench: Bench

    async def of(self, ticket_id: TicketId) -> list[Copy]:
        return await self.bench.store.read(lambda records: records.panel.copies(ticket_id))

    async def add(self, ticket_id: TicketId, address: str, name: str = "") -> OperationId | None:
        """Raises BadInput for what is no mail address, NotFound. It may come with its name, or as a link to write to it."""
        if address.rstrip().endswith(">"):
            told, address = parseaddr(address)
            name = name or told
        said = one_line(address, LONGEST_ADDRESS).lower().removeprefix("mailto:").partition("?")[0]
        if not said.isascii() or " " in said or "@" not in said.strip("@") or any(sign in said for sign in "<>,;()[]"):
            raise BadInput("copy", 0, f"'{said}' is not a mail address")

        async def room(records: Records) -> None:
            await records.tickets.get(ticket_id)
            if len(await records.panel.copies(ticket_id)) >= MOST_COPIES:
                raise BadInput("copy", 0, f"a reply goes to at most {MOST_COPIES} people beside the requester")

        await self.bench.store.read(room)
        spot = Spot(COPY, ticket_id, said)
        return await self.bench.move(Move("copy.added", spot, one_line(name, 120), {"address": said}))

    async def remove(self, ticket_id: TicketId, address: str) -> OperationId | None:
        return await self.bench.move(Move("copy.removed", Spot(COPY, ticket_id, address), None, {"address": address}))
