"""Import runs: list them, look into one, go on, try failed files again; follow a folder."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.base_choice import base_of
from helpdesk.cli.knowledge import imported, tell
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import ImportRunId
from helpdesk.domain.import_run import FileState, ImportReport, RunFile, RunKind, RunRow
from helpdesk.services.desk import Desk
from helpdesk.ui import wording

LONGEST = 100_000

RunArgument = Annotated[int, typer.Argument(metavar="ID", help="The run's number, as `helpdesk runs` shows it.")]


class Switch(StrEnum):
    ON = "on"
    OFF = "off"


def add_to(app: typer.Typer) -> None:
    app.command()(runs)
    app.command()(resume)
    app.command()(retry)
    app.command()(watch)


def runs(
    run_id: Annotated[int | None, typer.Argument(metavar="[ID]", help="A run to look into; without it all of them.")] = None,
    report_file: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Keep what became of every file as a table (CSV).")
    ] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show import runs, or what one of them did with every file."""
    if run_id is None and report_file is not None:
        raise typer.BadParameter("--report needs the ID of a run")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if run_id is None:
            show_runs(terminal, await desk.knowledge.runs())
            return True
        if report_file is not None:
            await desk.knowledge.save_report(ImportRunId(run_id), report_file)
        files, total = await desk.knowledge.run_files(ImportRunId(run_id), 0, LONGEST)
        if not total and run_id not in {run.id for run in await desk.knowledge.runs(None, LONGEST)}:
            raise NotFound("import run", str(run_id))
        show_files(terminal, files)
        return True

    with_desk(workspace, as_json, work)


def show_runs(terminal: Terminal, found: list[RunRow]) -> None:
    if terminal.as_json:
        terminal.result(found)
        return
    rows = [
        [
            str(run.id),
            run.kb,
            f"{run.started_at:%Y-%m-%d %H:%M}",
            wording.RUN_KINDS[run.kind],
            wording.RUN_STATES[run.state],
            counted(run.report),
        ]
        for run in found
    ]
    terminal.table(("Run", "Knowledge base", "Begun (UTC)", "What", "State", "Files"), rows)


def counted(report: ImportReport | None) -> str:
    """'40 added, 1 failed'."""
    if report is None:
        return ""
    names = ("added", "changed", "renamed", "removed", "skipped")
    parts = [f"{getattr(report, name)} {name}" for name in names if getattr(report, name)]
    return ", ".join(parts + ([f"{len(report.failed)} failed"] if report.failed else [])) or "nothing changed"


def show_files(terminal: Terminal, files: list[RunFile]) -> None:
    if terminal.as_json:
        terminal.result(files)
        return
    for file in files:
        what = wording.FILE_CHANGES[file.change] if file.change else ""
        place = f"{file.path}:{file.line}" if file.line else file.path
        moved = f" (was {file.path_before})" if file.path_before else ""
        reason = f": {file.reason}" if file.state in (FileState.FAILED, FileState.SKIPPED) else ""
        terminal.say(f"{what or '-':<8} {wording.FILE_STATES[file.state]:<28} {place}{moved}{reason}")
    if not files:
        terminal.say("It found nothing that had changed.")


def resume(run_id: RunArgument, as_json: Json = False, workspace: Where = None) -> None:
    """Go on with an import run that was paused or killed."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            run = next((run for run in await desk.knowledge.runs(None, LONGEST) if run.id == run_id), None)
            taken_back = run is not None and run.kind is RunKind.ROLLBACK
            go_on = desk.articles.roll_back if taken_back else desk.knowledge.resume
            done = await go_on(ImportRunId(run_id), report)
        return told(terminal, done)

    with_desk(workspace, as_json, work)


def retry(run_id: RunArgument, as_json: Json = False, workspace: Where = None) -> None:
    """Read the failed files of a run again, even those that did not change."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            done = await desk.knowledge.retry(ImportRunId(run_id), report)
        return told(terminal, done)

    with_desk(workspace, as_json, work)


def told(terminal: Terminal, done: ImportReport) -> bool:
    if terminal.as_json:
        terminal.result(imported(done))
    else:
        tell(terminal, done)
    return not done.failed


def watch(
    kb: Annotated[str, typer.Argument(metavar="KB", help="Name of a knowledge base.")],
    switch: Annotated[Switch, typer.Argument(help="Whether it follows its folder while the window is open.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Let a knowledge base follow its folder while the window is open, or stop that."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        base = await base_of(desk, kb)
        await desk.knowledge.watch(base.id, switch is Switch.ON)
        if terminal.as_json:
            terminal.result({"kb": kb, "watched": switch is Switch.ON, "folder": base.folder})
        else:
            follows = "follows" if switch is Switch.ON else "no longer follows"
            terminal.say(f"{kb} {follows} {base.folder} while the window is open.")
        return True

    with_desk(workspace, as_json, work)
