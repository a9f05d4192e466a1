"""Originals, HTML and attachments are read from the store when somebody wants to see them, never before."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.attachment_name import HEAD, Doubt, doubts_of
from helpdesk.domain.events import Event, TicketChanged
from helpdesk.domain.ids import AttachmentId, MessageId, TicketId
from helpdesk.domain.safe_html import SafeHtml
from helpdesk.ports import Store
from helpdesk.ports.reading import FileSaver, Harmless, OriginalReader, Picture
from helpdesk.ports.reading_records import AttachmentFile, KeptSource, UnreadMention

MAIL = "eml"
SHOWN_BYTES = 200_000
MOST_UNREAD = 200


@dataclass(frozen=True)
class Original:
    """A message as it came, byte for byte; `text` is its beginning to be shown, `cut` says that there is more."""

    kind: str
    name: str
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw[:SHOWN_BYTES].decode("utf-8", "backslashreplace")

    @property
    def cut(self) -> bool:
        return len(self.raw) > SHOWN_BYTES


@dataclass(frozen=True)
class AttachmentLook:
    """`picture` is None for what cannot be shown; `doubts` by its name and its first bytes."""

    name: str
    size: int
    picture: Picture | None
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Reading:
    store: Store
    publish: Callable[[Event], None]
    agent: str
    originals: OriginalReader
    harmless: Harmless
    saver: FileSaver

    async def original(self, message_id: MessageId) -> Original | None:
        """None when nothing but its text was kept. Raises NotFound."""
        kept = await self._kept(message_id)
        return None if kept is None else Original(kept.kind, kept.name, kept.raw)

    async def html(self, message_id: MessageId) -> SafeHtml | None:
        """What may be shown of a mail's HTML; None when it had none. Raises NotFound, NotShown."""
        kept = await self._kept(message_id)
        if kept is None or kept.kind != MAIL:
            return None
        source = await self.originals.html(kept.raw)
        return await self.harmless.html(source) if source.strip() else None

    async def attachment(self, attachment_id: AttachmentId) -> AttachmentFile:
        """Raises NotFound."""
        return await self.store.read(lambda records: records.reading.attachment(attachment_id))

    async def look(self, attachment_id: AttachmentId) -> AttachmentLook:
        """A picture is painted anew in another process; nothing else is opened. Raises NotFound."""
        file = await self.attachment(attachment_id)
        picture = await self.harmless.picture(file.content)
        return AttachmentLook(file.name, len(file.content), picture, doubts_of(file.name, file.content[:HEAD]))

    async def save(self, attachment_id: AttachmentId, path: Path) -> None:
        """Marked as coming from elsewhere. Raises NotFound, BadInput."""
        await self.saver.save(path, (await self.attachment(attachment_id)).content)

    async def save_original(self, message_id: MessageId, path: Path) -> None:
        """Raises NotFound, BadInput; nothing is written when nothing was kept."""
        original = await self.original(message_id)
        if original is not None:
            await self.saver.save(path, original.raw)

    async def names(self) -> list[str]:
        """Agents who can be named in a note."""
        return await self.store.read(lambda records: records.reading.names())

    async def unread(self) -> list[UnreadMention]:
        """Where the agent of this desk was named and has not looked since, newest first."""
        return await self.store.read(lambda records: records.reading.unread(self.agent, MOST_UNREAD))

    async def looked(self, ticket_id: TicketId) -> None:
        """The agent of this desk has the ticket on display: where they were named on it is read."""
        if not any(mention.ticket_id == ticket_id for mention in await self.unread()):
            return
        if await self.store.write(lambda records: records.reading.looked(self.agent, ticket_id)):
            self.publish(TicketChanged(ticket_id))

    async def _kept(self, message_id: MessageId) -> KeptSource | None:
        return await self.store.read(lambda records: records.reading.source(message_id))
