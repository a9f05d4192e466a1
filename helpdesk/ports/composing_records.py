"""What an agent writes, as kept in the store."""

from collections.abc import Sequence
from typing import Protocol

from helpdesk.domain.composing import OutgoingFile, Version, Wish, Writing, WritingKind
from helpdesk.domain.conversation import Attachment, AttachmentRow
from helpdesk.domain.ids import AttachmentId, MessageId, OutboxId, TicketId
from helpdesk.domain.ticket_template import TicketTemplate


class ComposingRecords(Protocol):
    async def of(self, ticket_id: TicketId) -> Writing:
        """What is being written there. Raises NotFound."""
        ...

    async def keep(self, ticket_id: TicketId, kind: WritingKind, text: str, agent: str, stood: str | None = None) -> None:
        """Saves the text, and the version of it. An empty text is no version: what stood there before stays one. `stood` is
        what the writer knew to be there, None when that is not known."""
        ...

    async def versions(self, ticket_id: TicketId, kind: WritingKind) -> list[Version]:
        """Newest first, those of texts that were sent too."""
        ...

    async def attach(self, ticket_id: TicketId, kind: WritingKind, file: Attachment) -> OutgoingFile: ...

    async def detach(self, file_id: int) -> TicketId | None:
        """Of a text that is still being written; None when there is no such file."""
        ...

    async def address(self, ticket_id: TicketId, recipient: str) -> None:
        """Whom the forward that is being written is for, as far as it was typed."""
        ...

    async def attach_again(self, ticket_id: TicketId, kind: WritingKind, attachment_id: AttachmentId) -> None:
        """A file of a message goes with a text too."""
        ...

    async def discard(self, ticket_id: TicketId, kind: WritingKind) -> None:
        """Text and files; its versions stay."""
        ...

    async def queued(self, ticket_id: TicketId, outbox_id: OutboxId, wish: Wish) -> None:
        """The reply or forward being written is in the outbox now: its files go with it, its editor is empty, its versions
        stay."""
        ...

    async def taken_back(self, outbox_id: OutboxId, agent: str) -> str:
        """The reply is being written again, without its signature and in front of what was typed since; its files are with it.
        Returns the whole text."""
        ...

    async def noted(self, ticket_id: TicketId, message_id: MessageId) -> None:
        """The note being written is this message now: its files are the message's, its editor is empty."""
        ...

    async def sent(self, outbox_id: OutboxId, message_id: MessageId) -> None:
        """The reply has left as this message: its files are the message's."""
        ...

    async def wish(self, outbox_id: OutboxId) -> Wish:
        """Without its time, which the outbox entry knows. PLAIN when it has none."""
        ...

    async def files(self, outbox_id: OutboxId) -> list[Attachment]:
        """What goes with a reply that has not left, with its bytes."""
        ...

    async def listed_files(self, outbox_ids: Sequence[OutboxId]) -> dict[OutboxId, tuple[AttachmentRow, ...]]:
        """What goes, or went, with these replies."""
        ...

    async def overtaken(self, outbox_id: OutboxId) -> bool:
        """Whether a reply put off to a time of its own was overtaken by a customer's message."""
        ...


class TemplateRecords(Protocol):
    async def all(self) -> list[TicketTemplate]:
        """By name."""
        ...

    async def save(self, template: TicketTemplate) -> bool:
        """False when one of that name was there: it is another now."""
        ...

    async def remove(self, name: str) -> bool:
        """False when there was none."""
        ...
