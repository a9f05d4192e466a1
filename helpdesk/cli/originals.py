"""What was sent to the desk: originals, attachments, and where one is named."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.attachment_name import doubts, plain
from helpdesk.domain.conversation import Conversation, Message
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.services.desk import Desk

TICKET = typer.Argument(metavar="ID", help="Ticket number.")


def add_to(tickets: typer.Typer) -> None:
    tickets.command()(source)
    tickets.command()(attachments)
    tickets.command()(mentions)


def source(
    ticket: Annotated[int, TICKET],
    message: Annotated[int, typer.Option(min=0, help="Which message, from the first; 0 is the customer's newest.")] = 0,
    workspace: Where = None,
) -> None:
    """Write a message to standard output as it came, byte for byte."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        chosen = _chosen(await desk.inbox.open(TicketId(ticket)), message)
        original = await desk.reading.original(chosen.id)
        if original is None:
            terminal.note(
                "only the words of this message were kept: it was written by hand, or came before originals were kept"
            )
            return False
        sys.stdout.buffer.write(original.raw)
        sys.stdout.buffer.flush()
        return True

    with_desk(workspace, False, work)


def attachments(
    ticket: Annotated[int, TICKET],
    to: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Save them there; without it they are listed.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """List the files that came with a ticket, or save them, each marked as coming from elsewhere. Nothing is overwritten."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        conversation = await desk.inbox.open(TicketId(ticket))
        found = [(m, a) for m in conversation.messages for a in m.attachments if a.id is not None]
        listed = [
            {"id": a.id, "name": plain(a.name), "media_type": a.media_type, "size": a.size, "doubts": doubts(a.name)}
            for _, a in found
        ]
        if to is not None:
            if not to.is_dir():
                raise BadInput(str(to), 0, "there is no such folder")
            for _, a in found:
                if a.id is not None:
                    await desk.reading.save(a.id, _free(to, plain(a.name)))
        rows = [(str(o["id"]), str(o["name"]), str(o["size"]), ", ".join(doubts(str(o["name"])))) for o in listed]
        return terminal.listed({"attachments": listed}, ("number", "name", "bytes", "doubts"), rows)

    with_desk(workspace, as_json, work)


def mentions(as_json: Json = False, workspace: Where = None) -> None:
    """Where you were named in a note and have not looked since, newest first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        unread = await desk.reading.unread()
        return terminal.listed(
            {"mentions": unread}, ("ticket", "by", "note"), [(str(one.ticket_id), one.author, one.note[:100]) for one in unread]
        )

    with_desk(workspace, as_json, work)


def _chosen(conversation: Conversation, number: int) -> Message:
    if number == 0 and conversation.last_customer_message is not None:
        return conversation.last_customer_message
    if not 1 <= number <= len(conversation.messages):
        raise NotFound("message", str(number))
    return conversation.messages[number - 1]


def _free(folder: Path, name: str) -> Path:
    """A place in the folder where nothing is yet. Only the last part of the name counts, whatever the sender put in it."""
    last = Path(name.replace("\\", "/")).name.strip(" .") or "attachment"
    place, at = folder / last, 1
    while place.exists():
        at += 1
        place = folder / f"{Path(last).stem} ({at}){Path(last).suffix}"
    return place
