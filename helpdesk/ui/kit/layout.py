"""Rows and columns in one line."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from helpdesk.ui import theme

Part = QWidget | int | None


def column(*parts: Part, gap: int = theme.S, margin: int = 0, role: str = "") -> QFrame:
    """Parts from top to bottom: a widget, a number of pixels, or None for the room that is left."""
    return _filled(QVBoxLayout(), parts, (gap, margin), role)


def row(*parts: Part, gap: int = theme.S, margin: int = 0, role: str = "") -> QFrame:
    """Parts from left to right, likewise. Words that wrap take the room that is left."""
    return _filled(QHBoxLayout(), parts, (gap, margin), role)


def split(*parts: tuple[QWidget, int], sizes: Sequence[int] = (), down: bool = False) -> QSplitter:
    """Parts, each with its share of further room, side by side or from top to bottom; none can be pushed shut."""
    made = QSplitter(Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal)
    for place, (part, share) in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(place, share)
    made.setChildrenCollapsible(False)
    if sizes:
        made.setSizes(list(sizes))
    return made


def rule() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    theme.dress(line, "ruled")
    return line


def scrolling(inside: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """Scrolls up and down only; never takes the focus from what it holds."""
    area = QScrollArea() if area is None else area
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


class NoTaller(QScrollArea):
    """Takes no more height than what it holds needs, so that what stands below it stands near."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        scrolling(inside, self)

    def sizeHint(self) -> QSize:
        inside = self._inside
        width = min(self.viewport().width(), inside.maximumWidth())
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(super().sizeHint().width(), high + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def tab_stops(frame: QWidget) -> list[QWidget]:
    """Where the Tab key may stop in it; lists that its lines would let down are windows of their own."""
    inside = frame.findChildren(QWidget)
    return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is frame.window()]


def takes_tab(widget: QWidget) -> bool:
    """Whether the Tab key stops there now."""
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(stops) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def tab_down(frame: QWidget) -> None:
    """Has the Tab key go through `frame` from top to bottom: what was made later stands last in the window for Qt."""
    for first, second in pairwise(from_top_to_bottom(frame)):
        QWidget.setTabOrder(first, second)


def from_top_to_bottom(frame: QWidget) -> list[QWidget]:
    """Where the Tab key stops in it now, as they stand."""
    stops = [one for one in tab_stops(frame) if takes_tab(one)]
    places = {widget: widget.mapTo(frame, QPoint()) for widget in stops}
    return sorted(stops, key=lambda widget: (places[widget].y(), places[widget].x()))


def _filled(layout: QBoxLayout, parts: tuple[Part, ...], room: tuple[int, int], role: str) -> QFrame:
    frame = QFrame()
    gap, margin = room
    across = isinstance(layout, QHBoxLayout) and None not in parts
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            takes_the_rest = across and part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
            layout.addWidget(part, int(takes_the_rest))
    frame.setLayout(layout)
    if role:
        theme.dress(frame, role)
    return frame
