"""The desk in numbers, in the terminal: insights, export."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.ticket_columns import TICKET_COLUMNS
from helpdesk.services.desk import Desk
from helpdesk.services.insights.exporting import WantedTable
from helpdesk.ui.insights import promise_pictures, trend_pictures
from helpdesk.ui.insights.confidence_findings import gathered
from helpdesk.ui.insights.confidence_words import headline

MOST_DAYS = 3650
export = typer.Typer(help="Take tickets away as a table.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.command()(insights)
    export.command("tickets")(tickets)
    app.add_typer(export, name="export")


def insights(
    days: Annotated[int, typer.Option(min=1, max=MOST_DAYS, help="How many days back, today included.")] = 30,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """What became of drafts, by topic, article, writer and agent; times, satisfaction, and what is proven."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        trends, found = await desk.insights.trends(days), await gathered(desk, "")
        if as_json:
            terminal.result({"trends": trends, "standing": found.standing, "judgement": found.judgement})
            return True
        said = headline(found.standing)
        terminal.say(f"{said.title}. {' '.join(said.sentences)}")
        tiles = trend_pictures.tiles(trends)
        terminal.table(("", f"last {days} days", ""), [(tile.label, tile.value, tile.note) for tile in tiles])
        for dimension in trend_pictures.DIMENSIONS:
            table = trend_pictures.rates_table(getattr(trends, f"by_{dimension}"), dimension)
            if table.rows:
                terminal.say()
                terminal.table(table.columns, table.rows)
        if trends.promises:
            terminal.say()
            kept = promise_pictures.table(trends)
            terminal.table(kept.columns, kept.rows)
        return True

    with_desk(workspace, as_json, work)


def tickets(
    file: Annotated[Path, typer.Argument(metavar="OUT.csv", help="Where to write it.", dir_okay=False)],
    columns: Annotated[
        str,
        typer.Option(
            metavar="NAMES",
            help=f"With commas between, in any order, of: {', '.join(TICKET_COLUMNS)}, and custom:KEY of your own fields.",
        ),
    ] = "",
    days: Annotated[int, typer.Option(min=0, help="Only tickets that came in so many days back; 0: all.")] = 0,
    bom: Annotated[bool, typer.Option(help="Mark the file as UTF-8, for spreadsheets.")] = True,
    as_written: Annotated[
        bool, typer.Option("--as-written", help="Leave personal data in questions and replies; else it is hidden.")
    ] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Write every ticket as a row of a .csv file, as many as there are."""
    named = tuple(name.strip() for name in columns.split(",") if name.strip())

    async def work(desk: Desk, terminal: Terminal) -> bool:
        since = desk.insights.clock.now() - timedelta(days=days) if days else None
        wanted = WantedTable(file.absolute(), await desk.insights.columns(named), since, bom, as_written)
        with terminal.progress() as report:
            written = await desk.insights.export(wanted, report)
        return terminal.told(
            {"file": wanted.target, "tickets": written, "columns": wanted.columns},
            f"{file}: {written:,} tickets, {len(wanted.columns)} columns",
        )

    with_desk(workspace, as_json, work)
