"""A view at the left: its name, how many tickets it has now, and whether it would take those that are dragged."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from helpdesk.ui import theme
from helpdesk.ui.language import number, tr

WIDTH = 196
TICKETS = "application/x-helpdesk-tickets"
"""What a drag of tickets carries; whoever dragged them knows which."""


@dataclass(frozen=True)
class ShownView:
    """`loud` is a view whose tickets should not be there: its count is told in red, and in bold."""

    id: int
    name: str
    loud: bool = False


class ViewButton(QAbstractButton):
    """Name at the left, count at the right. While tickets are dragged it takes them, or says that it cannot."""

    let_go = Signal()

    def __init__(self, view: ShownView, key: Callable[[], str]) -> None:
        super().__init__()
        self.view = view
        self._key = key
        self._count: int | None = None
        self._takes: bool | None = None
        self._over = False
        self.setAcceptDrops(True)
        self.setText(view.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(view.name)

    def event(self, event: QEvent) -> bool:
        """Keys may be others by now."""
        if event.type() == QEvent.Type.ToolTip:
            key = self._key()
            self.setToolTip(f"{self.view.name} ({key})" if key else self.view.name)
        return super().event(event)

    def show_count(self, count: int | None) -> None:
        self._count = count
        self.setAccessibleName(self.view.name if count is None else f"{self.view.name}, {number(count)}")
        self.update()

    def count(self) -> int | None:
        return self._count

    def offer(self, takes: bool | None) -> None:
        """Whether it would take the tickets that are dragged; None: nothing is."""
        self._takes, self._over = takes, self._over and takes is not None
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._over = event.mimeData().hasFormat(TICKETS)
        event.setAccepted(self._over)
        self.update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self._takes is True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setAccepted(self._takes is True)
        if event.isAccepted():
            self.let_go.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH) - theme.M, theme.type_scale().body + theme.L)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        landing = self._over and self._takes is True
        ground = colours.accent_soft if self.isChecked() or landing else colours.surface if self.underMouse() else ""
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() or landing else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        inside = self.rect().adjusted(theme.S, 0, -theme.S, 0)
        font = QFont(self.font())
        font.setPixelSize(sizes.body)
        strong = self.isChecked()
        count = self.right_words()
        loud = self.view.loud and bool(self._count)
        font.setWeight(QFont.Weight.DemiBold if strong or loud else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.poor if loud else colours.accent_text if strong else colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(count) - theme.S
        painter.setPen(QColor(colours.muted if self._takes is False else colours.accent_text if strong else colours.text))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def right_words(self) -> str:
        if self._over and self._takes is not None:
            return tr("let go") if self._takes else tr("cannot")
        return "" if self._count is None else number(self._count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
