"""What a desk promises its customers, and when each promise falls due.

Nothing here is counted up as time goes by: the moments follow from what was said and which status the ticket had, so they are
the same whenever they are reckoned. Time stands still while the desk waits for somebody else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.business_hours import OpenHours
from helpdesk.domain.condition import CUSTOM, MOMENTS, UNITS, Condition, Conditions, Field
from helpdesk.domain.rule import Action, fault_in_deed, fault_of_the_desk
from helpdesk.domain.ticket import TicketStatus

LONGEST_NAME = 80
LONGEST_MINUTES = 60 * 24 * 365
WAITING = frozenset((TicketStatus.PENDING, TicketStatus.ON_HOLD))
"""The desk waits for the customer, or for somebody else."""

DONE = frozenset((TicketStatus.SOLVED, TicketStatus.CLOSED))

PASSING = frozenset(
    (
        *(Field.UPDATED, Field.DUE, Field.DUE_STATE, Field.SNOOZED, Field.CONFIDENCE, Field.DRAFT, Field.MENTIONED),
        *(Field.WAITING, Field.WRITING),
    )
)
"""What a promise cannot hang on: it comes and goes without anybody saying anything on the ticket."""


class Promise(StrEnum):
    FIRST_REPLY = "first-reply"
    NEXT_REPLY = "next-reply"
    SOLVE = "solve"


class PromiseState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    KEPT = "kept"
    BROKEN = "broken"
    """Met, but too late. One that is overdue and not yet met still runs."""


class DueState(StrEnum):
    """How the next promise of a ticket stands, as lists show it; '' for a ticket without one."""

    NONE = ""
    RUNNING = "running"
    SOON = "soon"
    MISSED = "missed"
    PAUSED = "paused"


@dataclass(frozen=True)
class ServiceLevel:
    """For tickets that meet the conditions, the first one in the order of `position`. Minutes of open time; 0 promises nothing.
    `warning` is how many of them before it falls due a warning comes, 0 for none. `calendar_id` 0 counts every minute. `query`
    is how a person wrote the conditions."""

    id: int
    name: str
    position: int
    conditions: Conditions
    calendar_id: int
    first_reply: int
    next_reply: int
    solve: int
    warning: int
    at_breach: tuple[Action, ...]
    changed_at: datetime
    query: str = ""

    def minutes(self, promise: Promise) -> int:
        return {Promise.FIRST_REPLY: self.first_reply, Promise.NEXT_REPLY: self.next_reply, Promise.SOLVE: self.solve}[promise]


def fault_in(level: ServiceLevel) -> str:
    """What is wrong with it, as half a sentence."""
    if not level.name.strip() or len(level.name) > LONGEST_NAME or not level.name.isprintable():
        return f"give it a name of one line and at most {LONGEST_NAME} characters"
    times = (level.first_reply, level.next_reply, level.solve)
    if not any(times):
        return "it promises nothing: give at least one time"
    if any(not 0 <= minutes <= LONGEST_MINUTES for minutes in (*times, level.warning)):
        return "a time is from 0 minutes to a year"
    faults = [*(_unfit(one) for one in level.conditions.every), *map(fault_in_deed, level.at_breach)]
    return next(filter(None, faults), "")


def _unfit(condition: Condition) -> str:
    if fault := fault_of_the_desk(condition):
        return fault
    if not condition.field.startswith(CUSTOM) and Field(condition.field) in PASSING:
        return f"a promise cannot hang on '{condition.field}', which changes by itself"
    if condition.operator in MOMENTS and condition.values[0][-1] in UNITS:
        return f"a promise cannot hang on '{condition.values[0]}', which passes by itself; write a date like 2026-05-01"
    return ""


@dataclass(frozen=True)
class Said:
    at: datetime
    by_customer: bool


@dataclass(frozen=True)
class Timeline:
    """What decides about promises: public messages and statuses, each in the order of time. Before the first of `statuses` the
    ticket is new."""

    opened_at: datetime
    said: Sequence[Said]
    statuses: Sequence[tuple[datetime, TicketStatus]]


@dataclass(frozen=True)
class Standing:
    """One promise of one ticket. `due_at` is None while it is paused; then `left` is what is left of it."""

    promise: Promise
    state: PromiseState
    started_at: datetime
    due_at: datetime | None
    warn_at: datetime | None
    left: timedelta
    met_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.met_at is None


def standings(level: ServiceLevel, timeline: Timeline, hours: OpenHours) -> tuple[Standing, ...]:
    """Every promise the ticket has had a right to; of replies after the first only the newest."""
    status = _Statuses(timeline)
    found = [one for promise in Promise if (one := _standing(promise, level, status, hours)) is not None]
    return tuple(found)


def next_due(found: Sequence[Standing]) -> Standing | None:
    """Which one a list shows: the first to fall due, or one that stands still when none runs."""
    open_ones = [one for one in found if one.open]
    running = [one for one in open_ones if one.due_at is not None]
    return min(running, key=lambda one: one.due_at or one.started_at, default=open_ones[0] if open_ones else None)


class _Statuses:
    """The spans of a ticket's life. A customer's message that opened the ticket again did so when it was written, not when the
    desk fetched it."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.spans = list(_spans(timeline))

    def running(
        self, start: datetime, end: datetime | None, stops: frozenset[TicketStatus]
    ) -> Iterator[tuple[datetime, datetime | None]]:
        """Where the clock runs between two moments, in order; the last ends with None when it runs on."""
        for began, ended, status in self.spans:
            since, until = max(began, start), _earlier(ended, end)
            if status not in stops and (until is None or until > since):
                yield since, until

    def now(self) -> tuple[datetime, TicketStatus]:
        began, _, status = self.spans[-1]
        return began, status


def _spans(timeline: Timeline) -> Iterator[tuple[datetime, datetime | None, TicketStatus]]:
    moments = [(timeline.opened_at, TicketStatus.NEW)]
    for at, status in timeline.statuses:
        before = moments[-1][0]
        wrote = [one.at for one in timeline.said if one.by_customer and before < one.at <= at]
        opened = status in (TicketStatus.OPEN, TicketStatus.NEW) and moments[-1][1] in WAITING | DONE
        moments.append((max(before, min(wrote) if opened and wrote else at), status))
    ends = [at for at, _ in moments[1:]]
    for (began, status), ended in zip(moments, [*ends, None], strict=True):
        yield began, ended, status


def _standing(promise: Promise, level: ServiceLevel, status: _Statuses, hours: OpenHours) -> Standing | None:
    began = _began(promise, status)
    if not level.minutes(promise) or began is None:
        return None
    started, met = began
    stops = WAITING | DONE if promise is Promise.SOLVE else WAITING
    left, running_since, late = timedelta(minutes=level.minutes(promise)), None, None
    for since, until in status.running(started, met, stops):
        due = hours.after(since, left)
        if until is None or (due is not None and due <= until):
            running_since, late = since, due
            break
        left -= hours.between(since, until)
    if met is not None:
        state = PromiseState.KEPT if late is None or met <= late else PromiseState.BROKEN
        return Standing(promise, state, started, late, None, left, met)
    if running_since is None:
        return Standing(promise, PromiseState.PAUSED, started, None, None, left)
    notice = left - timedelta(minutes=level.warning)
    warn = hours.after(running_since, max(timedelta(), notice)) if level.warning else None
    return Standing(promise, PromiseState.RUNNING, started, late, warn, left)


def _began(promise: Promise, status: _Statuses) -> tuple[datetime, datetime | None] | None:
    """Since when it has run, and when it was met (None: not yet); None when there is nothing to promise."""
    timeline, (since, now) = status.timeline, status.now()
    if promise is Promise.SOLVE:
        return timeline.opened_at, since if now in DONE else None
    answers = [one.at for one in timeline.said if not one.by_customer]
    first = answers[0] if answers else None
    if promise is Promise.FIRST_REPLY:
        return None if first is None and now in DONE else (timeline.opened_at, first)
    asked, met = _asked_again(timeline.said, first)
    return None if asked is None or (met is None and now in DONE) else (asked, met)


def _asked_again(said: Sequence[Said], first: datetime | None) -> tuple[datetime | None, datetime | None]:
    """When the customer's newest question after our first answer was asked, and when it was answered."""
    asked = met = None
    for one in said:
        if first is None or one.at <= first:
            continue
        if one.by_customer and (asked is None or met is not None):
            asked, met = one.at, None
        elif not one.by_customer and asked is not None and met is None:
            met = one.at
    return asked, met


def _earlier(first: datetime | None, second: datetime | None) -> datetime | None:
    both = [one for one in (first, second) if one is not None]
    return min(both) if both else None
