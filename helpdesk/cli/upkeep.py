"""Upkeep: doctor, backup, restore, sample."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.app import adopt_backup
from helpdesk.cli.answering import drafts, waiting
from helpdesk.cli.running import Json, Where, chosen, with_desk, without_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.domain.article import Audience
from helpdesk.paths import manual, resources, root
from helpdesk.services.desk import Desk

NEEDED = ("store", "outbox", "embedder", "disk", "drop folder", "outbox folder")
"""What must be in order for exit code 0."""


def add_to(app: typer.Typer) -> None:
    app.command()(doctor)
    app.command()(backup)
    app.command()(restore)
    app.command()(sample)


def doctor(as_json: Json = False, workspace: Where = None) -> None:
    """Versions, paths, store, index, embedder, model server, disk, and what to do about what is not in order."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        findings = await desk.health.check()
        if as_json:
            terminal.result(findings)
        else:
            terminal.table(("", "what", "how it is"), [("ok" if f.ok else "!!", f.name, f.words) for f in findings])
            for finding in findings:
                if finding.remedy:
                    terminal.say(f"{finding.name}: {finding.remedy}")
        return all(finding.ok for finding in findings if finding.name in NEEDED)

    with_desk(workspace, as_json, work)


def backup(
    file: Annotated[Path, typer.Argument(help="Where to write it.", dir_okay=False)],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Write the whole workspace into one file and verify it."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        size = await desk.upkeep.backup(file.absolute())
        return terminal.told(
            {"file": file.absolute(), "bytes": size, "verified": True}, f"{file}: {size / 1024**2:.1f} MB, verified"
        )

    with_desk(workspace, as_json, work)


def restore(
    file: Annotated[Path, typer.Argument(help="A file made by backup.", dir_okay=False)],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Verify a backup and put it in the workspace's place; what was there is kept beside it."""

    async def work(terminal: Terminal) -> bool:
        aside = await asyncio.to_thread(adopt_backup, file.absolute(), chosen(workspace))
        return terminal.told(
            {"file": file.absolute(), "verified": True, "kept": aside},
            f"restored from {file}" + (f"; what was there is in {aside}" if aside else ""),
        )

    without_desk(as_json, work)


def sample(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new workspace.", file_okay=False)], as_json: Json = False
) -> None:
    """Make a workspace to try things in: two knowledge bases, eighty tickets, a draft for each."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            await desk.knowledge.import_path(manual(), None, report, Audience.INTERNAL)
            await desk.knowledge.import_path(root() / "kb" / "northlight-home", None, report, Audience.PUBLIC)
            tickets = await desk.intake.import_files([resources() / "samples" / "tickets.jsonl"], report)
            written = [one async for one in drafts(desk, await waiting(desk, []), report)]
        if as_json:
            terminal.result({"tickets": tickets.received, "drafts": len(written)})
        else:
            terminal.say(f"{folder}: {counted(tickets.received, 'ticket')}, {counted(len(written), 'draft')}")
        return not tickets.failed

    with_desk(folder, as_json, work)
