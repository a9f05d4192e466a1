"""Horizontal bars painted by hand, in the colours of the palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy

from helpdesk.ui import theme
from helpdesk.ui.insights.figures import Bar, Chart
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.language import capital, number

LINE = 30
BAR = 12
GAP = 12


class BarChart(Label):
    """One chart: label, bar and count a line. To a screen reader it is a text: its title, described by what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = len(self._chart.bars) if self._chart and self._chart.total else 1
        return QSize(320, lines * line_height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(220), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chart.total:
            for line, bar in enumerate(self._chart.bars):
                self._paint_bar(painter, bar, line * line_height())
        else:
            painter.setPen(self._muted())
            self._write(painter, QRectF(self.rect()), self._sentence(), at_start=True)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _sentence(self) -> str:
        empty = self._chart.empty if self._chart else ""
        return f"{capital(empty)}."

    def _muted(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.PlaceholderText)

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        names = self._names_width()
        counts = self.fontMetrics().horizontalAdvance("88,888")
        high = line_height()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        name = self.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, names)
        self._write(painter, QRectF(0, top, names, high), name, at_start=True)
        self._write(painter, QRectF(self.width() - counts - 2, top, counts, high), number(bar.count), at_start=False)
        left = names + GAP
        room = max(0.0, self.width() - left - counts - GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        trough = QColor(self._muted())
        trough.setAlphaF(0.18)
        painter.setBrush(trough)
        painter.drawRoundedRect(self._mirrored(QRectF(left, top + (high - BAR) / 2, room, BAR)), BAR / 2, BAR / 2)
        if bar.count:
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            filled = QRectF(left, top + (high - BAR) / 2, max(BAR, room * bar.share), BAR)
            painter.drawRoundedRect(self._mirrored(filled), BAR / 2, BAR / 2)

    def _write(self, painter: QPainter, area: QRectF, text: str, *, at_start: bool) -> None:
        """At the end of the area where reading begins, or at the other."""
        side = Qt.AlignmentFlag.AlignLeft if at_start is not self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._mirrored(area), middle | side, text)

    def _mirrored(self, area: QRectF) -> QRectF:
        return area.translated(self.width() - area.left() - area.right(), 0) if self.isRightToLeft() else area

    def _names_width(self) -> int:
        labels = self._chart.bars if self._chart else ()
        longest = max((self.fontMetrics().horizontalAdvance(bar.label) for bar in labels), default=0)
        return min(longest + 2, max(80, self.width() // 2))


def line_height() -> int:
    return theme.scaled(LINE)
