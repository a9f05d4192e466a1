"""The arrow of what opens a list or a menu."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from helpdesk.ui import theme

ARM = 3.5
"""Pixels at a zoom of one."""


def paint_arrow(painter: QPainter, box: QWidget, colour: str, away: float) -> None:
    """As large as the words; its middle is `away` pixels from the edge where reading ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    arm = ARM * theme.zoom()
    painter.setPen(QPen(QColor(colour if box.isEnabled() else theme.colours().muted), 1.4 * theme.zoom()))
    middle = QPointF(away if box.isRightToLeft() else box.width() - away, box.height() / 2 + 1)
    below = QPointF(middle.x(), middle.y() + arm / 2)
    painter.drawLine(QPointF(middle.x() - arm, middle.y() - arm / 2), below)
    painter.drawLine(QPointF(middle.x() + arm, middle.y() - arm / 2), below)
