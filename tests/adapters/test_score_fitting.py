"""Newton's method against the libraries whose weight the program does without."""

import numpy as np
import pytest
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from helpdesk.adapters.score_fitting import NewtonFitting


def sample(count: int, seed: int, columns: int = 12) -> tuple[list[list[float]], list[bool]]:
    dice = np.random.default_rng(seed)
    rows = np.column_stack([np.ones(count), dice.uniform(-1, 1, (count, columns - 1))])
    truth = dice.normal(0, 2, columns)
    return rows.tolist(), (dice.uniform(size=count) < 1 / (1 + np.exp(-rows @ truth))).tolist()


@pytest.mark.parametrize(("count", "strength"), [(30, 1.0), (120, 4.0), (500, 64.0), (2_000, 0.25)])
def test_without_a_prior_it_is_ridge_regression(count: int, strength: float) -> None:
    rows, right = sample(count, count)
    ours = NewtonFitting().fitted(rows, right, [0.0] * 12, [strength] * 12)
    oracle = LogisticRegression(C=1 / strength, fit_intercept=False, tol=1e-12, max_iter=10_000).fit(rows, right)
    assert ours == pytest.approx(oracle.coef_[0], abs=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_around_a_prior_it_finds_the_same_place_as_a_general_minimiser(seed: int) -> None:
    rows, right = sample(80, seed)
    dice = np.random.default_rng(100 + seed)
    prior, pull = dice.normal(0, 1, 12), dice.uniform(0.5, 20, 12)
    x, y = np.asarray(rows), np.asarray(right, float)

    def cost(w: np.ndarray) -> float:
        return float(np.sum(np.logaddexp(0, x @ w) - y * (x @ w)) + 0.5 * np.sum(pull * (w - prior) ** 2))

    ours = np.asarray(NewtonFitting().fitted(rows, right, prior.tolist(), pull.tolist()))
    oracle = minimize(cost, np.zeros(12), method="BFGS", options={"gtol": 1e-8})
    assert ours == pytest.approx(oracle.x, abs=1e-5)
    assert cost(ours) <= oracle.fun + 1e-9


def test_without_a_row_the_prior_stands() -> None:
    assert NewtonFitting().fitted([], [], [1.5, -2.0], [1.0, 1.0]) == (1.5, -2.0)


def test_outcomes_that_a_line_can_part_do_not_run_away() -> None:
    rows = [[1.0, x / 10] for x in range(-20, 21)]
    weights = NewtonFitting().fitted(rows, [x > 0 for _, x in rows], [0.0, 0.0], [0.01, 0.01])
    assert all(np.isfinite(weights))
    assert weights[1] > 5
