"""Quotation marks within quotation marks."""

import pytest

from helpdesk.domain.quotation import within_quotes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("How do I pair it?", "How do I pair it?"),
        ('"No mains" is shown, why?', "'No mains' is shown, why?"),
        ("What does \u201cno mains\u201d mean?", "What does \u2018no mains\u2019 mean?"),
        ("Was hei\u00dft \u201ekein Netz\u201c?", "Was hei\u00dft \u201akein Netz\u2018?"),
        ("\u201cHow do I pair it?\u201d", "How do I pair it?"),
        ("\u201cOn\u201d or \u201coff\u201d", "\u2018On\u2019 or \u2018off\u2019"),
        ('Does it fit 1/2" and 3/4" pipes?', 'Does it fit 1/2" and 3/4" pipes?'),
        ('"', '"'),
    ],
)
def test_inner_marks_are_single_ones_and_those_around_everything_go(words: str, said: str) -> None:
    assert within_quotes(words) == said
