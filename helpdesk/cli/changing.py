"""What was changed, taking it back, and tickets that are one matter: changes, merge."""

from datetime import datetime
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.domain.change import Operation, OperationId, Undone
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId
from helpdesk.services.changing.merging import MergePreview
from helpdesk.services.changing.then import TicketThen
from helpdesk.services.desk import Desk
from helpdesk.ui import change_words

SHOWN = 200
OneOperation = Annotated[int, typer.Argument(metavar="NUMBER", help="Number of the change, as `changes list` shows it.")]


def add_to(app: typer.Typer) -> None:
    changes = typer.Typer(help="What was changed, and taking it back.", no_args_is_help=True)
    changes.command("list")(list_)
    changes.command()(show)
    changes.command()(undo)
    changes.command()(redo)
    changes.command()(at)
    app.add_typer(changes, name="changes")
    app.command()(merge)


def list_(
    ticket: Annotated[int | None, typer.Option(help="Only those of this ticket.")] = None,
    limit: Annotated[int, typer.Option("-n", min=1, max=10_000, help="How many.")] = 50,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """List what was changed, newest first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.changes.listed(limit, ticket_id=None if ticket is None else TicketId(ticket))
        rows = [(str(one.id), local(one.at), change_words.who(one), state(one), change_words.said_of(one)) for one in found]
        return terminal.listed(found, ("change", "at", "by", "state", "what"), rows)

    with_desk(workspace, as_json, work)


def show(number: OneOperation, as_json: Json = False, workspace: Where = None) -> None:
    """Show what one change did."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        operation = await desk.changes.get(OperationId(number))
        steps = await desk.changes.steps(operation.id, SHOWN)
        if as_json:
            terminal.result({"operation": operation, "steps": steps})
            return True
        terminal.say(f"{change_words.said_of(operation)}   [{state(operation)}]")
        terminal.say(f"{local(operation.at)}, {change_words.who(operation)}")
        for line in change_words.steps_words(steps):
            terminal.say(f"  {line}")
        if operation.steps > SHOWN:
            terminal.note(f"the first {SHOWN} of {operation.steps} steps")
        return True

    with_desk(workspace, as_json, work)


def undo(
    number: Annotated[int | None, typer.Argument(metavar="NUMBER", help="Which; without it, your last one.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take a change back. What somebody changed since stays as it is and is named."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        done = await (desk.changes.undo_last() if number is None else desk.changes.undo(OperationId(number)))
        return tell(terminal, done, "there is nothing of yours to take back")

    with_desk(workspace, as_json, work)


def redo(as_json: Json = False, workspace: Where = None) -> None:
    """Do again what you took back last."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return tell(terminal, await desk.changes.redo_last(), "there is nothing to do again")

    with_desk(workspace, as_json, work)


def at(
    ticket: Annotated[int, typer.Argument(metavar="ID", help="Ticket number.")],
    moment: Annotated[
        datetime,
        typer.Argument(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"], help="Local time; of a day, its beginning."),
    ],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show a ticket as it was."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        then = await desk.changes.at(TicketId(ticket), moment.astimezone())
        if as_json:
            values = [{"spot": spot, "value": value} for spot, value in then.values.items()]
            terminal.result(
                {"moment": then.moment, "assignee": then.assignee, "conversation": then.conversation, "values": values}
            )
        else:
            say_then(terminal, then)
        return True

    with_desk(workspace, as_json, work)


def merge(
    target: Annotated[int, typer.Argument(metavar="TARGET", help="The ticket that stays.")],
    sources: Annotated[list[int], typer.Argument(metavar="TICKET…", help="The tickets that become part of it.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Merge tickets into one. `changes undo` takes it back."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        others = [TicketId(one) for one in sources]
        preview = await desk.changes.merge_preview(TicketId(target), others)
        operation = None if dry_run else await desk.changes.merge(TicketId(target), others)
        if as_json:
            terminal.result({"preview": preview, "operation": operation})
            return True
        say_preview(terminal, preview)
        if operation is not None:
            terminal.say(f"merged; take it back with: helpdesk changes undo {operation.id}")
        return True

    with_desk(workspace, as_json, work)


def say_preview(terminal: Terminal, preview: MergePreview) -> None:
    names = ", ".join(f"#{one.id}" for one in preview.sources)
    terminal.say(f"{names} into #{preview.target.id} {preview.target.subject}: {counted(preview.messages, 'message')}")
    if preview.others:
        terminal.note(f"replies will not reach {', '.join(preview.others)} any more")
    if preview.half_typed:
        terminal.note("replies in progress are put together")


def say_then(terminal: Terminal, then: TicketThen) -> None:
    ticket = then.conversation.ticket
    terminal.say(f"#{ticket.id} {ticket.subject}   [{ticket.status}, {ticket.priority}] as it was at {local(then.moment)}")
    terminal.say(f"assignee: {then.assignee or 'nobody'}; tags: {', '.join(ticket.tags) or 'none'}")
    for message in then.conversation.messages:
        terminal.say(f"--- {local(message.at)} {message.author} ({message.kind})")
        terminal.say(message.body)


def tell(terminal: Terminal, done: Undone | None, nothing: str) -> bool:
    if done is None:
        raise BadInput("changes", 0, nothing)
    if terminal.as_json:
        terminal.result(done)
        return done.operation is not None
    terminal.say(change_words.undone_words(done))
    for kept in done.kept:
        where = f"#{kept.step.spot.ticket_id} " if kept.step.spot.ticket_id is not None else ""
        now = change_words.value_words(kept.step.spot.facet, kept.now)
        terminal.note(f"stays: {where}{change_words.spot_words(kept.step.spot)} {kept.step.spot.key}: {now}")
    return done.operation is not None


def state(operation: Operation) -> str:
    return "taken back" if operation.undone else "in force" if operation.undoable else "not undone here"


def local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
