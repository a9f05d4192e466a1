"""Fitting a score. Its arithmetic is imported when the first score is fitted: a start has no time for it."""

from collections.abc import Sequence

__all__ = ["NewtonFitting"]


class NewtonFitting:
    """The ScoreFitting by Newton's method."""

    def fitted(
        self, rows: Sequence[Sequence[float]], right: Sequence[bool], prior: Sequence[float], pull: Sequence[float]
    ) -> tuple[float, ...]:
        from helpdesk.adapters.score_fitting.newton import fitted

        return fitted(rows, right, prior, pull)
