"""How an agent's shift at the review queue goes."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

PAUSE = 600.0
"""Seconds between two decisions from which on the agent did something else."""
TOGETHER = 1.0
"""Seconds within which nobody decides twice: those were answered together, and the rest will hardly be."""
FEWEST = 5


@dataclass(frozen=True)
class Shift:
    """`done` decisions since the day began here, `waiting` drafts, `seconds` until those are decided at the pace of today
    (None: there is no pace yet)."""

    done: int
    waiting: int
    seconds: float | None


def pace(decided: Sequence[datetime]) -> float | None:
    """Seconds a decision usually takes, by the times of decisions in order; None before there are enough of them."""
    gaps = [(after - before).total_seconds() for before, after in itertools.pairwise(decided)]
    worked = [gap for gap in gaps if TOGETHER <= gap <= PAUSE]
    return median(worked) if len(worked) >= FEWEST else None


def shift(decided: Sequence[datetime], waiting: int) -> Shift:
    each = pace(decided)
    return Shift(len(decided), waiting, None if each is None else each * waiting)
