"""Tickets worked on in the terminal: few commands, since each opens a desk; the rest is the services'."""

from typer.main import get_command

from helpdesk.cli.commands import app
from tests.cli.conftest import Type

COMMANDS = (
    "assign prioritise tag snooze wake follow-up link",
    "checklist: show add tick untick remove",
    "requesters: find show note merge separate",
    "agents: list add rename remove",
    "fields: list define set remove",
)


def test_a_ticket_is_worked_on_from_the_terminal(type_: Type) -> None:
    typed = ("--name", "Ada", "--subject", "Hub", "--body", "It blinks", "--priority", "high", "--tag", "Hub")
    ticket = str(type_("tickets", "new", "--email", "ada@one.example", *typed, "--json").json["ticket"])
    refused = type_("snooze", ticket, "--until", "soon")
    assert refused.code == 1
    assert "fri 14:00" in refused.err
    assert "Asleep until" in type_("snooze", ticket, "--until", "3d", "--note", "ask the carrier").out
    person = type_("requesters", "show", "1", "--json").json
    assert (person["total"], person["tickets"][0]["priority"]) == (1, "high")


def test_every_command_is_there_and_says_what_it_does() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    for line in COMMANDS:
        group, _, names = line.rpartition(": ")
        known = commands[group].commands if group else commands
        assert all(known[name].help for name in names.split())
