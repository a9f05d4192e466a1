"""How satisfied customers are, in the terminal."""

from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, plain
from helpdesk.services.desk import Desk


def add_to(app: typer.Typer) -> None:
    app.command("ratings")(ratings)


def ratings(
    days: Annotated[int, typer.Option(min=1, max=3650, help="Of the last so many days.")] = 30,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show how customers rated answers: how many answered, the average, the newest."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found, newest = await desk.ratings.last_days(days), await desk.ratings.newest(20)
        if as_json:
            terminal.result(plain(found) | {"average": found.average, "newest": plain(newest)})
            return True
        average = "none yet" if found.average is None else f"{found.average:.1f} of 5"
        terminal.say(f"{found.answered} of {found.asked} asked answered; average: {average}")
        for stars in range(5, 0, -1):
            terminal.say(f"{'★' * stars:5}  {found.by_stars[stars - 1]}")
        terminal.table(
            ("ticket", "stars", "when"),
            [(str(one.ticket_id), str(one.stars), f"{one.at.astimezone():%Y-%m-%d %H:%M}") for one in newest],
        )
        return True

    with_desk(workspace, as_json, work)
