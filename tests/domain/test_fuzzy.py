"""A hint of a name finds it, and the better hint finds it first."""

import pytest

from helpdesk.domain.fuzzy import fit

NAMES = (
    "Write a reply",
    "Write an internal note",
    "Have a reply drafted",
    "Open in review",
    "Undo the last reply",
    "Show the outbox",
    "Mark every ticket of the list",
    "Erledigte Anfragen zeigen",
    "Über alle Entwürfe",
)


def best(typed: str) -> str:
    fitting = [(fit(typed, name), name) for name in NAMES]
    return max((worth, name) for worth, name in fitting if worth is not None)[1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wrn", "Write an internal note"),
        ("note", "Write an internal note"),
        ("outb", "Show the outbox"),
        ("reply undo", "Undo the last reply"),
        ("review", "Open in review"),
        ("mark ev", "Mark every ticket of the list"),
        ("uber", "Über alle Entwürfe"),
        ("ENTWURF", "Über alle Entwürfe"),
        ("erl anf", "Erledigte Anfragen zeigen"),
    ],
)
def test_some_letters_of_a_name_find_it(typed: str, found: str) -> None:
    assert best(typed) == found


def test_a_word_at_its_beginning_is_better_than_letters_here_and_there() -> None:
    strewn, begun = fit("note", "Not on this screen, please"), fit("note", "Write a note")
    assert begun is not None
    assert strewn is None or strewn < begun


def test_letters_that_are_not_there_fit_nothing_and_no_letters_fit_everything() -> None:
    assert fit("xyz", "Write a reply") is None
    assert {fit("", name) for name in NAMES} == {0}
    assert {fit("  ", name) for name in NAMES} == {0}
