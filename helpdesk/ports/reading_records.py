"""The store's side of reading: originals, attachments' content, who was named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.ids import AttachmentId, MessageId, TicketId


@dataclass(frozen=True)
class KeptSource:
    """Bytes as they came: `kind` is eml, csv or jsonl, `name` the file's."""

    kind: str
    name: str
    raw: bytes


@dataclass(frozen=True)
class AttachmentFile:
    """`name` is what the sender called it: show it, never use it as a path."""

    id: AttachmentId
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class UnreadMention:
    """What a third person answered to an agent's forward counts as naming that agent; `kind` tells the two apart."""

    ticket_id: TicketId
    message_id: MessageId
    author: str
    note: str
    kind: MessageKind = MessageKind.INTERNAL_NOTE


class ReadingRecords(Protocol):
    async def source(self, message_id: MessageId) -> KeptSource | None:
        """None when nothing but its text was kept. Raises NotFound when there is no such message."""
        ...

    async def attachment(self, attachment_id: AttachmentId) -> AttachmentFile:
        """Raises NotFound."""
        ...

    async def names(self) -> list[str]:
        """Agents who can be named, by name."""
        ...

    async def mention(self, message_id: MessageId, ticket_id: TicketId, names: Sequence[str]) -> None:
        """Notes that these agents were named there."""
        ...

    async def unread(self, agent: str, limit: int) -> list[UnreadMention]:
        """Where this agent was named and has not looked since, newest first."""
        ...

    async def looked(self, agent: str, ticket_id: TicketId) -> bool:
        """This agent has seen what is said on the ticket; whether a mention was waiting there."""
        ...
