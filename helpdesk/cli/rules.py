"""What the desk does by rule, in the terminal: kept, tried without consequences, and taken back."""

from datetime import datetime
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted, plain
from helpdesk.cli.typed import actions
from helpdesk.domain.rule import Occasion, Rule
from helpdesk.services.desk import Desk
from helpdesk.services.rules import Rehearsed
from helpdesk.ui.change_words import move_words

Name = Annotated[str, typer.Argument(metavar="NAME", help="The rule's name.")]

rules = typer.Typer(help="Triggers and automations: list, set, try, switch on and off, log, undo.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(rules, name="rules")


@rules.command("list")
def list_rules(as_json: Json = False, workspace: Where = None) -> None:
    """Every rule in the order in which they are tried."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.rules.all()
        if as_json:
            terminal.result(found)
            return True
        terminal.table(("name", "state", "when", "tickets", "does"), [rule_row(rule) for rule in found])
        for rule in found:
            if rule.stopped:
                terminal.note(f"{rule.name} was switched off by the desk: {rule.stopped}")
        if not found:
            terminal.say("No rules yet. Make one: helpdesk rules set NAME --when arrival --if QUERY --do 'tag: vip'")
        return True

    with_desk(workspace, as_json, work)


def rule_row(rule: Rule) -> tuple[str, ...]:
    state = "stopped" if rule.stopped else "on" if rule.enabled else "off"
    when = f"{rule.hours}h quiet" if rule.occasion is Occasion.TIME else str(rule.occasion)
    return rule.name, state, when, rule.query or str(rule.conditions) or "every ticket", "; ".join(map(str, rule.actions))


@rules.command("set")
def set_rule(
    name: Name,
    when: Annotated[Occasion, typer.Option(help="On which occasion.")],
    do: Annotated[list[str], typer.Option(metavar="ACTION", help="Like 'tag: vip', 'assign: Ada', 'draft:'; may be repeated.")],
    tickets: Annotated[str, typer.Option("--if", metavar="QUERY", help="Which tickets, like 'topic:billing'.")] = "",
    hours: Annotated[int, typer.Option(help="With --when time: after so many quiet hours.")] = 0,
    on: Annotated[bool, typer.Option("--on/--off", help="Whether it works from now on.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Make a rule, or change the one of that name. It is off until you say --on; try it first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = next((one for one in await desk.rules.all() if one.name == name), None)
        rule = Rule(
            id=known.id if known else 0,
            name=name,
            position=known.position if known else 0,
            enabled=on,
            occasion=when,
            conditions=await desk.rules.conditions.read(tickets),
            actions=actions("--do", do),
            hours=hours,
            changed_at=datetime.now().astimezone(),
            query=tickets.strip(),
        )
        await desk.rules.save(rule)
        said = f"{'Changed' if known else 'Added'}: {name} ({'on' if on else 'off'})"
        return terminal.told({"name": name, "new": known is None, "on": on}, said)

    with_desk(workspace, as_json, work)


@rules.command("try")
def try_rule(
    name: Name,
    last: Annotated[int, typer.Option("--last", min=1, max=1000, help="Of the newest tickets so many.")] = 100,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show what a rule would do to the newest tickets. Nothing is changed."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        rule = await desk.rules.named(name)
        with terminal.progress() as report:
            found = await desk.rules.rehearse(rule, last, report)
        if as_json:
            terminal.result(found)
            return True
        terminal.table(("ticket", "subject", "would"), [would_row(one) for one in found.found])
        same = f"; {found.unchanged} more {'is' if found.unchanged == 1 else 'are'} so already" if found.unchanged else ""
        terminal.say(f"{len(found.found)} of {counted(found.looked_at, 'ticket')}{same}.")
        return True

    with_desk(workspace, as_json, work)


def would_row(one: Rehearsed) -> tuple[str, ...]:
    would = [*map(move_words, one.moves), *map(str, one.beside)]
    return str(one.ticket_id), one.subject, "; ".join(would)


@rules.command("on")
def switch_on(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Let a rule work from now on."""
    switched(name, True, as_json, workspace)


@rules.command("off")
def switch_off(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Let a rule rest."""
    switched(name, False, as_json, workspace)


def switched(name: str, on: bool, as_json: bool, workspace: Where) -> None:
    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.rules.switch(await desk.rules.named(name), on=on)
        return terminal.told({"name": name, "on": on}, f"{name} is {'on' if on else 'off'}")

    with_desk(workspace, as_json, work)


@rules.command("remove")
def remove_rule(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Take a rule out. What it did stays in the log and can still be taken back."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.rules.remove((await desk.rules.named(name)).id)
        return terminal.told({"removed": name}, f"Removed: {name}")

    with_desk(workspace, as_json, work)


@rules.command("run")
def run_rules(as_json: Json = False, workspace: Where = None) -> None:
    """Let rules answer what has happened. A running window does so by itself."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        done = await desk.rules.work_off()
        return terminal.told({"looked_at": done}, f"{done} looked at")

    with_desk(workspace, as_json, work)


@rules.command("log")
def show_log(
    limit: Annotated[int, typer.Option(min=1, max=1000, help="So many, newest first.")] = 50,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """What rules did, newest first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        runs = await desk.rules.log(limit)
        rows = [(str(run.id), f"{run.at.astimezone():%Y-%m-%d %H:%M}", run.rule, str(run.count), outcome(run)) for run in runs]
        return terminal.listed([plain(run) for run in runs], ("run", "when", "rule", "tickets", "outcome"), rows)

    with_desk(workspace, as_json, work)


def outcome(run: object) -> str:
    failure, undone, operation = (getattr(run, name) for name in ("failure", "undone_at", "operation"))
    return failure or ("undone" if undone else "done" if operation else "nothing to undo")


@rules.command("undo")
def undo_run(
    run: Annotated[int, typer.Argument(metavar="RUN", help="As `helpdesk rules log` shows it.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take back what a run changed. What somebody moved since stays; so do notes."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        undone = await desk.rules.undo(run)
        said = f"{undone.values:,} values put back; {len(undone.kept)} stayed, for they were changed since."
        return terminal.told({"restored": undone.values, "kept": len(undone.kept)}, said)

    with_desk(workspace, as_json, work)
