"""From which score on answers may go out."""

import math
from random import Random

import pytest

from helpdesk.domain.betting import LOSSES
from helpdesk.domain.binomial import exact_upper
from helpdesk.domain.risk import Certified, Weighing, certify, certify_fixed, proposed_grid

ALPHA, DELTA = 0.05, 0.1
GRID = (0.8, 0.6, 0.4, 0.2)
Row = tuple[float, bool]


def rows(seed: int, count: int, errors: float = 0.05) -> list[Row]:
    """The lower the score, the more of them are wrong."""
    chance = Random(seed)
    scores = [chance.random() for _ in range(count)]
    return [(score, chance.random() < 2 * errors * (1 - score)) for score in scores]


def by_the_book(labels: list[Row], alpha: float, delta: float) -> tuple[float | None, list[float]]:
    """As the theory has it, product by product: (the cut, the running maximum of each cut's mean)."""
    tops, stand = [], []
    for cut in GRID:
        products, top = [1.0] * len(LOSSES), 1.0
        for score, wrong in labels:
            if score >= cut:
                products = [
                    product * (1 + (loss / (1 - alpha)) * (alpha - wrong))
                    for product, loss in zip(products, LOSSES, strict=True)
                ]
                top = max(top, sum(products) / len(products))
        above = [wrong for score, wrong in labels if score >= cut]
        tops.append(top)
        stand.append(top >= 1 / delta and sum(above) <= alpha * len(above))
    proven = [*stand, False].index(False)
    return (GRID[proven - 1] if proven else None), tops


@pytest.mark.parametrize("seed", range(6))
def test_label_by_label_or_all_at_once_or_by_the_book_it_says_the_same(seed: int) -> None:
    labels = rows(seed, 700, errors=0.01 * (seed + 1))
    weighing = Weighing(GRID, ALPHA, DELTA)
    for number, (score, wrong) in enumerate(labels, start=1):
        weighing.add(score, wrong)
        if number % 175 == 0:
            cut, tops = by_the_book(labels[:number], ALPHA, DELTA)
            found = weighing.certified()
            assert (found.cut if found else None) == cut
            assert [weighed.e_value for weighed in weighing.cuts] == pytest.approx(tops)
            assert certify(labels[:number], GRID, ALPHA, DELTA) == found


def test_what_is_signed_names_the_cut_its_evidence_and_a_bound_within_alpha() -> None:
    found = certify([(0.9, False)] * 120 + [(0.5, True)] * 30, GRID, ALPHA, DELTA)
    assert found is not None
    assert (found.cut, found.checked, found.wrong) == (0.6, 120, 0)
    assert exact_upper(0, 120, DELTA) < found.bound <= ALPHA
    assert [value >= 1 / DELTA for value in found.e_values] == [True, True, True, True]


def test_what_was_proven_once_gives_way_at_once_when_the_evidence_turns() -> None:
    good, bad = [(0.9, False)] * 120, [(0.9, True)] * 7
    assert certify([*good, *bad[:6]], GRID, ALPHA, DELTA) is not None
    assert certify([*good, *bad], GRID, ALPHA, DELTA) is None


def test_what_nobody_has_decided_weighs_as_wrong_and_is_counted_as_nothing() -> None:
    proven, open_first = Weighing(GRID, ALPHA, DELTA), Weighing(GRID, ALPHA, DELTA)
    for _ in range(20):
        open_first.add(0.9, False, waiting=True)
    for _ in range(70):
        proven.add(0.9, False)
        open_first.add(0.9, False)
    for _ in range(20):
        proven.add(0.9, False, waiting=True)
    found = proven.certified()
    assert found is not None
    assert (found.checked, found.wrong) == (70, 0)
    assert open_first.certified() is None
    assert (open_first.cuts[0].checked, open_first.cuts[0].wrong) == (70, 0)


def test_a_looser_cut_waits_for_every_stricter_one() -> None:
    labels = [(0.9, False)] * 20 + [(0.3, False)] * 400
    assert certify(labels, GRID, ALPHA, DELTA) is None
    assert certify_fixed(labels, GRID, ALPHA, DELTA) is None
    weighing = Weighing(GRID, ALPHA, DELTA)
    for label in labels:
        weighing.add(*label)
    loosest = weighing.cuts[-1]
    assert loosest.e_value >= 1 / DELTA
    assert not loosest.certified


@pytest.mark.parametrize(("alpha", "sizes"), [(0.05, (45, 77, 105)), (0.02, (114, 194, 265)), (0.01, (230, 388, 531))])
def test_how_large_a_sample_has_to_be_for_so_many_wrong_ones_in_it(alpha: float, sizes: tuple[int, ...]) -> None:
    for wrong, size in enumerate(sizes):
        sample = [(0.9, number < wrong) for number in range(size)]
        assert certify_fixed(sample, [0.5], alpha, DELTA) is not None
        assert certify_fixed(sample[:-1], [0.5], alpha, DELTA) is None


def test_one_look_at_a_sample_of_a_size_decided_before() -> None:
    found = certify_fixed([(0.9, False)] * 45, GRID, ALPHA, DELTA)
    assert found is not None
    assert (found.cut, found.checked, found.wrong, found.bound) == (0.2, 45, 0, exact_upper(0, 45, DELTA))
    assert found.e_values == pytest.approx((1 / 0.95**45,) * 4)
    assert found.bound <= ALPHA
    assert certify_fixed([(0.9, False)] * 44, GRID, ALPHA, DELTA) is None
    assert certify_fixed([(0.9, False)] * 76 + [(0.9, True)], GRID, ALPHA, DELTA) is not None
    assert certify_fixed([], GRID, ALPHA, DELTA) is certify([], GRID, ALPHA, DELTA) is None


def strictness(found: Certified | None) -> float:
    return found.cut if found else math.inf


@pytest.mark.parametrize("look", [certify, certify_fixed])
def test_one_more_wrong_answer_never_loosens_and_one_more_right_one_never_tightens(look: type) -> None:
    for seed in range(4):
        labels = rows(seed, 260, errors=0.03)
        before = strictness(look(labels, GRID, ALPHA, DELTA))
        for place in (0, 100, 200, 260):
            for score in (0.95, 0.5, 0.1):
                worse, better = ([*labels[:place], (score, wrong), *labels[place:]] for wrong in (True, False))
                assert strictness(look(worse, GRID, ALPHA, DELTA)) >= before
                assert strictness(look(better, GRID, ALPHA, DELTA)) <= before
        flipped = [(score, wrong or at % 9 == 0) for at, (score, wrong) in enumerate(labels)]
        assert strictness(look(flipped, GRID, ALPHA, DELTA)) >= before


def test_careless_reviewers_make_it_stricter_and_blind_ones_impossible() -> None:
    labels = [(0.9, False)] * 110
    trusted, measured = (certify(labels, GRID, ALPHA, DELTA, q) for q in (1.0, 0.9))
    assert trusted is not None
    assert measured is not None
    assert trusted.bound < measured.bound <= ALPHA
    assert certify(labels, GRID, ALPHA, DELTA, 0.5) is certify(labels, GRID, ALPHA, DELTA, 0.0) is None
    assert certify_fixed(labels, GRID, ALPHA, DELTA, 0.0) is None


def test_a_score_that_is_no_number_reaches_no_cut() -> None:
    assert certify([(math.nan, False)] * 500, GRID, ALPHA, DELTA) is None
    weighing = Weighing(GRID, ALPHA, DELTA)
    weighing.add(math.nan, True)
    assert {weighed.checked for weighed in weighing.cuts} == {0}


def test_a_year_of_right_answers_does_not_overflow() -> None:
    weighing = Weighing((0.0,), ALPHA, DELTA)
    for _ in range(40_000):
        weighing.add(0.5, False)
    assert math.isfinite(weighing.cuts[0].e_value)
    assert weighing.certified() is not None


def test_the_order_of_cuts_starts_where_enough_drafts_are() -> None:
    scores = [number / 1000 for number in range(1000)]
    grid = proposed_grid([*scores, math.nan])
    assert (len(grid), grid[0], grid[-1]) == (15, 0.7, 0.0)
    assert list(grid) == sorted(grid, reverse=True)
    assert [sum(score >= cut for score in scores) for cut in grid[:3]] == [300, 350, 400]
    assert proposed_grid([]) == ()
    assert proposed_grid([0.4] * 10) == (0.4,)


def ever_certified(drafts: list[bool], *, waiting_counts: bool) -> bool:
    """One draft an hour. Right ones are approved at once, wrong ones lie for five days; somebody looks once a day."""
    for now in range(24, len(drafts) + 1, 24):
        judged = [wrong for at, wrong in enumerate(drafts[:now]) if waiting_counts or not wrong or at + 120 <= now]
        if certify([(0.9, wrong) for wrong in judged], [0.5], ALPHA, DELTA):
            return True
    return False


def test_slow_decisions_about_bad_drafts_do_not_make_a_good_moment() -> None:
    chance = Random(6)
    worlds = [[chance.random() < 1.5 * ALPHA for _ in range(600)] for _ in range(8)]
    assert sum(ever_certified(world, waiting_counts=True) for world in worlds) <= 1
    assert sum(ever_certified(world, waiting_counts=False) for world in worlds) >= 6
