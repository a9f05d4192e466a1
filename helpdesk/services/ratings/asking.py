"""The channel replies leave by, with the question under those that ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.conversation import Attachment, Letter, OutboxEntry, TicketFileDrop
from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.rating import Asking, kept_form, new_token, with_line, with_mark
from helpdesk.domain.service_level import DONE
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Channel, Clock, Delivery
from helpdesk.ports.store import Records, Store
from helpdesk.settings import Settings


@dataclass(frozen=True)
class AskingChannel:
    """Plays Channel. The conversation keeps the reply as it was approved; only the mail has the question."""

    channel: Channel
    store: Store
    clock: Clock
    settings: Settings

    @property
    def name(self) -> ChannelName:
        return self.channel.name

    async def send(self, entry: OutboxEntry, files: Sequence[Attachment] = ()) -> Delivery:
        try:
            asking = await self._asking(entry) if self._asks(entry) else entry
        except HelpdeskError:  # the answer matters, the question does not
            asking = entry
        return await self.channel.send(asking, files)

    async def was_sent(self, entry: OutboxEntry) -> bool | None:
        return await self.channel.was_sent(entry)

    async def collect(self) -> list[TicketFileDrop]:
        return await self.channel.collect()

    async def done_with(self, drop: TicketFileDrop, failure: str) -> None:
        await self.channel.done_with(drop, failure)

    def _asks(self, entry: OutboxEntry) -> bool:
        if entry.kind is not Letter.REPLY:
            return entry.kind is Letter.RATING
        asking = Asking(self.settings.ask_for_rating)
        solves = asking is Asking.SOLVING and entry.becomes in DONE
        return bool(entry.recipient.strip()) and (solves or asking is Asking.ALWAYS)

    async def _asking(self, entry: OutboxEntry) -> OutboxEntry:
        """A mark of every try counts: whether an earlier one arrived is not always known."""
        token, now = new_token(), self.clock.now()

        async def work(records: Records) -> str | None:
            if await records.ratings.answered(entry.ticket_id):
                return None
            await records.ratings.ask(kept_form(token), entry.ticket_id, entry.id, now)
            return (await records.tickets.get(entry.ticket_id)).language

        language = await self.store.write(work)
        if language is None:
            return entry
        by_mail = entry.kind is Letter.RATING
        line = with_line(entry.body, token, language, self.settings.rating_words)
        return replace(entry, body=with_mark(entry.body, token) if by_mail else line)
