"""A message forwarded to a third person. The ticket stays as it is: no status, no clock and no draft hears of it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain.article import FileFailure
from helpdesk.domain.composing import PLAIN, Wish, WritingKind, fault_in
from helpdesk.domain.conversation import Conversation, Letter, Message, MessageKind, OutboxEntry
from helpdesk.domain.draft import Reason
from helpdesk.domain.errors import NotFound, NothingToSend, NotYetSaid
from helpdesk.domain.events import Event, ReplyChanged, WritingChanged
from helpdesk.domain.forwarding import LONGEST_ADDRESS, KnownAddress, quoted, recipient, titled
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.lists import listed
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.redaction import Kind
from helpdesk.ports import Clock, Records, Store
from helpdesk.ports.outbox_records import LetterBeside
from helpdesk.services.cautions import of_text, phrases, words_of
from helpdesk.services.redacting import Redacting
from helpdesk.services.ticketing.agents import introduced
from helpdesk.settings import Settings

FORWARD = WritingKind.FORWARD
OFFERED = 8
REPEATS_NOTE, PERSONAL = "repeats-note", "personal-data"
IN_EVERY_MAIL = frozenset((Kind.EMAIL, Kind.PHONE, Kind.NAME, Kind.TEXT))
HELD: Mapping[str, str] = {
    Kind.CARD: "The forward holds a card number",
    Kind.IBAN: "The forward holds a bank account number",
    Kind.TAX: "The forward holds a tax number",
    Kind.ID: "The forward holds the number of an identity document",
}


@dataclass(frozen=True)
class Forwarding:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings
    hiding: Redacting

    async def begin(self, ticket_id: TicketId, message_id: MessageId) -> tuple[FileFailure, ...]:
        """Quotes the message, files and all, under what is being forwarded there already; the files that found no room.
        Raises NotFound."""
        agent = self.settings.agent_name

        async def work(records: Records) -> tuple[FileFailure, ...]:
            conversation = await records.tickets.conversation(ticket_id)
            message = next((one for one in conversation.messages if one.id == message_id), None)
            if message is None:
                raise NotFound("message", str(message_id))
            writing = await records.composing.of(ticket_id)
            above = writing.forward or f"\n\n{self._signature()}".rstrip()
            await records.composing.keep(ticket_id, FORWARD, f"{above}\n\n{quoted(message, conversation)}", agent)
            return await self._attached(records, ticket_id, message)

        refused = await self.store.write(work)
        self.publish(WritingChanged(ticket_id))
        return refused

    async def address(self, ticket_id: TicketId, typed: str) -> None:
        """Keeps whom it is for, as far as it was typed."""
        said = one_line(typed, LONGEST_ADDRESS)
        await self.store.write(lambda records: records.composing.address(ticket_id, said))

    async def known(self, ticket_id: TicketId, typed: str = "") -> list[KnownAddress]:
        """Whom it may be for: those who were forwarded to before, the newest first, then agents and who gets copies."""
        wanted = typed.strip().lower()

        async def work(records: Records) -> list[KnownAddress]:
            customer = (await records.tickets.conversation(ticket_id)).requester.email.lower()
            copied = [KnownAddress(one.address, one.name) for one in await records.panel.copies(ticket_id)]
            agents = [KnownAddress(one.email, one.name) for one in await records.people.agents() if one.email]
            every = [*await records.outbox.forwarded_to(), *copied, *agents]
            once: dict[str, KnownAddress] = {}
            for one in every:
                if wanted in f"{one.address} {one.name}".lower() and one.address.lower() != customer:
                    once.setdefault(one.address.lower(), one)
            return list(once.values())[:OFFERED]

        return await self.store.read(work)

    async def discard(self, ticket_id: TicketId) -> None:
        """What was to be forwarded is among the earlier versions."""
        await self.store.write(lambda records: records.composing.discard(ticket_id, FORWARD))
        left = await self.store.read(lambda records: records.composing.of(ticket_id))
        self.publish(WritingChanged(ticket_id, left.begun))

    async def send(
        self, ticket_id: TicketId, text: str, to: str, at: datetime | None = None, *, read: Collection[str] = ()
    ) -> OutboxEntry:
        """It leaves when the undo time is over, or at `at`, with the files attached to it. `read` are cautions the agent was
        told, in their words. Raises NothingToSend, BadInput for the address, NotYetSaid, NotFound."""
        if not text.strip():
            raise NothingToSend
        soonest = self.clock.now() + timedelta(seconds=self.settings.undo_seconds)

        async def work(records: Records) -> OutboxEntry:
            conversation = await records.tickets.conversation(ticket_id)
            address = recipient(to, conversation.requester.email)
            unread = [one.words for one in await self._cautions(records, conversation, text) if one.words not in read]
            if unread:
                raise NotYetSaid(tuple(unread))
            if self.settings.agent_name:
                await introduced(records, self.settings.agent_name)  # the answer will be told to this agent
            await records.composing.keep(ticket_id, FORWARD, text, self.settings.agent_name)
            letter = LetterBeside(Letter.FORWARD, address, titled(conversation.ticket.subject), text.strip())
            entry = await records.outbox.queue_beside(ticket_id, letter, max(soonest, at or soonest))
            await records.composing.queued(ticket_id, entry.id, Wish(at=at) if at else PLAIN)
            await records.log.note("forward.by-hand", ticket_id=ticket_id)
            return await records.outbox.get(entry.id)

        entry = await self.store.write(work)
        self.publish(ReplyChanged(entry.id, ticket_id))
        return entry

    async def _attached(self, records: Records, ticket_id: TicketId, message: Message) -> tuple[FileFailure, ...]:
        refused = []
        for file in message.attachments:
            fault = fault_in(file.size, (await records.composing.of(ticket_id)).files_of(FORWARD))
            if fault:
                refused.append(FileFailure(file.name, 0, fault))
            elif file.id is not None:
                await records.composing.attach_again(ticket_id, FORWARD, file.id)
        return tuple(refused)

    async def _cautions(self, records: Records, conversation: Conversation, text: str) -> tuple[Reason, ...]:
        """What an outsider would read that is not for outsiders."""
        said = words_of(text)
        notes = [one for one in conversation.messages if one.kind is MessageKind.INTERNAL_NOTE]
        repeated = dict.fromkeys(n.author for n in notes if any(phrase in said for phrase in phrases(n.body, "")))
        told = [Reason(REPEATS_NOTE, f"The forward repeats an internal note of {author}", 0.0) for author in repeated]
        hidden = [kind for kind in self.hiding.kinds_in(text) if kind not in IN_EVERY_MAIL]
        told += [Reason(PERSONAL, HELD.get(kind) or f"The forward holds what is hidden here as {kind}", 0.0) for kind in hidden]
        return (*await of_text(records, text, ""), *told)

    def _signature(self) -> str:
        """The third person reads the desk's own language."""
        return self.settings.signature_in(next(iter(listed(self.settings.languages)), ""))
