"""The window's start and end: the only file that knows both the desk's composition root and the user interface.

What the first paint does not need is imported after it, so imports stand inside functions here.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from helpdesk.paths import Workspace, default_workspace
from helpdesk.ui.main_window.window import MainWindow
from helpdesk.ui.theme import Theme

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from helpdesk.domain.errors import HelpdeskError
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings

SIZE = (1280, 800)


def main(given: Sequence[str]) -> int:
    """Returns when the window is closed. `given` is nothing, or `--workspace DIR`."""
    workspace = Workspace(named(given))
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("Helpdesk")
    app.setDesktopFileName("helpdesk")
    if shown_elsewhere(workspace):
        return 0
    run = WindowRun(app, workspace)
    run.begin()
    return app.exec()


def named(given: Sequence[str]) -> Path:
    """The folder after `--workspace`, else the default one."""
    if not given:
        return default_workspace().absolute()
    _, _, joined = given[0].partition("=")
    return Path(joined or given[-1]).expanduser().absolute()


def shown_elsewhere(workspace: Workspace) -> bool:
    """True when a window of this workspace runs already; it was asked to come forward."""
    if not workspace.lock.exists():
        return False
    from helpdesk.ui.one_window import raised_other

    return raised_other(workspace.folder)


class WindowRun(QObject):
    """One run of the window on one workspace: shows it first, then opens the desk, and closes both in reverse order."""

    _crashed = Signal(str)

    def __init__(self, app: QApplication, workspace: Workspace) -> None:
        super().__init__(app)
        self._workspace = workspace
        self._settings: Settings | None = None
        self._unread: HelpdeskError | None = None
        kept = (workspace.folder / "settings.toml").exists()
        self._theme = Theme(app, self.settings.theme if kept else "system")
        self.window = MainWindow()
        self._painted = False

    def begin(self) -> None:
        """Shows the window; the first paint starts everything else."""
        self.window.resize(*SIZE)
        self._restore_geometry()
        self.window.installEventFilter(self)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return super().eventFilter(watched, event)

    @property
    def settings(self) -> "Settings":
        if self._settings is None:
            self._load_settings()
        assert self._settings is not None
        return self._settings

    def apply_settings(self, wanted: "Settings") -> None:
        """Saves, and opens the desk anew when more than its looks changed. Raises OSError."""
        from helpdesk import settings as stored

        stored.save(self._workspace.folder, wanted)
        before, self._settings = self.settings, wanted
        self._theme.use(wanted.theme)
        if replace(before, theme=wanted.theme) != wanted:
            self.window.rooms.desk_leaves()
            self.bridge.let_go(self._open)

    def come_forward(self) -> None:
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _go_on(self) -> None:
        from helpdesk.ui.bridge import QtDelays, ThreadBridge
        from helpdesk.ui.bridge.collector import GuiThreadCollector
        from helpdesk.ui.crash_door import CrashDoor
        from helpdesk.ui.main_window.rooms import Rooms, Start
        from helpdesk.ui.one_window import OneWindow

        self.door = CrashDoor(self._workspace.reports, self._tell)
        self.door.install()
        self._crashed.connect(self._say_crashed)
        self._collector = GuiThreadCollector(self)
        self._collector.start()
        self._one = OneWindow(self._workspace.folder, self)
        self._one.raise_wanted.connect(self.come_forward)
        self.bridge = ThreadBridge(self.door.take, self)
        self.bridge.start()
        start = Start(self.bridge, QtDelays(self), lambda: self.settings, self.apply_settings, self._workspace)
        self._theme.use(self.settings.theme)
        self._open()
        self.window.furnish(Rooms(self.window, start))
        self.bridge.broke.connect(self.window.rooms.report)
        self.window.remedy_wanted.connect(self._remedy)
        self.window.leaving.connect(self._end)
        if self._unread is not None:
            self.window.open_failed(self._unread)

    def _open(self) -> None:
        if self._unread is not None:
            return
        try:
            self._workspace.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            self.window.open_failed(error)
            return
        self.bridge.hold(self._desk, self.window.desk_ready, self.window.open_failed)

    def _desk(self) -> "AbstractAsyncContextManager[Desk]":
        """In the desk thread: what is heavy to import is imported there, after the window is on the screen."""
        from helpdesk import app

        return app.open_desk(self.settings, self._workspace, self.bridge.publish, lanes=True)

    def _load_settings(self) -> None:
        """Unreadable settings leave the defaults in force and the reason in `_unread`."""
        from helpdesk import settings as stored
        from helpdesk.domain.errors import BadInput, SettingsUnreadable

        self._settings, self._unread = stored.Settings(), None
        try:
            self._settings = stored.load(self._workspace.folder)
        except SettingsUnreadable as error:
            self._unread = error
        except BadInput as error:
            self._unread = SettingsUnreadable(Path(error.path), error.line, error.reason)

    def _remedy(self, error: Exception) -> None:
        from helpdesk.domain.errors import SettingsUnreadable
        from helpdesk.ui import wording

        if isinstance(error, SettingsUnreadable):
            self._set_settings_aside()
            self._load_settings()
            self._theme.use(self.settings.theme)
            if self._unread is not None:
                self.window.open_failed(self._unread)
                return
        elif wording.of(error).action == "Save report":
            self._say_saved(self.door.write(error))
            return
        self.window.rooms.try_again()
        if not self.window.open_for_work():
            self._open()

    def _set_settings_aside(self) -> None:
        file = self._workspace.folder / "settings.toml"
        number = 1
        while (aside := file.with_name(f"{file.name}.unread-{number}")).exists():
            number += 1
        if file.exists():
            file.rename(aside)

    def _tell(self, path: Path | None) -> None:
        self._crashed.emit(str(path or ""))

    def _say_crashed(self, path: str) -> None:
        where = f"A report without customer text is in {path}." if path else "No report could be written."
        self.window.rooms.toasts.say(f"Something went wrong. {where}")

    def _say_saved(self, path: Path | None) -> None:
        self.window.rooms.toasts.say(f"The report is in {path}." if path else "The report could not be written.")

    def _restore_geometry(self) -> None:
        if self._geometry.exists():
            self.window.restoreGeometry(self._geometry.read_bytes())

    @property
    def _geometry(self) -> Path:
        return self._workspace.folder / "window.geometry"

    def _end(self) -> None:
        if self._workspace.folder.is_dir():
            self._geometry.write_bytes(bytes(self.window.saveGeometry().data()))
        self._collector.stop()
        self._one.close()
        self.bridge.close()
