"""The handbook is true to the program: every command, option and JSON field is in it, and none that is not there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from helpdesk.cli import app
from helpdesk.domain.article import KnowledgeBase
from helpdesk.domain.conversation import OutboxEntry
from helpdesk.domain.decision import Decided, Decision, QueueRow, RejectReason
from helpdesk.domain.health import Finding
from helpdesk.domain.ticket import TicketRow
from helpdesk.ports import IndexState

HANDBOOK = Path(__file__).resolve().parent.parent / "resources" / "handbook"
COMMAND_LINE = (HANDBOOK / "command-line.md").read_text("utf-8")
EVERYWHERE = {"--json", "--workspace", "--help", "--version"}


def commands(of: Any, trail: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command of the program with the words that call it."""
    for name, command in getattr(of, "commands", {}).items():
        if hasattr(command, "commands"):
            yield from commands(command, (*trail, name))
        else:
            yield (*trail, name), command


COMMANDS = list(commands(get_command(app)))


def section(heading: str) -> str:
    """What stands below the heading that begins with these words."""
    found = re.search(rf"^### [^\n]*`{heading}\b.*?(?=^##|\Z)", COMMAND_LINE, re.MULTILINE | re.DOTALL)
    return found.group() if found else ""


@pytest.mark.parametrize(("words", "command"), COMMANDS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")
def test_every_command_and_option_is_in_the_handbook(words: tuple[str, ...], command: Any) -> None:
    text = section("helpdesk " + " ".join(words))
    assert text, f"helpdesk {' '.join(words)} is not in command-line.md"
    options = {option for one in command.params for option in one.opts if option.startswith("-")} - EVERYWHERE
    assert {option for option in options if option not in text} == set()


def test_the_handbook_promises_no_command_that_is_not_there() -> None:
    there = {" ".join(words[:1]) for words, _ in COMMANDS}
    papers = [HANDBOOK.parent.parent / "README.md", *HANDBOOK.rglob("*.md")]
    named = {word for paper in papers for word in re.findall(r"`helpdesk ([a-z][a-z-]*)\b", paper.read_text("utf-8"))}
    assert named - there == set()


@pytest.mark.parametrize(
    ("heading", "shape"),
    [
        ("helpdesk bases list", KnowledgeBase),
        ("helpdesk queue", QueueRow),
        ("helpdesk outbox", OutboxEntry),
        ("helpdesk doctor", Finding),
        ("helpdesk reindex", IndexState),
        ("helpdesk tickets list", TicketRow),
        ("helpdesk review", Decided),
        ("helpdesk review", Decision),
    ],
)
def test_the_json_shapes_are_the_documented_ones(heading: str, shape: Any) -> None:
    text = section(heading)
    assert [name for name in shape.__match_args__ if f'"{name}"' not in text] == []


def test_every_reason_to_reject_is_listed() -> None:
    assert [reason for reason in RejectReason if f"`{reason}`" not in section("helpdesk review")] == []
