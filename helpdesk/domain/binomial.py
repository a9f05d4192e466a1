"""Exact statements about a share, from a number of checked answers fixed before anyone looked. See the handbook on confidence.

Accurate to 1e-9 at least; a chance costs a few hundred steps however many answers there are, a bound some six chances.
"""

import math

_STEPS = 60
"""Enough to find a float by halving alone."""


def binom_cdf(wrong: int, checked: int, share: float) -> float:
    """The chance that at most `wrong` of `checked` answers are wrong when each is so with chance `share`."""
    if wrong < 0:
        return 0.0
    if wrong >= checked or share <= 0:
        return 1.0
    if share >= 1:
        return 0.0
    if wrong <= checked * share:
        return _tail(wrong, checked, share)
    return 1.0 - _tail(checked - wrong - 1, checked, 1.0 - share)


def _tail(most: int, checked: int, share: float) -> float:
    """The sum over 0..most, from the largest term down until the rest no longer counts; `most` is not above the mean."""
    log_term = (
        math.lgamma(checked + 1)
        - math.lgamma(most + 1)
        - math.lgamma(checked - most + 1)
        + most * math.log(share)
        + (checked - most) * math.log1p(-share)
    )
    against = (1.0 - share) / share
    total = part = 1.0
    for k in range(most, 0, -1):
        part *= against * k / (checked - k + 1)
        total += part
        if part < total * 1e-17:
            break
    return min(1.0, math.exp(log_term) * total)


def p_value(wrong: int, checked: int, alpha: float) -> float:
    """How well the evidence would fit a risk of `alpha` or more: small speaks for a lower risk."""
    return binom_cdf(wrong, checked, alpha)


def exact_upper(wrong: int, checked: int, delta: float) -> float:
    """Clopper and Pearson's one-sided bound: the risk is above it in at most `delta` of all samples."""
    if wrong >= checked:
        return 1.0
    if wrong == 0:
        return -math.expm1(math.log(delta) / checked)
    low, high = wrong / checked, 1.0
    bound = low
    for _ in range(_STEPS):
        chance = binom_cdf(wrong, checked, bound)
        low, high = (bound, high) if chance > delta else (low, bound)
        before, bound = bound, _nearer(bound, chance, (wrong, checked, delta))
        bound = bound if low < bound < high else (low + high) / 2
        if abs(bound - before) < 1e-13:
            break
    return bound


def _nearer(risk: float, chance: float, asked: tuple[int, int, float]) -> float:
    """Newton's step on the logarithm of the chance, which is concave in the risk: it closes in from above once it is there."""
    wrong, checked, delta = asked
    log_density = math.lgamma(checked + 1) - math.lgamma(wrong + 1) - math.lgamma(checked - wrong)
    log_density += wrong * math.log(risk) + (checked - wrong - 1) * math.log1p(-risk)
    return risk + math.log(chance / delta) * math.exp(math.log(chance) - log_density) if chance > 0 else 1.0


def exact_lower(wrong: int, checked: int, delta: float) -> float:
    """The same from below; 0 when nothing was wrong."""
    return 1.0 - exact_upper(checked - wrong, checked, delta) if wrong else 0.0


def exact_interval(wrong: int, checked: int, delta: float) -> tuple[float, float]:
    """Both sides together miss in at most `delta` of all samples."""
    return exact_lower(wrong, checked, delta / 2), exact_upper(wrong, checked, delta / 2)
