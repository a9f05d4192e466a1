"""Bets against "at least this share is wrong". A right answer wins a little, a wrong one loses a share of the fortune. If the
claim holds, the fortune ever reaches 1/d with a chance of d at most, however often one looks (Ville): so a fortune that high
refutes the claim, at any moment. See the handbook on confidence.
"""

import math
from collections.abc import Iterable

LOSSES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
"""The share of its fortune each of the bets held at once loses to one wrong answer; what counts is the mean of all."""
_LOG_KEPT = tuple(math.log1p(-loss) for loss in LOSSES)
_HALVINGS = 50


class Bet:
    """Against a risk of `level` or more, 0 ≤ level < 1; one of 0 can never be refuted."""

    def __init__(self, level: float) -> None:
        self._gains = tuple(math.log1p(loss * level / (1 - level)) for loss in LOSSES)

    def log_fortune(self, wrong: float, checked: float) -> float:
        """The logarithm, after so many answers; their order does not matter."""
        right = checked - wrong
        logs = [right * gain + wrong * kept for gain, kept in zip(self._gains, _LOG_KEPT, strict=True)]
        top = max(logs)
        return top + math.log(sum(math.exp(log - top) for log in logs) / len(logs))

    def grows(self, rate: float) -> bool:
        """Whether it wins in the long run when this share is wrong."""
        return any((1 - rate) * gain + rate * kept > 1e-9 for gain, kept in zip(self._gains, _LOG_KEPT, strict=True))


def anytime_upper(wrong: int, checked: int, delta: float) -> float:
    """A bound above the risk, which fails at any moment of the watch with a chance of `delta` at most. 1 without evidence."""
    needed, low, high = -math.log(delta), 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if Bet(middle).log_fortune(wrong, checked) >= needed:
            high = middle
        else:
            low = middle
    return high


def anytime_sensitivity(outcomes: Iterable[bool], delta: float) -> float:
    """A lower bound, valid at every moment, on the share of wrong drafts reviewers notice. `outcomes` are those of test drafts
    in order of decision, True for a caught one; 0 without any. Beside a certificate at confidence 1 - d ask for it with d/2.
    """
    missed = checked = 0
    least = 1.0
    for caught in outcomes:
        if not caught:
            least = min(least, anytime_upper(missed, checked, delta))
        missed += not caught
        checked += 1
    return 1.0 - min(least, anytime_upper(missed, checked, delta))
