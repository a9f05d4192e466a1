"""Evidence that may be looked at after every label, and the same look with an ordinary test, which may not."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from helpdesk.domain.betting import LOSSES, Bet, anytime_sensitivity, anytime_upper
from helpdesk.domain.binomial import exact_lower, exact_upper, p_value

DELTA = 0.1
ANSWERS = 1000


def chance_ever(said: Callable[[int, int], bool], risk: float) -> float:
    """Exactly: the chance that `said(wrong, checked)` holds at any of the first thousand answers, each wrong with `risk`. What
    is said at one number of wrong ones is said at every smaller one."""
    alive = np.zeros(ANSWERS + 2)
    alive[0], ever = 1.0, 0.0
    for checked in range(1, ANSWERS + 1):
        alive[1:] = alive[1:] * (1 - risk) + alive[:-1] * risk
        alive[0] *= 1 - risk
        wrong = 0
        while wrong <= checked and said(wrong, checked):
            ever += alive[wrong]
            alive[wrong] = 0.0
            wrong += 1
    return float(ever)


@pytest.mark.parametrize("alpha", [0.05, 0.02, 0.01])
def test_looking_after_every_label_fools_nobody_more_often_than_promised(alpha: float) -> None:
    bet = Bet(alpha)
    assert chance_ever(lambda wrong, checked: bet.log_fortune(wrong, checked) >= -math.log(DELTA), alpha) <= DELTA


def test_twenty_looks_at_the_ordinary_test_do_which_is_why_it_is_for_one_look() -> None:
    looks = {ANSWERS * number // 20 for number in range(1, 21)}
    for alpha in (0.05, 0.02, 0.01):
        assert chance_ever(lambda wrong, n, a=alpha: n in looks and p_value(wrong, n, a) <= DELTA, alpha) > 2 * DELTA  # type: ignore[misc]


def test_the_fortune_is_the_mean_of_bets_each_multiplied_answer_by_answer() -> None:
    alpha, answers = 0.05, [False] * 30 + [True] + [False] * 50 + [True, True]
    products = [math.prod(1 + (loss / (1 - alpha)) * (alpha - wrong) for wrong in answers) for loss in LOSSES]
    assert Bet(alpha).log_fortune(3, len(answers)) == pytest.approx(math.log(sum(products) / len(products)), abs=1e-12)


def test_the_bound_for_every_moment_is_wider_than_the_one_for_a_single_look() -> None:
    for wrong, checked in [(0, 10), (0, 100), (2, 117), (9, 400)]:
        assert exact_upper(wrong, checked, DELTA) < anytime_upper(wrong, checked, DELTA) < 1
    assert anytime_upper(0, 0, DELTA) == 1.0
    assert anytime_upper(1, 1, DELTA) == 1.0


def test_how_much_reviewers_notice_is_told_with_care_and_bettered_only_by_catching_more() -> None:
    assert anytime_sensitivity([], 0.05) == 0.0
    known = [anytime_sensitivity([True] * caught, 0.05) for caught in range(0, 101, 20)]
    assert known == sorted(known)
    assert 0.9 < known[3] < known[5] < 1
    late, early = [True] * 46 + [False] * 4, [False] * 4 + [True] * 46
    assert anytime_sensitivity(early, 0.05) < exact_lower(46, 50, 0.05) < anytime_sensitivity(late, 0.05) <= known[3]
