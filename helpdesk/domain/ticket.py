"""Tickets as the field knows them, and the row of a ticket list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

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
    """`withdrawn`: the import or the split that brought it was taken back, and it is in no list."""

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
    withdrawn: bool = False


@dataclass(frozen=True)
class Marks:
    """What an agent says of a ticket while making it."""

    priority: Priority = Priority.NORMAL
    tags: tuple[str, ...] = ()


NO_MARKS = Marks()


class TicketRow(NamedTuple):
    """One line of the inbox list. `writing` is what an agent has begun there and not sent: reply, note, forward or ''.
    `fields` are what it says in the desk's own fields, by their keys, those of removed ones included. A hundred are made for a
    page: as tuples in a tenth of the time."""

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
    requester_email: str = ""
    assignee_id: AgentId | None = None
    assignee: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    created_at: datetime | None = None
    due_at: datetime | None = None
    due_kind: str = ""
    due_state: str = ""
    snoozed_until: datetime | None = None
    last_from: str = ""
    last_public_at: datetime | None = None
    writing: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Group:
    """`value` is what its tickets have in common ('' for none), `name` the agent's where it is one, else the value."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class TicketPage:
    """A window of a list: `rows` start at `offset` of `total`. `groups` are those of the whole list, in its order; none when it
    is not grouped. `asked` are the words its conditions look for in what is said."""

    rows: tuple[TicketRow, ...]
    offset: int
    total: int
    groups: tuple[Group, ...] = ()
    asked: tuple[str, ...] = ()
