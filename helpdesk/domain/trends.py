"""What became of drafts and tickets over some days, counted; and when a count is too small to speak as a share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from helpdesk.domain.binomial import exact_interval
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.service_level import Promise

SMALL = 10
"""Under so many decisions a percentage means nothing, and only the counts are said."""

MISS = 0.1
"""Intervals shown leave out the true share in at most one of ten cases."""


@dataclass(frozen=True)
class Tally:
    """Decisions that stand, by kind. `name` is the topic, article, writer or agent counted; `key` tells namesakes apart."""

    name: str
    kinds: Mapping[DecisionKind, int]
    key: str = ""

    @property
    def decided(self) -> int:
        """By people: what the desk sent by itself nobody decided on."""
        return sum(count for kind, count in self.kinds.items() if kind is not DecisionKind.AUTO)

    def count(self, kind: DecisionKind) -> int:
        return self.kinds.get(kind, 0)

    def share(self, kind: DecisionKind) -> float | None:
        """Of the decisions of people; None when there are none."""
        return self.count(kind) / self.decided if self.decided else None

    def interval(self, kind: DecisionKind) -> tuple[float, float]:
        """Exact (Clopper–Pearson); all of [0, 1] without decisions."""
        return exact_interval(self.count(kind), self.decided, MISS) if self.decided else (0.0, 1.0)

    @property
    def is_small(self) -> bool:
        return self.decided < SMALL


@dataclass(frozen=True)
class Spread:
    """Durations in seconds: the middle one, and the one that nine of ten do not exceed. None without any."""

    count: int = 0
    median: float | None = None
    ninth: float | None = None


@dataclass(frozen=True)
class DaySpan:
    """A day of the desk's own calendar, and the moments it begins and ends at."""

    day: date
    begun: datetime
    ended: datetime


@dataclass(frozen=True)
class FirstAnswers:
    """First public replies of one day: how long each customer waited, in seconds, and how many of the replies were drafts
    that stand on the knowledge base and that nobody changed."""

    day: date
    seconds: tuple[float, ...]
    unchanged: int


@dataclass(frozen=True)
class Day:
    """One day of the desk's own calendar."""

    day: date
    tally: Tally
    received: int = 0
    first_reply: float | None = None


@dataclass(frozen=True)
class PromiseTally:
    """How promises of one kind, made by one service level, ended. `median` is how many seconds of any hour it took to keep or
    break them, None while none has ended."""

    level: str
    promise: Promise
    kept: int
    missed: int
    median: float | None = None

    @property
    def ended(self) -> int:
        return self.kept + self.missed

    @property
    def interval(self) -> tuple[float, float]:
        """Of the share kept, exact; all of [0, 1] while none has ended."""
        return exact_interval(self.kept, self.ended, MISS) if self.ended else (0.0, 1.0)


@dataclass(frozen=True)
class Trends:
    """`answered` tickets got their first reply in these days; of those `deflected` by a draft from the knowledge base that
    nobody had to change. `ratings` counts by stars, 1 to 5; `reopened` counts tickets whose customer came back after an
    answer."""

    days: int
    since: datetime
    until: datetime
    total: Tally
    by_topic: tuple[Tally, ...] = ()
    by_article: tuple[Tally, ...] = ()
    by_writer: tuple[Tally, ...] = ()
    by_agent: tuple[Tally, ...] = ()
    series: tuple[Day, ...] = ()
    received: int = 0
    first_reply: Spread = Spread()
    resolution: Spread = Spread()
    answered: int = 0
    deflected: int = 0
    ratings: Mapping[int, int] = field(default_factory=dict)
    reopened: int = 0
    promises: tuple[PromiseTally, ...] = ()

    @property
    def rated(self) -> int:
        return sum(self.ratings.values())

    @property
    def satisfied(self) -> int:
        """Four stars and more."""
        return sum(count for stars, count in self.ratings.items() if stars >= 4)


def tallies(counted: Iterable[tuple[str, DecisionKind, int]]) -> tuple[Tally, ...]:
    """One a name, the most decided first."""
    kinds: dict[str, dict[DecisionKind, int]] = {}
    for name, kind, count in counted:
        of_name = kinds.setdefault(name, {})
        of_name[kind] = of_name.get(kind, 0) + count
    made = [Tally(name, of_name) for name, of_name in kinds.items()]
    return tuple(sorted(made, key=lambda tally: (-sum(tally.kinds.values()), tally.name)))


def pooled(found: Iterable[Tally], name: str = "") -> Tally:
    """All of them as one."""
    kinds: dict[DecisionKind, int] = {}
    for tally in found:
        for kind, count in tally.kinds.items():
            kinds[kind] = kinds.get(kind, 0) + count
    return Tally(name, kinds)


def spread(seconds: Iterable[float]) -> Spread:
    ordered = sorted(seconds)
    if not ordered:
        return Spread()
    return Spread(len(ordered), ordered[(len(ordered) - 1) // 2], ordered[-(-9 * len(ordered) // 10) - 1])


def calendar(now: datetime, days: int) -> tuple[DaySpan, ...]:
    """The last `days` days, oldest first; today, which `now` ends, is the last."""
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    begins = [at_midnight(midnight.date() - timedelta(days=back)) for back in range(days - 1, -1, -1)]
    return tuple(DaySpan(begun.date(), begun, ended) for begun, ended in zip(begins, [*begins[1:], now], strict=True))


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
