"""What judged drafts say about a score, against what is known of it."""

import random

import pytest

from helpdesk.domain.reliability import ScoredDraft, bands, cuts, off_by, power, telling


def judged(count: int, *, modest: float = 0.0) -> list[ScoredDraft]:
    chance = random.Random(4)
    scores = [chance.random() for _ in range(count)]
    return [ScoredDraft(score, chance.random() >= min(1.0, score + modest), chance.random() < 0.5) for score in scores]


def test_an_honest_score_stays_within_its_intervals_and_a_modest_one_does_not() -> None:
    honest, modest = bands(judged(2000), 0.01), bands(judged(2000, modest=0.3), 0.01)
    assert sum(band.count for band in honest) == 2000
    assert all(band.low <= band.score <= band.high for band in honest)
    assert any(band.score < band.low for band in modest)
    assert (off_by(judged(2000)) or 0) < 0.05 < (off_by(judged(2000, modest=0.3)) or 0)


def test_choosing_fewer_never_takes_more_and_the_bound_is_above_what_was_seen() -> None:
    drafts = judged(800)
    scores = [(round(draft.score, 3), True, 1) for draft in drafts] + [(0.99, False, 200)]
    found = cuts(drafts, scores, 0.1)
    assert [cut.coverage for cut in found] == sorted(cut.coverage for cut in found)
    assert [cut.score for cut in found] == sorted((cut.score for cut in found), reverse=True)
    assert all(cut.upper > cut.risk for cut in found)
    assert found[-1].checked == sum(draft.drawn for draft in drafts)
    assert found[-1].coverage == pytest.approx(0.8, abs=0.01)


def test_drafts_that_were_not_drawn_by_lot_say_nothing_about_risk() -> None:
    queue = [ScoredDraft(0.5, wrong=False, drawn=False) for _ in range(500)]
    assert cuts(queue, [(0.5, True, 500)], 0.1) == ()


def test_equal_scores_are_one_cut() -> None:
    drafts = [ScoredDraft(0.9, wrong=number % 10 == 0, drawn=True) for number in range(100)]
    (only,) = cuts(drafts, [(0.9, True, 100)], 0.1)
    assert (only.checked, only.wrong, only.coverage) == (100, 10, 1.0)


def test_signs_are_ordered_by_what_they_tell_and_rare_ones_are_left_out() -> None:
    chance = random.Random(2)
    drafts: list[tuple[dict[str, float], bool]] = []
    for number in range(200):
        wrong = number % 4 == 0
        signals = {"support-min": chance.gauss(0.3 if wrong else 0.8, 0.2), "margin": chance.random()}
        drafts.append((signals | ({"rare": 1.0} if number < 6 else {}), wrong))
    first, last = telling(drafts)
    assert (first.signal, last.signal) == ("support-min", "margin")
    assert first.power > 0.9 and abs(last.power - 0.5) < 0.12
    assert (first.right, first.wrong) == (150, 50)
    assert power([ScoredDraft(0.4, wrong=True, drawn=True)]) is None
