"""What Insights counts: read only, and each in one statement that an index serves."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.reliability import ScoredDraft
from helpdesk.domain.trends import DaySpan, FirstAnswers, Tally
from helpdesk.ports.certifying_records import Stretch


@dataclass(frozen=True)
class Decisions:
    """How many decisions of one kind stand that share all this; `writer` is empty for drafts nobody wrote down who made."""

    topic: str
    writer: str
    agent: str
    kind: DecisionKind
    count: int


class TrendRecords(Protocol):
    """Moments are UTC; `since` is included, `until` is not. Days are of the desk's own calendar."""

    async def decisions(self, since: datetime, until: datetime) -> list[Decisions]: ...

    async def by_article(self, since: datetime, until: datetime, limit: int) -> list[Tally]:
        """Each decision counts once for every article its draft cites; the most cited first."""
        ...

    async def decided_by_day(self, days: Sequence[DaySpan]) -> list[tuple[date, DecisionKind, int]]: ...

    async def received_by_day(self, days: Sequence[DaySpan]) -> Mapping[date, int]:
        """Tickets opened."""
        ...

    async def first_answers(self, days: Sequence[DaySpan]) -> list[FirstAnswers]:
        """Only of days on which a ticket was first answered."""
        ...

    async def resolutions(self, since: datetime, until: datetime) -> list[float]:
        """Seconds from a ticket's arrival to the last time it was set to solved or closed, where that was in that time."""
        ...

    async def ratings(self, since: datetime, until: datetime) -> Mapping[int, int]:
        """Ratings by stars."""
        ...

    async def reopened(self, since: datetime, until: datetime) -> int: ...


class JudgedDraftRecords(Protocol):
    """What people decided about drafts of one (writer, scorer)."""

    async def drafters(self) -> list[tuple[str, str]]:
        """Of every writer that has drafted here, as its newest draft was scored; scorers on trial left out."""
        ...

    async def scored(self, drafter: tuple[str, str], limit: int, counted: Stretch | None) -> list[ScoredDraft]:
        """Newest decisions first; those without a score are left out. None but those `counted` are `drawn`."""
        ...

    async def scores(self, drafter: tuple[str, str], counted: Stretch | None) -> list[tuple[float, bool, int]]:
        """(score to reliability.DIGITS, may it be sent, how many) of every draft it scored, decided or not; of that drafter's
        in the time that is `counted`, where those about other topics may not be sent."""
        ...

    async def signals(self, drafter: tuple[str, str], limit: int) -> list[tuple[Mapping[str, float], bool]]:
        """(signals, was it wrong), newest decisions first."""
        ...

    async def a_week(self, drafter: tuple[str, str], since: datetime, until: datetime) -> tuple[float, float]:
        """Drafts it scored in that time, a week, and the days that is reckoned from: since the first when that came later."""
        ...


class TicketExport(Protocol):
    """A row a ticket, oldest first, in pages, so that a million of them need no more memory than a thousand."""

    async def count(self, since: datetime | None) -> int: ...

    def rows(self, columns: Sequence[str], since: datetime | None, page: int) -> AsyncIterator[list[tuple[Any, ...]]]:
        """`columns` are names of domain/ticket_columns or of own fields that are there; moments come as datetimes, everything
        else as text or number."""
        ...
