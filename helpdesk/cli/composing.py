"""Replies by hand in the terminal: sent with files, at a time, taken back; earlier versions; templates of new tickets."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.cli.typed import text_of
from helpdesk.domain.composing import Wish, WritingKind
from helpdesk.domain.conversation import OutboxEntry
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.services.desk import Desk

TICKET = typer.Argument(metavar="TICKET", help="Ticket number.")
TEXT = typer.Argument(metavar="FILE", help="A text file, - for standard input.")
TEMPLATE = typer.Argument(metavar="NAME", help="The template's name.")

templates = typer.Typer(help="Templates of new tickets: list, set, remove.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.command("reply")(reply)
    app.command("take-back")(take_back)
    app.command("versions")(versions)
    app.add_typer(templates, name="templates")


def reply(
    ticket: Annotated[int, TICKET],
    source: Annotated[str, TEXT],
    attach: Annotated[list[Path] | None, typer.Option(help="A file to send along; may be given again.")] = None,
    becomes: Annotated[TicketStatus | None, typer.Option(help="What the ticket is when the reply has left.")] = None,
    at: Annotated[datetime | None, typer.Option(help="When it leaves, on the clock of this computer.")] = None,
    follow_up: Annotated[int, typer.Option(metavar="DAYS", min=0, max=365, help="Come back without an answer.")] = 0,
    unsigned: Annotated[bool, typer.Option("--unsigned", help="Without the signature.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Send a reply by hand. It waits in the outbox until the undo time is over, and leaves while the window or a command
    that sends is open."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        text, ticket_id = text_of(source), TicketId(ticket)
        done = await desk.composing.attaching.files(ticket_id, WritingKind.REPLY, attach or ())
        if done.refused:
            for file in done.files:
                await desk.composing.attaching.remove(file.id)
            raise BadInput(done.refused[0].path, 0, done.refused[0].reason)
        signature = "" if unsigned else await desk.composing.signature(ticket_id)
        wish = Wish(becomes, at.astimezone() if at else None, follow_up, signature)
        told(terminal, await desk.inbox.reply(ticket_id, text, wish), as_json)
        return True

    with_desk(workspace, as_json, work)


def told(terminal: Terminal, entry: OutboxEntry, as_json: bool) -> None:
    if as_json:
        terminal.result(entry)
        return
    files = f", with {len(entry.attachments)} files" if entry.attachments else ""
    terminal.say(f"reply {entry.id} to {entry.recipient} leaves {entry.not_before.astimezone():%Y-%m-%d %H:%M:%S}{files}")


def take_back(
    number: Annotated[int, typer.Argument(metavar="REPLY", help="Its number in the outbox.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take a reply back that has not left: its text and files are being written again."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        text = await desk.inbox.undo_reply(OutboxId(number))
        return terminal.told({"reply": number, "text": text}, text)

    with_desk(workspace, as_json, work)


def versions(
    ticket: Annotated[int, TICKET],
    note: Annotated[bool, typer.Option("--note", help="Of the note instead of the reply.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Every version of what was written on a ticket, newest first, what was sent too."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.composing.open(TicketId(ticket))
        kind = WritingKind.NOTE if note else WritingKind.REPLY
        found = await desk.composing.versions(TicketId(ticket), kind)
        if as_json:
            terminal.result(found)
            return True
        for one in found:
            terminal.note(f"--- {one.at.astimezone():%Y-%m-%d %H:%M:%S} {one.agent}")
            terminal.say(one.text)
        if not found:
            terminal.say("Nothing has been written there yet.")
        return True

    with_desk(workspace, as_json, work)


@templates.command("list")
def list_templates(as_json: Json = False, workspace: Where = None) -> None:
    """Every template by name."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.composing.templates.all()
        rows = [(one.name, one.priority, ", ".join(one.tags), one.subject) for one in found]
        return terminal.listed(found, ("name", "priority", "tags", "subject"), rows, nothing="No templates yet.")

    with_desk(workspace, as_json, work)


@templates.command("set")
def set_template(
    name: Annotated[str, TEMPLATE],
    source: Annotated[str, typer.Argument(metavar="[FILE]", help="A text file with the text, - for standard input.")] = "",
    subject: Annotated[str, typer.Option(help="Subject of the ticket.")] = "",
    priority: Annotated[Priority, typer.Option(help="How urgent it is.")] = Priority.NORMAL,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; may be given again.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add a template, or make the one of that name another. {agent} and {company} are filled in when it is used."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        wanted = TicketTemplate(name, subject, text_of(source) if source else "", priority, tuple(tag or ()))
        is_new = await desk.composing.templates.save(wanted)
        return terminal.told({"name": name, "new": is_new}, f"{'Added' if is_new else 'Changed'}: {name}")

    with_desk(workspace, as_json, work)


@templates.command("remove")
def remove_template(name: Annotated[str, TEMPLATE], as_json: Json = False, workspace: Where = None) -> None:
    """Take a template out. Tickets made with it stay as they are."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.composing.templates.remove(name)
        return terminal.told({"removed": name}, f"Removed: {name}")

    with_desk(workspace, as_json, work)
