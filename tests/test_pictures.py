"""The pictures show what they are said to show."""

import re
from pathlib import Path

import pytest

from helpdesk import cli
from tests.pictures.grounds import WORK, some_day, told


def test_a_command_that_does_not_do_what_is_meant_ends_the_preparing(tmp_path: Path) -> None:
    told("agents add 'Bea Kurz'", tmp_path)
    with pytest.raises(RuntimeError, match="fields set 12 Warranty"):
        told("fields set 12 Warranty 'in warranty'", tmp_path)
    assert cli.main(["agents", "list", "--workspace", str(tmp_path)]) == 0


def test_pictures_can_be_taken_on_any_day(tmp_path: Path) -> None:
    """A day written down would have passed some time, and nothing leaves on a day that has passed."""
    assert not [line for line in WORK if re.search(r"\d{4}-\d\d", line)]
    (later,) = [line for line in WORK if "{some_day}" in line]
    told("tickets new --email ada@example.com --subject Hub --body Help", tmp_path)
    (tmp_path / "letter.txt").write_text("Soon.")
    told(later.format(some_day=some_day()).replace("14 letter.txt", f"1 {tmp_path / 'letter.txt'}"), tmp_path)
