"""People in the terminal: who works here, who writes, and what the desk knows of their tickets in fields of its own."""

from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.cli.ticketing import Tickets, ids, said, tell
from helpdesk.domain.custom_field import FieldKind, wanted
from helpdesk.domain.ids import RequesterId
from helpdesk.services.desk import Desk
from helpdesk.ui.panel_words import person_words

Person = Annotated[int, typer.Argument(metavar="PERSON", help="Number of the person, as `helpdesk requesters find` gives it.")]
Other = Annotated[int, typer.Argument(metavar="OTHER", help="Number of the other identity.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Name.")]

requesters = typer.Typer(help="People who write: find, show, note, merge, separate.", no_args_is_help=True)
agents = typer.Typer(help="Who works at this desk: list, add, rename, remove.", no_args_is_help=True)
fields = typer.Typer(help="The desk's own fields of a ticket: list, define, set, remove.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(requesters, name="requesters")
    app.add_typer(agents, name="agents")
    app.add_typer(fields, name="fields")


@requesters.command("find")
def find(
    words: Annotated[str, typer.Argument(help="A part of the name or the address.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Who has that in name or address."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.ticketing.requesters.find(words, 50)
        return terminal.listed(found, ("person", "name", "address"), [(str(one.id), one.name, one.email) for one in found])

    with_desk(workspace, as_json, work)


@requesters.command("show")
def show(person: Person, as_json: Json = False, workspace: Where = None) -> None:
    """A person with every identity, the note and the newest tickets."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        sheet = await desk.ticketing.requesters.sheet(RequesterId(person))
        if as_json:
            terminal.result(sheet)
            return True
        for one in sheet.identities:
            main = "  (main)" if one.main else ""
            terminal.say(f"{one.requester.id}  {person_words(one.requester)}  {counted(one.tickets, 'ticket')}{main}")
        if sheet.note is not None:
            terminal.say(f"note of {sheet.note.agent}, {sheet.note.at.astimezone():%Y-%m-%d}: {sheet.note.text}")
        rows = [(str(one.ticket_id), one.status, f"{one.at.astimezone():%Y-%m-%d}", one.subject) for one in sheet.tickets]
        terminal.table(("ticket", "status", "came", "subject"), rows)
        for who in sheet.maybe_same:
            terminal.note(f"perhaps the same person: {who.id}  {person_words(who)}")
        return True

    with_desk(workspace, as_json, work)


@requesters.command("note")
def note(
    person: Person,
    text: Annotated[str, typer.Argument(help="What agents should know; empty text takes the note away.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Write what agents should know of a person. It is never sent."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return said(terminal, await desk.ticketing.requesters.note(RequesterId(person), text), "noted")

    with_desk(workspace, as_json, work)


@requesters.command("merge")
def merge(person: Person, other: Other, as_json: Json = False, workspace: Where = None) -> None:
    """Say that OTHER is the same person. Tickets stay where they are, and undoing it is complete."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        made = await desk.ticketing.requesters.merge(RequesterId(person), RequesterId(other))
        return said(terminal, made, f"{other} is the same person as {person}")

    with_desk(workspace, as_json, work)


@requesters.command("separate")
def separate(person: Person, as_json: Json = False, workspace: Where = None) -> None:
    """Say that an identity is a person of its own after all."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        made = await desk.ticketing.requesters.separate(RequesterId(person))
        return said(terminal, made, f"{person} is a person of its own")

    with_desk(workspace, as_json, work)


@agents.command("list")
def list_agents(as_json: Json = False, workspace: Where = None) -> None:
    """Every agent, with the tickets that are not solved."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.ticketing.agents.me()
        found = await desk.ticketing.agents.loads()
        rows = [(one.agent.name, one.agent.email, str(one.open_tickets)) for one in found]
        return terminal.listed(found, ("agent", "address", "not solved"), rows)

    with_desk(workspace, as_json, work)


@agents.command("add")
def add_agent(
    name: Name,
    email: Annotated[str, typer.Option(help="Mail address; needed only to tell namesakes apart.")] = "",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add an agent, to whom tickets can be given."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        made = await desk.ticketing.agents.add(name, email)
        return terminal.told(made, f"Added: {made.name}")

    with_desk(workspace, as_json, work)


@agents.command("rename")
def rename_agent(
    name: Name,
    to: Annotated[str, typer.Argument(metavar="NEW", help="The new name; tickets stay with the agent.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Give an agent another name."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        agent = await desk.ticketing.agents.find(name)
        made = await desk.ticketing.agents.change(agent.id, to, agent.email)
        return terminal.told(made, f"{name} is called {made.name} now")

    with_desk(workspace, as_json, work)


@agents.command("remove")
def remove_agent(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Take an agent away; his tickets are given to nobody. `helpdesk undo` gives them back."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        agent = await desk.ticketing.agents.find(name)
        return said(terminal, await desk.ticketing.agents.remove(agent.id), f"Removed: {agent.name}")

    with_desk(workspace, as_json, work)


@fields.command("list")
def list_fields(as_json: Json = False, workspace: Where = None) -> None:
    """Every field of the desk's own."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.ticketing.fields.all()
        return terminal.listed(found, ("key", "name", "takes"), [(one.key, one.name, wanted(one)) for one in found])

    with_desk(workspace, as_json, work)


@fields.command("define")
def define_field(
    name: Name,
    kind: Annotated[FieldKind, typer.Option(help="What may be written into it.")] = FieldKind.TEXT,
    choice: Annotated[list[str] | None, typer.Option(help="One of the choices; may be given again.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add a field, or describe one anew."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        made = await desk.ticketing.fields.define(name, kind, choice or ())
        return terminal.told(made, f"{made.key}: {made.name}, {wanted(made)}")

    with_desk(workspace, as_json, work)


@fields.command("set")
def set_field(
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Key or name of the field.")],
    value: Annotated[str, typer.Argument(help="What it says; empty empties it.")],
    tickets: Tickets,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Fill a field of tickets."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return tell(terminal, await desk.ticketing.fields.put(ids(tickets), field, value), f"{field} = {value or 'empty'}")

    with_desk(workspace, as_json, work)


@fields.command("remove")
def remove_field(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Take a field away; what tickets say in it is kept out of sight."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return said(terminal, await desk.ticketing.fields.remove(name), f"Removed: {name}")

    with_desk(workspace, as_json, work)
