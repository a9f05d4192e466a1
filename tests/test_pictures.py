"""The pictures show what they are said to show."""

from pathlib import Path

import pytest

from helpdesk import cli
from tests.pictures.grounds import told


def test_a_command_that_does_not_do_what_is_meant_ends_the_preparing(tmp_path: Path) -> None:
    told("agents add 'Bea Kurz'", tmp_path)
    with pytest.raises(RuntimeError, match="fields set 12 Warranty"):
        told("fields set 12 Warranty 'in warranty'", tmp_path)
    assert cli.main(["agents", "list", "--workspace", str(tmp_path)]) == 0
