"""The line of operations as the store keeps it, and the values they move."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.change import NewOperation, Operation, OperationId, Spot, Step, Value
from helpdesk.domain.ids import MessageId, RequesterId, TicketId
from helpdesk.domain.ticket import TicketStatus

if TYPE_CHECKING:
    from helpdesk.ports.store import Records


class Facet(Protocol):
    """One kind of value that operations move. All of it happens in the transaction of the operation."""

    @property
    def name(self) -> str: ...

    async def read(self, records: "Records", spots: Sequence[Spot]) -> list[Value]:
        """What each is now, in order; None where there is none."""
        ...

    async def put(self, records: "Records", values: Sequence[tuple[Spot, Value]]) -> None:
        """Makes each so; None takes it away."""
        ...


@dataclass(frozen=True)
class Timed:
    """A step with the moment and the agent of its operation."""

    step: Step
    at: datetime
    agent: str
    kind: str


class ChangeRecords(Protocol):
    async def add(self, made: NewOperation) -> OperationId:
        """Keeps an operation with its steps, which are done already; marks what it undoes as undone."""
        ...

    async def extend(self, operation_id: OperationId, steps: Sequence[Step]) -> None:
        """More steps of one that goes on."""
        ...

    async def get(self, operation_id: OperationId) -> Operation:
        """Raises NotFound."""
        ...

    async def steps(self, operation_id: OperationId, limit: int | None = None) -> list[Step]:
        """In the order they were done."""
        ...

    async def earlier_steps(self, operation_id: OperationId, before: int | None, limit: int) -> list[Step]:
        """The last ones, or the last before that step, in the order they were done."""
        ...

    async def unfinished(self, operation_id: OperationId) -> OperationId | None:
        """The undoing of an operation that stands which was broken off before all of it was turned round."""
        ...

    async def turned(self, operation_id: OperationId) -> None:
        """All that this undoing is to undo is undone now."""
        ...

    async def listed(self, limit: int, before: OperationId | None = None, ticket_id: TicketId | None = None) -> list[Operation]:
        """Newest first; of one ticket, or of all."""
        ...

    async def last(self, agent: str) -> Operation | None:
        """The newest of that agent that stands and can be undone."""
        ...

    async def last_undone(self, agent: str) -> Operation | None:
        """The newest undoing of that agent that stands, unless the agent has done something else since."""
        ...

    async def moved_since(self, steps: Sequence[Step]) -> dict[int, Timed]:
        """By the id of each of these: the newest later step on the same spot."""
        ...

    async def of_ticket_since(self, ticket_id: TicketId, moment: datetime) -> list[Timed]:
        """Newest first; with every message that moved in an operation that touched the ticket."""
        ...

    async def values(self, facet: str, spots: Sequence[Spot]) -> list[Value]:
        """Of one of the store's own facets. Raises NotFound for a ticket that is not there."""
        ...

    async def put(self, facet: str, values: Sequence[tuple[Spot, Value]]) -> None: ...

    async def home(self, ticket_id: TicketId) -> TicketId:
        """The ticket it was merged into, however often; itself when it was not."""
        ...

    async def merged(self, ticket_id: TicketId) -> list[TicketId]:
        """Tickets merged into it directly."""
        ...

    async def worked_on(self, tickets: Collection[TicketId], since: OperationId) -> set[TicketId]:
        """Those that were there since that operation and that somebody did something with after it: another operation of an
        agent, a second message, a reply, a decision."""
        ...

    async def said_since(self, tickets: Collection[TicketId], operation_id: OperationId) -> int:
        """Messages on these tickets that came later than that operation."""
        ...

    async def twin(self, ticket_id: TicketId, subject: str, messages: Collection[MessageId]) -> TicketId:
        """A new, open, empty and hidden ticket, of the requester of these messages where that is one person, and otherwise of
        the same: a merged ticket may have been another's."""
        ...

    async def messages_of(self, tickets: Collection[TicketId]) -> list[tuple[MessageId, TicketId]]:
        """By id."""
        ...

    async def open_drafts(self, tickets: Collection[TicketId]) -> dict[TicketId, tuple[int, str]]:
        """(draft, state) of those whose draft waits to be written or reviewed."""
        ...


@dataclass(frozen=True)
class Nearby:
    """Another ticket of the same person."""

    ticket_id: TicketId
    subject: str
    status: TicketStatus
    created_at: datetime


class MatterRecords(Protocol):
    async def nearby(self, people: Collection[RequesterId], since: datetime, limit: int) -> list[Nearby]:
        """Their tickets that stand for themselves, are not closed and changed since, the latest first."""
        ...

    async def who(self, email: str) -> RequesterId | None:
        """Who writes from that address."""
        ...

    async def apart_from(self, ticket_id: TicketId) -> set[TicketId]:
        """Those an agent told apart from it."""
        ...
