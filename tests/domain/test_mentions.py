"""Who is named in a note."""

import pytest

from helpdesk.domain.mentions import being_typed, fitting, named_in

NAMES = ("Ada Agent", "Ada", "Bo Lind", "Çelik Öz")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Ada please look", ("Ada",)),
        ("@ada agent, and @BO LIND: legal?", ("Ada Agent", "Bo Lind")),
        ("@Ada Agent and @Ada Agent again", ("Ada Agent",)),
        ("write to ada@desk.example", ()),
        ("@Adam is somebody else", ()),
        ("(@Çelik Öz)", ("Çelik Öz",)),
        ("@@Ada", ()),
        ("@", ()),
    ],
)
def test_names_behind_an_at_are_found(text: str, named: tuple[str, ...]) -> None:
    assert named_in(text, NAMES) == named


@pytest.mark.parametrize(
    ("before", "typed"),
    [("hello @A", "A"), ("@", ""), ("@Ada Ag", "Ada Ag"), ("ada@desk", None), ("no", None), ("@ no", None), ("@A\nnext", None)],
)
def test_a_name_is_being_typed_only_behind_an_at(before: str, typed: str | None) -> None:
    assert being_typed(before) == typed


def test_any_part_of_a_name_finds_it() -> None:
    assert fitting("li", NAMES) == ("Bo Lind",)
    assert fitting("", NAMES) == NAMES
