"""Into the window from a terminal, a launcher or a key of the system: open, clipboard."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Where, chosen, without_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.place_link import PlaceLink, Target, place_link
from helpdesk.domain.starting import GOTO, WORKSPACE


def add_to(app: typer.Typer) -> None:
    app.command("open")(open_)
    app.command()(clipboard)


def open_(
    where: Annotated[str, typer.Argument(metavar="LINK", help="A ticket's number, or like article/3, draft/5.")],
    workspace: Where = None,
) -> None:
    """Go to a ticket, an article or a draft in the window; it is opened when none runs."""

    async def work(_: Terminal) -> bool:
        return led(place_link(where), workspace)

    without_desk(False, work)


def clipboard(workspace: Where = None) -> None:
    """Begin a ticket in the window with what is on the clipboard: for a key of the whole system."""

    async def work(_: Terminal) -> bool:
        return led(PlaceLink(Target.CLIPBOARD), workspace)

    without_desk(False, work)


def led(link: PlaceLink, workspace: Path | None) -> bool:
    """The window is a program of its own: the one that runs takes the link over, else this is the one, until it is closed."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "helpdesk"]
    folder = str(chosen(workspace).folder)
    return subprocess.run([*program, WORKSPACE, folder, GOTO, str(link)], check=False).returncode == 0


def without_display() -> int:
    """What is said in the window's place where there can be none; the exit code."""
    Terminal(as_json=False).note(
        "There is no display here that can be used, and no window of this workspace runs, so none can be shown. Log in with a"
        " screen and open it there, name the workspace of the window that runs with --workspace, or work in the terminal:"
        " helpdesk queue shows what waits, helpdesk --help what else there is."
    )
    return 1
