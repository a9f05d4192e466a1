"""Agents who change tickets on the real store."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpdesk.domain.change import Spot, Value
from helpdesk.domain.conversation import IncomingMessage, OutboxState
from helpdesk.domain.draft import Draft
from helpdesk.domain.ids import DraftId, OutboxId, TicketId
from helpdesk.domain.ticket import ChannelName, Ticket
from helpdesk.ports import Records
from helpdesk.services.changing import Changes, Facets

if TYPE_CHECKING:
    from tests.fakes.clock import FixedClock
    from tests.services.conftest import Shift


@dataclass
class ChangingDesk:
    shift: "Shift"
    facets: Facets = field(default_factory=Facets)

    @property
    def clock(self) -> "FixedClock":
        return self.shift.clock

    @property
    def changes(self) -> Changes:
        return self.of(self.shift.settings.agent_name)

    def of(self, agent: str) -> Changes:
        return Changes(self.shift.store, self.clock, self.shift.heard.append, agent, None, self.facets)

    async def ticket(self, body: str = "My hub blinks red", email: str = "grace@example.org", **more: object) -> TicketId:
        message = IncomingMessage(ChannelName.FOLDER, body, "Grace", email, "Hub", body, self.clock.now(), **more)  # type: ignore[arg-type]
        return (await self.shift.store.write(lambda records: records.tickets.receive(message)))[0]

    async def many(self, count: int) -> list[TicketId]:
        now = self.clock.now()
        messages = [IncomingMessage(ChannelName.FILE, f"m{n}", "", f"c{n}@example.org", "Hub", "x", now) for n in range(count)]
        opened = await self.shift.store.write(lambda records: records.arrivals.open_tickets(messages))
        return [ticket for ticket, _ in opened]

    async def sent(self, outbox_id: OutboxId) -> None:
        """As the outbox does it when the far end took it."""

        async def work(records: Records) -> None:
            await records.outbox.move(outbox_id, OutboxState.QUEUED, OutboxState.SENDING)
            await records.outbox.move(outbox_id, OutboxState.SENDING, OutboxState.SENT)

        await self.shift.store.write(work)

    async def now(self, ticket_id: TicketId) -> Ticket:
        return await self.shift.store.read(lambda records: records.tickets.get(ticket_id))

    async def said(self, ticket_id: TicketId) -> list[str]:
        found = await self.shift.store.read(lambda records: records.tickets.conversation(ticket_id))
        return [message.body for message in found.messages]

    async def draft(self, draft_id: DraftId) -> Draft:
        return await self.shift.store.read(lambda records: records.drafts.get(draft_id))

    async def value(self, spot: Spot) -> Value:
        async def work(records: Records) -> Value:
            return (await self.facets.read(records, [spot]))[0]

        return await self.shift.store.read(work)
