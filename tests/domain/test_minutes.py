"""Minutes saved are claimed only where they were measured, with an interval that keeps its word."""

import random
from statistics import median

import pytest
from scipy import stats

from helpdesk.domain.minutes import fewest, median_interval, saved


def test_nothing_is_claimed_without_enough_measured() -> None:
    few = saved([60.0] * 6, [30.0] * 40)
    assert (few.seconds, few.low, few.high) == (None, None, None)
    assert (few.alone_count, few.helped_count, few.needed) == (6, 40, 7)


def test_the_difference_of_the_medians_is_what_is_saved() -> None:
    told = saved([200.0 + n for n in range(21)], [80.0 + n for n in range(21)])
    assert told.seconds == 120.0
    assert told.low is not None
    assert told.high is not None
    assert 100 < told.low < 120 < told.high < 140


def test_a_desk_that_costs_time_is_told_so() -> None:
    told = saved([60.0 + n for n in range(20)], [300.0 + n for n in range(20)])
    assert told.seconds is not None
    assert told.seconds < 0
    assert told.high is not None
    assert told.high < 0


@pytest.mark.parametrize("n", [7, 12, 25, 60])
def test_the_interval_of_a_median_is_that_of_order_statistics(n: int) -> None:
    ordered = [float(value) for value in range(n)]
    found = median_interval(ordered, 0.025)
    assert found is not None
    rank = int(found[0])
    assert 2 * stats.binom.cdf(rank, n, 0.5) <= 0.025 < 2 * stats.binom.cdf(rank + 1, n, 0.5)
    assert found[1] == n - 1 - rank


def test_too_few_values_have_no_interval() -> None:
    assert fewest(0.025) == 7
    assert median_interval([1.0] * 6, 0.025) is None


def test_it_holds_as_often_as_it_says() -> None:
    chance = random.Random(5)
    true, held = median_of_lognormals(), 0
    for _ in range(400):
        found = median_interval([chance.lognormvariate(4, 0.8) for _ in range(15)], 0.05)
        assert found is not None
        held += found[0] <= true <= found[1]
    assert held >= 0.95 * 400 - 13


def median_of_lognormals() -> float:
    chance = random.Random(1)
    return median(chance.lognormvariate(4, 0.8) for _ in range(20_001))
