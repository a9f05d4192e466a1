"""The text being written on a ticket, its earlier versions, and its signature."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.domain.composing import LONGEST_TEXT, Version, Writing, WritingKind
from helpdesk.domain.conversation import OutboxEntry
from helpdesk.domain.errors import BadInput, InvalidTransition
from helpdesk.domain.events import Event, ReplyChanged, WritingChanged
from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.lists import listed
from helpdesk.ports import Clock, Store
from helpdesk.services.composing.attaching import Attaching
from helpdesk.services.composing.inserting import Inserting
from helpdesk.services.composing.templates import Templates
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Composing:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    attaching: Attaching
    inserting: Inserting
    templates: Templates

    async def open(self, ticket_id: TicketId) -> Writing:
        """What is being written there. Raises NotFound."""
        return await self.store.read(lambda records: records.composing.of(ticket_id))

    async def keep(self, ticket_id: TicketId, kind: WritingKind, text: str, stood: str | None = None) -> None:
        """Saves it, and its version; `stood` is what the writer knew to be there. Raises BadInput for a text longer than
        LONGEST_TEXT."""
        if len(text) > LONGEST_TEXT:
            raise BadInput("reply", 0, f"it has {len(text):,} characters; at most {LONGEST_TEXT:,} can be sent")
        agent = self.settings.agent_name
        await self.store.write(lambda records: records.composing.keep(ticket_id, kind, text, agent, stood))
        self.publish(WritingChanged(ticket_id, bool(text) or (await self.open(ticket_id)).begun))

    async def versions(self, ticket_id: TicketId, kind: WritingKind) -> list[Version]:
        """Newest first, what was sent too."""
        return await self.store.read(lambda records: records.composing.versions(ticket_id, kind))

    async def signature(self, ticket_id: TicketId) -> str:
        """In the language of the ticket; the desk's first one when that is not known."""
        ticket = await self.store.read(lambda records: records.tickets.get(ticket_id))
        return self.settings.signature_in(ticket.language or next(iter(listed(self.settings.languages)), ""))

    async def send_now(self, outbox_id: OutboxId) -> OutboxEntry:
        """A reply that was put off leaves when the undo time is over. Raises NotFound, InvalidTransition."""
        leaves = self.clock.now() + timedelta(seconds=self.settings.undo_seconds)
        if not await self.store.write(lambda records: records.outbox.bring_forward(outbox_id, leaves)):
            entry = await self.store.read(lambda records: records.outbox.get(outbox_id))
            raise InvalidTransition("reply", entry.state)
        entry = await self.store.read(lambda records: records.outbox.get(outbox_id))
        self.publish(ReplyChanged(outbox_id, entry.ticket_id))
        return entry
