"""Slips and what they are taken for."""

from collections.abc import Mapping

import pytest

from helpdesk.adapters.index.spelling import corrected
from helpdesk.domain.stems import stem

KNOWN: Mapping[str, int] = {
    "password": 9,
    "passag": 2,
    "parcel": 5,
    "parcl": 1,
    "lantern": 1,
    "invoic": 3,
    "cat": 4,
    "refund": 7,
    "refunds7": 1,
    "configur": 8,
    "avail": 2,
    "instal": 6,
}


def fixed(*unknown: str, asked: int = 8) -> dict[str, str]:
    return corrected(unknown, asked, lambda stem: {one: n for one, n in KNOWN.items() if one[0] == stem[0]}, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("slip", "meant"), [("pasword", "password"), ("passwrod", "password"), ("parecl", "parcel"), ("refnud", "refund")]
)
def test_a_slip_is_taken_for_the_nearest_known_word(slip: str, meant: str) -> None:
    assert fixed(slip) == {slip: meant}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("configuraton", "configuration"),
        ("configuratoin", "configuration"),
        ("configurtaion", "configuration"),
        ("instalaton", "installation"),
        ("availabilty", "availability"),
        ("configurng", "configuring"),
    ],
)
def test_a_slip_in_an_ending_is_taken_for_the_stem_before_it(slip: str, meant: str) -> None:
    assert fixed(stem(slip)) == {stem(slip): stem(meant)}


@pytest.mark.parametrize("word", ["availst", "configurzzz", "passive"])
def test_what_only_begins_as_a_known_word_stays(word: str) -> None:
    assert fixed(word) == {}


def test_of_two_as_near_the_first_letter_decides() -> None:
    assert corrected(["parccl"], 4, lambda _: {"parcel": 1, "farccl": 9}, KNOWN.__contains__) == {"parccl": "parcel"}


@pytest.mark.parametrize("word", ["cta", "turbine", "e17", "zebra", "rfnd"])
def test_what_is_short_far_away_or_a_code_stays(word: str) -> None:
    assert fixed(word) == {}


def test_another_language_is_not_corrected_word_by_word() -> None:
    assert fixed("pasword", "refnud", "parecl", asked=5) == {}
    assert fixed("pasword", "refnud", "parecl", asked=6) == {"pasword": "password", "refnud": "refund", "parecl": "parcel"}


def test_a_few_words_may_all_be_slips() -> None:
    assert fixed(stem("instalaton"), "pasword", asked=2) == {stem("instalaton"): "instal", "pasword": "password"}
    assert fixed("pasword", "refnud", asked=3) == {"pasword": "password", "refnud": "refund"}


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("zebra", "it is like no known word"),
        ("cet", "short words are like many"),
        ("lantrn", "what it is most like stands in one passage only"),
        ("qarcel", "it begins with another letter"),
        ("e17x9", "it is a code"),
    ],
)
def test_of_a_few_words_all_are_taken_for_slips_or_none(word: str, why: str) -> None:
    assert fixed("pasword", word, asked=2) == {}, why
