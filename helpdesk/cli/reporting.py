"""The report card of a trial, and whether one still says what the store says."""

from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.history import chosen
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.services.desk import Desk


def add_to(app: typer.Typer) -> None:
    app.command("report")(report)


def report(
    out: Annotated[Path | None, typer.Argument(metavar="[OUT.html]", help="Where the report goes.", dir_okay=False)] = None,
    number: Annotated[int | None, typer.Option("--history", metavar="ID", help="Which trial; else the newest.")] = None,
    unmasked: Annotated[bool, typer.Option("--unmasked", help="Quote customers as they wrote.")] = False,
    check: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Work out every number of a report again from the store.", dir_okay=False),
    ] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Save what a trial on old tickets proved as one HTML file, or check such a file number by number."""
    if (out is None) == (check is None):
        raise typer.BadParameter("give either OUT.html or --check FILE")

    async def save(desk: Desk, terminal: Terminal) -> bool:
        row = await chosen(desk, number)
        file = (out or Path()).expanduser().absolute()
        numbers = await desk.history.reporting.save(row.trial.id, file, masked=not unmasked)
        return terminal.told(numbers, f"Report on trial {row.trial.id}: {file}")

    async def compare(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.history.reporting.check((check or Path()).expanduser())
        if as_json:
            terminal.result({"differences": found})
            return not found
        for one in found:
            terminal.say(f"{one.where}: the report says {one.said}, the store says {one.found}")
        if not found:
            terminal.say("Every number is as the store says.")
        return not found

    with_desk(workspace, as_json, save if out is not None else compare)
