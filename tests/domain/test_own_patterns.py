"""A desk's own patterns: checked when they are typed, harmless on any text."""

import pytest

from helpdesk.domain.own_patterns import BadPattern, own_patterns


def test_one_pattern_a_line_and_notes_between() -> None:
    made = own_patterns("# customers\nCUSTOMER = NL-[0-9]{6}\n\nBADGE = \\bK\\d+-\\d+\\b")
    assert [pattern.name for pattern in made] == ["CUSTOMER", "BADGE"]
    text = "I am NL-123456, badge K1-22.\nNot NL-12."
    assert [[text[a:b] for a, b in pattern.places(text)] for pattern in made] == [["NL-123456"], ["K1-22"]]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("CUSTOMER", "write NAME = pattern"),
        ("customer = x", "is no name"),
        ("EMAIL = x", "built-in"),
        ("AB = [a-z", "not a regular expression"),
        ("AB = a*", "matches nothing"),
        ("AB = (a+)+b", "repeat within a repeated group"),
        ("AB = (a|aa)+b", "repeat within a repeated group"),
        ("AB = ((x\\d*)y){5}", "repeat within a repeated group"),
        ("AB = .*.*.*x", "open repeats"),
        ("AB = (a)\\1", "back-references"),
        (f"AB = {'a' * 201}", "longer than"),
    ],
)
def test_what_cannot_be_used_is_refused_by_line_and_remedy(line: str, says: str) -> None:
    with pytest.raises(BadPattern, match="line 2") as told:
        own_patterns(f"# mine\n{line}")
    assert says in str(told.value)


def test_a_value_across_the_pieces_of_a_long_line_is_found() -> None:
    (pattern,) = own_patterns("CUSTOMER = NL-[0-9]{6}")
    for before in range(0, 400, 7):
        text = f"{'x' * before} NL-123456 {'y' * 400}"
        assert [text[a:b] for a, b in pattern.places(text)] == ["NL-123456"]


def test_the_worst_text_for_an_allowed_pattern_is_bounded() -> None:
    (pattern,) = own_patterns("AB = \\d+\\d+x")
    assert pattern.places("1" * 1_000) == []
