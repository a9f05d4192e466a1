"""What the desk promises its customers, in the terminal: calendars, service levels, and how they are kept."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted, plain
from helpdesk.cli.typed import actions
from helpdesk.domain.business_hours import Calendar
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.domain.open_time import minutes_of, minutes_text, week_of, week_text
from helpdesk.domain.service_level import ServiceLevel
from helpdesk.services.desk import Desk
from helpdesk.ui.due_words import PROMISES, standing_words

Name = Annotated[str, typer.Argument(metavar="NAME")]
Span = Annotated[str, typer.Option(metavar="TIME", help="Open time, like 4h or 30m.")]

sla = typer.Typer(help="Service levels: what customers are promised, and by which open hours.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(sla, name="sla")


@sla.command("list")
def list_levels(as_json: Json = False, workspace: Where = None) -> None:
    """Every service level in the order in which they are tried, and how its promises went in the last 30 days."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        levels, calendars = await desk.service_levels.levels(), await desk.service_levels.calendars.all()
        counts = {one.level_id: one for one in await desk.service_levels.counts()}
        if as_json:
            terminal.result([plain(level) | {"counts": plain(counts.get(level.id))} for level in levels])
            return True
        names = {calendar.id: calendar.name for calendar in calendars}
        heads = ("name", "tickets", "first reply", "next reply", "solved", "open hours", "kept", "missed", "running")
        terminal.table(heads, [level_row(level, names, counts) for level in levels])
        if not levels:
            terminal.say("No service level yet. Make one: helpdesk sla set NAME --first-reply 4h")
        return True

    with_desk(workspace, as_json, work)


def level_row(level: ServiceLevel, calendars: Mapping[int, str], counts: Mapping[int, object]) -> tuple[str, ...]:
    count = counts.get(level.id)
    told = tuple(str(getattr(count, name, 0)) for name in ("kept", "missed", "running"))
    spans = tuple(minutes_text(minutes) or "-" for minutes in (level.first_reply, level.next_reply, level.solve))
    tickets = level.query or str(level.conditions) or "every ticket"
    return level.name, tickets, *spans, calendars.get(level.calendar_id, "always"), *told


@sla.command("set")
def set_level(
    name: Name,
    tickets: Annotated[str, typer.Option("--if", metavar="QUERY", help="Which tickets, like 'priority:urgent tag:vip'.")] = "",
    first_reply: Span = "",
    next_reply: Span = "",
    solve: Span = "",
    warn: Annotated[str, typer.Option(metavar="TIME", help="Warn so long before it falls due.")] = "",
    calendar: Annotated[str, typer.Option(metavar="NAME", help="Whose open hours count; without it every minute does.")] = "",
    at_breach: Annotated[
        list[str] | None, typer.Option(metavar="ACTION", help="What to do when missed, 'priority: urgent'.")
    ] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Make a service level, or give the one of that name other promises. Every ticket is reckoned anew."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = next((one for one in await desk.service_levels.levels() if one.name == name), None)
        level = ServiceLevel(
            id=known.id if known else 0,
            name=name,
            position=known.position if known else 0,
            conditions=await desk.rules.conditions.read(tickets),
            calendar_id=await calendar_number(desk, calendar) if calendar else 0,
            first_reply=span("--first-reply", first_reply),
            next_reply=span("--next-reply", next_reply),
            solve=span("--solve", solve),
            warning=span("--warn", warn),
            at_breach=actions("--at-breach", at_breach or ()),
            changed_at=datetime.now().astimezone(),
            query=tickets.strip(),
        )
        await desk.service_levels.save(level)
        with terminal.progress() as report:
            reckoned = await desk.service_levels.reckon(report)
        said = f"{'Changed' if known else 'Added'}: {name}. {counted(reckoned, 'ticket')} reckoned."
        return terminal.told({"name": name, "new": known is None, "tickets": reckoned}, said)

    with_desk(workspace, as_json, work)


@sla.command("remove")
def remove_level(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Take a service level out. Its tickets are owed what the next one that fits promises."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = next((one for one in await desk.service_levels.levels() if one.name == name), None)
        if known is None:
            raise NotFound("service level", name)
        await desk.service_levels.remove(known.id)
        with terminal.progress() as report:
            await desk.service_levels.reckon(report)
        return terminal.told({"removed": name}, f"Removed: {name}")

    with_desk(workspace, as_json, work)


@sla.command("show")
def show_ticket(
    ticket: Annotated[int, typer.Argument(metavar="TICKET")], as_json: Json = False, workspace: Where = None
) -> None:
    """What a ticket is owed, and since when."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.service_levels.reckon()
        await desk.inbox.open(TicketId(ticket))
        owed = await desk.service_levels.of_ticket(TicketId(ticket))
        if as_json:
            terminal.result(owed)
        elif owed:
            now = datetime.now().astimezone()
            terminal.table(
                ("promise", "how it stands"), [(PROMISES[o.standing.promise], standing_words(o.standing, now)) for o in owed]
            )
        else:
            terminal.say(f"Nothing is promised on ticket {ticket}.")
        return True

    with_desk(workspace, as_json, work)


@sla.command("check")
def check(as_json: Json = False, workspace: Where = None) -> None:
    """Do what has come due: mark what was missed, warn, escalate. A running window does so by itself."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            reckoned = await desk.service_levels.reckon(report)
        told = 0
        while await desk.service_levels.next():
            told += 1
        return terminal.told({"reckoned": reckoned, "rounds": told}, f"{counted(reckoned, 'ticket')} reckoned.")

    with_desk(workspace, as_json, work)


@sla.command("calendars")
def list_calendars(as_json: Json = False, workspace: Where = None) -> None:
    """Every calendar with its open hours."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        calendars = await desk.service_levels.calendars.all()
        rows = [(one.name, one.zone, "; ".join(week_text(one.week)), str(len(one.holidays))) for one in calendars]
        return terminal.listed(calendars, ("name", "time zone", "open", "holidays"), rows)

    with_desk(workspace, as_json, work)


@sla.command("calendar")
def set_calendar(
    name: Name,
    zone: Annotated[str, typer.Option(metavar="ZONE", help="Like Europe/Berlin.")],
    hours: Annotated[list[str], typer.Option(metavar="HOURS", help="Like 'mon-fri 09:00-12:00 13:00-17:00'; may be repeated.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Make a calendar, or give the one of that name other hours. Its holidays stay."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = next((one for one in await desk.service_levels.calendars.all() if one.name == name), None)
        try:
            week = week_of(hours)
        except ValueError as error:
            raise BadInput("--hours", 0, str(error)) from error
        holidays = known.holidays if known else ()
        await desk.service_levels.calendars.save(Calendar(known.id if known else 0, name, zone, week, holidays))
        await desk.service_levels.reckon()
        return terminal.told({"name": name, "new": known is None}, f"Saved: {name}")

    with_desk(workspace, as_json, work)


@sla.command("holidays")
def add_holidays(
    calendar: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="An .ics file of holidays.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Close a calendar on the holidays of an .ics file. What is no whole-day event is told by line."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = await calendar_number(desk, calendar)
        found = await desk.service_levels.calendars.add_holidays(known, file.name, file.read_bytes())
        await desk.service_levels.reckon()
        for one in found.unread:
            terminal.note(f"{file.name}, line {one.line}: {one.reason}")
        return terminal.told(found, f"{len(found.holidays)} holidays in {calendar}.")

    with_desk(workspace, as_json, work)


@sla.command("remove-calendar")
def remove_calendar(name: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Take a calendar out that no service level counts by."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.service_levels.calendars.remove(await calendar_number(desk, name))
        return terminal.told({"removed": name}, f"Removed: {name}")

    with_desk(workspace, as_json, work)


async def calendar_number(desk: Desk, name: str) -> int:
    """Raises NotFound."""
    for calendar in await desk.service_levels.calendars.all():
        if calendar.name == name:
            return calendar.id
    raise NotFound("calendar", name)


def span(option: str, text: str) -> int:
    """Raises BadInput naming the option."""
    try:
        return minutes_of(text)
    except ValueError as error:
        raise BadInput(option, 0, str(error)) from error
