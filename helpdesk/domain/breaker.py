"""Leaves a model server that fails again and again alone for a while, so that no draft waits for it in vain."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FAILURES = 3
"""So many in a row open it."""

FIRST_REST = 30.0
LONGEST_REST = 300.0
UNFIT_REST = 300.0
"""Seconds. What does not fit the memory now does not fit it in a minute."""


class Outcome(StrEnum):
    """What one request says of the server. BUSY: it was found so at every try. NEITHER: nothing, the request itself was at
    fault or was given up."""

    SUCCESS = "success"
    FAILURE = "failure"
    BUSY = "busy"
    UNFIT = "unfit"
    NEITHER = "neither"


class BreakerPhase(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    TRIAL = "trial"


@dataclass(frozen=True)
class BreakerState:
    """`failures` in a row; `seconds_left` until one request is let through to see (0 unless OPEN). `busy`: the last time it had
    no room."""

    phase: BreakerPhase
    failures: int
    seconds_left: float
    busy: bool = False


@dataclass(frozen=True)
class Rest:
    """What outlasts the program: `failures` in a row, seconds `left` of this rest (None: there is none), how long the
    `following` one would be, and what the `trouble` was. As it stood `at` a moment, for the server and model it is `about`."""

    about: str
    failures: int
    left: float | None
    following: float
    trouble: str
    at: datetime

    def left_at(self, now: datetime) -> float | None:
        """A clock set back makes no rest longer."""
        return None if self.left is None else max(0.0, self.left - max(0.0, (now - self.at).total_seconds()))


class Breaker:
    """CLOSED lets everything through. OPEN lets nothing through until its rest is over; then one request is the TRIAL, whose
    outcome closes it or opens it for twice as long. `seconds` is a monotonic clock."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._failures = 0
        self._rest = FIRST_REST
        self._open_until: float | None = None
        self._on_trial = False
        self._busy = False

    def allow(self) -> bool:
        """Whether a request may go out now. One that was allowed must be recorded, whatever becomes of it."""
        if self._open_until is None:
            return True
        if self._on_trial or self._seconds() < self._open_until:
            return False
        self._on_trial = True
        return True

    def record(self, outcome: Outcome) -> None:
        on_trial, self._on_trial = self._on_trial, False
        self._busy = outcome is Outcome.BUSY or (self._busy and outcome is Outcome.NEITHER)
        if outcome is Outcome.SUCCESS:
            self._failures, self._rest, self._open_until = 0, FIRST_REST, None
        elif outcome is Outcome.UNFIT:
            self._failures += 1
            self._open_until = self._seconds() + UNFIT_REST
        elif outcome in (Outcome.FAILURE, Outcome.BUSY):
            self._failures += 1
            if on_trial or outcome is Outcome.BUSY or self._failures >= FAILURES:
                self._open_until = self._seconds() + self._rest
                self._rest = min(LONGEST_REST, self._rest * 2)

    def rest(self, about: str, trouble: str, at: datetime) -> Rest:
        left = None if self._open_until is None else max(0.0, self._open_until - self._seconds())
        return Rest(about, self._failures, left, self._rest, trouble, at)

    def resume(self, rest: Rest, now: datetime) -> None:
        """Goes on where another program stopped."""
        left = rest.left_at(now)
        self._failures, self._rest = rest.failures, rest.following
        self._open_until = None if left is None else self._seconds() + left

    def state(self) -> BreakerState:
        if self._open_until is None:
            return BreakerState(BreakerPhase.CLOSED, self._failures, 0.0)
        left = self._open_until - self._seconds()
        if self._on_trial or left <= 0:
            return BreakerState(BreakerPhase.TRIAL, self._failures, 0.0, self._busy)
        return BreakerState(BreakerPhase.OPEN, self._failures, left, self._busy)
