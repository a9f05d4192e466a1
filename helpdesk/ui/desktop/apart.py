"""Tickets in windows of their own: each at most once, all of them around one desk."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal

from helpdesk.domain.ids import TicketId
from helpdesk.ui.desktop.kept_window import geometry_of, put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from helpdesk.paths import Workspace
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.desktop.ticket_window import TicketWindow
    from helpdesk.ui.kit.keymap import Keymap
    from helpdesk.ui.kit.screen import Place

SIZE = QSize(900, 760)
QUIET = Qt.WidgetAttribute.WA_ShowWithoutActivating


@dataclass(frozen=True)
class Ground:
    """What such a window stands on; `navigate` and `report` are the main window's."""

    bridge: Bridge
    keymap: Keymap
    navigate: Callable[[Place], None]
    report: Callable[[Exception], None]
    settings: Callable[[], Settings]
    apply_settings: Callable[[Settings], None]
    workspace: Workspace


class TicketsApart(QObject):
    """Each is made part by part, a part a turn, and stands there when it is whole. `closed` is emitted when the person closed
    one, `behind` when one stands there again that is to be behind the main window."""

    closed, behind = Signal(), Signal()

    def __init__(self, ground: Ground, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._desk: Desk | None = None
        self.windows: list[TicketWindow] = []
        self._growing = QTimer(self, interval=0)
        self._growing.timeout.connect(self._grow)

    def open(self, ticket_id: TicketId, geometry: str = "") -> TicketWindow:
        """One that stands apart already comes to the front."""
        window = next((one for one in self.windows if one.ticket_id == ticket_id), None) or self._made(ticket_id, geometry)
        window.setAttribute(QUIET, False)
        if window.whole:
            self._stand(window)
        return window

    def restore(self, apart: Mapping[int, str]) -> None:
        """They stand there again, and take the keyboard from nobody."""
        for number, geometry in apart.items():
            window = self._made(TicketId(number), geometry)
            window.setAttribute(QUIET)

    def kept(self) -> dict[int, str]:
        return {one.ticket_id: geometry_of(one) for one in self.windows}

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        for window in self.windows:
            if window.whole:
                window.desk_ready(desk)

    def desk_leaves(self) -> None:
        self._desk = None
        for window in self.windows:
            window.save()

    def end(self) -> None:
        for window in self.windows:
            window.end()
        self.windows.clear()
        self._growing.stop()

    def _made(self, ticket_id: TicketId, geometry: str) -> TicketWindow:
        window = made(ticket_id, self._ground)
        self.windows.append(window)
        window.gone.connect(self._gone)
        put_back(window, geometry, SIZE)
        self._growing.start()
        return window

    def _grow(self) -> None:
        window = next((one for one in self.windows if not one.whole), None)
        if window is None:
            self._growing.stop()
            return
        window.grow()
        if window.whole:
            if self._desk is not None:
                window.desk_ready(self._desk)
            self._stand(window)

    def _stand(self, window: TicketWindow) -> None:
        window.show()
        if window.testAttribute(QUIET):
            window.setAttribute(QUIET, False)
            self.behind.emit()
        else:
            window.raise_()
            window.activateWindow()

    def _gone(self, window: TicketWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
            window.end()
            self.closed.emit()


def made(ticket_id: TicketId, ground: Ground) -> TicketWindow:
    """Its module brings the whole inbox along, so it is loaded when it is first wanted."""
    window: TicketWindow = importlib.import_module("helpdesk.ui.desktop.ticket_window").TicketWindow(ticket_id, ground)
    return window
