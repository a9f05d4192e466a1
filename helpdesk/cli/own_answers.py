"""The desk's own answers in the terminal: macros, and what it remembers of sent replies."""

from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.cli.typed import actions, text_of
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.services.desk import Desk
from helpdesk.ui.assist_words import mark_of, stands_on

MOST = 1_000_000
Answer = Annotated[int, typer.Argument(metavar="NUMBER", help="As `helpdesk memory list` shows it.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The macro's name.")]

macros = typer.Typer(help="Answers the desk wrote once: list, set, remove.", no_args_is_help=True)
memory = typer.Typer(help="What the desk remembers of sent replies: list, show, forget.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(macros, name="macros")
    app.add_typer(memory, name="memory")


@macros.command("list")
def list_macros(as_json: Json = False, workspace: Where = None) -> None:
    """Every macro by name."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.macros.all()
        rows = [(one.name, one.language or "any", ", ".join(map(str, one.actions)), one.text) for one in found]
        return terminal.listed(found, ("name", "language", "does", "text"), rows, nothing="No macros yet.")

    with_desk(workspace, as_json, work)


@macros.command("set")
def set_macro(
    name: Name,
    source: Annotated[str, typer.Argument(metavar="[FILE]", help="A text file with the answer, - for standard input.")] = "",
    do: Annotated[
        list[str] | None, typer.Option(help="What it does to a ticket, like “tag: billing”; may be given again.")
    ] = None,
    language: Annotated[str, typer.Option(help="ISO code of its language; without it for customers of every language.")] = "",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Add a macro, or make the one of that name another. {customer}, {first_name}, {agent}, {company}, {ticket} and {subject}
    are filled in for each customer."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        wanted = actions(f"macro {name}", do or ())
        is_new = await desk.macros.save(name, text_of(source) if source else "", language, wanted)
        return terminal.told({"name": name, "new": is_new}, f"{'Added' if is_new else 'Changed'}: {name}")

    with_desk(workspace, as_json, work)


@macros.command("use")
def use_macro(
    name: Name,
    ticket: Annotated[int, typer.Argument(metavar="TICKET", help="Ticket number.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Put a macro under the reply being written on a ticket, and do to the ticket what it says. Nothing is sent."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        text, done = await desk.composing.inserting.put_in(TicketId(ticket), name)
        if as_json:
            terminal.result({"text": text, "operation": done.id if done else None})
        else:
            terminal.say(text)
            if done is not None:
                terminal.note(f"The ticket was changed; `helpdesk changes undo {done.id}` takes that back.")
        return True

    with_desk(workspace, as_json, work)


@macros.command("remove")
def remove_macro(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Take a macro out. Drafts that quote it keep their words."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.macros.remove(name)
        return terminal.told({"removed": name}, f"Removed: {name}")

    with_desk(workspace, as_json, work)


@memory.command("list")
def list_answers(as_json: Json = False, workspace: Where = None) -> None:
    """What was kept of sent replies, newest first; nothing of their customers is in it."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.memory.learn()
        found = await desk.memory.listed()
        if as_json:
            terminal.result(found)
            return True
        terminal.table(
            ("number", "sent on ticket", "kept", "how", "answer"),
            [(str(one.id), str(one.ticket_id), f"{one.at:%Y-%m-%d}", mark_of(one), one.answer) for one in found],
        )
        if not desk.settings.use_past_answers:
            terminal.note("Nothing is learned: “Learn from sent answers” is off (setting use_past_answers).")
        return True

    with_desk(workspace, as_json, work)


@memory.command("show")
def show_answer(answer: Answer, as_json: Json = False, workspace: Where = None) -> None:
    """One remembered answer whole, how it came to be sent, and the articles it stands on."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        kept = next((one for one in await desk.memory.listed(MOST) if one.id == answer), None)
        if kept is None:
            raise NotFound("past answer", str(answer))
        if as_json:
            terminal.result(kept)
            return True
        terminal.note(f"ticket {kept.ticket_id}, {kept.at:%Y-%m-%d}, {mark_of(kept)}. {stands_on(kept)}")
        terminal.say(kept.answer)
        return True

    with_desk(workspace, as_json, work)


@memory.command("forget")
def forget_answer(
    answer: Annotated[int, typer.Argument(metavar="NUMBER", help="As `helpdesk memory list` shows it.")] = 0,
    every: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Wipe one remembered answer for good, or all; they are not learned again."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        count = 1
        if every:
            count = await desk.memory.forget_all()
        else:
            await desk.memory.forget(answer)
        return terminal.told({"forgotten": count if every else answer}, f"Forgotten: {f'{count} answers' if every else answer}")

    with_desk(workspace, as_json, work)
