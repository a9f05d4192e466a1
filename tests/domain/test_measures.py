"""Figures of merit, against values worked out by hand."""

import pytest

from helpdesk.domain import measures


def test_auroc_counts_pairs_and_ties_half() -> None:
    assert measures.auroc([(0.9, True), (0.1, False)]) == 1.0
    assert measures.auroc([(0.5, True), (0.5, False)]) == 0.5
    assert measures.auroc([(0.9, True), (0.8, False), (0.7, True), (0.1, False)]) == 0.75
    assert measures.auroc([(0.9, True)]) is None
    assert measures.auroc([]) is None


def test_calibration_error_is_the_mean_gap_of_bins_of_equal_mass() -> None:
    assert measures.calibration_error([(0.8, True)] * 8 + [(0.8, False)] * 2, bins=1) == pytest.approx(0.0)
    assert measures.calibration_error([(1.0, False)] * 4, bins=2) == pytest.approx(1.0)
    assert sum(b.count for b in measures.reliability([(i / 100, True) for i in range(97)])) == 97


def test_risk_at_looks_at_the_most_confident() -> None:
    outcomes = [(0.9, True), (0.8, True), (0.7, False), (0.6, False)]
    assert measures.risk_at(outcomes, 0.5) == 0.0
    assert measures.risk_at(outcomes, 1.0) == 0.5
    assert measures.risk_curve(outcomes)[-1] == (1.0, 0.5)
    assert measures.risk_at([], 0.5) is None


def test_token_f1_as_squad_counts() -> None:
    assert measures.token_f1("The Oil Crisis!", "oil crisis") == 1.0
    assert measures.token_f1("a b c d", "c d e f") == pytest.approx(2 * (2 / 3) * 0.5 / (2 / 3 + 0.5))
    assert measures.token_f1("", "x") == 0.0


def test_ranks() -> None:
    assert measures.first_rank(["a", "b"], lambda one: one == "b") == 2
    assert measures.reciprocal_rank(2, 10) == 0.5
    assert measures.reciprocal_rank(11, 10) == 0.0
    assert measures.reciprocal_rank(None, 10) == 0.0
