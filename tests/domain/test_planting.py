"""What is planted in a test draft, and when it counts as noticed."""

from random import Random

import pytest

from helpdesk.domain.planting import Planted, PlantKind, Soil, is_gone, plant

LETTER = """Hello Jo,

To reset the hub, unplug it and hold the button for 10 seconds. [1]
The hub cannot be reset from the app. [1]

1. Open the settings and wait 30 seconds. [2]
2. Choose Reset.

Kind regards,
Ada
Northlight"""
STRANGER = "Refunds are paid within fourteen days to the card you paid with."
SOIL = Soil(LETTER, "Ada\nNorthlight", [STRANGER], {1: 7, 2: 8})


def planted(kind: PlantKind) -> list[Planted]:
    found = [plant(SOIL, Random(seed)) for seed in range(60)]
    return [one for one in found if one is not None and one.kind is kind]


@pytest.mark.parametrize("kind", PlantKind)
def test_an_error_of_each_kind_is_planted_in_one_sentence_of_the_body(kind: PlantKind) -> None:
    found = planted(kind)

    assert found
    for one in found:
        assert one.text != LETTER
        assert one.wrong in one.text
        assert one.right in LETTER
        assert one.text.startswith("Hello Jo,")
        assert one.text.endswith("Kind regards,\nAda\nNorthlight")
        assert one.text.replace(one.wrong, one.right).replace(" \n", "\n") == LETTER


@pytest.mark.parametrize("kind", PlantKind)
def test_it_counts_as_noticed_when_the_sentence_is_put_right_or_goes(kind: PlantKind) -> None:
    for one in planted(kind):
        assert not is_gone(one, one.text)
        assert is_gone(one, LETTER)
        assert is_gone(one, one.text.replace(one.wrong, ""))


@pytest.mark.parametrize("kind", PlantKind)
def test_rewording_around_the_error_does_not_count(kind: PlantKind) -> None:
    for one in planted(kind):
        assert not is_gone(one, one.text.replace("Hello Jo,", "Dear Jo,").replace("Kind regards", "Best wishes"))
        assert not is_gone(one, one.text.replace(one.wrong, f"Please note: {one.wrong}"))


def test_another_figure_in_its_place_counts_for_whoever_changed_it_saw_it() -> None:
    wrong = "Wait 90 seconds and press the key."
    one = Planted(PlantKind.NUMBER, wrong, wrong, "Wait 30 seconds and press the key.")

    assert is_gone(one, "Wait 20 seconds and press the key.")
    assert not is_gone(one, "Wait for 90 seconds, then press the key.")


def test_the_same_chance_plants_the_same() -> None:
    assert plant(SOIL, Random(5)) == plant(SOIL, Random(5))


def test_a_letter_without_a_place_for_an_error_stays_true() -> None:
    assert plant(Soil("Hello Jo,\n\nThank you!\n\nKind regards,\nAda"), Random(1)) is None


def test_marks_of_one_and_the_same_article_are_not_swapped() -> None:
    same = Soil(LETTER, "Ada\nNorthlight", (), {1: 7, 2: 7})

    assert all(one.kind is not PlantKind.CITATION for seed in range(60) if (one := plant(same, Random(seed))))
