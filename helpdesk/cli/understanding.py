"""What a ticket's message is read as, and the intents of the desk: understand, intents list, add, remove, correct."""

from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.ids import TicketId
from helpdesk.domain.understanding import Intent
from helpdesk.services.desk import Desk
from helpdesk.ui.reading_words import READINGS, spoken

Ticket = Annotated[int, typer.Argument(metavar="TICKET", help="Ticket number.")]
Name = Annotated[str, typer.Argument(metavar="INTENT", help="The intent's name.")]


def add_to(app: typer.Typer) -> None:
    app.command()(understand)
    intents = typer.Typer(help="The intents this desk tells apart.", no_args_is_help=True)
    intents.command("list")(list_)
    intents.command()(add)
    intents.command()(remove)
    intents.command()(correct)
    app.add_typer(intents, name="intents")


def understand(ticket: Ticket, as_json: Json = False, workspace: Where = None) -> None:
    """Say what a ticket's last message is read as, and how sure that is."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        understood = await desk.understanding.shown(TicketId(ticket))
        if as_json:
            terminal.result(understood)
            return True
        for name, read in understood.reads().items():
            terminal.say(spoken(name, read))
        for ask in understood.asks:
            terminal.say(f"Asks: {ask}")
        return True

    with_desk(workspace, as_json, work)


def list_(as_json: Json = False, workspace: Where = None) -> None:
    """List the intents with what they mean and how many examples teach each."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        intents = await desk.understanding.intents.all()
        rows = [(one.name, "a person decides" if one.never_auto else "", str(one.examples), one.description) for one in intents]
        return terminal.listed(intents, ("intent", "rule", "examples", "means"), rows)

    with_desk(workspace, as_json, work)


def add(
    intent: Name,
    description: Annotated[str, typer.Argument(help="What customers want who mean it.")],
    example: Annotated[list[str] | None, typer.Option(help="A message that means it; may be given again.")] = None,
    never_auto: Annotated[bool, typer.Option("--never-auto", help="A person decides, however sure a draft is.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add an intent, or change description and rule of the one of that name. Its examples stay and grow."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.understanding.intents.save(Intent(intent, description, never_auto), example or [])
        return terminal.told({"saved": intent}, f"saved: {intent}")

    with_desk(workspace, as_json, work)


def remove(intent: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Remove an intent and everything that taught it."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.understanding.intents.remove(intent)
        return terminal.told({"removed": intent}, f"removed: {intent}")

    with_desk(workspace, as_json, work)


def correct(
    ticket: Ticket,
    value: Annotated[str, typer.Argument(help="What it is instead; empty text takes the correction back.")],
    reading: Annotated[str, typer.Option(help=f"Which reading: {', '.join(READINGS)}.")] = "intent",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Correct what a ticket's message was read as. A corrected intent teaches the classifier."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.understanding.correct(TicketId(ticket), reading, value)
        understood = await desk.understanding.shown(TicketId(ticket))
        return terminal.told(understood, spoken(reading, understood.reads()[reading]))

    with_desk(workspace, as_json, work)
