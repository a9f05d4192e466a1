"""The inbox: conversations to read, and what an agent does by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.domain.change import STATUS, SetStatus
from helpdesk.domain.composing import PLAIN, Wish, WritingKind, signed
from helpdesk.domain.conversation import RETRIEVABLE, Conversation, Letter, MessageKind, OutboxEntry, OutboxState
from helpdesk.domain.errors import InvalidTransition, NothingToSend, UndoTooLate
from helpdesk.domain.events import DraftRequested, Event, ReplyChanged, TicketChanged, WritingChanged
from helpdesk.domain.ids import DraftId, OutboxId, TicketId
from helpdesk.domain.label import Cause
from helpdesk.domain.mentions import named_in
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.certifying import Consequences, Heeded, true_only
from helpdesk.services.changing import Changes
from helpdesk.services.seeding import Tested
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Inbox:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    consequences: Consequences | None = None

    async def open(self, ticket_id: TicketId) -> Conversation:
        """Of one that was merged into another: the other's. Raises NotFound."""
        return await self.store.read(lambda records: records.tickets.opened(ticket_id))

    async def reply(self, ticket_id: TicketId, text: str, wish: Wish = PLAIN) -> OutboxEntry:
        """A public reply by hand, with the files that are attached to it. It retires the pending draft and leaves when the undo
        time is over, or when `wish` says. Raises NothingToSend, and DraftWasATest when it repeats what was planted in the
        draft."""
        if not text.strip():
            raise NothingToSend
        soonest = self.clock.now() + timedelta(seconds=self.settings.undo_seconds)
        leaves = max(soonest, wish.at or soonest)

        async def work(records: Records) -> tuple[OutboxEntry, Heeded] | Tested:
            entailed = await self._answered(records, ticket_id, text)
            if isinstance(entailed, Tested):
                return entailed
            await records.composing.keep(ticket_id, WritingKind.REPLY, text, self.settings.agent_name)
            entry = await records.outbox.queue(ticket_id, None, signed(text, wish.signature), leaves)
            await records.drafts.supersede_open(ticket_id)
            await records.composing.queued(ticket_id, entry.id, wish)
            await records.log.note("reply.by-hand", ticket_id=ticket_id)
            return await records.outbox.get(entry.id), entailed

        entry, heeded = await true_only(self.consequences, await self.store.write(work))
        await self._tell(heeded)
        self.publish(ReplyChanged(entry.id, ticket_id))
        self.publish(TicketChanged(ticket_id))
        return entry

    async def undo_reply(self, outbox_id: OutboxId) -> str:
        """Takes a reply or a forward back that has not left, or could not: text and files are being written again, in front of
        what was typed since, and the draft it was is done with. The whole text; of a mail that asks for a rating there is none.
        Raises NotFound, UndoTooLate, and InvalidTransition when nobody knows whether it left."""

        async def work(records: Records) -> tuple[OutboxEntry, TicketId, str]:
            entry = await records.outbox.get(outbox_id)
            if entry.state is OutboxState.UNCERTAIN:
                raise InvalidTransition("reply", entry.state)
            if entry.state not in RETRIEVABLE:
                raise UndoTooLate
            await records.outbox.move(outbox_id, entry.state, OutboxState.UNDONE, entry.error)
            written = entry.kind is not Letter.RATING
            whole = await records.composing.taken_back(outbox_id, self.settings.agent_name) if written else ""
            if entry.draft_id is not None:
                await records.drafts.lay_aside(entry.draft_id)
            await records.log.note(f"{entry.kind}.undone", ticket_id=entry.ticket_id)
            return entry, await records.changes.home(entry.ticket_id), whole

        entry, home, whole = await self.store.write(work)
        self.publish(ReplyChanged(outbox_id, entry.ticket_id))
        if whole:
            self.publish(WritingChanged(home))
        return whole

    async def add_note(self, ticket_id: TicketId, text: str) -> None:
        """An internal note with the files that are attached to it: never sent, and it does not move the ticket in any list.
        Raises NothingToSend."""
        if not text.strip():
            raise NothingToSend
        author = self.settings.agent_name

        async def work(records: Records) -> None:
            await records.composing.keep(ticket_id, WritingKind.NOTE, text, author)
            message_id = await records.tickets.add_message(ticket_id, MessageKind.INTERNAL_NOTE, author, text.strip())
            await records.composing.noted(ticket_id, message_id)
            await records.reading.mention(message_id, ticket_id, named_in(text, await records.reading.names()))

        await self.store.write(work)
        self.publish(TicketChanged(ticket_id))

    async def set_status(self, ticket_id: TicketId, status: TicketStatus) -> None:
        """Solving or closing a ticket also retires its pending draft. Raises NotFound."""
        changes = Changes(self.store, self.clock, self.publish, self.settings.agent_name, self.consequences)
        await changes.apply([ticket_id], [SetStatus(status)], STATUS)

    async def compose(self, ticket_id: TicketId, text: str) -> None:
        """Puts a text into the editor of the ticket's reply."""
        agent = self.settings.agent_name
        await self.store.write(lambda records: records.composing.keep(ticket_id, WritingKind.REPLY, text, agent))

    async def request_draft(self, ticket_id: TicketId) -> DraftId:
        async def work(records: Records) -> tuple[DraftId, Heeded]:
            await records.tickets.get(ticket_id)
            heeded = await self._retired(records, ticket_id, Cause.REDRAFTED)
            return await records.drafts.request(ticket_id, urgent=True), heeded

        draft_id, heeded = await self.store.write(work)
        await self._tell(heeded)
        self.publish(DraftRequested(draft_id, ticket_id))
        return draft_id

    async def without_drafts(self) -> list[TicketId]:
        """Open tickets that have no live draft and wait for an answer, oldest first."""
        return await self.store.read(lambda records: records.tickets.without_drafts())

    async def _answered(self, records: Records, ticket_id: TicketId, text: str) -> Heeded | Tested:
        if self.consequences is None:
            return Heeded()
        return await self.consequences.of_reply_by_hand(records, ticket_id, text, self.settings.agent_name)

    async def _retired(self, records: Records, ticket_id: TicketId, cause: Cause) -> Heeded:
        if self.consequences is None:
            return Heeded()
        return await self.consequences.of_retiring(records, ticket_id, cause, self.settings.agent_name)

    async def _tell(self, heeded: Heeded) -> None:
        if self.consequences is not None:
            await self.consequences.tell(heeded)
