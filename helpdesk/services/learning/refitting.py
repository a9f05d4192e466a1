"""A scorer out of this desk's own labels, fitted around the shipped one and held to it as strongly as past labels advise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from helpdesk.domain.fitting import STRENGTHS, Example, as_row, as_weights, log_loss, row
from helpdesk.domain.risk import proposed_grid
from helpdesk.domain.scoring import Scorer, Weights, score
from helpdesk.ports.score_fitting import ScoreFitting

BLOCKS = 10
"""Stretches the labels are cut into: each is foretold from those before it."""


@dataclass(frozen=True)
class Foretold:
    """How well weights of a strength foretold labels they had not seen: nats a label. `strength` None: the prior, unfitted."""

    strength: float | None
    log_loss: float


@dataclass(frozen=True)
class Refitting:
    fitting: ScoreFitting

    def foretold(self, examples: Sequence[Example], prior: Weights) -> tuple[Foretold, ...]:
        """Every strength on the labels in the order they came, the best first; of equals the more cautious one."""
        rows, right = [row(one.signals, prior) for one in examples], [one.right for one in examples]
        losses = [Foretold(None, log_loss(as_row(prior), rows, right) / len(rows))]
        losses += [Foretold(one, self._ahead(rows, right, as_row(prior), one) / len(rows)) for one in reversed(STRENGTHS)]
        return tuple(sorted(losses, key=lambda one: one.log_loss))

    def scorer(self, examples: Sequence[Example], prior: Scorer, name: str, at: datetime) -> Scorer | None:
        """Frozen at `at`; None when the prior foretells the desk's own labels best as it is. Blocking."""
        best = self.foretold(examples, prior.weights)[0]
        if best.strength is None:
            return None
        weights = self.weights(examples, prior.weights, best.strength)
        grid = proposed_grid(score(one.signals, weights) for one in examples)
        return Scorer(name, prior.writer, weights, grid, at, len(examples), best.log_loss)

    def weights(self, examples: Sequence[Example], prior: Weights, strength: float) -> Weights:
        rows = [row(one.signals, prior) for one in examples]
        return as_weights(self._fitted(rows, [one.right for one in examples], as_row(prior), strength), prior)

    def _ahead(
        self, rows: Sequence[tuple[float, ...]], right: Sequence[bool], prior: tuple[float, ...], strength: float
    ) -> float:
        total = 0.0
        edges = [round(len(rows) * block / BLOCKS) for block in range(BLOCKS + 1)]
        for start, end in pairwise(edges):
            weights = self._fitted(rows[:start], right[:start], prior, strength)
            total += log_loss(weights, rows[start:end], right[start:end])
        return total

    def _fitted(
        self, rows: Sequence[tuple[float, ...]], right: Sequence[bool], prior: tuple[float, ...], strength: float
    ) -> tuple[float, ...]:
        return self.fitting.fitted(rows, right, prior, [strength] * len(prior)) if rows else prior
