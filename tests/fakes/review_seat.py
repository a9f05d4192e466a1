"""An agent's seat: a window with a review screen on a real store, worked with keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from helpdesk.ui import theme
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.main_window.rooms import Rooms, Start
from helpdesk.ui.main_window.window import MainWindow
from helpdesk.ui.review.screen import ReviewScreen
from helpdesk.ui.theme import LIGHT, palette, style_sheet, type_scale
from tests.fakes.review_desk import Asked, ReviewDesk, review_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Seat:
    """A window with a review screen, and an agent before it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.bridge, self.delays = InlineBridge(), HandDelays()
        self._entered = review_desk(folder, self.bridge.publish)
        self.desk: ReviewDesk = self.bridge.run(self._entered.__aenter__())
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        settings = Settings()
        start = Start(self.bridge, self.delays, lambda: settings, lambda changed: None, Workspace(folder))
        self.rooms = Rooms(self.window, start)
        self.window.furnish(self.rooms)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def screen(self) -> ReviewScreen:
        made = self.rooms.screens["review"]
        assert isinstance(made, ReviewScreen)
        return made

    @property
    def editor(self) -> QPlainTextEdit:
        return self.screen.draft.editor

    @property
    def subject(self) -> str:
        sheet = self.screen.presenter.current
        return next((row.subject for row in self.rows() if row.draft_id == sheet), "")

    def rows(self) -> Any:
        return self.bridge.run(self.desk.review.queue())

    def ask(self, **asked: Any) -> Any:
        return self.bridge.run(self.desk.ask(Asked(**asked)))

    def open(self) -> None:
        self.window.desk_ready(self.desk.as_desk())
        self.screen.queue.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, modifier)

    def write(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def close(self) -> None:
        self.window.close()
        self.bridge.run(self._entered.__aexit__(None, None, None))
        self.bridge.close()


def wear(app: QApplication, colours: theme.Colours) -> None:
    app.setPalette(palette(colours))
    theme.wear(app, style_sheet(colours, type_scale()))


@contextmanager
def seated(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Seat]:
    before = qapp.palette()
    wear(qapp, LIGHT)
    made = Seat(qtbot, folder)
    try:
        yield made
    finally:
        made.close()
        qapp.setPalette(before)
        theme.wear(qapp, "")
