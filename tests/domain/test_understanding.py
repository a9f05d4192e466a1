"""Readings are values that add people and never take one away."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.domain import readings
from helpdesk.domain.triage import Flag, flags
from helpdesk.domain.understanding import CHOICES, NAMES, Certainty, Read, Sentiment, Severity, Tier, Understood

ANY = Read("x", 0.5, "test")
WHOLE = Understood(
    language=ANY,
    intent=ANY,
    severity=Read(Severity.MAJOR, 0.7, "test"),
    tier=Read(Tier.LEAD, 0.7, "test"),
    sentiment=ANY,
    spam=ANY,
    automatic=ANY,
    asks=(),
    words="",
)


@pytest.mark.parametrize("said", list(Severity))
def test_whatever_an_agent_says_the_graver_reading_counts(said: Severity) -> None:
    corrected = replace(
        WHOLE, severity=replace(WHOLE.severity, corrected=said), tier=replace(WHOLE.tier, corrected="first-line")
    )
    order = list(Severity)
    assert order.index(corrected.worst) >= order.index(Severity.MAJOR)
    assert order.index(corrected.worst) >= order.index(said)
    assert corrected.escalates


def test_a_corrected_reading_is_shown_and_sure() -> None:
    assert [Read("a", c, "").certainty for c in (0.9, 0.7, 0.3)] == [Certainty.SURE, Certainty.LIKELY, Certainty.UNSURE]
    corrected = Read("a", 0.3, "", "b")
    assert (corrected.shown, corrected.certainty) == ("b", Certainty.SURE)
    assert set(WHOLE.reads()) == set(NAMES)


@given(st.text(max_size=300), st.frozensets(st.sampled_from(list(Flag))), st.booleans())
def test_every_text_is_read_as_one_of_the_choices_and_always_the_same(
    text: str, raised: frozenset[Flag], decides: bool
) -> None:
    def read() -> dict[str, Read]:
        grave = readings.severity(text, raised)
        return {
            "severity": grave,
            "tier": readings.tier(Severity(grave.value), raised, person_decides=decides),
            "sentiment": readings.sentiment(text, raised),
            "spam": readings.spam(text, raised),
            "automatic": readings.automatic(text, announced=decides),
        }

    first = read()
    assert first == read()
    assert all(one.value in CHOICES[name] and 0 < one.confidence < 1 for name, one in first.items())


@given(st.frozensets(st.sampled_from(list(Flag))), st.sampled_from(list(Flag)))
def test_another_flag_never_lowers_who_handles_it(raised: frozenset[Flag], more: Flag) -> None:
    def rank(seen: frozenset[Flag]) -> tuple[int, int]:
        grave = readings.severity("Please help", seen)
        handled = readings.tier(Severity(grave.value), seen, person_decides=False)
        return list(Severity).index(Severity(grave.value)), list(Tier).index(Tier(handled.value))

    before, after = rank(raised), rank(raised | {more})
    assert after[0] >= before[0]
    assert after[1] >= before[1]


def test_praise_that_is_denied_is_none() -> None:
    said = "It is not perfect and never works perfectly"
    assert readings.sentiment(said, flags(said)).shown != Sentiment.PLEASED
