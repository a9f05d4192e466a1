"""The store's side of what leaves: replies, forwards, mails that ask for a rating."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.conversation import IncomingMessage, Letter, OutboxEntry, OutboxState
from helpdesk.domain.forwarding import KnownAddress
from helpdesk.domain.ids import DraftId, OutboxId, TicketId


@dataclass(frozen=True)
class LetterBeside:
    """What leaves beside the replies of a ticket, in a thread of its own."""

    kind: Letter
    recipient: str
    subject: str
    body: str
    recipient_name: str = ""


@dataclass(frozen=True)
class Answered:
    """What of ours a message answers, and the agent under whose name that stands in the conversation; "" while it does not."""

    kind: Letter
    by: str


class OutboxRecords(Protocol):
    async def queue(self, ticket_id: TicketId, draft_id: DraftId | None, body: str, not_before: datetime) -> OutboxEntry:
        """Mints the Message-ID and addresses it to the ticket's own requester; `in_reply_to` is the `message_id` of the
        ticket's newest customer message."""
        ...

    async def queue_beside(self, ticket_id: TicketId, letter: LetterBeside, not_before: datetime) -> OutboxEntry:
        """As `queue`, without anybody who gets copies. Raises NotFound."""
        ...

    async def answered(self, message: IncomingMessage) -> Answered | None:
        """None when its `thread` is nothing we sent to its sender."""
        ...

    async def forwarded_to(self) -> list[KnownAddress]:
        """Who was forwarded to, the newest first."""
        ...

    async def get(self, outbox_id: OutboxId) -> OutboxEntry: ...

    async def of_draft(self, draft_id: DraftId) -> OutboxEntry | None:
        """The newest entry that carries this draft."""
        ...

    async def due(self, now: datetime, limit: int) -> list[OutboxEntry]: ...

    async def listed(self, limit: int) -> list[OutboxEntry]:
        """Newest first; of more than `limit` those that wait for a person come in before all others, then those under way."""
        ...

    async def unsent(self, ticket_id: TicketId) -> list[OutboxEntry]:
        """What of a ticket, and of those merged into it, has not left: what waits for a person first, then newest first."""
        ...

    async def move(self, outbox_id: OutboxId, came_from: OutboxState, to: OutboxState, error: str = "") -> bool:
        """Atomically moves one state on; False when it was no longer in `came_from`. SENT also adds the public reply to the
        conversation, marks the draft SENT and the ticket PENDING; of a forward only the message, of a rating mail nothing."""
        ...

    async def postpone(self, outbox_id: OutboxId, not_before: datetime, error: str) -> bool:
        """SENDING → QUEUED again after a certain refusal: attempts + 1, due at `not_before`, `error` kept to be shown."""
        ...

    async def bring_forward(self, outbox_id: OutboxId, not_before: datetime) -> bool:
        """A QUEUED reply leaves at that moment, if that is sooner. False when it is not queued any more."""
        ...

    async def interrupted(self) -> list[OutboxEntry]:
        """Entries found SENDING: a crash caught them in the middle."""
        ...
