"""Exact statements about a share, held against an independent implementation."""

import pytest
from scipy import stats

from helpdesk.domain.binomial import binom_cdf, exact_interval, exact_lower, exact_upper, p_value


def test_the_exact_bound_is_the_one_of_clopper_and_pearson_for_every_sample_up_to_200() -> None:
    samples = [(wrong, checked) for checked in range(1, 201) for wrong in range(checked)]
    expected = stats.beta.ppf(0.9, [wrong + 1 for wrong, _ in samples], [checked - wrong for wrong, checked in samples])
    bounds = dict(zip(samples, expected, strict=True))
    assert max(abs(binom_cdf(*sample, bound) - 0.1) for sample, bound in bounds.items()) < 1e-10
    solved = [sample for sample in samples if sample[1] < 20 or sample[1] % 20 == 0]
    assert max(abs(exact_upper(*sample, 0.1) - bounds[sample]) for sample in solved) < 1e-9
    assert {exact_upper(checked, checked, 0.1) for checked in range(201)} == {1.0}


def test_the_bound_from_below_mirrors_the_one_from_above() -> None:
    for wrong, checked in [(0, 30), (1, 30), (17, 50), (50, 50)]:
        expected = stats.beta.ppf(0.05, wrong, checked - wrong + 1) if wrong else 0.0
        assert exact_lower(wrong, checked, 0.05) == pytest.approx(expected, abs=1e-9)
    assert exact_interval(3, 40, 0.1) == (exact_lower(3, 40, 0.05), exact_upper(3, 40, 0.05))
    assert exact_interval(0, 0, 0.1) == (0.0, 1.0)


def test_the_chance_of_so_few_wrong_ones_is_exact_far_out_and_for_a_year_of_answers() -> None:
    for wrong, checked, share in [
        (0, 1, 0.5),
        (3, 10, 0.3),
        (9, 10, 0.3),
        (2, 500, 0.05),
        (3500, 73_000, 0.05),
        (199, 200, 0.99),
    ]:
        assert binom_cdf(wrong, checked, share) == pytest.approx(stats.binom.cdf(wrong, checked, share), rel=1e-7)
    assert [binom_cdf(-1, 5, 0.1), binom_cdf(5, 5, 0.1), binom_cdf(2, 5, 0.0), binom_cdf(2, 5, 1.0)] == [0.0, 1.0, 1.0, 0.0]


@pytest.mark.parametrize("alpha", [0.05, 0.02, 0.01])
def test_a_small_p_value_is_at_least_as_rare_as_it_says_when_the_risk_is_too_high(alpha: float) -> None:
    for checked in (20, 117, 600):
        for risk in (alpha, 1.5 * alpha):
            chances = stats.binom.pmf(range(checked + 1), checked, risk)
            so_far = 0.0
            for wrong in range(checked + 1):
                so_far += chances[wrong]
                assert so_far <= p_value(wrong, checked, alpha) + 1e-9
