"""From signals to one score: a logistic, its weights shipped with the program or fitted on this desk's own decisions.

The score is the estimated chance that the draft is right. It orders the queue and recommends; what it may do beyond that, a
certificate says. See domain.score_signals for what it is made of.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

LIMIT = 30.0


@dataclass(frozen=True)
class Weights:
    """`by_signal` multiplies the distance of a signal from its `usual` value; `at_usual` is the log-odds when all are usual;
    `when_missing` is the pull of a signal that could not be had."""

    at_usual: float
    by_signal: Mapping[str, float]
    usual: Mapping[str, float]
    when_missing: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Scorer:
    """Frozen weights for the drafts of one writer. `grid` are the cut-offs a certificate may choose from, strictest first,
    fixed with the weights. `frozen_at` None: shipped, frozen since ever. `labels` and `log_loss` tell what it was fitted on
    and how well it foretold labels it had not seen (nats a label; None: not known)."""

    name: str
    writer: str
    weights: Weights
    grid: tuple[float, ...]
    frozen_at: datetime | None = None
    labels: int = 0
    log_loss: float | None = None

    def score(self, signals: Mapping[str, float]) -> float | None:
        """In (0, 1); None when a signal it needs is absent or no number: what cannot be judged is not sent."""
        return None if unjudged(signals, self.weights) else score(signals, self.weights)


def unjudged(signals: Mapping[str, float], weights: Weights) -> tuple[str, ...]:
    """Signals that stand in the way of a score: no number, or absent although they can always be had."""
    return tuple(
        name
        for name in weights.by_signal
        if not math.isfinite(signals.get(name, 0.0 if name in weights.when_missing else math.nan))
    )


def pulls(signals: Mapping[str, float], weights: Weights) -> dict[str, float]:
    """Each signal's pull on the score in log-odds, against its usual value; that of its absence if it is absent."""
    found = {}
    for name, weight in weights.by_signal.items():
        value = signals.get(name)
        if value is None:
            found[name] = weights.when_missing.get(name, 0.0)
        elif math.isfinite(value):
            found[name] = weight * (value - weights.usual[name])
    return found


def score(signals: Mapping[str, float], weights: Weights) -> float:
    """In (0, 1). A signal that is no number, or absent although it can always be had, lowers the score to 0: what cannot be
    judged is not trusted."""
    if unjudged(signals, weights):
        return 0.0
    z = weights.at_usual + sum(pulls(signals, weights).values())
    return 1 / (1 + math.exp(-max(-LIMIT, min(LIMIT, z))))
