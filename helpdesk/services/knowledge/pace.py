"""How long a job will still take, told only when it can be known."""

from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock

SOONEST = 2.0
"""Seconds of work before an estimate is worth more than a guess."""
LEAST_DONE = 0.02


class Pace:
    """Reports one stage of a job. `total` is in the units that `reached` counts; `weight`, where units are not alike, is what
    all of them weigh together, and the estimate goes by it."""

    def __init__(self, label: str, total: int, clock: Clock, report: Report, *, weight: int = 0) -> None:
        self._label = label
        self._total = total
        self._weight = weight
        self._clock = clock
        self._report = report
        self._began = clock.seconds()
        report(Progress(0, total, label))

    def reached(self, done: int, weight: int = 0) -> None:
        """`total` grows when the work turns out to be more."""
        self._total = max(self._total, done)
        share = weight / self._weight if self._weight else done / max(self._total, 1)
        self._report(Progress(done, self._total, self._label, self._seconds_left(done, share)))

    def _seconds_left(self, done: int, share: float) -> float | None:
        spent = self._clock.seconds() - self._began
        if done >= self._total:
            return 0.0
        if spent < SOONEST or share < LEAST_DONE:
            return None
        return spent / share * (1 - share)
