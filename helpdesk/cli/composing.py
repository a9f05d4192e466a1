"""Replies by hand and forwards in the terminal: sent with files, at a time, taken back; earlier versions; templates of new
tickets."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.cli.typed import text_of
from helpdesk.domain.composing import Wish, WritingKind
from helpdesk.domain.conversation import OutboxEntry
from helpdesk.domain.errors import BadInput, HelpdeskError, NotYetSaid
from helpdesk.domain.ids import MessageId, OutboxId, TicketId
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.services.desk import Desk

TICKET = typer.Argument(metavar="TICKET", help="Ticket number.")
TEXT = typer.Argument(metavar="FILE", help="A text file, - for standard input.")
TEMPLATE = typer.Argument(metavar="NAME", help="The template's name.")

templates = typer.Typer(help="Templates of new tickets: list, set, remove.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.command("reply")(reply)
    app.command("forward")(forward)
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
        await attached(desk, ticket_id, WritingKind.REPLY, attach or ())
        signature = "" if unsigned else await desk.composing.signature(ticket_id)
        wish = Wish(becomes, at.astimezone() if at else None, follow_up, signature)
        told(terminal, await desk.inbox.reply(ticket_id, text, wish), as_json)
        return True

    with_desk(workspace, as_json, work)


def forward(
    ticket: Annotated[int, TICKET],
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="The third person's mail address.")],
    source: Annotated[str, typer.Argument(metavar="[FILE]", help="Words above it: a text file, - for standard input.")] = "",
    message: Annotated[int | None, typer.Option(metavar="ID", help="Which message; the customer's newest without it.")] = None,
    attach: Annotated[list[Path] | None, typer.Option(help="A file to send along; may be given again.")] = None,
    without_files: Annotated[bool, typer.Option("--without-files", help="Without the files of the message.")] = False,
    at: Annotated[datetime | None, typer.Option(help="When it leaves, on the clock of this computer.")] = None,
    all_the_same: Annotated[bool, typer.Option("--all-the-same", help="In spite of what is said against it.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Forward a message to a third person. The ticket stays as it is; what the third person answers is put on it."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        ticket_id, words = TicketId(ticket), text_of(source) if source else ""
        if (await desk.composing.open(ticket_id)).forward.strip():
            raise BadInput("forward", 0, "something is being forwarded on this ticket: send or discard it in the window first")
        try:
            await begun(desk, ticket_id, message, without_files)
            await attached(desk, ticket_id, WritingKind.FORWARD, attach or ())
            text = f"{words.rstrip()}{(await desk.composing.open(ticket_id)).forward}"
            leaves = at.astimezone() if at else None
            told(terminal, await forwarded(desk, (ticket_id, text, address, leaves), all_the_same), as_json)
        except HelpdeskError:
            await desk.forwarding.discard(ticket_id)
            raise
        return True

    with_desk(workspace, as_json, work)


async def begun(desk: Desk, ticket_id: TicketId, message: int | None, without_files: bool) -> None:
    newest = (await desk.inbox.open(ticket_id)).last_customer_message
    chosen = MessageId(message) if message is not None else newest.id if newest else MessageId(0)
    refused = await desk.forwarding.begin(ticket_id, chosen)
    if without_files:
        for file in (await desk.composing.open(ticket_id)).files_of(WritingKind.FORWARD):
            await desk.composing.attaching.remove(file.id)
    elif refused:
        raise BadInput(refused[0].path, 0, refused[0].reason)


async def forwarded(desk: Desk, wanted: tuple[TicketId, str, str, datetime | None], all_the_same: bool) -> OutboxEntry:
    try:
        return await desk.forwarding.send(*wanted)
    except NotYetSaid as caution:
        if not all_the_same:
            raise
        return await desk.forwarding.send(*wanted, read=caution.reasons)


async def attached(desk: Desk, ticket_id: TicketId, kind: WritingKind, paths: Sequence[Path]) -> None:
    """All or none. Raises BadInput."""
    done = await desk.composing.attaching.files(ticket_id, kind, paths)
    if done.refused:
        for file in done.files:
            await desk.composing.attaching.remove(file.id)
        raise BadInput(done.refused[0].path, 0, done.refused[0].reason)


def told(terminal: Terminal, entry: OutboxEntry, as_json: bool) -> None:
    if as_json:
        terminal.result(entry)
        return
    files = f", with {counted(len(entry.attachments), 'file')}" if entry.attachments else ""
    terminal.say(
        f"{entry.kind} {entry.id} to {entry.recipient} leaves {entry.not_before.astimezone():%Y-%m-%d %H:%M:%S}{files}"
    )


def take_back(
    number: Annotated[int, typer.Argument(metavar="REPLY", help="Its number in the outbox.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take a reply or a forward back that has not left or could not: its text and files are being written again."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        text = await desk.inbox.undo_reply(OutboxId(number))
        return terminal.told({"reply": number, "text": text}, text)

    with_desk(workspace, as_json, work)


def versions(
    ticket: Annotated[int, TICKET],
    note: Annotated[bool, typer.Option("--note", help="Of the note instead of the reply.")] = False,
    forward: Annotated[bool, typer.Option("--forward", help="Of what was forwarded instead of the reply.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Every version of what was written on a ticket, newest first, what was sent too."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.composing.open(TicketId(ticket))
        kind = WritingKind.NOTE if note else WritingKind.FORWARD if forward else WritingKind.REPLY
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
