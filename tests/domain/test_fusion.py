"""Two rankings into one: what counts, and what the choice of passages owes to variety."""

import pytest

from helpdesk.domain.fusion import Choice, Mix, agreement, blended, coverage, diverse, fused, rarity
from helpdesk.domain.ids import PassageId


def p(number: int) -> PassageId:
    return PassageId(number)


def mix(vector: float, *, spread: float = 0.0) -> Mix:
    return Mix(lexical=1 - vector, vector=vector, spread=spread)


def test_the_weight_decides_between_the_legs() -> None:
    found = [(p(1), 8.0, 0.2), (p(2), 2.0, 0.9), (p(3), 0.0, 0.5)]
    assert [s.passage_id for s in fused(found, mix(0.1))] == [1, 2, 3]
    assert [s.passage_id for s in fused(found, mix(0.9))] == [2, 3, 1]


def test_each_leg_is_scaled_to_the_question() -> None:
    best, other = fused([(p(1), 8.0, 0.9), (p(2), 4.0, 0.3)], mix(0.5))
    assert (best.score, best.lexical, best.vector) == (1.0, 1.0, 1.0)
    assert (other.lexical, other.vector, other.bm25, other.cosine) == (0.5, 0.0, 4.0, 0.3)


def test_without_vectors_the_words_decide_alone() -> None:
    assert [s.score for s in fused([(p(1), 8.0, None), (p(2), 2.0, None)], mix(0.7))] == [1.0, 0.25]
    assert fused([], mix(0.7)) == []


def test_an_ask_is_pulled_towards_its_conversation() -> None:
    own = fused([(p(1), 5.0, 0.5), (p(2), 4.9, 0.5)], mix(0.5))
    context = fused([(p(2), 5.0, 0.9), (p(3), 1.0, 0.8)], mix(0.5))
    assert [s.passage_id for s in blended(own, context, 0.25)] == [2, 1, 3]


def test_a_repetition_waits_behind_something_new() -> None:
    words = frozenset({"refund", "card", "fourteen", "day"})
    choices = [Choice(1.0, 1, words), Choice(0.95, 2, words), Choice(0.8, 3, frozenset({"parcel"}))]
    assert diverse(choices, 3) == [0, 2, 1]


def test_an_article_gives_at_most_four_passages() -> None:
    choices = [Choice(1.0 - i / 10, 1, frozenset({str(i)})) for i in range(5)] + [Choice(0.1, 2, frozenset({"other"}))]
    assert diverse(choices, 10) == [0, 1, 2, 3, 5]


def test_coverage_weighs_rare_words_more() -> None:
    asked = {"turbine": rarity(0, 1000), "password": rarity(200, 1000)}
    assert coverage(asked, {"password"}) < 0.3
    assert coverage(asked, {"password", "turbine"}) == pytest.approx(1.0)
    assert coverage({}, {"password"}) == 0.0


def test_legs_agree_when_they_name_the_same_best_passage() -> None:
    assert agreement(fused([(p(1), 8.0, 0.9), (p(2), 2.0, 0.1)], mix(0.5))) == 1.0
    assert agreement(fused([(p(1), 8.0, 0.1), (p(2), 0.0, 0.9)], mix(0.5))) == 0.0
    assert agreement(fused([(p(1), 8.0, None)], mix(0.5))) == 0.0
    assert agreement([]) == 0.0
