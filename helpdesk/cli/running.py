"""One command around one open desk."""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.app import open_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.events import OPENING, Event, IndexChanged, JobProgressed
from helpdesk.paths import Workspace, default_workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import load

Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Where = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="DIR", help="The workspace; without it the one in your data folder.", file_okay=False),
]
Work = Callable[[Desk, Terminal], Awaitable[bool]]


def unheard(_: Event) -> None:
    """A terminal shows results, not events."""


def chosen(where: Path | None) -> Workspace:
    return Workspace((where or default_workspace()).expanduser().absolute())


def with_desk(where: Path | None, as_json: bool, work: Work) -> None:
    """Opens the desk, does the work and leaves: exit 0 when it says True, 1 otherwise."""

    async def opened(terminal: Terminal) -> bool:
        workspace = chosen(where)

        def heard(event: Event) -> None:
            """A terminal shows results, not events, but for what is still missing and what has to come first."""
            if isinstance(event, IndexChanged) and not event.trusted:
                terminal.note(event.words)
            elif isinstance(event, JobProgressed) and event.job == OPENING:
                terminal.note(f"{event.progress.label} …")

        async with open_desk(load(workspace.folder), workspace, heard) as desk:
            gc.freeze()  # what was loaded stays: the collector need not walk through it while a long command works
            return await work(desk, terminal)

    without_desk(as_json, opened)


def without_desk(as_json: bool, work: Callable[[Terminal], Awaitable[bool]]) -> None:
    """The same for work that opens no desk, or its own."""
    terminal = Terminal(as_json)
    try:
        done = asyncio.run(running(terminal, work))
    except (HelpdeskError, OSError) as error:
        terminal.failed(error)
        raise typer.Exit(1) from error
    except (KeyboardInterrupt, asyncio.CancelledError) as error:
        terminal.note("Cancelled. What was finished is kept; the same command goes on from there.")
        raise typer.Exit(1) from error
    if not done:
        raise typer.Exit(1)


async def running(terminal: Terminal, work: Callable[[Terminal], Awaitable[bool]]) -> bool:
    return await work(terminal)
