"""The icon in the system's tray: how many tickets wait, and the few things one does without the window."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import drawn
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.ui.kit.screen import Place

SIDE = 64
MOST_SHOWN = 99
LONGEST = 180
SECONDS = 15
LOOK_MS, PATIENCE = 5_000, 2


class Tray(QObject):
    """`opened` when the person wants the window. What is told carries a place; a click on it leads there. Words from tickets
    may be in it, and some systems read markup in them, so they are escaped. A system whose tray comes later takes the icon in
    then. One whose tray goes would leave a hidden window with no way back: `left_alone` says so while `hidden`."""

    opened = Signal()
    went = Signal(object)
    left_alone = Signal()

    def __init__(self, parent: QObject, offers: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._told: Place | None = None
        self.hidden: Callable[[], bool] = lambda: False
        self.there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable
        self._fresh = QTimer(self, interval=SECONDS * 1000, singleShot=True)
        self._missed = 0
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self.look)
        self._watch.start()
        self._menu = QMenu()
        self._again = self._menu.addAction(tr("Open what was told last"))
        self._again.setEnabled(False)
        self._again.triggered.connect(self._to_told)
        self._menu.addSeparator()
        for words, act in offers:
            self._menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _=False, act=act: act())
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._clicked)
        self.icon.messageClicked.connect(self._followed)
        self.show_waiting(0)

    def show_waiting(self, number: int) -> None:
        self.icon.setIcon(QIcon(badge(number)))
        waiting = trn("{n} ticket waits for us", "{n} tickets wait for us", number) if number else tr("No ticket waits for us")
        self.icon.setToolTip(html.escape(f"Helpdesk: {waiting}"))

    def tell(self, title: str, words: str, place: Place | None) -> None:
        self._place = self._told = place
        self._again.setEnabled(place is not None)
        self._fresh.start()
        # Under a picture of the system's own, some trays would show that one in the icon's place, without the number.
        self.icon.showMessage(escaped(title), escaped(words), self.icon.icon(), SECONDS * 1000)

    def look(self) -> None:
        """Shows the icon once there is a tray. One that is only being started anew is given time."""
        there = self.there()
        if there and not self.icon.isVisible():
            self.icon.show()
        self._missed = 0 if there or not self.hidden() else self._missed + 1
        if self._missed == PATIENCE:
            self.left_alone.emit()

    def end(self) -> None:
        self._watch.stop()
        self.icon.hide()
        self._menu.deleteLater()

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """While something is being told, to what it is about: some systems show notifications that cannot be clicked."""
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()
            if self._fresh.isActive():
                self._followed()

    def _followed(self) -> None:
        """Once: on some systems a click on a notification of any other program is told here too."""
        place, self._place = self._place, None
        if place is not None:
            self.opened.emit()
            self.went.emit(place)

    def _to_told(self) -> None:
        """From the menu, as often as one likes: where a notification cannot be clicked, or has gone."""
        if self._told is not None:
            self.opened.emit()
            self.went.emit(self._told)


def escaped(words: str) -> str:
    return html.escape(one_line(words, LONGEST), quote=False)


def badge(number: int) -> QPixmap:
    """The desk, and in a disc how many wait."""
    picture = QPixmap(SIDE, SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    colours = theme.colours()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(0, 0, drawn("desk", colours.accent, SIDE, 1.0))
    if number:
        disc = QRect(SIDE // 4, SIDE // 4, SIDE * 3 // 4, SIDE * 3 // 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(disc)
        font = QFont(painter.font())
        font.setPixelSize(SIDE // 2 if number < 10 else SIDE * 3 // 8)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number) if number <= MOST_SHOWN else "∞")
    painter.end()
    return picture
