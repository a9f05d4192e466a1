"""Counting over days: shares that small numbers do not pretend to, and days of the desk's own calendar."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.trends import Spread, Tally, calendar, pooled, spread, tallies

APPROVE, EDIT, AUTO = DecisionKind.APPROVE, DecisionKind.EDIT, DecisionKind.AUTO


def test_what_the_desk_sent_by_itself_is_nobodys_decision() -> None:
    tally = Tally("returns", {APPROVE: 6, EDIT: 2, AUTO: 40})
    assert tally.decided == 8
    assert tally.share(APPROVE) == 0.75
    assert tally.is_small
    low, high = tally.interval(APPROVE)
    assert (round(low, 3), round(high, 3)) == (0.4, 0.954)


def test_without_decisions_nothing_is_divided() -> None:
    tally = Tally("", {AUTO: 3})
    assert tally.share(APPROVE) is None
    assert tally.interval(APPROVE) == (0.0, 1.0)


def test_counts_of_one_name_come_together_the_most_decided_first() -> None:
    found = tallies([("billing", APPROVE, 1), ("returns", APPROVE, 3), ("returns", EDIT, 2), ("app", EDIT, 1)])
    assert [tally.name for tally in found] == ["returns", "app", "billing"]
    assert pooled(found).kinds == {APPROVE: 4, EDIT: 3}


@pytest.mark.parametrize(
    ("seconds", "wanted"),
    [([], Spread()), ([7], Spread(1, 7, 7)), (range(1, 11), Spread(10, 5, 9)), ([5, 1, 3], Spread(3, 3, 5))],
)
def test_the_middle_and_what_nine_of_ten_do_not_exceed(seconds: list[float], wanted: Spread) -> None:
    assert spread(seconds) == wanted


def test_days_follow_each_other_without_a_gap_and_end_now() -> None:
    now = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
    spans = calendar(now, 90)
    assert len(spans) == 90
    assert spans[-1].ended == now
    assert all(one.ended == following.begun for one, following in pairwise(spans))
    assert spans[-1].day - spans[0].day == timedelta(days=89)
