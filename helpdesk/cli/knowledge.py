"""Knowledge: import, reindex, models."""

from pathlib import Path
from typing import Annotated, Any

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted, duration
from helpdesk.domain.article import Audience
from helpdesk.domain.import_run import ImportReport
from helpdesk.services.desk import Desk


def add_to(app: typer.Typer) -> None:
    app.command("import")(import_)
    app.command()(reindex)


def import_(
    path: Annotated[Path, typer.Argument(help="A folder, a markdown file or a zip archive.")],
    kb: Annotated[str | None, typer.Option(help="Name of the knowledge base; else the folder's name.")] = None,
    audience: Annotated[
        Audience | None, typer.Option(help="internal: agents read it, drafts never quote it; public: its articles decide.")
    ] = None,
    report_file: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Keep what became of every file as a table (CSV).")
    ] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Import markdown as a knowledge base. Only what changed is read again; an interrupted import goes on where it was."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            done = await desk.knowledge.import_path(path, kb, report, audience)
        if report_file is not None:
            await desk.knowledge.save_report(done.run_id, report_file)
        if as_json:
            terminal.result(imported(done))
        else:
            tell(terminal, done)
        for failure in done.failed:
            place = f"{failure.path}:{failure.line}" if failure.line else failure.path
            terminal.note(f"not imported: {place}: {failure.reason}")
        return bool(done.added + done.changed + done.renamed + done.unchanged) or not done.failed

    with_desk(workspace, as_json, work)


def imported(done: ImportReport) -> dict[str, Any]:
    """The stable JSON shape of an import."""
    names = ("added", "changed", "renamed", "removed", "unchanged", "skipped", "failed", "passages", "seconds")
    return {name: getattr(done, name) for name in names}


def tell(terminal: Terminal, done: ImportReport) -> None:
    terminal.say(
        f"{done.kb}: {done.added} added, {done.changed} changed, {done.renamed} renamed, {done.removed} removed, "
        f"{done.unchanged} unchanged, {counted(done.passages, 'passage')} in {duration(done.seconds)} (run {done.run_id})"
    )


def reindex(as_json: Json = False, workspace: Where = None) -> None:
    """Build the search index anew beside the serving one, then switch."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            state = await desk.knowledge.reindex(report)
        if as_json:
            terminal.result(state)
        else:
            terminal.say(
                f"{counted(state.passages, 'passage')} in {state.epoch}" if state.trusted else f"Not ready: {state.words}"
            )
        return state.trusted

    with_desk(workspace, as_json, work)
