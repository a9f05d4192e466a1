"""What the panels beside a conversation show: of the ticket, and of the person who wrote it."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.custom_field import CustomField
from helpdesk.domain.ids import RequesterId, TicketId
from helpdesk.domain.people import Agent, Requester
from helpdesk.domain.snoozing import FollowUp
from helpdesk.domain.ticket import Priority, Ticket, TicketStatus
from helpdesk.domain.ticket_link import LinkedTicket

LONGEST_STEP, MOST_STEPS = 200, 100
LONGEST_NOTE = 4000


@dataclass(frozen=True)
class Step:
    """A line of a ticket's checklist. Its number is never used again, so that a removed one can come back as it was."""

    id: int
    ticket_id: TicketId
    text: str
    done: bool
    position: int


@dataclass(frozen=True)
class FieldValue:
    """`value` in its one spelling; empty: not set."""

    field: CustomField
    value: str


@dataclass(frozen=True)
class Copy:
    """Somebody who gets every public reply on the ticket too."""

    address: str
    name: str = ""


@dataclass(frozen=True)
class TicketSheet:
    """`snoozed_until` is in the future or has just passed; None: awake."""

    ticket: Ticket
    assignee: Agent | None
    snoozed_until: datetime | None
    snooze_note: str
    follow_up: FollowUp | None
    fields: tuple[FieldValue, ...]
    steps: tuple[Step, ...]
    links: tuple[LinkedTicket, ...]
    copies: tuple[Copy, ...]

    @property
    def open_steps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if not step.done)


@dataclass(frozen=True)
class Identity:
    """One name and address a person writes with; `main` is the one the others were merged into."""

    requester: Requester
    main: bool
    tickets: int
    since: datetime


@dataclass(frozen=True)
class PastTicket:
    ticket_id: TicketId
    subject: str
    status: TicketStatus
    priority: Priority
    at: datetime


@dataclass(frozen=True)
class RequesterNote:
    """What agents should know of a person, as `agent` last wrote it."""

    text: str
    agent: str
    at: datetime


@dataclass(frozen=True)
class RequesterSheet:
    """A person with all identities, the main one first; `maybe_same` are others who look like the same person."""

    identities: tuple[Identity, ...]
    note: RequesterNote | None
    tickets: tuple[PastTicket, ...]
    total: int
    unsolved: int
    maybe_same: tuple[Requester, ...]

    @property
    def main(self) -> Requester:
        return self.identities[0].requester

    @property
    def ids(self) -> tuple[RequesterId, ...]:
        return tuple(one.requester.id for one in self.identities)

    @property
    def query(self) -> str:
        """What lists all of the person's tickets when it is searched for."""
        said = (one.requester.email or one.requester.name for one in self.identities)
        return "from:" + ",".join(f'"{words}"' for one in said if (words := one.replace('"', " ").strip()))


@dataclass(frozen=True)
class AgentLoad:
    """An agent and how many tickets not yet solved are his."""

    agent: Agent
    open_tickets: int
