"""Tickets as the field knows them, and the row of a ticket list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.ids import AgentId, RequesterId, TicketId

AUTOMATIC = "automatic"
"""The tag of a ticket that a bounce, a mailing list or an absence note opened."""


class TicketStatus(StrEnum):
    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on-hold"
    SOLVED = "solved"
    CLOSED = "closed"


class Priority(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class ChannelName(StrEnum):
    """Where a ticket came from, and so where its replies go."""

    BY_HAND = "by-hand"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True)
class Ticket:
    id: TicketId
    subject: str
    requester_id: RequesterId
    status: TicketStatus
    priority: Priority
    channel: ChannelName
    topic: str
    language: str
    tags: tuple[str, ...]
    assignee_id: AgentId | None
    source: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class TicketRow:
    """One line of the inbox list."""

    id: TicketId
    subject: str
    requester: str
    status: TicketStatus
    priority: Priority
    channel: ChannelName
    topic: str
    updated_at: datetime
    draft_state: str | None
    confidence: float | None


@dataclass(frozen=True)
class TicketFilter:
    """What the inbox shows. Empty tuple or text means no restriction; `search` is plain words."""

    statuses: tuple[TicketStatus, ...] = ()
    search: str = ""


@dataclass(frozen=True)
class TicketPage:
    """A window of the filtered list, newest change first: `rows` start at `offset` of `total`."""

    rows: tuple[TicketRow, ...]
    offset: int
    total: int
