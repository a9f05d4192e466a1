"""Maximum a posteriori logistic regression by Newton's method; the problem is strictly convex, so there is one answer.

Own code: the machine-learning libraries that have it (with priors that are not zero, few do) weigh more than the rest of the
program; see decision 0026. scikit-learn and scipy are the oracles of its tests.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
MOST_STEPS = 100
HALVINGS = 40
CLOSE = 1e-10


def fitted(
    rows: Sequence[Sequence[float]], right: Sequence[bool], prior: Sequence[float], pull: Sequence[float]
) -> tuple[float, ...]:
    x, y = np.asarray(rows, np.float64).reshape(len(rows), len(prior)), np.asarray(right, np.float64)
    centre, strength = np.asarray(prior, np.float64), np.asarray(pull, np.float64)
    w, cost = centre.copy(), _cost(x, y, centre, centre, strength)
    for _ in range(MOST_STEPS):
        p = _logistic(x @ w)
        slope = x.T @ (p - y) + strength * (w - centre)
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(strength)
        step: Vector = np.asarray(np.linalg.solve(curve, slope), np.float64)
        w, cost, moved = _descended(x, y, (w, step, cost), (centre, strength))
        if not moved or np.abs(step).max() < CLOSE:
            break
    return tuple(float(one) for one in w)


def _descended(
    x: Vector, y: Vector, at: tuple[Vector, Vector, float], prior: tuple[Vector, Vector]
) -> tuple[Vector, float, bool]:
    """As far along the step as the cost falls; False when it does not."""
    w, step, cost = at
    for _ in range(HALVINGS):
        tried = w - step
        lower = _cost(x, y, tried, *prior)
        if lower <= cost:
            return tried, lower, lower < cost
        step = step / 2
    return w, cost, False


def _cost(x: Vector, y: Vector, w: Vector, centre: Vector, strength: Vector) -> float:
    z = x @ w
    return float(np.sum(np.logaddexp(0.0, z) - y * z) + 0.5 * np.sum(strength * (w - centre) ** 2))


def _logistic(z: Vector) -> Vector:
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))
