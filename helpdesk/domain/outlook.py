"""How many more answers have to be checked until a cut-off is proven."""

from collections.abc import Callable

from helpdesk.domain.betting import Bet
from helpdesk.domain.risk import Promise


def at_least(wrong: int, checked: int, alpha: float, delta: float, q: float = 1.0) -> int:
    """Further labels above the cut when not one more is found wrong: nobody can promise fewer. `alpha * q` is above 0."""
    promise = Promise(alpha, delta, q)
    if promise.level <= 0:
        raise ValueError("no number of answers shows a risk of nothing")
    return _first(lambda more: Bet(promise.level).log_fortune(wrong, checked + more) >= promise.needed)


def still_needed(wrong: int, checked: int, alpha: float, delta: float, q: float = 1.0) -> int | None:
    """Further labels above the cut when as many go on being wrong as so far; None: never at this rate."""
    promise, rate = Promise(alpha, delta, q), wrong / checked if checked else 0.0
    bet = Bet(promise.level)

    def enough(more: int) -> bool:
        return bet.log_fortune(wrong + rate * more, checked + more) >= promise.needed

    return _first(enough) if enough(0) or bet.grows(rate) else None


def _first(enough: Callable[[int], bool]) -> int:
    """The smallest number from 0 on that is enough; all above it are, too."""
    if enough(0):
        return 0
    high = 1
    while not enough(high):
        high *= 2
    low = high // 2
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
