"""A score out of signals: what is missing, what cannot be judged, and rows a scorer is fitted on."""

import math

import pytest

from helpdesk.domain.fitting import as_row, as_weights, is_due, log_loss, row
from helpdesk.domain.label import Tally
from helpdesk.domain.score_signals import NAMES, SIGNALS, Group
from helpdesk.domain.scoring import Scorer, Weights, pulls, score, unjudged
from helpdesk.domain.shipped_scorer import ABSTAINED, SCORER, WEIGHTS, shipped
from helpdesk.domain.track_record import ArticleRecord, TrackRecord, smoothed

WEIGHED = Weights(0.5, {"coverage": 2.0, "sureness": 1.0}, {"coverage": 0.8, "sureness": 0.7}, {"sureness": -0.4})
SCORER_OF_IT = Scorer("one", "ollama", WEIGHED, (0.9, 0.8))


def odds(signals: dict[str, float]) -> float:
    found = score(signals, WEIGHED)
    return math.log(found / (1 - found))


def test_a_missing_signal_has_a_pull_of_its_own_and_is_not_a_zero() -> None:
    assert odds({"coverage": 0.8}) == pytest.approx(0.5 - 0.4)
    assert odds({"coverage": 0.8, "sureness": 0.0}) == pytest.approx(0.5 - 0.7)
    assert pulls({"coverage": 1.0}, WEIGHED) == pytest.approx({"coverage": 0.4, "sureness": -0.4})


@pytest.mark.parametrize(
    "signals",
    [
        {"coverage": math.nan, "sureness": 1.0},
        {"coverage": 0.8, "sureness": math.nan},
        {"coverage": math.inf},
        {"sureness": 1.0},
    ],
)
def test_what_cannot_be_judged_has_no_score_and_is_not_trusted(signals: dict[str, float]) -> None:
    assert unjudged(signals, WEIGHED)
    assert SCORER_OF_IT.score(signals) is None
    assert score(signals, WEIGHED) == 0.0


def test_what_can_be_judged_has_one() -> None:
    assert SCORER_OF_IT.score({"coverage": 0.8}) == score({"coverage": 0.8}, WEIGHED)
    assert unjudged({"coverage": 0.8}, WEIGHED) == ()


def test_rows_and_weights_are_two_views_of_one_score() -> None:
    for signals in ({"coverage": 0.3}, {"coverage": 1.0, "sureness": 0.2}):
        assert sum(a * b for a, b in zip(row(signals, WEIGHED), as_row(WEIGHED), strict=True)) == pytest.approx(odds(signals))
    assert as_weights(as_row(WEIGHED), WEIGHED) == WEIGHED


def test_log_loss_is_that_of_a_coin_where_nothing_is_known() -> None:
    assert log_loss([0.0], [[1.0], [1.0]], [True, False]) == pytest.approx(2 * math.log(2))


def test_every_shipped_weight_is_of_a_signal_with_words_for_both_ends_and_its_absence() -> None:
    for weights in (*WEIGHTS.values(), ABSTAINED):
        assert set(weights.by_signal) <= set(NAMES)
        assert set(weights.by_signal) <= set(weights.usual)
        assert set(weights.when_missing) <= set(weights.by_signal)
    may_lack = {signal.name for signal in SIGNALS if signal.missing}
    for writer, weights in WEIGHTS.items():
        assert set(weights.when_missing) == may_lack & set(weights.by_signal), writer
    assert {signal.group for signal in SIGNALS} == set(Group)
    assert all(signal.high and signal.low for signal in SIGNALS)


def test_an_unknown_writer_is_judged_as_a_model() -> None:
    assert shipped("somebody").weights == WEIGHTS["ollama"]
    assert (shipped("somebody").writer, shipped("somebody").name, shipped("somebody").frozen_at) == ("somebody", SCORER, None)


def test_the_cuts_run_from_strict_to_loose() -> None:
    for writer in WEIGHTS:
        grid = shipped(writer).grid
        assert list(grid) == sorted(set(grid), reverse=True)
        assert all(0.4 < cut < 1 for cut in grid)


def test_a_scorer_is_given_as_many_labels_to_prove_itself_as_it_stands_on() -> None:
    assert not is_due(29, 0)
    assert is_due(30, 0)
    assert not is_due(59, 30)
    assert is_due(60, 30)
    assert not is_due(130, 100)


def test_a_record_is_pulled_to_the_usual_while_it_is_short() -> None:
    assert smoothed(Tally()) == pytest.approx(0.8)
    assert smoothed(Tally(1, 0)) == pytest.approx(0.84)
    assert smoothed(Tally(0, 100)) < 0.05
    good, bad = ArticleRecord("Good", Tally(9, 0)), ArticleRecord("Bad", Tally(1, 3))
    assert TrackRecord(of_articles=(good, bad, ArticleRecord("New", Tally()))).worst_article == bad
    assert TrackRecord().worst_article is None
