"""Tickets: import, show, new."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli import finding, originals
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Marks, Priority
from helpdesk.services.desk import Desk


def add_to(app: typer.Typer) -> None:
    tickets = typer.Typer(help="Tickets and their conversations.", no_args_is_help=True)
    tickets.command("import")(import_)
    tickets.command("list")(finding.list_)
    tickets.command()(show)
    tickets.command()(new)
    originals.add_to(tickets)
    app.add_typer(tickets, name="tickets")


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=".eml, .mbox, .csv, .jsonl, or folders of them.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Import messages as tickets. Nothing is ever sent, and what was imported before is passed over."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            done = await desk.intake.import_files(files, report, agent=desk.settings.agent_name)
        if as_json:
            terminal.result(done)
        else:
            terminal.say(f"{done.received} received, {done.duplicates} already there, {len(done.failed)} failed")
        for failure in done.failed:
            place = f"{failure.path}:{failure.line}" if failure.line else failure.path
            terminal.note(f"not imported: {place}: {failure.reason}")
        return bool(done.received + done.duplicates) or not done.failed

    with_desk(workspace, as_json, work)


def show(
    ticket: Annotated[int, typer.Argument(metavar="ID", help="Ticket number.")], as_json: Json = False, workspace: Where = None
) -> None:
    """Show a ticket, its conversation and its newest draft."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        conversation = await desk.inbox.open(TicketId(ticket))
        latest = await desk.review.open_latest(TicketId(ticket))
        decisions = await desk.review.decisions(TicketId(ticket))
        if as_json:
            draft = latest.draft if latest else None
            terminal.result({"conversation": conversation, "draft": draft, "decisions": decisions})
            return True
        tell(terminal, conversation)
        if latest is not None:
            score = "" if latest.draft.confidence is None else f", confidence {latest.draft.confidence:.0%}"
            terminal.say(f"--- draft {latest.draft.id} ({latest.draft.state}{score})")
            terminal.say(latest.draft.text or latest.draft.missing or latest.draft.failure)
        return True

    with_desk(workspace, as_json, work)


def tell(terminal: Terminal, conversation: Conversation) -> None:
    ticket, who = conversation.ticket, conversation.requester
    terminal.say(f"#{ticket.id} {ticket.subject}   [{ticket.status}]")
    terminal.say(f"{who.name} <{who.email}>")
    for message in conversation.messages:
        kind = f"{message.kind} to {message.to}" if message.to else message.kind
        terminal.say(f"--- {message.at.astimezone():%Y-%m-%d %H:%M} {message.author} ({kind})")
        terminal.say(message.body)


def new(
    email: Annotated[str, typer.Option(help="The requester's address.")],
    subject: Annotated[str, typer.Option(help="What it is about.")],
    name: Annotated[str, typer.Option(help="The requester's name.")] = "",
    body: Annotated[str | None, typer.Option(help="The message; without it, it is read from standard input.")] = None,
    priority: Annotated[Priority, typer.Option(help="How urgent it is.")] = Priority.NORMAL,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; may be given again.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Make a ticket by hand."""
    text = sys.stdin.read() if body is None else body
    if not text.strip():
        raise typer.BadParameter("the message is empty: give --body TEXT or standard input")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        marks = Marks(priority, tuple(tag or ()))
        ticket_id = await desk.intake.new_ticket(name, email, subject, text, marks)
        return terminal.told({"ticket": ticket_id}, f"ticket {ticket_id}")

    with_desk(workspace, as_json, work)
