"""From which score on may answers go out, so that at most `alpha` of them are wrong, with confidence 1 - `delta`?

Learn-then-Test: the cut-offs stand in one order fixed beforehand, strictest first, and each is certified only when all before
it are, so that asking about many costs nothing. A cut whose bet once stood high enough is proven (running maximum) until what
is known now speaks against it: more wrong answers seen than were promised. See the handbook on confidence.

Reviewers miss some: with a lower bound `q` on the share of wrong answers they notice, `alpha * q` is tested instead, and
`delta` is halved between that bound and this one. A `q` of 1 means they are trusted to notice all; of 0, that nothing can be
shown.

`rows` are (score, wrong) in order of arrival; `grid` holds the cut-offs from strictest (highest) to loosest.
"""

import math
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from helpdesk.domain.betting import Bet, anytime_upper
from helpdesk.domain.binomial import exact_upper, p_value

_LARGEST = 690.0
"""Logarithms beyond are shown as e to this power; what was proven long ago needs no larger number."""


@dataclass(frozen=True)
class Certified:
    """`bound` is on the true risk at `cut` and not above the alpha asked for; `e_values` has one for each cut of the grid."""

    cut: float
    checked: int
    wrong: int
    bound: float
    e_values: tuple[float, ...]


@dataclass(frozen=True)
class Weighed:
    """The evidence at one cut so far; `e_value` at its strongest moment. `certified`: it stands, and so do all before it."""

    cut: float
    checked: int
    wrong: int
    e_value: float
    certified: bool


@dataclass(frozen=True)
class Promise:
    """What is tested: a share of wrong answers seen below `level`, with at most `room` for being wrong about it."""

    alpha: float
    delta: float
    q: float = 1.0

    @property
    def level(self) -> float:
        return self.alpha * self.q

    @property
    def room(self) -> float:
        return self.delta if self.q >= 1 else self.delta / 2

    @property
    def needed(self) -> float:
        """The logarithm a fortune has to reach."""
        return -math.log(self.room)


class _Cut:
    """The evidence at one cut. Right answers only raise the fortune, so its peak lies before the first wrong one after some
    right ones, or now."""

    def __init__(self, promise: Promise, bet: Bet) -> None:
        self.checked = self.wrong = self.waiting = 0
        self._promise = promise
        self._bet = bet
        self._peak = (0.0, 0, 0)
        self._rising = False

    def __deepcopy__(self, _: object) -> "_Cut":
        """What a cut holds is replaced, never changed."""
        return copy(self)

    def add(self, wrong: bool, waiting: bool) -> None:
        if wrong:
            self._peak = self.peak()
            self.wrong += 1
        self._rising = not wrong
        self.waiting += waiting
        self.checked += 1

    @property
    def decided(self) -> tuple[int, int]:
        """(wrong, checked) of what is known by now."""
        return self.wrong - self.waiting, self.checked - self.waiting

    def peak(self) -> tuple[float, int, int]:
        """(logarithm of the fortune, wrong, checked) at the strongest moment so far."""
        if not self._rising:
            return self._peak
        now = self._bet.log_fortune(self.wrong, self.checked)
        return self._peak if now <= self._peak[0] else (now, self.wrong, self.checked)

    def stands(self) -> bool:
        wrong, checked = self.decided
        return self.peak()[0] >= self._promise.needed and wrong <= self._promise.level * checked


class Weighing:
    """The evidence at every cut, label by label; it says the same as `certify` of all rows at once. A NaN reaches no cut. When
    a label changes, or `q`, begin a new one."""

    def __init__(self, grid: Sequence[float], alpha: float, delta: float, q: float = 1.0) -> None:
        self._promise = Promise(alpha, delta, q)
        self._grid = tuple(grid)
        bet = Bet(self._promise.level)
        self._cuts = [_Cut(self._promise, bet) for _ in self._grid]

    def add(self, score: float, wrong: bool, *, waiting: bool = False) -> None:
        """`waiting`: nobody has decided yet. It weighs as a wrong one and is counted as none."""
        for cut, weighed in zip(self._grid, self._cuts, strict=True):
            if score >= cut:
                weighed.add(wrong or waiting, waiting)

    @property
    def cuts(self) -> tuple[Weighed, ...]:
        all_before, shown = True, []
        for cut, weighed in zip(self._grid, self._cuts, strict=True):
            all_before = all_before and weighed.stands()
            e_value = math.exp(min(weighed.peak()[0], _LARGEST))
            wrong, checked = weighed.decided
            shown.append(Weighed(cut, checked, wrong, e_value, all_before))
        return tuple(shown)

    def certified(self) -> Certified | None:
        """The loosest cut proven so far, None while there is none."""
        cuts = self.cuts
        proven = sum(cut.certified for cut in cuts)
        if not proven:
            return None
        last, promise = cuts[proven - 1], self._promise
        _, wrong, checked = self._cuts[proven - 1].peak()
        bound = min(promise.alpha, anytime_upper(wrong, checked, promise.room) / promise.q)
        return Certified(last.cut, last.checked, last.wrong, bound, tuple(cut.e_value for cut in cuts))


def certify(
    rows: Iterable[tuple[float, bool]], grid: Sequence[float], alpha: float, delta: float, q: float = 1.0
) -> Certified | None:
    """May be asked after every label."""
    weighing = Weighing(grid, alpha, delta, q)
    for score, wrong in rows:
        weighing.add(score, wrong)
    return weighing.certified()


def certify_fixed(
    rows: Iterable[tuple[float, bool]], grid: Sequence[float], alpha: float, delta: float, q: float = 1.0
) -> Certified | None:
    """The exact test, for a sample whose size was decided beforehand and which is looked at once. Its e-values are 1/p."""
    promise, kept = Promise(alpha, delta, q), list(rows)
    best, values, all_before = None, [], True
    for cut in grid:
        above = [wrong for score, wrong in kept if score >= cut]
        p = p_value(sum(above), len(above), promise.level)
        values.append(1 / max(p, math.exp(-_LARGEST)))
        all_before = all_before and p <= promise.room
        best = (cut, len(above), sum(above)) if all_before else best
    if best is None:
        return None
    cut, checked, wrong = best
    return Certified(cut, checked, wrong, exact_upper(wrong, checked, promise.room) / q, tuple(values))


def proposed_grid(scores: Iterable[float], strictest: float = 0.3, step: float = 0.05) -> tuple[float, ...]:
    """Cut-offs for a scorer about to be frozen, out of the scores of drafts it was fitted on: the first is reached by the share
    `strictest` of them (stricter ones would keep the whole order waiting for evidence), each next one by `step` more."""
    ranked = sorted((score for score in scores if not math.isnan(score)), reverse=True)
    if not ranked:
        return ()
    shares = [min(1.0, strictest + step * number) for number in range(math.ceil((1 - strictest) / step - 1e-9) + 1)]
    return tuple(dict.fromkeys(ranked[max(0, math.ceil(share * len(ranked)) - 1)] for share in shares))
