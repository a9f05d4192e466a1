"""What a workspace is besides a desk: its folders, its backups, its stop."""

import platform
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from helpdesk import __version__
from helpdesk.adapters import figures
from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.sqlite import backup, driver
from helpdesk.adapters.stop_file import StopFile
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.adapters.workspace_lock import owned
from helpdesk.domain.errors import DiskFull, HelpdeskError
from helpdesk.domain.sending import Stop
from helpdesk.paths import Workspace
from helpdesk.ports import Records, Store
from helpdesk.services.evaluation import EvaluationReport
from helpdesk.settings import Settings


def folder_channel(settings: Settings, workspace: Workspace) -> FolderChannel:
    outbox = Path(settings.outbox_folder) if settings.outbox_folder else workspace.outbox
    drop = Path(settings.drop_folder) if settings.drop_folder else None
    return FolderChannel(outbox, drop, settings.agent_name, settings.agent_email, make_outbox=not settings.outbox_folder)


LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "chromadb", "fastembed", "onnxruntime", "ollama")


def versions() -> dict[str, str]:
    """Of this program and what it stands on, for `helpdesk doctor`."""
    known = {"helpdesk": __version__, "python": platform.python_version(), "sqlite": driver.module().sqlite_version}
    return known | {name: version(name) for name in LIBRARIES}


def adopt_backup(file: Path, workspace: Workspace) -> Path | None:
    """Verifies a backup and puts it in the workspace's place; returns where what was there is kept. Raises BackupUnusable,
    WorkspaceInUse, DiskFull."""
    with owned(workspace.lock):
        before = StopFile(workspace.stop).standing()
        stop_sending(workspace, "restored from a backup: what was answered since it was made is not known here")
        try:
            return backup.restore(file, workspace.folder)
        except HelpdeskError:
            if before is None:
                StopFile(workspace.stop).release()
            raise


def stop_sending(workspace: Workspace, words: str, agent: str = "") -> None:
    """Nothing leaves by itself any more, whoever has the workspace open. Raises ReadOnly, DiskFull."""
    StopFile(workspace.stop).pull(Stop(agent, words, SystemClock().now().isoformat()))


async def stop_a_copy(workspace: Workspace, store: Store) -> None:
    """A copied workspace holds the signature of the one it was made from, and two desks would answer the same customers: it
    begins stopped. One that was moved is still the same folder of the disk, or goes by the same name on the same computer."""
    now = f"{platform.node()} {workspace.folder.resolve()}\n{workspace.folder.stat().st_ino}"

    async def known(records: Records) -> tuple[str | None, bool]:
        return await records.auto_replies.place(), await records.consents.standing() is not None

    before, signed = await store.read(known)
    if before == now:
        return
    elsewhere = before is not None and not set(before.split("\n")) & set(now.split("\n"))
    if signed and elsewhere and StopFile(workspace.stop).standing() is None:
        stop_sending(workspace, "this workspace was copied: the one it was made from may answer the same customers")
    with suppress(DiskFull):
        # The desk opens on a full disk too; where it is told at the next start that has room.
        await store.write(lambda records: records.auto_replies.at(now))


def draw_curves(report: EvaluationReport, file: Path) -> None:
    figures.draw(report, file)
