"""The desk's numbers as tiles and bars: what is shown, in words, before anything is painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import Route
from helpdesk.domain.insights import Numbers


@dataclass(frozen=True)
class Tile:
    """One number. `alarming` marks a number that asks for action."""

    label: str
    value: str
    note: str
    alarming: bool = False

    @property
    def spoken(self) -> str:
        return f"{self.label}: {self.value}. {self.note}".strip()


@dataclass(frozen=True)
class Bar:
    """`share` in [0, 1] of the longest bar of its chart."""

    label: str
    count: int
    share: float


@dataclass(frozen=True)
class Chart:
    title: str
    bars: tuple[Bar, ...]
    empty: str

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def spoken(self) -> str:
        if not self.total:
            return f"{self.title}: {self.empty}"
        return f"{self.title}: " + ", ".join(f"{bar.label} {bar.count}" for bar in self.bars) + "."


@dataclass(frozen=True)
class Figures:
    tiles: tuple[Tile, ...]
    charts: tuple[Chart, ...]


DECIDED = {
    DecisionKind.APPROVE: "Approved as drafted",
    DecisionKind.EDIT: "Edited, then sent",
    DecisionKind.REJECT: "Rejected",
    DecisionKind.ESCALATE: "Escalated",
    DecisionKind.AUTO: "Sent by itself",
    DecisionKind.AUTO: "Sent by itself",
}
ROUTED = {Route.SEND: "Sure enough", Route.REVIEW: "To review", Route.ESCALATE: "To a person"}
WRITERS: Mapping[str, str] = {"excerpts": "Quotations", "ollama": "Local model", "": "Not noted"}
BANDS = ("Under 25 %", "25 to 50 %", "50 to 75 %", "75 % and more")


def figures(numbers: Numbers, reasons: Mapping[RejectReason, str]) -> Figures:
    """`reasons` names each reject reason."""
    return Figures(tiles=tiles(numbers), charts=charts(numbers, reasons))


def tiles(numbers: Numbers) -> tuple[Tile, ...]:
    decided = sum(count for kind, count in numbers.decisions.items() if kind != DecisionKind.AUTO)
    unedited = numbers.decisions.get(DecisionKind.APPROVE, 0)
    return (
        Tile("Waiting for review", f"{numbers.waiting:,}", "drafts in the queue now"),
        Tile("Open tickets", f"{numbers.open_tickets:,}", "not solved or closed"),
        Tile("Received today", f"{numbers.received:,}", "tickets that came in"),
        Tile("Drafted today", f"{numbers.drafted:,}", abstentions(numbers)),
        Tile("Sent today", f"{numbers.sent:,}", "replies that left"),
        Tile("Sent without an edit", share(unedited, decided), f"{unedited:,} of {decided:,} decisions today"),
        Tile("First reply", duration(numbers.seconds_to_first_reply), "median of today's first replies"),
        Tile("Failed to send", f"{numbers.failed_sends:,}", failed_note(numbers.failed_sends), numbers.failed_sends > 0),
    )


def abstentions(numbers: Numbers) -> str:
    if not numbers.abstained:
        return "all found something to stand on" if numbers.drafted else "nothing drafted yet"
    return f"{numbers.abstained:,} found nothing to stand on"


def failed_note(failed: int) -> str:
    return "see the outbox in the Inbox" if failed else "everything left as it should"


def charts(numbers: Numbers, reasons: Mapping[RejectReason, str]) -> tuple[Chart, ...]:
    return (
        Chart(
            "Decisions today",
            bars([(DECIDED[kind], numbers.decisions.get(kind, 0)) for kind in DecisionKind]),
            "nobody has decided on a draft yet",
        ),
        Chart("How sure the drafts were", bars(list(zip(BANDS, numbers.bands, strict=True))), "no draft was written yet"),
        Chart(
            "Where drafts were sent",
            bars([(ROUTED[route], numbers.routes.get(route, 0)) for route in Route]),
            "no draft was written yet",
        ),
        Chart(
            "Why drafts were rejected",
            bars([(name, numbers.reject_reasons.get(code, 0)) for code, name in reasons.items()], drop_empty=True),
            "no draft was rejected",
        ),
    )


def bars(counted: Sequence[tuple[str, int]], *, drop_empty: bool = False) -> tuple[Bar, ...]:
    kept = [(label, count) for label, count in counted if count or not drop_empty]
    if drop_empty:
        kept.sort(key=lambda pair: -pair[1])
    longest = max((count for _, count in kept), default=0) or 1
    return tuple(Bar(label, count, count / longest) for label, count in kept)


def share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def duration(seconds: float | None) -> str:
    """A duration a person would say: '45 s', '12 min', '3 h 20 min', '2 days'."""
    if seconds is None:
        return "–"
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{round(hours / 24)} days"
