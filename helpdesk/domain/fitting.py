"""What a scorer is fitted on: signals as rows of numbers, and weights out of them again."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.scoring import Weights

STRENGTHS = (0.5, 2.0, 8.0, 32.0)
"""How strongly weights may be held to those they are fitted around; which one, past labels decide."""

FEWEST = 30
"""New labels before a scorer is fitted anew."""


@dataclass(frozen=True)
class Example:
    signals: Mapping[str, float]
    right: bool


def row(signals: Mapping[str, float], weights: Weights) -> tuple[float, ...]:
    """One, the distance of each signal from its usual value, and for those that can be missing whether they are."""
    found = {name: signals.get(name, weights.usual[name]) - weights.usual[name] for name in weights.by_signal}
    told = (value if math.isfinite(value) else 0.0 for value in found.values())
    return (1.0, *told, *(float(name not in signals) for name in weights.when_missing))


def as_row(weights: Weights) -> tuple[float, ...]:
    """In the order of `row`: their product is the log-odds."""
    return (weights.at_usual, *weights.by_signal.values(), *weights.when_missing.values())


def as_weights(fitted: Sequence[float], like: Weights) -> Weights:
    count = len(like.by_signal)
    return replace(
        like,
        at_usual=fitted[0],
        by_signal=dict(zip(like.by_signal, fitted[1 : count + 1], strict=True)),
        when_missing=dict(zip(like.when_missing, fitted[count + 1 :], strict=True)),
    )


def log_loss(fitted: Sequence[float], rows: Sequence[Sequence[float]], right: Sequence[bool]) -> float:
    """Of all outcomes together, in nats."""
    total = 0.0
    for one, was_right in zip(rows, right, strict=True):
        z = sum(a * b for a, b in zip(fitted, one, strict=True))
        total += math.log1p(math.exp(-abs(z))) + max(0.0, -z if was_right else z)
    return total


def is_due(labels: int, frozen: int) -> bool:
    """A scorer is fitted anew when as many labels came as the last one stood on: so long it may prove itself."""
    return labels - frozen >= max(FEWEST, frozen)
