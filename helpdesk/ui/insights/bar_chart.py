"""Horizontal bars painted by hand, in the colours of the palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from helpdesk.ui.insights.figures import Bar, Chart

LINE = 30
BAR = 12
GAP = 12


class BarChart(QWidget):
    """One chart: label, bar and count a line. What it shows is also its accessible description."""

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
        return QSize(320, lines * LINE + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chart.total:
            for line, bar in enumerate(self._chart.bars):
                self._paint_bar(painter, bar, line * LINE)
        else:
            painter.setPen(self._muted())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._sentence())
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _sentence(self) -> str:
        empty = self._chart.empty if self._chart else ""
        return f"{empty[:1].upper()}{empty[1:]}."

    def _muted(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.PlaceholderText)

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        names = self._names_width()
        counts = self.fontMetrics().horizontalAdvance("88,888")
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        name = self.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, names)
        painter.drawText(QRectF(0, top, names, LINE), middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(
            QRectF(self.width() - counts - 2, top, counts, LINE), middle | Qt.AlignmentFlag.AlignRight, f"{bar.count:,}"
        )
        left = names + GAP
        room = max(0.0, self.width() - left - counts - GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        trough = QColor(self._muted())
        trough.setAlphaF(0.18)
        painter.setBrush(trough)
        painter.drawRoundedRect(QRectF(left, top + (LINE - BAR) / 2, room, BAR), BAR / 2, BAR / 2)
        if bar.count:
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(left, top + (LINE - BAR) / 2, max(BAR, room * bar.share), BAR), BAR / 2, BAR / 2)

    def _names_width(self) -> int:
        labels = self._chart.bars if self._chart else ()
        longest = max((self.fontMetrics().horizontalAdvance(bar.label) for bar in labels), default=0)
        return min(longest + 2, max(80, self.width() // 2))
