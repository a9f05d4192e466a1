"""The desk's numbers as tiles and bars: what is shown, in words, before anything is painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import Route
from helpdesk.domain.insights import Numbers
from helpdesk.domain.rating import BEST, Satisfaction
from helpdesk.domain.service_level import DueState
from helpdesk.ui.insights.day_hours import DaySaid, day_said
from helpdesk.ui.language import Words, mark, number, percent, tr


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
    day: DaySaid


DECIDED = Words(
    {
        DecisionKind.APPROVE: mark("Approved as drafted"),
        DecisionKind.EDIT: mark("Edited, then sent"),
        DecisionKind.REJECT: mark("Rejected"),
        DecisionKind.ESCALATE: mark("Escalated"),
        DecisionKind.AUTO: mark("Sent by itself"),
    }
)
ROUTED = Words({Route.SEND: mark("Sure enough"), Route.REVIEW: mark("To review"), Route.ESCALATE: mark("To a person")})
WRITERS: Mapping[str, str] = Words({"excerpts": mark("Quotations"), "ollama": mark("Local model"), "": mark("Not noted")})
PROMISED = Words(
    {
        DueState.MISSED: mark("Overdue"),
        DueState.SOON: mark("Soon due"),
        DueState.RUNNING: mark("In time"),
        DueState.PAUSED: mark("Standing still"),
    }
)
MOST_AGENTS = 5
BANDS = (mark("Under 25%"), mark("25 to 50%"), mark("50 to 75%"), mark("75% and more"))


def figures(numbers: Numbers, reasons: Mapping[RejectReason, str]) -> Figures:
    """`reasons` names each reject reason."""
    return Figures(tiles(numbers), charts(numbers, reasons), day_said(numbers.hours))


def tiles(numbers: Numbers) -> tuple[Tile, ...]:
    decided = sum(count for kind, count in numbers.decisions.items() if kind != DecisionKind.AUTO)
    unedited = numbers.decisions.get(DecisionKind.APPROVE, 0)
    return (
        Tile(tr("Waiting for review"), f"{number(numbers.waiting)}", tr("drafts in the queue now")),
        Tile(tr("Open tickets"), f"{number(numbers.open_tickets)}", tr("not solved or closed")),
        Tile(tr("Received today"), f"{number(numbers.received)}", tr("tickets that came in")),
        Tile(tr("Drafted today"), f"{number(numbers.drafted)}", abstentions(numbers)),
        Tile(tr("Sent today"), f"{number(numbers.sent)}", tr("replies that left")),
        Tile(
            tr("Sent without an edit"),
            share(unedited, decided),
            tr("{unedited} of {decided} decisions today", unedited=number(unedited), decided=number(decided)),
        ),
        Tile(tr("First reply"), duration(numbers.seconds_to_first_reply), tr("median of today's first replies")),
        Tile(tr("Overdue"), number(numbers.overdue), overdue_note(numbers.overdue), numbers.overdue > 0),
        Tile(tr("Rating"), rating(numbers.satisfaction), rating_note(numbers.satisfaction)),
        Tile(
            tr("Failed to send"), f"{number(numbers.failed_sends)}", failed_note(numbers.failed_sends), numbers.failed_sends > 0
        ),
    )


def abstentions(numbers: Numbers) -> str:
    if not numbers.abstained:
        return tr("all found something to stand on") if numbers.drafted else tr("nothing drafted yet")
    return tr("{abstained} found nothing to stand on", abstained=number(numbers.abstained))


def failed_note(failed: int) -> str:
    return tr("see the outbox in the Inbox") if failed else tr("everything left as it should")


def overdue_note(overdue: int) -> str:
    return tr("tickets that wait longer than was promised") if overdue else tr("every promise is kept so far")


def rating(found: Satisfaction) -> str:
    return "–" if found.average is None else tr("{average} of {best}", average=number(found.average, 1), best=BEST)


def rating_note(found: Satisfaction) -> str:
    if not found.asked:
        return tr("no customer was asked in 30 days")
    return tr("{answered} of {asked} asked in 30 days", answered=number(found.answered), asked=number(found.asked))


def charts(numbers: Numbers, reasons: Mapping[RejectReason, str]) -> tuple[Chart, ...]:
    return (
        Chart(
            tr("Decisions today"),
            bars([(DECIDED[kind], numbers.decisions.get(kind, 0)) for kind in DecisionKind]),
            tr("nobody has decided on a draft yet"),
        ),
        Chart(
            tr("How sure the drafts were"),
            bars(list(zip(map(tr, BANDS), numbers.bands, strict=True))),
            tr("no draft was written yet"),
        ),
        Chart(
            tr("Where drafts went"),
            bars([(ROUTED[route], numbers.routes.get(route, 0)) for route in Route]),
            tr("no draft was written yet"),
        ),
        Chart(
            tr("Why drafts were rejected"),
            bars([(name, numbers.reject_reasons.get(code, 0)) for code, name in reasons.items()], drop_empty=True),
            tr("no draft was rejected"),
        ),
        Chart(tr("Who has the open tickets"), bars(loads(numbers.loads), drop_empty=True), tr("no ticket is open")),
        Chart(
            tr("How promises stand"),
            bars([(PROMISED[state], numbers.promised.get(state, 0)) for state in PROMISED]),
            tr("nothing is promised to anybody"),
        ),
    )


def loads(counted: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Those who have most, and what the others have together."""
    most = sorted(counted, key=lambda load: -load[1])
    shown = [(name or tr("Nobody"), count) for name, count in most[:MOST_AGENTS]]
    return [*shown, (tr("All others"), sum(count for _, count in most[MOST_AGENTS:]))]


def bars(counted: Sequence[tuple[str, int]], *, drop_empty: bool = False) -> tuple[Bar, ...]:
    kept = [(label, count) for label, count in counted if count or not drop_empty]
    if drop_empty:
        kept.sort(key=lambda pair: -pair[1])
    longest = max((count for _, count in kept), default=0) or 1
    return tuple(Bar(label, count, count / longest) for label, count in kept)


def share(part: int, whole: int) -> str:
    return f"{percent(part / whole)}" if whole else "–"


def duration(seconds: float | None) -> str:
    """A duration a person would say: '45 s', '12 min', '3 h 20 min', '2 days'."""
    if seconds is None:
        return "–"
    if seconds < 90:
        return tr("{seconds} s", seconds=number(seconds))
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{minutes} min", minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return tr("{hours} h {rest} min", hours=hours, rest=rest) if rest else tr("{hours} h", hours=hours)
    return tr("{days} days", days=round(hours / 24))
