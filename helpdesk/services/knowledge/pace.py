"""How long a job will still take, told only when it can be known."""

from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock

SOONEST = 2.0
"""Seconds of work before an estimate is worth more than a guess."""
LEAST_DONE = 0.02


class Pace:
    """Reports one stage of a job. `total` is in the units that `reached` counts."""

    def __init__(self, label: str, total: int, clock: Clock, report: Report) -> None:
        self._label = label
        self._total = total
        self._clock = clock
        self._report = report
        self._began = clock.seconds()
        report(Progress(0, total, label))

    def reached(self, done: int) -> None:
        """`total` grows when the work turns out to be more."""
        self._total = max(self._total, done)
        self._report(Progress(done, self._total, self._label, self._seconds_left(done)))

    def _seconds_left(self, done: int) -> float | None:
        spent = self._clock.seconds() - self._began
        if done >= self._total:
            return 0.0
        if spent < SOONEST or done < LEAST_DONE * self._total or done == 0:
            return None
        return spent / done * (self._total - done)
