"""The colours of plots, from the palette in force."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.picture import Ink, Look, Series

WEAVES = {
    Ink.ACCENT: Qt.BrushStyle.HorPattern,
    Ink.FAIR: Qt.BrushStyle.BDiagPattern,
    Ink.POOR: Qt.BrushStyle.DiagCrossPattern,
    Ink.MUTED: Qt.BrushStyle.Dense5Pattern,
}


def inked(ink: Ink) -> str:
    colours = theme.colours()
    return {
        Ink.ACCENT: colours.accent_text,
        Ink.GOOD: colours.good,
        Ink.FAIR: colours.fair,
        Ink.POOR: colours.poor,
        Ink.MUTED: colours.line_strong,
    }[ink]


def woven(ink: Ink) -> QBrush:
    """What an area of that ink is filled with; each has a weave of its own, for eyes that do not tell the colours apart."""
    return QBrush(QColor(inked(ink)), WEAVES.get(ink, Qt.BrushStyle.SolidPattern))


class Swatch(QWidget):
    """The colour of a series, in the shape it is drawn with."""

    def __init__(self, series: Series) -> None:
        super().__init__()
        self._series = series
        self.setFixedSize(16, 12)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(inked(self._series.ink))
        if self._series.look in (Look.LINE, Look.RULE):
            pen = painter.pen()
            pen.setColor(colour)
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.SolidLine if self._series.look is Look.LINE else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(0, 6, 16, 6)
        else:
            area = self._series.look is Look.STACK
            painter.setPen(colour if area else Qt.PenStyle.NoPen)
            colour.setAlphaF(0.3 if self._series.look is Look.BAND else 1.0)
            painter.setBrush(woven(self._series.ink) if area else colour)
            if self._series.look is Look.DOTS:
                painter.drawEllipse(4, 2, 8, 8)
            else:
                painter.drawRect(2, 1, 12, 10)
        painter.end()
