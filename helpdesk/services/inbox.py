"""The inbox: lists and conversations to read, and what an agent does by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from helpdesk.domain.conversation import Conversation, MessageKind, OutboxEntry, OutboxState
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NothingToSend, UndoTooLate
from helpdesk.domain.events import DraftRequested, Event, ReplyChanged, TicketChanged
from helpdesk.domain.ids import DraftId, OutboxId, TicketId
from helpdesk.domain.label import Cause
from helpdesk.domain.ticket import TicketFilter, TicketPage, TicketStatus
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.certifying import Consequences, Heeded, true_only
from helpdesk.services.seeding import Tested
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Inbox:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    consequences: Consequences | None = None

    async def page(self, wanted: TicketFilter, offset: int, limit: int) -> TicketPage:
        """In a blind review without the scores of drafts that wait for a decision."""
        found = await self.store.read(lambda records: records.tickets.page(wanted, offset, limit))
        return blindfolded(found) if self.settings.blind_review else found

    async def counts(self) -> Mapping[TicketStatus, int]:
        return await self.store.read(lambda records: records.tickets.counts())

    async def open(self, ticket_id: TicketId) -> Conversation:
        return await self.store.read(lambda records: records.tickets.conversation(ticket_id))

    async def reply(self, ticket_id: TicketId, text: str) -> OutboxEntry:
        """A public reply by hand. It retires the pending draft and leaves when the undo time is over. Raises NothingToSend, and
        DraftWasATest when it repeats what was planted in the draft."""
        if not text.strip():
            raise NothingToSend
        leaves = self.clock.now() + timedelta(seconds=self.settings.undo_seconds)

        async def work(records: Records) -> tuple[OutboxEntry, Heeded] | Tested:
            entailed = await self._answered(records, ticket_id, text)
            if isinstance(entailed, Tested):
                return entailed
            entry = await records.outbox.queue(ticket_id, None, text.strip(), leaves)
            await records.drafts.supersede_open(ticket_id)
            await records.tickets.compose(ticket_id, "")
            await records.log.note("reply.by-hand", ticket_id=ticket_id)
            return entry, entailed

        entry, heeded = await true_only(self.consequences, await self.store.write(work))
        await self._tell(heeded)
        self.publish(ReplyChanged(entry.id, ticket_id))
        self.publish(TicketChanged(ticket_id))
        return entry

    async def undo_reply(self, outbox_id: OutboxId) -> str:
        """Takes a reply by hand back before it leaves; its text is in the composer again. Raises UndoTooLate."""

        async def work(records: Records) -> OutboxEntry:
            if not await records.outbox.move(outbox_id, OutboxState.QUEUED, OutboxState.UNDONE):
                raise UndoTooLate
            entry = await records.outbox.get(outbox_id)
            await records.tickets.compose(entry.ticket_id, entry.body)
            await records.log.note("reply.undone", ticket_id=entry.ticket_id)
            return entry

        entry = await self.store.write(work)
        self.publish(ReplyChanged(outbox_id, entry.ticket_id))
        return entry.body

    async def add_note(self, ticket_id: TicketId, text: str) -> None:
        """An internal note: never sent, and it does not move the ticket in any list. Raises NothingToSend."""
        if not text.strip():
            raise NothingToSend
        author = self.settings.agent_name
        await self.store.write(lambda r: r.tickets.add_message(ticket_id, MessageKind.INTERNAL_NOTE, author, text.strip()))
        self.publish(TicketChanged(ticket_id))

    async def set_status(self, ticket_id: TicketId, status: TicketStatus) -> None:
        """Solving or closing a ticket also retires its pending draft."""

        async def work(records: Records) -> Heeded:
            heeded = Heeded()
            await records.tickets.set_status(ticket_id, status)
            if status in (TicketStatus.SOLVED, TicketStatus.CLOSED):
                heeded = await self._retired(records, ticket_id, Cause.DROPPED)
                await records.drafts.supersede_open(ticket_id)
            await records.log.note("ticket.status", ticket_id=ticket_id, status=status.value)
            return heeded

        await self._tell(await self.store.write(work))
        self.publish(TicketChanged(ticket_id))

    async def compose(self, ticket_id: TicketId, text: str) -> None:
        """Keeps the half-typed reply."""
        await self.store.write(lambda records: records.tickets.compose(ticket_id, text))

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


def blindfolded(page: TicketPage) -> TicketPage:
    waiting = DraftState.IN_REVIEW
    return replace(page, rows=tuple(replace(r, confidence=None) if r.draft_state == waiting else r for r in page.rows))
