"""Minutes saved, and how sure that is: how long people take for a reply with the desk's draft and without.

Only what was measured on the timing screen counts: tickets the lot put into one arm or the other, in an order the lot decided.
Reply times of the history say how long customers waited, not how long anybody worked, and are never used. Medians, because one
coffee break must not decide; their intervals are exact for any distribution (order statistics), and the interval of the
difference holds with the confidence of both together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from helpdesk.domain.binomial import binom_cdf

DELTA = 0.05
"""Of the interval of the difference; each median gets a half."""


@dataclass(frozen=True)
class Saved:
    """Seconds a ticket: `alone` without, `helped` with a draft, medians of `alone_count` and `helped_count` tickets. `low` and
    `high` bound `seconds`, the difference, with confidence 1 - DELTA; all None while too few were timed to say."""

    alone_count: int
    helped_count: int
    needed: int
    alone: float | None = None
    helped: float | None = None
    seconds: float | None = None
    low: float | None = None
    high: float | None = None


def saved(alone: Sequence[float], helped: Sequence[float]) -> Saved:
    needed = fewest(DELTA / 2)
    without, with_draft = (median_interval(times, DELTA / 2) for times in (alone, helped))
    if without is None or with_draft is None:
        return Saved(len(alone), len(helped), needed)
    middle = (median(alone), median(helped))
    return Saved(
        len(alone),
        len(helped),
        needed,
        alone=middle[0],
        helped=middle[1],
        seconds=middle[0] - middle[1],
        low=without[0] - with_draft[1],
        high=without[1] - with_draft[0],
    )


def median_interval(times: Sequence[float], delta: float) -> tuple[float, float] | None:
    """Holds the true median with at least 1 - `delta`, whatever the distribution; None when so few values cannot say that."""
    ordered, n = sorted(times), len(times)
    rank = max((k for k in range((n + 1) // 2) if 2 * binom_cdf(k, n, 0.5) <= delta), default=-1)
    return None if rank < 0 else (ordered[rank], ordered[n - 1 - rank])


def fewest(delta: float) -> int:
    """Values below which no interval can be told."""
    n = 1
    while 2 * 0.5**n > delta:
        n += 1
    return n
