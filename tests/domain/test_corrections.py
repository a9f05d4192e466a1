"""A fact that a person changed in a reply, put into the sentence it came from."""

import pytest

from helpdesk.domain.corrections import Claim, claims, put_in, said_besides
from helpdesk.domain.ids import PassageId
from helpdesk.domain.spans import Source, Sources

ARTICLE = """# Refunds

You have **30 days from delivery** to send back anything you bought in our shop, for any reason. Opened boxes are fine.

1. Open Settings > Hub.
2. Hold the button for 10 seconds until the light is white.
"""
SOURCES = Sources([Source(PassageId(1), (1,), "Refunds", ARTICLE)], "My order of 45 days ago")


def made(before: str, after: str) -> list[str]:
    return [claim.becomes for claim in claims(before, after, SOURCES)]


def test_only_the_fact_that_changed_is_put_in_and_markup_stays() -> None:
    drafted = "You have 30 days from delivery to send back anything you bought in our shop. [1]"
    (claim,) = claims(drafted, drafted.replace("30", "14"), SOURCES)
    assert claim == Claim(
        PassageId(1),
        "You have **30 days from delivery** to send back anything you bought in our shop, for any reason.",
        "You have 14 days from delivery to send back anything you bought in our shop.",
        "You have **14 days from delivery** to send back anything you bought in our shop, for any reason.",
    )


def test_a_step_of_a_list_stays_one_and_a_denial_comes_in() -> None:
    step = "Hold the button for 10 seconds until the light is white. [1]"
    assert made(step, step.replace("10", "20")) == ["2. Hold the button for 20 seconds until the light is white."]
    assert made("Opened boxes are fine. [1]", "Opened boxes are not fine. [1]") == ["Opened boxes are not fine."]


@pytest.mark.parametrize(
    "after",
    [
        "Opened boxes are fine. [1]",
        "Opened boxes are okay, of course. [1]",
        "Opened boxes are fine. [1] We have put 2 new boxes into your parcel.",
        "Opened boxes are fine. [1] You wrote of 45 days.",
        "Our shop in Leeds opens at 9 and closes at 17.",
    ],
)
def test_what_is_worded_otherwise_or_about_something_else_is_no_correction(after: str) -> None:
    assert made("Opened boxes are fine. [1]", after) == []


def test_a_reply_by_hand_corrects_where_it_is_worded_like_the_article() -> None:
    reply = "Hold the button for 15 seconds until the light turns white.\n\nThe cellar is 15 metres deep."
    assert made("", reply) == ["2. Hold the button for 15 seconds until the light is white."]


def test_where_markup_would_break_the_sentence_is_put_in_whole() -> None:
    assert put_in("It costs **5 €** or [6 $](prices.md).", "It costs 5 € or 7 £.") == "It costs 5 € or 7 £."
    assert put_in("Do not open it.", "Do open it.") == "Do open it."


def test_what_an_answer_says_besides_is_told_apart_from_what_it_repeats() -> None:
    answer = "Opened boxes are fine. Batteries must be taken out before a parcel may fly."
    assert said_besides(answer, SOURCES) == "Batteries must be taken out before a parcel may fly."
