"""Tickets worked on in the terminal: who has them, when they come back, what is still to be done."""

from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.change import Operation
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_link import Relation
from helpdesk.services.desk import Desk

Ticket = Annotated[int, typer.Argument(metavar="ID", help="Ticket number.")]
Tickets = Annotated[list[int], typer.Argument(metavar="ID…", help="Ticket numbers.")]
Step = Annotated[int, typer.Argument(metavar="STEP", help="Number of the step, as `helpdesk checklist show` gives it.")]

checklist = typer.Typer(help="What is to be done before a ticket is: show, add, tick, untick, remove.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.command()(assign)
    app.command()(prioritise)
    app.command()(tag)
    app.command()(snooze)
    app.command()(wake)
    app.command("follow-up")(follow_up)
    app.command()(link)
    app.add_typer(checklist, name="checklist")


def ids(tickets: list[int]) -> list[TicketId]:
    return [TicketId(one) for one in tickets]


def tell(terminal: Terminal, made: Operation | None, done: str) -> bool:
    """What was done to how many tickets, and the number to undo it by."""
    if terminal.as_json:
        terminal.result({"operation": made.id if made else None, "tickets": made.tickets if made else 0})
    elif made is None:
        terminal.say("Nothing to change: it is so already.")
    else:
        terminal.say(f"{done}: {made.tickets} {'ticket' if made.tickets == 1 else 'tickets'} (operation {made.id})")
    return True


def assign(
    tickets: Tickets,
    to: Annotated[str, typer.Option(metavar="NAME", help="An agent's name, me or nobody.")] = "me",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Give tickets to an agent."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return tell(terminal, await desk.ticketing.agents.assign(ids(tickets), to), f"Given to {to}")

    with_desk(workspace, as_json, work)


def prioritise(
    tickets: Tickets,
    priority: Annotated[Priority, typer.Option(help="How urgent they are.")] = Priority.HIGH,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Say how urgent tickets are."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return tell(terminal, await desk.ticketing.set_priority(ids(tickets), priority), f"Priority {priority}")

    with_desk(workspace, as_json, work)


def tag(
    tickets: Tickets,
    add: Annotated[list[str] | None, typer.Option(help="A tag to add; may be given again.")] = None,
    remove: Annotated[list[str] | None, typer.Option(help="A tag to take away; may be given again.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add tags to tickets, or take them away."""
    if not (add or remove):
        raise typer.BadParameter("nothing to do: give --add TAG or --remove TAG")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return tell(terminal, await desk.ticketing.tag(ids(tickets), add or (), remove or ()), "Tagged")

    with_desk(workspace, as_json, work)


def snooze(
    tickets: Tickets,
    until: Annotated[str, typer.Option(help="2h, 3d, tomorrow, 'fri 14:00' or '2026-12-24 09:00'.")],
    note: Annotated[str, typer.Option(help="Stands in the conversation as an internal note when the ticket wakes.")] = "",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Put tickets aside until later. A customer's message wakes them, mere thanks do not."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        moment = desk.ticketing.sleeping.when(until)
        made = await desk.ticketing.sleeping.snooze(ids(tickets), moment, note)
        return tell(terminal, made, f"Asleep until {moment.astimezone():%Y-%m-%d %H:%M}")

    with_desk(workspace, as_json, work)


def wake(tickets: Tickets, as_json: Json = False, workspace: Where = None) -> None:
    """Wake snoozed tickets now."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return tell(terminal, await desk.ticketing.sleeping.wake(ids(tickets)), "Awake")

    with_desk(workspace, as_json, work)


def follow_up(
    ticket: Ticket,
    at: Annotated[str, typer.Option(help="2h, 3d, tomorrow, 'fri 14:00' or '2026-12-24 09:00'.")] = "",
    note: Annotated[str, typer.Option(help="Stands in the conversation as an internal note when the time has come.")] = "",
    any_case: Annotated[bool, typer.Option("--any-case", help="Come back even if the customer answers before.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Take the follow-up away.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Let a ticket come back when the customer has not answered by then."""
    if bool(at) == drop:
        raise typer.BadParameter("give either --at WHEN or --drop")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        sleeping = desk.ticketing.sleeping
        moment = sleeping.when(at) if at else None
        made = await sleeping.follow_up(TicketId(ticket), moment, note, unless_answered=not any_case)
        if as_json:
            terminal.result({"operation": made, "at": moment})
        elif made is None:
            terminal.say("Nothing to change: it is so already.")
        else:
            said = f"comes back {moment.astimezone():%Y-%m-%d %H:%M}" if moment else "is not followed up any more"
            terminal.say(f"ticket {ticket} {said} (operation {made})")
        return True

    with_desk(workspace, as_json, work)


def link(
    ticket: Ticket,
    relation: Annotated[Relation, typer.Argument(help="What the first ticket is to the other.")] = Relation.RELATED,
    other: Annotated[int, typer.Argument(metavar="OTHER", help="The other ticket; without it, the links are listed.")] = 0,
    remove: Annotated[bool, typer.Option("--remove", help="Take this link away.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Say how two tickets belong together, or list the links of one."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        links, one = desk.ticketing.links, TicketId(ticket)
        if other:
            await (links.remove if remove else links.add)(one, relation, TicketId(other))
        elif remove:
            raise BadInput("link", 0, "say which: helpdesk link ID RELATION OTHER --remove")
        found = await links.of(one)
        return terminal.listed(
            found,
            ("relation", "ticket", "status", "subject"),
            [(far.relation, str(far.ticket_id), far.status, far.subject) for far in found],
        )

    with_desk(workspace, as_json, work)


async def show_steps(desk: Desk, terminal: Terminal, ticket: TicketId) -> bool:
    steps = await desk.ticketing.checklist.of(ticket)
    return terminal.listed(
        steps,
        ("step", "done", "what"),
        [(str(one.id), "yes" if one.done else "no", one.text) for one in steps],
        nothing="No steps.",
    )


@checklist.command("show")
def show_checklist(ticket: Ticket, as_json: Json = False, workspace: Where = None) -> None:
    """Every step of a ticket."""
    with_desk(workspace, as_json, lambda desk, terminal: show_steps(desk, terminal, TicketId(ticket)))


@checklist.command("add")
def add_step(
    ticket: Ticket,
    text: Annotated[list[str], typer.Argument(metavar="STEP…", help="What is to be done; each is a step.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add steps."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.ticketing.checklist.add(TicketId(ticket), "\n".join(text))
        return await show_steps(desk, terminal, TicketId(ticket))

    with_desk(workspace, as_json, work)


def ticked(step: int, done: bool, as_json: bool, workspace: Where) -> None:
    async def work(desk: Desk, terminal: Terminal) -> bool:
        return said(
            terminal, await desk.ticketing.checklist.tick(step, done), f"step {step} {'done' if done else 'open again'}"
        )

    with_desk(workspace, as_json, work)


def said(terminal: Terminal, made: int | None, done: str) -> bool:
    return terminal.told({"operation": made}, f"{done} (operation {made})" if made else "Nothing to change: it is so already.")


@checklist.command("tick")
def tick(step: Step, as_json: Json = False, workspace: Where = None) -> None:
    """Mark a step as done."""
    ticked(step, True, as_json, workspace)


@checklist.command("untick")
def untick(step: Step, as_json: Json = False, workspace: Where = None) -> None:
    """Mark a step as not done."""
    ticked(step, False, as_json, workspace)


@checklist.command("remove")
def remove_step(step: Step, as_json: Json = False, workspace: Where = None) -> None:
    """Take a step away."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return said(terminal, await desk.ticketing.checklist.remove(step), f"step {step} taken away")

    with_desk(workspace, as_json, work)
