"""Whether more answers than usual could be sent: a sign that something upstream went wrong, or that somebody tries the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

WATCHED = timedelta(days=14)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Surge:
    """`now` in the last hour, this one among them, against `usual` in an hour that had any."""

    now: int
    usual: float

    def over(self, times: float, least: int) -> bool:
        return self.now >= least and self.now > times * self.usual


def usual(hours: Sequence[int]) -> float:
    """The median of the hours that had any: if quiet hours counted, every working day would be a surge."""
    busy = [count for count in hours if count]
    return median(busy) if busy else 0.0
