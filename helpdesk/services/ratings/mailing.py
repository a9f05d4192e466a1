"""Customers whose tickets are solved for a while are asked how it went, once a ticket."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from helpdesk.domain.composing import signed
from helpdesk.domain.conversation import Letter, OutboxEntry
from helpdesk.domain.events import Event, ReplyChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.macro import values_of
from helpdesk.domain.rating import Asking
from helpdesk.domain.rating_mail import TOO_LATE, letter
from helpdesk.ports import Clock, Records, Store
from helpdesk.ports.outbox_records import LetterBeside
from helpdesk.settings import Settings

BATCH = 50


@dataclass(frozen=True)
class RatingMail:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings

    async def next(self) -> bool:
        """Puts into the outbox what is due. A ticket that is opened again before it leaves is not asked about."""
        if Asking(self.settings.ask_for_rating) is not Asking.MAIL:
            return False
        until = self.clock.now() - timedelta(hours=self.settings.rating_hours)
        since = until - TOO_LATE
        due = await self.store.read(lambda records: records.ratings.to_ask(since, until, BATCH))
        for ticket_id in due:
            entry = await self.store.write(partial(self._asked, ticket_id))
            self.publish(ReplyChanged(entry.id, ticket_id))
        return bool(due)

    async def _asked(self, ticket_id: TicketId, records: Records) -> OutboxEntry:
        conversation = await records.tickets.conversation(ticket_id)
        ticket, who = conversation.ticket, conversation.requester
        values = {"subject": "", **values_of(conversation, self.settings.agent_name, self.settings.company)}
        subject, body = letter(ticket.language, self.settings.rating_mail, values)
        whole = signed(body, self.settings.signature_in(ticket.language))
        leaves = self.clock.now() + timedelta(seconds=self.settings.undo_seconds)
        await records.log.note("rating.queued", ticket_id=ticket_id)
        return await records.outbox.queue_beside(
            ticket_id, LetterBeside(Letter.RATING, who.email, subject.strip(), whole, who.name), leaves
        )
