"""A plot before anything is drawn: what it shows, what it finds in one sentence, and the table behind it."""

from dataclasses import dataclass
from enum import StrEnum

from helpdesk.ui.language import percent


class Look(StrEnum):
    """LINE joins its marks; DOTS shows each with its interval; STACK is bars on top of the stacks before it; BAND fills
    between low and high; RULE is a dashed line that is only looked past."""

    LINE = "line"
    DOTS = "dots"
    STACK = "stack"
    BAND = "band"
    RULE = "rule"


class Ink(StrEnum):
    """A colour of the palette by its meaning."""

    ACCENT = "accent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    MUTED = "muted"


@dataclass(frozen=True)
class Mark:
    """One value; `low` and `high` are its interval; `says` is what is read out when somebody points at it."""

    x: float
    y: float
    low: float | None = None
    high: float | None = None
    says: str = ""


@dataclass(frozen=True)
class Series:
    """`flat` series have their intervals along x (a rate a line, names down the side)."""

    name: str
    look: Look
    ink: Ink
    marks: tuple[Mark, ...]
    flat: bool = False


@dataclass(frozen=True)
class Axis:
    """`ticks` are (value, words); both ends are always in view."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """`finding` is one or two sentences anybody can repeat; `note` says how it is counted. A picture with `empty` has nothing
    to draw yet, and `empty` says what to do first. `lines` is the height in lines of names for flat pictures (0: as usual)."""

    title: str
    finding: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    table: Table
    note: str = ""
    empty: str = ""
    lines: int = 0

    @property
    def spoken(self) -> str:
        return f"{self.title}. {self.empty or self.finding}"


NO_AXIS = Axis("", 0, 1, ())


def nothing(title: str, empty: str) -> Picture:
    """A picture of which there is nothing to draw yet; `empty` says what to do first."""
    return Picture(title, "", NO_AXIS, NO_AXIS, (), Table((), ()), empty=empty)


def percents(title: str, high: float = 1.0) -> Axis:
    """An axis of shares from 0; `high` in [0.1, 1], in tenths."""
    tenths = round(high * 10)
    step = next(step for step in (2, 5, 10, 20) if tenths * 10 <= step * 5)
    return Axis(title, 0.0, high, tuple((value / 100, percent(value / 100)) for value in range(0, tenths * 10 + 1, step)))


def counts(title: str, highest: float) -> Axis:
    """An axis of whole numbers from 0."""
    step = nice(max(1.0, highest) / 4)
    top = step
    while top < highest:
        top += step
    ticks = [step * number for number in range(round(top / step) + 1)]
    return Axis(title, 0, top, tuple((value, f"{value:,.0f}") for value in ticks))


def nice(rough: float) -> float:
    """The next 1, 2 or 5 times a power of ten, never under 1."""
    size = 1.0
    while size * 10 <= rough:
        size *= 10
    return next((size * factor for factor in (1, 2, 5, 10) if size * factor >= rough), size * 10)
