"""The frame of the window. It imports as little as it can: it is what the first paint waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.ui.kit.empty_state import EmptyState
from helpdesk.ui.language import tr
from helpdesk.ui.main_window.rail import Rail
from helpdesk.ui.main_window.spots import SPOTS
from helpdesk.ui.main_window.stray_keyboard import StrayKeyboard
from helpdesk.ui.theme import clothe

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit.screen import Place
    from helpdesk.ui.main_window.rooms import Rooms

SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """Shows at once; `furnish` gives it rooms, `desk_ready` fills them.

    `remedy_wanted` carries the error on display whose action was taken (try again, save report, start with defaults);
    `leaving` is emitted at closing, after every screen was told to save. Where `stays` says so, closing only hides it.
    """

    remedy_wanted = Signal(object)
    leaving = Signal()

    def __init__(self) -> None:
        super().__init__()
        clothe(self)
        self.setWindowTitle("Helpdesk")
        self.setMinimumSize(*SMALLEST)
        self.rail = Rail()
        self.rail.show_chosen(SPOTS[0].name)
        self.stack = QStackedWidget()
        self.opening = EmptyState("desk", tr("Opening the desk…"), "")
        self.stack.addWidget(self.opening)
        self.work = QVBoxLayout()
        self.work.setSpacing(0)
        self.work.addWidget(self.stack, 1)
        self.whole = QWidget()
        line = QHBoxLayout(self.whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(self.work, 1)
        self.setCentralWidget(self.whole)
        self._stray = StrayKeyboard(self.rail, self.stack)
        self._rooms: Rooms | None = None
        self.stays: Callable[[], bool] = lambda: False

    def furnish(self, rooms: Rooms) -> None:
        self._rooms = rooms
        rooms.begin()

    @property
    def rooms(self) -> Rooms:
        """Once furnished."""
        assert self._rooms is not None
        return self._rooms

    def desk_ready(self, desk: Desk) -> None:
        self.rooms.desk_ready(desk)

    def open_failed(self, error: Exception) -> None:
        self.rooms.open_failed(error)

    def open_for_work(self) -> bool:
        return self._rooms is not None and self._rooms.desk is not None

    def go(self, place: Place) -> None:
        self.rooms.go(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._rooms is not None:
            self._rooms.leave()
        if self.stays():
            event.ignore()
            self.hide()
            return
        event.accept()
        self.leaving.emit()
