"""What looks forgotten in a text that is to leave."""

import pytest

from helpdesk.domain.forgotten import Oversight, overlooked
from helpdesk.domain.macro import filled, unfilled


@pytest.mark.parametrize(
    "text",
    [
        "Please see the attached file.",
        "Anbei die Rechnung.",
        "Die Rechnung ist angehängt.",
        "Veuillez trouver la facture ci-jointe.",
        "Le envío la factura adjunta.",
        "Trova la fattura in allegato.",
        "Segue em anexo a fatura.",
        "In de bijlage vindt u de factuur.",
        "Faktura w załączniku.",
    ],
)
def test_a_file_spoken_of_and_not_there_is_noticed_in_the_desks_languages(text: str) -> None:
    assert [one.kind for one in overlooked(text, 0)] == [Oversight.NO_FILE]
    assert overlooked(text, 1) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It comes tomorrow.",
        "Thank you for your attachment, we can read it.",
        "The photo you attached shows it well.",
        "> Please see the attached file.\n\nWe cannot find it.",
        "A detachment of the cable is no fault.",
    ],
)
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert overlooked(text, 0) == ()


def test_variables_nobody_filled_in_are_named() -> None:
    (found,) = overlooked("Dear {customer},\n\nsee {ticket} and {customer} and {braces}.", 0)
    assert (found.kind, found.words) == (Oversight.UNFILLED, ("{customer}", "{ticket}"))
    assert unfilled(filled("Dear {customer}, {agent}", {"agent": "{customer}"})) == ("{customer}",)
