"""A picture drawn with pyqtgraph. Loaded when a plot is first on display: its import alone would double the cold start."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.inks import inked, woven
from helpdesk.ui.insights.picture import Look, Mark, Picture, Series
from helpdesk.ui.kit.plain import one_line

NEAR = 24
LONGEST_NAME = 56
OVERHANG = 8
"""The title of the lower axis hangs out of it; without room below, half of it would be cut off."""

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class PlotCanvas(pg.PlotWidget):  # type: ignore[misc]
    """Stands still: no menu, no dragging, no zoom by a wheel that was meant for the page. Pointing, or the arrow keys, read out
    one mark after the other (`read_out`)."""

    read_out = Signal(str)
    _picture: Picture | None = None
    _worn: theme.Colours | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self._at: int | None = None
        self._told: list[tuple[Mark, float]] = []
        self._cursor: Any = None
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.getViewBox().setDefaultPadding(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAntialiasing(True)
        plot.layout.setContentsMargins(0, 6, 18, OVERHANG)
        plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Its axes run from the left in every language.

    def show_picture(self, picture: Picture) -> None:
        self._picture = picture
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.spoken)
        self._at = None
        self._draw()

    def settle(self) -> None:
        """Everything is in its place now, not when the event loop comes round. How wide its words are an axis learns when it
        paints them, and what does not fit by then it leaves out."""
        self.grab()
        self.getPlotItem().layout.activate()

    def point_at(self, number: int) -> None:
        """Reads out the mark of that number, from the left (or the top) on."""
        if not self._told or self._picture is None:
            return
        self._at = max(0, min(number, len(self._told) - 1))
        mark, y = self._told[self._at]
        self._cursor.setData([mark.x], [y])
        self.setAccessibleDescription(f"{mark.says}. {self._picture.spoken}")
        self.read_out.emit(mark.says)

    def _draw(self) -> None:
        assert self._picture is not None
        self._worn = theme.colours()
        plot = self.getPlotItem()
        plot.clear()
        self.setBackground(self._worn.raised)
        for side, axis in (("bottom", self._picture.x), ("left", self._picture.y)):
            dress_axis(plot.getAxis(side), axis.title, [(at, shortened(words)) for at, words in axis.ticks])
        plot.showGrid(x=False, y=False)
        self._draw_grid()
        floors: dict[float, float] = {}
        self._told = []
        for series in self._picture.series:
            DRAWN[series.look](self, series, floors)
        flat = any(series.flat for series in self._picture.series)
        self._told.sort(key=lambda told: -told[1] if flat else told[0].x)
        self._cursor = pg.ScatterPlotItem(size=15, pen=pg.mkPen(self._worn.text, width=1.5), brush=None)
        plot.addItem(self._cursor)
        self._fit()

    def _draw_grid(self) -> None:
        assert self._picture is not None and self._worn is not None
        flat = any(series.flat for series in self._picture.series)
        pen = pg.mkPen(self._worn.line, width=1)
        for at, _ in self._picture.x.ticks if flat else self._picture.y.ticks:
            self.addItem(pg.InfiniteLine(at, angle=90 if flat else 0, pen=pen))

    def _fit(self) -> None:
        assert self._picture is not None
        x, y = self._picture.x, self._picture.y
        wide, high = (x.high - x.low) * 0.015, (y.high - y.low) * 0.03
        flat = any(series.flat for series in self._picture.series)
        self.setRange(
            xRange=(x.low - wide, x.high + wide),
            yRange=(y.low if flat else y.low - high / 2, y.high if flat else y.high + high),
            padding=0,
        )

    def draw_line(self, series: Series, _: dict[float, float]) -> None:
        colour = inked(series.ink)
        xs, ys = [m.x for m in series.marks], [m.y for m in series.marks]
        alone = len(xs) == 1
        self.addItem(
            pg.PlotDataItem(
                xs, ys, antialias=True, pen=pg.mkPen(colour, width=2), symbol="o" if alone else None, symbolBrush=colour
            )
        )
        self._tell(series)

    def draw_rule(self, series: Series, _: dict[float, float]) -> None:
        pen = pg.mkPen(inked(series.ink), width=1.5, style=Qt.PenStyle.DashLine)
        self.addItem(pg.PlotDataItem([m.x for m in series.marks], [m.y for m in series.marks], pen=pen, antialias=True))

    def draw_band(self, series: Series, _: dict[float, float]) -> None:
        """What the band says belongs to the line in it, so it reads nothing out."""
        colour = QColor(inked(series.ink))
        colour.setAlphaF(0.16)
        xs = [m.x for m in series.marks]
        edge = pg.mkPen(QColor(0, 0, 0, 0))
        lower = pg.PlotCurveItem(xs, [m.low if m.low is not None else m.y for m in series.marks], pen=edge)
        upper = pg.PlotCurveItem(xs, [m.high if m.high is not None else m.y for m in series.marks], pen=edge)
        for item in (lower, upper):
            self.addItem(item)
        self.addItem(pg.FillBetweenItem(lower, upper, brush=colour))

    def draw_dots(self, series: Series, _: dict[float, float]) -> None:
        colour = inked(series.ink)
        xs, ys = [m.x for m in series.marks], [m.y for m in series.marks]
        bars = [m for m in series.marks if m.low is not None and m.high is not None]
        for mark in bars:
            ends = ([mark.low, mark.high], [mark.y] * 2) if series.flat else ([mark.x] * 2, [mark.low, mark.high])
            self.addItem(pg.PlotDataItem(*ends, pen=pg.mkPen(colour, width=2)))
        rim = pg.mkPen(self._worn.raised if self._worn else colour, width=1.5)
        self.addItem(pg.ScatterPlotItem(xs, ys, size=10, pen=rim, brush=colour))
        self._tell(series)

    def draw_stack(self, series: Series, floors: dict[float, float]) -> None:
        """Nothing is drawn for nothing: the rim of an empty bar would be a line of its own."""
        apart = min((b - a for a, b in pairwise(sorted({m.x for m in series.marks}))), default=1.0)
        marks = [m for m in series.marks if m.y]
        if not marks:
            return
        starts = [floors.get(m.x, 0.0) for m in marks]
        bars = pg.BarGraphItem(
            x=[m.x for m in marks],
            y0=starts,
            height=[m.y for m in marks],
            width=apart * 0.72,
            pen=pg.mkPen(inked(series.ink)),
            brush=woven(series.ink),
        )
        self.addItem(bars)
        for mark, start in zip(marks, starts, strict=True):
            floors[mark.x] = start + mark.y
            if mark.says:
                self._told.append((mark, start + mark.y))

    def _tell(self, series: Series) -> None:
        self._told += [(mark, mark.y) for mark in series.marks if mark.says]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS and self._told:
            self.point_at(0 if self._at is None else self._at + STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._told:
            self.point_at(0 if key == Qt.Key.Key_Home else len(self._told) - 1)
        else:
            QWidget.keyPressEvent(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self.getPlotItem().getViewBox()
        found = [
            ((box.mapViewToScene(QPointF(mark.x, y)) - self.mapToScene(event.position().toPoint())).manhattanLength(), number)
            for number, (mark, y) in enumerate(self._told)
        ]
        nearest = min(found, default=(NEAR, -1))
        if nearest[0] < NEAR and nearest[1] != self._at:
            self.point_at(nearest[1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._picture is not None and theme.colours() is not self._worn:
            self._draw()


DRAWN: dict[Look, Callable[[PlotCanvas, Series, dict[float, float]], None]] = {
    Look.LINE: PlotCanvas.draw_line,
    Look.RULE: PlotCanvas.draw_rule,
    Look.BAND: PlotCanvas.draw_band,
    Look.DOTS: PlotCanvas.draw_dots,
    Look.STACK: PlotCanvas.draw_stack,
}


def dress_axis(axis: Any, title: str, ticks: list[tuple[float, str]]) -> None:
    """Tick words are drawn as plain text; the title, which pyqtgraph reads as HTML, is always one of ours."""
    colours, sizes = theme.colours(), theme.type_scale()
    font = QFont()
    font.setPixelSize(sizes.caption)
    axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=8, hideOverlappingLabels=False)
    axis.setPen(pg.mkPen(colours.line_strong, width=1))
    axis.setTextPen(colours.muted)
    axis.enableAutoSIPrefix(False)
    axis.setTicks([ticks])
    axis.setLabel(title, **{"color": colours.muted, "font-size": f"{sizes.caption}px"})


def shortened(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"
