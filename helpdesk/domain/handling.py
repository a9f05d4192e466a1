"""How long a person takes over one draft, told from when they decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

LONGEST = timedelta(minutes=20)
"""A longer gap between two decisions is a break, not work."""

TOGETHER = timedelta(seconds=2)
"""Decisions no further apart are of one go: many drafts answered together, which share the time before them."""

ENOUGH = 20
ASSUMED = 3.0


@dataclass(frozen=True)
class Handling:
    """`minutes` a draft; `measured` on so many (0: there were too few to measure, it is assumed)."""

    minutes: float
    measured: int


def handling(decisions: Iterable[tuple[str, datetime]]) -> Handling:
    """`decisions` are (agent, moment) in order of time. The median of what a draft took of one agent in one sitting."""
    sittings: dict[str, list[list[datetime]]] = {}
    for agent, at in decisions:
        goes = sittings.setdefault(agent, [])
        if goes and at - goes[-1][-1] <= TOGETHER:
            goes[-1].append(at)
        else:
            goes.append([at])
    pairs = [pair for goes in sittings.values() for pair in pairwise(goes)]
    gaps = [
        (go[0] - before[-1]).total_seconds() / 60 / len(go) for before, go in pairs if go[0] - before[-1] <= LONGEST for _ in go
    ]
    return Handling(round(median(gaps), 1), len(gaps)) if len(gaps) >= ENOUGH else Handling(ASSUMED, 0)
