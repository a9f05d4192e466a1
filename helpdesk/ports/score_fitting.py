"""Weights out of rows of numbers."""

from collections.abc import Sequence
from typing import Protocol


class ScoreFitting(Protocol):
    def fitted(
        self, rows: Sequence[Sequence[float]], right: Sequence[bool], prior: Sequence[float], pull: Sequence[float]
    ) -> tuple[float, ...]:
        """The weights w that make the outcomes likeliest under a logistic model, each held to its prior by `pull` (> 0):
        the least of Σ log(1 + exp(∓w·x)) + ½ Σ pull (w - prior)². Blocking."""
        ...
