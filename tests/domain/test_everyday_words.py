"""Which words say what a message is about, in the languages customers write."""

import pytest

from helpdesk.domain.everyday_words import share_a_word, telling

RETURN = (
    "Sehr geehrte Damen und Herren, ich habe vier Thermostate erhalten. Zwei brauche ich doch nicht. Auf Ihrer Seite steht "
    "einmal 14 Tage und einmal 30 Tage. Wer bezahlt das Porto?"
)
FITTING = "Hallo, ich bin 71 und traue mir den Einbau nicht zu. Ich habe gelesen, er kostet 95 Pfund. Danke und schöne Grüße"


def test_two_messages_that_share_greetings_and_small_words_are_not_about_the_same() -> None:
    assert share_a_word(RETURN, [FITTING, "Wie lange kann ich die Thermostate zurückgeben?"]) == [False, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bonjour, je voudrais annuler ma commande, merci", "Bonjour, merci de me dire où est ma facture"),
        ("Buenos días, quiero cancelar mi pedido, gracias", "Buenos días, no puedo entrar, muchas gracias"),
        ("Hello, I would like to cancel my order, please", "Hello, where would I find my invoice, please"),
    ],
)
def test_so_in_other_languages(one: str, other: str) -> None:
    assert share_a_word(one, [other, one]) == [False, True]


def test_a_small_word_of_one_language_is_a_word_of_another() -> None:
    assert "bin" in telling("Which bin does the cardboard go into?")
    assert "bin" not in telling("Ich bin nicht da, wenn das Paket kommt")
