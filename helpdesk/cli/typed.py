"""What was typed, or lies in a file that was named. Read within a command's work: a fault is told like any other."""

import sys
from collections.abc import Sequence
from pathlib import Path

from helpdesk.domain.errors import BadInput
from helpdesk.domain.rule import Action, action_of


def text_of(source: str | Path) -> str:
    """Of a file in UTF-8, or of standard input for `-`. Raises BadInput."""
    try:
        return sys.stdin.read() if source == "-" else Path(source).expanduser().read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(str(source), 0, "it is not a text file in UTF-8") from error
    except OSError as error:
        raise BadInput(str(source), 0, f"it cannot be read ({error.strerror})") from error


def actions(where: str, wanted: Sequence[str]) -> tuple[Action, ...]:
    """Each like `tag: billing`. Raises BadInput naming `where`."""
    try:
        return tuple(action_of(one) for one in wanted)
    except ValueError as error:
        raise BadInput(where, 0, str(error)) from error
