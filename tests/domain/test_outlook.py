"""What a manager is told about how long it will take."""

import pytest

from helpdesk.domain.outlook import at_least, still_needed
from helpdesk.domain.risk import certify


@pytest.mark.parametrize(("alpha", "needed"), [(0.05, 68), (0.02, 173), (0.01, 347)])
def test_the_fewest_labels_there_can_be(alpha: float, needed: int) -> None:
    assert at_least(0, 0, alpha, 0.1) == still_needed(0, 0, alpha, 0.1) == needed


def test_the_number_told_is_the_number_it_takes() -> None:
    for wrong, checked, q in [(0, 0, 1.0), (2, 60, 1.0), (1, 40, 0.9)]:
        more = at_least(wrong, checked, 0.05, 0.1, q)
        rows = [(1.0, True)] * wrong + [(1.0, False)] * (checked - wrong)
        assert certify([*rows, *[(1.0, False)] * (more - 1)], [0.5], 0.05, 0.1, q) is None
        assert certify([*rows, *[(1.0, False)] * more], [0.5], 0.05, 0.1, q) is not None


def test_errors_that_already_happened_count_and_a_rate_that_never_gets_there_says_so() -> None:
    so_far = [still_needed(wrong, 100, 0.05, 0.1) for wrong in (0, 1, 2, 3)]
    assert so_far[0] == 0
    assert None not in so_far[:4]
    assert sorted(so_far, key=lambda number: number or 0) == so_far
    assert still_needed(5, 100, 0.05, 0.1) is None
    assert still_needed(1, 3, 0.05, 0.1) is None
    assert at_least(5, 100, 0.05, 0.1) > at_least(1, 3, 0.05, 0.1) > at_least(0, 3, 0.05, 0.1)
    assert still_needed(4, 100, 0.05, 0.1, 0.8) is None


def test_reviewers_who_notice_nothing_can_show_nothing() -> None:
    assert still_needed(0, 0, 0.05, 0.1, 0.0) is None
    with pytest.raises(ValueError, match="a risk of nothing"):
        at_least(0, 0, 0.05, 0.1, 0.0)
