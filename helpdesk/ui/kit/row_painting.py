"""What the rows of all lists share when they are painted: ground, words from either end, and the look of a row to come."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from helpdesk.ui import theme


class Pen:
    """Writes into a line from either end; each word takes its room away."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def left(self, area: QRect, text: str, size: int, ink: str, *, strong: bool = False) -> QRect:
        wide = min(self._take(text, size, ink, strong), area.width())
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return area.adjusted(wide + theme.S, 0, 0, 0)

    def right(self, area: QRect, text: str, size: int, ink: str, *, strong: bool = False) -> QRect:
        wide = self._take(text, size, ink, strong)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return area.adjusted(0, 0, -wide - theme.S, 0)

    def _take(self, text: str, size: int, ink: str, strong: bool) -> int:
        font = QFont(self._painter.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        return self._painter.fontMetrics().horizontalAdvance(text)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Ground, mark of the chosen row, and the line below."""
    colours = theme.colours()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(option.rect, QColor(colours.accent_soft if chosen else colours.sunken if hovered else colours.surface))
    if chosen:
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(colours.accent))
    painter.setPen(QColor(colours.line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def paint_awaited(painter: QPainter, area: QRect) -> None:
    """Two bars where the words will be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().line))
    painter.drawRoundedRect(QRect(area.left(), area.top() + 4, area.width() * 3 // 5, 9), 4, 4)
    painter.drawRoundedRect(QRect(area.left(), area.bottom() - 12, area.width() * 2 // 5, 8), 4, 4)


def two_lines(area: QRect) -> tuple[QRect, QRect]:
    """The upper line for a title, the lower one for what is said about it."""
    sizes = theme.type_scale()
    upper = QRect(area.left(), area.top(), area.width(), sizes.body + 6)
    lower = QRect(area.left(), area.bottom() - sizes.caption - 5, area.width(), sizes.caption + 6)
    return upper, lower


def two_line_height() -> int:
    sizes = theme.type_scale()
    return sizes.body + sizes.caption + 30
