"""What a message asks for, as customers write."""

import pytest

from helpdesk.domain.asks import asks_in, own_words


def test_each_question_is_one_ask_in_order() -> None:
    said = "Hi there,\nmy hub shows E17. How do I reset it? Also, can I get an invoice for March?\n\nBest regards\nJo"
    assert asks_in(said) == ("my hub shows E17. How do I reset it?", "Also, can I get an invoice for March?")


def test_a_problem_told_without_a_question_is_one_ask() -> None:
    assert asks_in("The hub is offline since Monday.\nThe light is orange.") == (
        "The hub is offline since Monday. The light is orange.",
    )


def test_a_question_without_a_question_mark_is_still_one() -> None:
    assert asks_in("how do i cancel plus") == ("how do i cancel plus",)
    assert asks_in("Please tell me the price of a valve.") == ("Please tell me the price of a valve.",)


@pytest.mark.parametrize("said", ["Thanks, it works now!", "", "Hello,\n", "Vielen Dank!", "merci"])
def test_thanks_and_greetings_ask_for_nothing(said: str) -> None:
    assert asks_in(said) == ()


@pytest.mark.parametrize(
    "said", ["Thanks, but it still does not work.", "Does the valve fit and which adapter must i buy\n\nThanks Wim"]
)
def test_polite_words_do_not_hide_a_request(said: str) -> None:
    assert asks_in(said)


def test_an_empty_body_is_asked_by_its_subject() -> None:
    assert asks_in("", "How do I reset the hub?") == ("How do I reset the hub?",)


def test_quoted_history_and_signature_are_not_asked_again() -> None:
    said = "What happens now?\n\n-- \nBevan\nWhy not call us?\n\n> Is your hub offline?\n> Reset it."
    assert own_words(said) == "What happens now?"


def test_a_flood_of_questions_is_cut_to_five_distinct_ones() -> None:
    assert len(asks_in(" ".join(f"What is thing number {n}?" for n in range(20)))) == 5
    assert asks_in("Where is my parcel? Where is my parcel?") == ("Where is my parcel?",)


@pytest.mark.parametrize(
    "said", ["Wie kann ich mein Passwort ändern?", "Où est ma commande ?", "¿Cómo puedo cancelar?", "Jak mogę zresetować hub?"]
)
def test_other_languages_ask_too(said: str) -> None:
    assert len(asks_in(said)) == 1
