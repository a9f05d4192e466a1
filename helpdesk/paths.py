"""Folders for a source tree, a wheel and a frozen build."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Workspace:
    """Everything one desk owns, under one folder of mode 0700."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "desk.sqlite3"

    @property
    def index(self) -> Path:
        return self.folder / "index"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def outbox(self) -> Path:
        return self.folder / "outbox"

    @property
    def models(self) -> Path:
        """What is kept of model folders, which lie elsewhere."""
        return self.folder / "models"

    @property
    def reports(self) -> Path:
        return self.folder / "reports"

    @property
    def mark(self) -> Path:
        """A word of this installation alone, which no draft may repeat."""
        return self.folder / "mark"

    @property
    def stop(self) -> Path:
        """Nothing leaves by itself while it is there."""
        return self.folder / "autosend.stopped"

    @property
    def lock(self) -> Path:
        return self.folder / "desk.lock"


def default_workspace() -> Path:
    """The workspace in the user's data folder; HELPDESK_WORKSPACE names another."""
    named = os.environ.get("HELPDESK_WORKSPACE")
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "helpdesk"


def root() -> Path:
    """Where `resources/` and `kb/` lie: the source tree, the frozen bundle, or the installed package's data."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    beside = Path(__file__).resolve().parent.parent
    if (beside / "resources").is_dir():
        return beside
    return Path(sys.prefix) / "share" / "helpdesk"


def resources() -> Path:
    return root() / "resources"


def manual() -> Path:
    """The application's own knowledge base."""
    return root() / "kb" / "using-helpdesk"


def named(workspace: str) -> Path:
    """The folder of that name; '' is the default one."""
    return (Path(workspace).expanduser() if workspace else default_workspace()).absolute()
