"""Every command, by the file it is in."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from helpdesk import __version__
from helpdesk.cli import (
    answering,
    articles,
    assisting,
    autosend,
    bases,
    certifying,
    changing,
    composing,
    desktop,
    finding,
    gaps,
    history,
    insights,
    knowledge,
    learning,
    measuring,
    models,
    own_answers,
    people,
    privacy,
    promises,
    ratings,
    reporting,
    reviewing,
    rules,
    runs,
    searching,
    ticketing,
    tickets,
    understanding,
    upkeep,
    writer,
)

app = typer.Typer(
    name="helpdesk",
    help="An offline-first helpdesk. Without a command it opens the window.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


def version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"helpdesk {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and leave.")] = False,
) -> None:
    """An offline-first helpdesk. Without a command it opens the window."""


for chapter in (
    knowledge,
    bases,
    articles,
    searching,
    runs,
    models,
    writer,
    answering,
    tickets,
    finding,
    composing,
    desktop,
    ticketing,
    people,
    changing,
    understanding,
    reviewing,
    autosend,
    certifying,
    assisting,
    learning,
    own_answers,
    promises,
    rules,
    ratings,
    gaps,
    privacy,
    history,
    reporting,
    insights,
    measuring,
    upkeep,
):
    chapter.add_to(app)


def main(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code."""
    try:
        get_command(app).main(list(arguments), prog_name="helpdesk", standalone_mode=True)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 1
    return 0
