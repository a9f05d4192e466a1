"""Is what was certified still true? A bet against "the risk is `alpha` or less" begins anew with every audited answer, and
their sum is watched. While the claim holds, it reaches the alarm once in a thousand answers at most, on average; after a change
it need not first earn back what the good days lost (Shiryaev and Roberts; the e-detector of Shin, Ramdas and Rinaldo).
"""

ALARM = 1000.0
"""False alarms are at least this many audited answers apart on average."""
STAKES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9)
"""Of what a bet may lose at all to one right answer, nine tenths of this share."""
_LARGEST = 1e300


class Detector:
    """`alpha` is the level that was certified: the promised risk times the share of wrong answers reviewers notice. A change of
    the drafter, of the goal or an alarm that was cleared begins a new one."""

    def __init__(self, alpha: float) -> None:
        factors = [0.9 * stake / alpha for stake in STAKES]
        self._right = [1 - factor * alpha for factor in factors]
        self._wrong = [1 + factor * (1 - alpha) for factor in factors]
        self._sums = [0.0] * len(factors)

    @property
    def value(self) -> float:
        return sum(self._sums) / len(self._sums)

    def add(self, wrong: bool) -> float:
        """The value after this audited answer; at `ALARM` or more nothing may go out by itself."""
        factors = self._wrong if wrong else self._right
        self._sums = [min(_LARGEST, (held + 1) * factor) for held, factor in zip(self._sums, factors, strict=True)]
        return self.value
