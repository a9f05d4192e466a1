"""Worlds whose true risk is known, and rules that choose from which score on answers go out in them: ours, and the ones people
use instead. A rule breaks its word when the cut it chose has a true risk above alpha."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from random import Random

from helpdesk.domain.betting import anytime_sensitivity
from helpdesk.domain.risk import Promise, Weighing, certify_fixed

DELTA = 0.1
GRID = tuple(step / 20 for step in range(14, -1, -1))
"""A score is the share of all drafts below it, so a cut c is reached by 1 - c of them."""

Rows = Sequence[tuple[float, bool]]
Rule = Callable[[Rows, float], float | None]
"""(rows, alpha) -> the cut it would send from."""


@dataclass(frozen=True)
class World:
    """`error` is the chance that an answer of this score is wrong, in multiples of alpha; it holds where that is below 1."""

    name: str
    error: Callable[[float], float]

    def risk(self, cut: float) -> float:
        """Of all answers from `cut` up, in multiples of alpha."""
        steps = 2000
        return sum(self.error(cut + (1 - cut) * (step + 0.5) / steps) for step in range(steps)) / steps

    def bad_cuts(self) -> frozenset[float]:
        return frozenset(cut for cut in GRID if self.risk(cut) > 1)

    def rows(self, chance: Random, alpha: float, count: int) -> list[tuple[float, bool]]:
        scores = [chance.random() for _ in range(count)]
        return [(score, chance.random() < alpha * self.error(score)) for score in scores]


WORLDS = (
    World("smooth", lambda score: 4 * (1 - score) ** 2),
    World("flat", lambda _: 1.1),
    World("step", lambda score: 0.3 if score >= 0.5 else 4.0),
    World("inverted", lambda score: 0.2 + 1.5 * score),
    World("overconfident", lambda score: 1.9 - 1.2 * score),
)
ALPHAS = {0.05: 500, 0.02: 900, 0.01: 1500}
"""How many labels each alpha is given."""


def proven_at_any_moment(rows: Rows, alpha: float, q: float = 1.0) -> float | None:
    """The loosest cut that was live after any of the labels, whatever became of it."""
    weighing = Weighing(GRID, alpha, DELTA, q)
    for score, wrong in rows:
        weighing.add(score, wrong)
    enough = 1 / Promise(alpha, DELTA, q).room
    proven = list(takewhile(lambda weighed: weighed.e_value >= enough, weighing.cuts))
    return proven[-1].cut if proven else None


def proven_at_one_look(rows: Rows, alpha: float) -> float | None:
    found = certify_fixed(rows, GRID, alpha, DELTA)
    return found.cut if found else None


def proven_at_one_of_twenty_looks(rows: Rows, alpha: float) -> float | None:
    """The negative control of peeking: all drafts or none, as soon as any of the looks allowed it."""
    everything = GRID[-1:]
    looks = (certify_fixed(rows[: len(rows) * number // 20], everything, alpha, DELTA) for number in range(1, 21))
    return everything[0] if any(looks) else None


def observed_below_alpha(rows: Rows, alpha: float) -> float | None:
    """What most programs do: the lowest cut at which few enough errors were seen so far."""
    chosen = None
    for cut in GRID:
        above = [wrong for score, wrong in rows if score >= cut]
        if len(above) >= 20 and sum(above) <= alpha * len(above):
            chosen = cut
    return chosen


def silence_means_success(live: float, complain: float, chance: Random) -> Rule:
    """Evidence from everything: people see what stays below `live`, and of what went out only the complaints are known."""

    def rule(rows: Rows, alpha: float) -> float | None:
        known = [(score, wrong and (score < live or chance.random() < complain)) for score, wrong in rows]
        return proven_at_any_moment(known, alpha)

    return rule


def careless(notices: float, chance: Random, *, measured: bool) -> Rule:
    """Reviewers who notice only this share of wrong answers: as measured by a hundred test drafts, or trusted blindly."""

    def rule(rows: Rows, alpha: float) -> float | None:
        seen = [(score, wrong and chance.random() < notices) for score, wrong in rows]
        q = anytime_sensitivity((chance.random() < notices for _ in range(100)), DELTA / 2) if measured else 1.0
        return proven_at_any_moment(seen, alpha, q)

    return rule


@dataclass(frozen=True)
class Trial:
    """Of so many runs, how many chose a cut at all, and how many one whose true risk is above alpha."""

    runs: int
    chose: int
    broken: int

    def __add__(self, other: "Trial") -> "Trial":
        return Trial(self.runs + other.runs, self.chose + other.chose, self.broken + other.broken)

    @property
    def within(self) -> bool:
        """Broken no more often than delta and three standard deviations of chance."""
        return self.broken / self.runs <= DELTA + 3 * math.sqrt(DELTA * (1 - DELTA) / self.runs)


def tried(rule: Rule, world: World, alpha: float, runs: int, chance: Random) -> Trial:
    bad = world.bad_cuts()
    cuts = [rule(world.rows(chance, alpha, ALPHAS[alpha]), alpha) for _ in range(runs)]
    chosen = [cut for cut in cuts if cut is not None]
    return Trial(runs, len(chosen), sum(cut in bad for cut in chosen))
