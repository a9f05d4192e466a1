"""How long a person takes over one draft, told from when they decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

LONGEST = timedelta(minutes=20)
"""A longer gap between two decisions is a break, not work."""

ENOUGH = 20
ASSUMED = 3.0


@dataclass(frozen=True)
class Handling:
    """`minutes` a draft; `measured` on so many (0: there were too few to measure, it is assumed)."""

    minutes: float
    measured: int


def handling(decisions: Iterable[tuple[str, datetime]]) -> Handling:
    """`decisions` are (agent, moment) in order of time. The median gap between two decisions of one agent in one sitting."""
    last: dict[str, datetime] = {}
    gaps = []
    for agent, at in decisions:
        before = last.get(agent)
        last[agent] = at
        if before is not None and timedelta(0) < at - before <= LONGEST:
            gaps.append((at - before).total_seconds() / 60)
    return Handling(round(median(gaps), 1), len(gaps)) if len(gaps) >= ENOUGH else Handling(ASSUMED, 0)
