"""What was said on a ticket, and what is on its way in or out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.article import FileFailure
from helpdesk.domain.ids import AttachmentId, DraftId, MessageId, OutboxId, SourceId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.ticket import ChannelName, Ticket, TicketStatus


class MessageKind(StrEnum):
    """FORWARD went to a third person, THIRD_PERSON is what one of those wrote back: neither is between customer and desk."""

    CUSTOMER = "customer"
    PUBLIC_REPLY = "public-reply"
    INTERNAL_NOTE = "internal-note"
    FORWARD = "forward"
    THIRD_PERSON = "third-person"


PUBLIC = (MessageKind.CUSTOMER, MessageKind.PUBLIC_REPLY)
"""What customer and desk said to each other: only this moves clocks and statuses and is read for an answer."""


@dataclass(frozen=True)
class Attachment:
    """`name` is what the sender called it: show it, never use it as a path."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class AttachmentRow:
    """`id` leads to its content, which is read when somebody wants it."""

    name: str
    media_type: str
    size: int
    id: AttachmentId | None = None


@dataclass(frozen=True)
class Message:
    """`original` names the bytes it came as, where they were kept: a mail's headers and HTML can be shown. `to` is whom a
    forward went to."""

    id: MessageId
    ticket_id: TicketId
    kind: MessageKind
    author: str
    body: str
    at: datetime
    attachments: tuple[AttachmentRow, ...] = ()
    original: SourceId | None = None
    to: str = ""


@dataclass(frozen=True)
class Conversation:
    """A ticket with everything said on it, oldest first; `composed` is the agent's half-typed manual reply."""

    ticket: Ticket
    requester: Requester
    messages: tuple[Message, ...]
    composed: str = ""

    @property
    def last_customer_message(self) -> Message | None:
        said = [m for m in self.messages if m.kind is MessageKind.CUSTOMER]
        return said[-1] if said else None


@dataclass(frozen=True)
class IncomingMessage:
    """A customer's message as a channel understood it.

    `source` names it uniquely within its channel (a hash of the raw bytes, a row id): receiving the same source twice
    changes nothing. `thread` is the Message-ID it says it answers: ours, or one of its sender's own. `message_id` is its own
    Message-ID, for the In-Reply-To of our answer. `automatic` says why it must get no answer on its own (a bounce, a list, an
    absence note); empty for a person's message. `named` are all Message-IDs it says it follows, `recipients` whom it is to.
    """

    channel: ChannelName
    source: str
    name: str
    email: str
    subject: str
    body: str
    at: datetime
    attachments: tuple[Attachment, ...] = ()
    thread: str | None = None
    raw_id: SourceId | None = None
    message_id: str | None = None
    automatic: str = ""
    named: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


class Letter(StrEnum):
    """What leaves: RATING asks the customer of a solved ticket how it went."""

    REPLY = "reply"
    FORWARD = "forward"
    RATING = "rating"


class OutboxState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    UNDONE = "undone"


TROUBLED = (OutboxState.FAILED, OutboxState.UNCERTAIN)
"""They wait for a person."""
UNSENT = (*TROUBLED, OutboxState.SENDING, OutboxState.QUEUED)
"""Not left, or perhaps not; in the order in which they want to be looked at."""
RETRIEVABLE = (OutboxState.QUEUED, OutboxState.FAILED)
"""Certainly not left: they can be taken back."""


@dataclass(frozen=True)
class OutboxEntry:
    """A reply on its way out. `message_id` is the RFC 5322 Message-ID minted when it was queued; it is sent no earlier than
    `not_before` so that it can be undone. `correlation` is that of the draft it was (empty: written by hand). `by_itself` says
    that the desk approved it, by the certificate `certificate_id` (None: by an override). `attachments` go with it;
    `scheduled` says that an agent put it off to a time of its own, `becomes` what the ticket is when it has left (None:
    pending). `copies` are addresses that get it too, as they stood on the ticket when it was queued. Of the
    `kind`s only a reply does anything to the ticket."""

    id: OutboxId
    ticket_id: TicketId
    draft_id: DraftId | None
    channel: ChannelName
    recipient_name: str
    recipient: str
    subject: str
    body: str
    message_id: str
    in_reply_to: str | None
    state: OutboxState
    attempts: int
    error: str
    created_at: datetime
    not_before: datetime
    correlation: str = ""
    by_itself: bool = False
    certificate_id: int | None = None
    attachments: tuple[AttachmentRow, ...] = ()
    scheduled: bool = False
    becomes: TicketStatus | None = None
    copies: tuple[str, ...] = ()
    kind: Letter = Letter.REPLY


@dataclass(frozen=True)
class TicketFileDrop:
    """A file found in a drop folder, complete and no longer being written."""

    path: str


@dataclass(frozen=True)
class TicketImportReport:
    """What taking in files did, by message: `duplicates` had come in before."""

    received: int = 0
    duplicates: int = 0
    failed: tuple[FileFailure, ...] = ()
