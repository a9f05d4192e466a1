"""Lists of tickets, as the store answers them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helpdesk.domain.condition import Conditions, Seen, TicketFacts
from helpdesk.domain.ids import AgentId, TicketId
from helpdesk.domain.ticket import Group, TicketRow
from helpdesk.domain.ticket_query import NEWEST_FIRST, GroupBy, SavedView, Sort

Key = tuple[Any, ...]
"""What a list is sorted by, of one ticket; its number comes last."""


@dataclass(frozen=True)
class Listed:
    """The tickets that meet `conditions`, in the order of `sort`; `total` is how many they were a moment ago, None when they
    are still to be counted."""

    conditions: Conditions
    seen: Seen
    sort: Sort = NEWEST_FIRST
    total: int | None = None


@dataclass(frozen=True)
class Place:
    """Where a window begins: at row `offset`, or right after the ticket with that sort key (`before`: it ends right before)."""

    offset: int = 0
    key: Key | None = None
    before: bool = False


@dataclass(frozen=True)
class Window:
    """`keys` are the rows'; `total` is how many the list has."""

    rows: tuple[TicketRow, ...]
    keys: tuple[Key, ...]
    total: int


class ListRecords(Protocol):
    """All but `agent` and `facts` raise BadInput for a condition with a fault."""

    async def counts(self, lists: Sequence[Listed]) -> list[int]:
        """How many tickets each has."""
        ...

    async def window(self, listed: Listed, place: Place, limit: int) -> Window: ...

    async def groups(self, listed: Listed, by: GroupBy) -> list[Group]:
        """In no order."""
        ...

    async def holds(self, listed: Listed, ticket_id: TicketId) -> bool: ...

    async def position(self, listed: Listed, ticket_id: TicketId) -> int | None:
        """Its row, from 0; None when it is not in the list."""
        ...

    async def key(self, sort: Sort, ticket_id: TicketId) -> Key | None:
        """The sort key it has now, whatever lists it is in; None when there is no such ticket."""
        ...

    async def ids(self, listed: Listed) -> list[TicketId]:
        """Of the whole list, in no order."""
        ...

    async def rows(self, tickets: Sequence[TicketId]) -> list[TicketRow]:
        """In the order given; those that are gone are left out."""
        ...

    async def agents(self) -> list[tuple[AgentId, str]]:
        """Number and name, by name."""
        ...

    async def facts(self, ticket_id: TicketId) -> TicketFacts:
        """Raises NotFound."""
        ...


class ViewRecords(Protocol):
    async def all(self) -> list[SavedView]:
        """In the order the agent gave them."""
        ...

    async def put(self, view: SavedView) -> int:
        """Its number; a new one when it has 0."""
        ...

    async def remove(self, view_id: int) -> None: ...
