"""An end to a computation that takes too long, from inside its own process."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfTime(BaseException):
    """Not an Exception: no parser's own handling may swallow it."""


COUNTS_PROCESSOR_TIME = hasattr(signal, "setitimer")
"""Not on Windows: there the caller's own limit on the worker stands alone."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises OutOfTime in the block after so much processor time of this process; 0 is no limit, and so is a system that
    cannot count it. Main thread only."""
    if seconds <= 0 or not COUNTS_PROCESSOR_TIME:
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
