"""Which edits change what a reply says, and which only how it says it."""

import pytest

from helpdesk.domain.label import Cause
from helpdesk.domain.material_edit import body, material

SIGNED = "Kim\nNorthlight"
BODY = (
    "You can return any article within 30 days of delivery [1]. Opened software is excluded [1].\n\n"
    "1. Open your account and choose the order [2].\n"
    "2. Press Return and print the label from https://shop.example/returns [2].\n"
    "3. Put model HX-200 into its box; do not remove the battery [2].\n\n"
    "The money is back on your account by 5 March [1]. Our Bridge team checks every parcel when it comes in."
)
ARTICLES = {1: 10, 2: 20}


def letter(text: str, hello: str = "Hi Ana,", goodbye: str = "Kind regards") -> str:
    return f"{hello}\n\n{text}\n\n{goodbye}\n{SIGNED}\n"


def cause(before: str, after: str) -> Cause | None:
    return material(*(body(text, ARTICLES, SIGNED, "Ana Ruiz Kim Northlight") for text in (before, after)))


def edited(old: str, new: str) -> Cause | None:
    assert old in BODY
    return cause(letter(BODY), letter(BODY.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("30 days", "14 days", Cause.NUMBER),
        ("30 days", "30 weeks", Cause.NUMBER),
        ("within 30 days of delivery", "soon after delivery", Cause.NUMBER),
        ("5 March", "5 April", Cause.DATE),
        ("https://shop.example/returns", "https://shop.example/labels", Cause.ADDRESS),
        ("HX-200", "HX-210", Cause.NAME),
        ("Our Bridge team", "Our Signal team", Cause.NAME),
        ("do not remove the battery", "please remove the battery", Cause.DENIAL),
        ("Opened software is excluded", "Opened software is not excluded", Cause.DENIAL),
        ("Opened software is excluded", "Opened software is included", Cause.DENIAL),
        ("excluded [1].", "excluded [1]. We never pay for the parcel.", Cause.DENIAL),
        ("the order [2].", "the order [1].", None),
        (" [2]", "", Cause.CITATION),
    ],
)
def test_what_is_substance(old: str, new: str, why: Cause | None) -> None:
    assert edited(old, new) is why


def test_another_article_cited_in_the_same_place_is_substance() -> None:
    assert cause(letter("Press Return [1]."), letter("Press Return [2].")) is Cause.CITATION


def test_figures_that_change_places_are_substance() -> None:
    before = "Lamps take 5 days and desks take 10 days to arrive at your door in Bonn."
    assert cause(letter(before), letter(before.replace("5", "x").replace("10", "5").replace("x", "10"))) is Cause.NUMBER


def test_another_answer_is_substance_even_without_a_fact_in_it() -> None:
    before = "Please restart the device and wait until the light is steady before you try again."
    after = "Please call our hotline so that a colleague looks at it together with you."
    assert cause(letter(before), letter(after)) is Cause.REWRITTEN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You can return any article", "You may send back any article"),
        ("excluded [1].", "excluded [1]. Please do not hesitate to write again."),
        ("Put model HX-200 into its box", "Place model HX-200 in its box"),
        ("Opened software is excluded [1].", "Opened software, Ana, is excluded [1]."),
        ("The money is back on your account by 5 March", "By 5 March the money is back on your account"),
        ("1. Open", "- Open"),
        ("Press Return and print", "Press **Return** and then print"),
    ],
)
def test_what_is_tone(old: str, new: str) -> None:
    assert edited(old, new) is None


def test_greeting_closing_and_the_desks_own_phrases_do_not_count() -> None:
    thanks = "thank you for your message.\n\n"
    more = "\n\nIf this does not solve it, just reply to this message and we will look into it with you."
    short = "Open your account and choose the order."
    other = letter(short, "Dear Ms Ruiz,", "Best regards")
    assert cause(letter(thanks + short + more), other) is None
    assert cause(other, letter(thanks + short + more)) is None


def test_a_postscript_is_no_frame() -> None:
    assert cause(letter(BODY), letter(BODY) + "\nP.S. Returning costs 4 euros.") is Cause.NUMBER


def test_german_nouns_are_no_product_names() -> None:
    before = "Sie können das Paket an unser Lager schicken und bekommen dann das Geld auf Ihr Konto von uns zurück."
    assert cause(letter(before, "Guten Tag,"), letter(before.replace("Paket", "Päckchen"), "Guten Tag,")) is None


def test_an_untouched_letter_has_no_change() -> None:
    assert cause(letter(BODY), letter(BODY)) is None
