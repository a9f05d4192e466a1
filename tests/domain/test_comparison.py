"""A draft beside the reply a person sent: the same facts, or which ones differ."""

import pytest

from helpdesk.domain.comparison import Reading, compared, from_json

SAME = [
    ("A refund takes five working days.", "A refund takes 5 working days. [1]"),
    ("Use firmware 2.4.1 and reboot the hub.", "Please install firmware 2.4.1 and then reboot the hub."),
    ("Hold the button for ten seconds.", "1. Hold the button for 10 seconds."),
]
DIFFERS = [
    ("You get the money back within 14 days.", "Refunds take 30 days to arrive.", "14 day | 30 day"),
    ("The fee is €25.", "The fee is 30 euros.", "25 € | 30 €"),
    ("Use port 443 for that.", "Use port 8443 for that.", "443 | 8443"),
]


@pytest.mark.parametrize(("human", "draft"), SAME)
def test_the_same_facts_in_other_words_say_the_same(human: str, draft: str) -> None:
    found = compared(human, draft)
    assert found.reading is Reading.SAME
    assert found.clashes == found.missing == ()


@pytest.mark.parametrize(("human", "draft", "clash"), DIFFERS)
def test_a_number_that_differs_is_named(human: str, draft: str, clash: str) -> None:
    found = compared(human, draft)
    assert found.reading is Reading.DIFFERS
    assert clash in found.clashes


def test_a_denial_of_what_the_person_said_is_named() -> None:
    found = compared("You can cancel the plan at any time.", "You cannot cancel the plan at any time.")
    assert found.reading is Reading.DIFFERS
    assert found.clashes == ("You cannot cancel the plan at any time.",)


def test_facts_are_counted_both_ways() -> None:
    found = compared(
        "Write to desk@acme.example within 30 days.", "Within 30 days open https://acme.example/returns and use code AB-12."
    )
    assert found.agreeing == ("30 day",)
    assert found.missing == ("desk@acme.example",)
    assert set(found.extra) == {"https://acme.example/returns", "ab-12"}


def test_a_unit_one_side_leaves_out_is_no_disagreement() -> None:
    assert compared("It takes 14 days.", "It takes 14.").missing == ()


def test_the_numbers_of_a_list_are_no_facts() -> None:
    assert compared("Unplug the hub.", "1. Unplug the hub.\n2. Wait.").extra == ()


def test_nothing_is_no_draft() -> None:
    assert compared("Hold the button.", "  ").reading is Reading.NO_DRAFT


def test_meaning_counts_where_words_do_not() -> None:
    human, draft = "Press reset till it glows.", "Keep the button down until the lamp is on."
    assert compared(human, draft).reading is Reading.OTHER
    assert compared(human, draft, meaning=0.7).reading is Reading.PARTLY


def test_meaning_alone_never_makes_two_answers_the_same() -> None:
    human = "Hold the button."
    longer = (
        "Hold the button until the light turns white, then let go and wait for the lamp to glow before you plug it in again."
    )
    assert compared(human, "Keep it down until it glows.", meaning=1.0).reading is Reading.PARTLY
    assert compared(human, longer).reading is not Reading.SAME
    assert compared(human, longer, meaning=0.9).reading is Reading.SAME


def test_it_is_kept_as_it_was() -> None:
    found = compared("The fee is €25.", "The fee is 30 euros.", 2, 0.4)
    assert from_json(found.as_json()) == found
    assert from_json({}).reading is Reading.NO_DRAFT


def test_long_hostile_text_takes_no_time() -> None:
    assert compared("a1 " * 50_000, "1. " * 50_000 + "no. " * 50_000).reading is not Reading.SAME
