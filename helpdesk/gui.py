"""The window's start and end: the only file that knows both the desk's composition root and the user interface.

What the first paint does not need is imported after it, so imports stand inside functions here.
"""

import gc
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from helpdesk.domain.starting import Starting
from helpdesk.paths import Workspace, named
from helpdesk.ui.desktop.end_signals import EndSignals
from helpdesk.ui.desktop.kept_window import FILE as KEPT_FILE
from helpdesk.ui.desktop.kept_window import KeptWindow, geometry_of, put_back
from helpdesk.ui.language import tr
from helpdesk.ui.main_window.spots import begun_at
from helpdesk.ui.main_window.window import MainWindow
from helpdesk.ui.plain_import import import_plainly
from helpdesk.ui.theme import Look, Theme, look_of
from helpdesk.ui.translation import Interpreter

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from helpdesk.domain.errors import HelpdeskError
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.desktop.desktop import Desktop
    from helpdesk.ui.main_window.rooms import Rooms, Start

SIZE = (1280, 800)
KEEP_MS = 10_000
DOORS = ("helpdesk.ui.bridge", "helpdesk.ui.crash_door", "helpdesk.ui.one_window")
ROOMS = ("helpdesk.ui.main_window.rooms", "helpdesk.ui.desktop.desktop")
LOOKS = ("language", "theme", "contrast", "text_size", "density", "notify", "close_to_tray", "start_minimised")


def main(told: Starting, not_shown: Callable[[], int]) -> int:
    """Returns when the program is quit."""
    workspace = Workspace(named(told.workspace))
    app = application(not_shown)
    app.setApplicationName("Helpdesk")
    app.setDesktopFileName("helpdesk")
    # A window that was closed into the tray, with another one closed after it, is no end.
    app.setQuitOnLastWindowClosed(False)
    run = WindowRun(app, workspace)
    run.window.leaving.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    ending = EndSignals(app)
    ending.wanted.connect(run.quit)
    run.begin(told)
    code = app.exec()
    if run.closed:
        leave_at_once(app, code)
    return code


def application(not_shown: Callable[[], int]) -> QApplication:
    """A display may be named that is gone, as in a terminal that outlived its session: Qt ends the program then, and before it
    does, `not_shown` says so and how the program ends."""

    def hear(kind: QtMsgType, _: QMessageLogContext, words: str | None) -> None:
        if kind is QtMsgType.QtFatalMsg:
            os._exit(not_shown())
        logging.getLogger("helpdesk.qt").warning("%s", words)

    before = qInstallMessageHandler(hear)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    qInstallMessageHandler(before)
    assert isinstance(app, QApplication)
    return app


def leave_at_once(app: QApplication, code: int) -> None:
    """Everything is saved and closed. Taking apart every widget and module one by one would keep whoever ends the session
    waiting for a second or two, and saves nothing more."""
    app.shutdown()
    logging.shutdown()
    os._exit(code)


def opens_anew(before: "Settings", wanted: "Settings") -> bool:
    """Whether more changed than how the window looks, speaks and stands on the desktop."""
    looks = {name: getattr(wanted, name) for name in LOOKS}
    return replace(before, **looks) != wanted


class WindowRun(QObject):
    """One run of the window on one workspace: shows it first, then opens the desk, and closes both in reverse order."""

    _crashed = Signal(str)

    def __init__(self, app: QApplication, workspace: Workspace) -> None:
        super().__init__(app)
        import_plainly()
        self._workspace = workspace
        self._settings: Settings | None = None
        self._unread: HelpdeskError | None = None
        kept = (workspace.folder / "settings.toml").exists()
        self._interpreter = Interpreter(app)
        self._interpreter.use(self.settings.language if kept else "system")
        self._theme = Theme(app, look_of(self.settings) if kept else Look())
        self.window = MainWindow()
        self._beginning = False
        self._heard: list[Callable[[], object]] = []
        self._leave: Callable[[], object] = lambda: None
        self.closed = False
        self._told = Starting()
        self._kept = KeptWindow(workspace.folder / KEPT_FILE)
        self._kept.load()
        self._keeping = QTimer(self, interval=KEEP_MS)
        self._keeping.timeout.connect(self._keep)

    def begin(self, told: Starting | None = None) -> None:
        """Shows the window; the first paint starts everything else. Out of the way there is none, and it starts at once."""
        self._told = told or Starting()
        put_back(self.window, self._kept.geometry, QSize(*SIZE))
        if self._told.minimised or self.settings.start_minimised:
            QTimer.singleShot(0, self, self._begin_aside)
            return
        self.window.installEventFilter(self)
        self.window.show()

    def _begin_aside(self) -> None:
        self.window.installEventFilter(self)
        self._go_on()
        if not self.desktop.stays:
            self.window.showMinimized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint begins it all; who closes the window before that is done has it closed then."""
        if event.type() == QEvent.Type.Paint and not self._beginning:
            self._beginning = True
            QTimer.singleShot(0, self, self._go_on)
        if event.type() == QEvent.Type.Close and self._beginning:
            self._leave = self.window.close
            event.ignore()
            return True
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
        self._theme.use(look_of(wanted))
        if opens_anew(before, wanted):
            self.desktop.desk_leaves()
            self.window.rooms.desk_leaves()
            self.bridge.let_go(self._open)

    def come_forward(self) -> None:
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _go_on(self) -> None:
        """Code is loaded and the first place made beside the window; what is asked of it meanwhile waits."""
        self._beginning = True
        try:
            self._build()
        finally:
            self._beginning = False
            self.window.removeEventFilter(self)
        for heard in (*self._heard, self._leave):
            heard()

    def _when_built(self, act: Callable[[], object]) -> None:
        """What the desk says before there are rooms to say it in waits for them."""
        self._heard.append(act) if self._beginning else act()

    def _build(self) -> None:
        from helpdesk.ui.beside import load_beside, turn
        from helpdesk.ui.collector import GuiThreadCollector
        from helpdesk.ui.freed_memory import keep_together

        keep_together()
        gc.disable()
        self._collector = GuiThreadCollector(self)
        load_beside(DOORS)
        self._open_doors()
        load_beside((*ROOMS, begun_at(self._kept.screen).module))
        self._collector.keep()
        self._collector.start()

        from helpdesk.ui.bridge import QtDelays
        from helpdesk.ui.main_window.rooms import Rooms, Start

        start = Start(self.bridge, QtDelays(self), lambda: self.settings, self.apply_settings, self._workspace, self._kept)
        rooms = Rooms(self.window, start)
        rooms.make_first(turn)
        self._furnish(rooms, start)

    def _open_doors(self) -> None:
        """One for crashes, one to the desk, which is opened beside all else, one for other starts."""
        from helpdesk.ui.bridge import ThreadBridge
        from helpdesk.ui.crash_door import CrashDoor
        from helpdesk.ui.one_window import OneWindow

        self.door = CrashDoor(self._workspace.reports, self._tell)
        self.door.install()
        self._crashed.connect(self._told_of_crash)
        self.bridge = ThreadBridge(self.door.take, self)
        self.bridge.start()
        self._theme.use(look_of(self.settings))
        self._open()
        self._one = OneWindow(self._workspace.folder, self)
        self._one.raise_wanted.connect(self.come_forward)

    def _furnish(self, rooms: "Rooms", start: "Start") -> None:
        from helpdesk.ui.desktop.desktop import Desktop

        self.window.furnish(rooms)
        rooms.making.loaded.connect(self._collector.keep)
        rooms.making.grown.connect(self._collector.settle)
        self._join_desktop(Desktop(self.window, start))
        self.bridge.broke.connect(rooms.report)
        self.window.remedy_wanted.connect(self._remedy)
        self.window.leaving.connect(self._end)
        if self._unread is not None:
            self.window.open_failed(self._unread)

    def _join_desktop(self, desktop: "Desktop") -> None:
        self.desktop = desktop
        desktop.forward.connect(self.come_forward)
        desktop.quitting.connect(self.quit)
        self._one.link_wanted.connect(desktop.follow)
        self.window.stays = lambda: desktop.stays
        self._keeping.start()
        if self._told.link:
            desktop.follow(self._told.link)

    def quit(self) -> None:
        """Keeps everything and closes the window, also one that would stay in the tray."""
        if self._beginning:
            self._leave = self.quit
            return
        self.window.stays = lambda: False
        self.window.close()

    def _open(self) -> None:
        if self._unread is not None:
            return
        try:
            self._workspace.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            self._open_failed(error)
            return
        self.bridge.hold(self._desk, self._opened, self._open_failed)

    def _opened(self, desk: "Desk") -> None:
        self._when_built(partial(self._desk_ready, desk))

    def _open_failed(self, error: Exception) -> None:
        self._when_built(partial(self.window.open_failed, error))

    def _desk_ready(self, desk: "Desk") -> None:
        self.window.desk_ready(desk)
        self.desktop.desk_ready(desk)

    def _desk(self) -> "AbstractAsyncContextManager[Desk]":
        """In the desk thread: what is heavy to import is imported there, after the window is on the screen."""
        known = "helpdesk.app" in sys.modules
        from helpdesk import app

        if not known:
            self._collector.keep()
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
            self._theme.use(look_of(self.settings))
            if self._unread is not None:
                self.window.open_failed(self._unread)
                return
        elif wording.of(error).action == tr("Save report"):
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

    def _told_of_crash(self, path: str) -> None:
        self._when_built(partial(self._say_crashed, path))

    def _say_crashed(self, path: str) -> None:
        where = tr("A report without customer text is in {path}.", path=path) if path else tr("No report could be written.")
        self.window.rooms.toasts.say(tr("Something went wrong. {where}", where=where))

    def _say_saved(self, path: Path | None) -> None:
        self.window.rooms.toasts.say(
            tr("The report is in {path}.", path=path) if path else tr("The report could not be written.")
        )

    def _keep(self) -> None:
        """Now and then too: who comes back after a crash finds the windows where they stood."""
        self._kept.geometry = geometry_of(self.window)
        self.window.rooms.remember()
        self.desktop.keep()
        self._kept.keep()

    def _end(self) -> None:
        self._keeping.stop()
        self._keep()
        self.desktop.end()
        self._collector.stop()
        self._one.close()
        self.closed = self.bridge.close()
