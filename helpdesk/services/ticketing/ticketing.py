"""A ticket worked on: everything beside its conversation."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.domain.change import PRIORITY, TAG, AddTag, Change, Operation, RemoveTag, SetPriority
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_panel import FieldValue, TicketSheet
from helpdesk.ports.store import Records
from helpdesk.services.ticketing.agents import Agents
from helpdesk.services.ticketing.bench import Bench
from helpdesk.services.ticketing.checklist import Checklist
from helpdesk.services.ticketing.copies import Copies
from helpdesk.services.ticketing.facets import FACETS
from helpdesk.services.ticketing.fields import Fields
from helpdesk.services.ticketing.links import Links
from helpdesk.services.ticketing.requesters import Requesters
from helpdesk.services.ticketing.sleeping import Sleeping

TAGS_OFFERED = 200


class Ticketing:
    """A room of small services; what is simple to say of a ticket is said here."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.agents = Agents(bench)
        self.fields = Fields(bench)
        self.checklist = Checklist(bench)
        self.links = Links(bench)
        self.copies = Copies(bench)
        self.sleeping = Sleeping(bench)
        self.requesters = Requesters(bench)
        bench.changes.register(*FACETS)

    async def sheet(self, ticket_id: TicketId) -> TicketSheet:
        """Raises NotFound."""

        async def work(records: Records) -> TicketSheet:
            ticket = await records.tickets.get(ticket_id)
            sleep = await records.panel.snoozed(ticket_id)
            said = await records.panel.fields([ticket_id])
            return TicketSheet(
                ticket=ticket,
                assignee=await records.people.agent(ticket.assignee_id) if ticket.assignee_id else None,
                snoozed_until=sleep[0] if sleep else None,
                snooze_note=sleep[1] if sleep else "",
                follow_up=await records.panel.follow_up(ticket_id),
                fields=tuple(
                    FieldValue(field, said.get((ticket_id, field.key), "")) for field in await records.panel.definitions()
                ),
                steps=tuple(await records.panel.steps(ticket_id)),
                links=tuple(await records.panel.linked(ticket_id)),
                copies=tuple(await records.panel.copies(ticket_id)),
            )

        return await self._bench.store.read(work)

    def now(self) -> datetime:
        """By the desk's clock."""
        return self._bench.clock.now()

    async def set_priority(self, tickets: Sequence[TicketId], priority: Priority) -> Operation | None:
        return await self._bench.changes.apply(tickets, [SetPriority(priority)], kind=PRIORITY)

    async def tag(self, tickets: Sequence[TicketId], add: Sequence[str] = (), remove: Sequence[str] = ()) -> Operation | None:
        """None when all were so already."""
        wanted: list[Change] = [AddTag(tag) for tag in add if tag.strip()]
        wanted += [RemoveTag(tag) for tag in remove if tag.strip()]
        return await self._bench.changes.apply(tickets, wanted, kind=TAG) if wanted else None

    async def tags(self, begins: str = "") -> list[str]:
        """Tags in use that begin so, the most used first."""
        return await self._bench.store.read(lambda records: records.panel.tags(begins, TAGS_OFFERED))
