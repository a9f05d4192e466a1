"""Calendars, service levels, and what every ticket is owed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.business_hours import Calendar
from helpdesk.domain.condition import Conditions
from helpdesk.domain.ids import TicketId
from helpdesk.domain.service_level import DueState, Promise, ServiceLevel, Standing, Timeline
from helpdesk.domain.trends import PromiseTally


@dataclass(frozen=True)
class OwedPromise:
    """A standing as it is kept. `told` is what was said of its `due_at` so far: nothing, that it is soon, that it was
    missed."""

    ticket_id: TicketId
    level_id: int
    standing: Standing
    told: DueState = DueState.NONE


@dataclass(frozen=True)
class DueTicket:
    """An open promise whose moment has come."""

    ticket_id: TicketId
    level_id: int
    promise: Promise
    due_at: datetime


@dataclass(frozen=True)
class PromiseCounts:
    """How promises of one service level went since a moment; `missed` are overdue now or were met too late."""

    level_id: int
    kept: int
    missed: int
    running: int


class PromiseRecords(Protocol):
    async def calendars(self) -> list[Calendar]:
        """By name."""
        ...

    async def save_calendar(self, calendar: Calendar, at: datetime) -> int:
        """A new one when its id is 0. Raises NotFound."""
        ...

    async def levels(self) -> list[ServiceLevel]:
        """In the order in which they are tried."""
        ...

    async def save_level(self, level: ServiceLevel) -> int:
        """A new one, behind the others, when its id is 0. Raises NotFound."""
        ...

    async def put_level(self, level_id: int, level: ServiceLevel | None) -> None:
        """Makes it so, whether it is there or not; None takes it away. One that is there stays where it stands."""
        ...

    async def put_calendar(self, calendar_id: int, calendar: Calendar | None, at: datetime) -> None:
        """Makes it so, whether it is there or not; None takes it away."""
        ...

    async def arrange(self, levels: Sequence[int]) -> None:
        """The order in which they are tried."""
        ...

    async def reckon_all(self) -> int:
        """Queues every ticket that is owed something or may be from now on; how many wait now."""
        ...

    async def waiting(self, limit: int) -> list[TicketId]:
        """Tickets whose promises must be reckoned."""
        ...

    async def waiting_count(self) -> int: ...

    async def fitting(self, conditions: Conditions, tickets: Sequence[TicketId], now: datetime) -> set[TicketId]:
        """Those of them that meet the conditions. Raises BadInput."""
        ...

    async def timelines(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, Timeline]:
        """Without tickets that are hidden or merged into another: those are owed nothing."""
        ...

    async def owed(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, list[OwedPromise]]: ...

    async def keep(self, reckoned: Mapping[TicketId, Sequence[OwedPromise]]) -> list[TicketId]:
        """Puts these in the place of what was owed, and on the tickets which promise falls due next; they wait no longer. The
        tickets on which lists now show something else."""
        ...

    async def come_due(self, now: datetime, state: DueState, limit: int) -> list[DueTicket]:
        """Running promises whose warning (SOON) or end (MISSED) has come and was not told yet, first to fall due first."""
        ...

    async def told(self, tickets: Sequence[DueTicket], state: DueState) -> None: ...

    async def counts(self, since: datetime) -> list[PromiseCounts]:
        """Promises that began since then, by service level."""
        ...

    async def ended(self, since: datetime, until: datetime) -> list[PromiseTally]:
        """Promises that began in that time and were kept or missed, in the order of the service levels."""
        ...
