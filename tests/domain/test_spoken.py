"""Where words that were asked for stand in a text, as the index finds them."""

import pytest

from helpdesk.domain.spoken import marks, unsaid_signs


@pytest.mark.parametrize(
    ("text", "asked", "there"),
    [
        ("Where are my Parcels? A parcel!", "parcel", ["Parcels", "parcel"]),
        ("Parcels", "par", ["Parcels"]),
        (
            "Müllerstraße, Mu\N{COMBINING DIAERESIS}ller and Mullers",
            "mull",
            ["Müllerstraße", "Mu\N{COMBINING DIAERESIS}ller", "Mullers"],
        ),
        ("Mullerweg", "Müller", ["Mullerweg"]),
        ("ISTANBUL, İstanbul", "istanbul", ["ISTANBUL", "İstanbul"]),
        ("ΟΔΟΣ οδός", "οδοσ", ["ΟΔΟΣ"]),
        ("Order INV-2024, not INV 2025", "inv-2024", ["INV-2024"]),
        ("three weeks, weeks and three", '"three weeks"', ["three weeks"]),
        ("weeks for weekend", '"week"', ["weeks"]),
        ("<b>parcel</b> &amp; <img src=x onerror=parcel>", "parcel", ["parcel", "parcel"]),
        ("a cat and a dog", "a", ["a", "a"]),
        ("\N{FIRE} parcel", "\N{FIRE}", []),
        ("nothing of it", "", []),
    ],
)
def test_words_are_marked_as_the_index_finds_them(text: str, asked: str, there: list[str]) -> None:
    assert [text[begin:end] for begin, end in marks(text, (asked,))] == there


def test_words_of_several_conditions_are_all_marked() -> None:
    assert marks("lost parcel", ("parcel", "lost")) == ((0, 4), (5, 11))


def test_pictures_are_told_and_plain_signs_are_not() -> None:
    assert unsaid_signs("parcel\N{FIRE} \N{FIRE} & – \N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}") == (
        "\N{FIRE}",
        "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}",
    )
    assert unsaid_signs('"Tom & Jerry" - 5 €') == ()
