"""The sheet of every key that works on what is on display."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.keyboard_place import KeyboardPlace
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.layout import scrolling
from helpdesk.ui.kit.shortcuts import Bound, Shortcuts
from helpdesk.ui.language import tr

FEWEST_LINES, COLUMNS = 18, 3
K = Qt.Key
SCROLLED = {K.Key_Down: 1, K.Key_Up: -1, K.Key_PageDown: 2, K.Key_PageUp: -2}
"""In halves of a page."""


class Line(NamedTuple):
    """What a key does and which it is; with neither, the heading of its group."""

    group: str
    words: str = ""
    key: str = ""


def labels_of(line: Line) -> tuple[Label, ...]:
    return (Label(line.words), Label(line.key, "key")) if line.words else (Label(line.group, "section"),)


def is_heading(labels: tuple[Label, ...]) -> bool:
    return len(labels) == 1


class ShortcutSheet(QFrame):
    """Lies over the middle of the window until any key or click."""

    def __init__(self, host: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(host)
        self._host = host
        self._shortcuts = shortcuts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.addWidget(Label(tr("Keyboard shortcuts"), "title"))
        self._table = QWidget()
        self._page = scrolling(self._table)
        layout.addWidget(self._page)
        self._shown_in: tuple[list[Line], int, float] | None = None
        self._came_from = KeyboardPlace(host)
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.dress(self, "popover")
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self._close()
            return
        self._say_what_works()
        wanted = self._table.sizeHint()
        self._came_from.remember()
        self.resize(
            min(self._host.width() - theme.L, wanted.width() + 3 * theme.L),
            min(self._host.height() - theme.L, wanted.height() + 2 * theme.XL + theme.S),
        )
        self.move((self._host.width() - self.width()) // 2, max(theme.S, (self._host.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _say_what_works(self) -> None:
        """The table is made anew only where it says something else or has other room: that is what takes time."""
        shown_in = (self._told(), self._host.width(), theme.zoom())
        if shown_in != self._shown_in:
            self._shown_in = shown_in
            self._table = self._fitting_table(shown_in[0])
            self._page.setWidget(self._table)
            self._table.setAutoFillBackground(False)

    def _told(self) -> list[Line]:
        groups: dict[str, list[Bound]] = {}
        for bound in self._shortcuts.now():
            groups.setdefault(tr(bound.intent.group), []).append(bound)
        return [
            line
            for group, bounds in groups.items()
            for line in (Line(group), *(Line(group, tr(one.intent.words), one.shown or "–") for one in bounds))
        ]

    def _fitting_table(self, told: Sequence[Line]) -> QWidget:
        """As many columns as fit side by side; what is below is scrolled to."""
        labels = [labels_of(line) for line in told]
        table = self._divided(labels, COLUMNS)
        for fewer in range(COLUMNS - 1, 0, -1):
            if table.sizeHint().width() + 4 * theme.L <= self._host.width():
                break
            before, table = table, self._divided(labels, fewer)
            before.deleteLater()
        return table

    def _divided(self, labels: Sequence[tuple[Label, ...]], most_columns: int) -> QWidget:
        """A table of its own for each number of columns, to which the labels move: layouts taken out of another one, and not
        out of a widget, are still known to Qt's Python side when they are gone, and end the program some time later."""
        table = QWidget(self)
        columns = QHBoxLayout(table)
        columns.setContentsMargins(edges(0, 0, theme.S, 0))
        columns.setSpacing(theme.L)
        lines = max(FEWEST_LINES, -(-len(labels) // most_columns))
        begin = 0
        for place in range(min(most_columns, -(-len(labels) // lines))):
            end = len(labels) if place == most_columns - 1 else begin + lines
            if end < len(labels) and is_heading(labels[end - 1]):
                end -= 1  # a heading stands over its keys
            columns.addLayout(self._column(labels[begin:end]))
            begin = end
        return table

    @staticmethod
    def _column(labels: Sequence[tuple[Label, ...]]) -> QGridLayout:
        grid = QGridLayout()
        for place, line in enumerate(labels):
            if is_heading(line):
                line[0].setContentsMargins(0, theme.S if place else 0, 0, 0)
                grid.addWidget(line[0], place, 0, 1, 2)
            else:
                grid.addWidget(line[0], place, 0)
                grid.addWidget(line[1], place, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.setRowStretch(len(labels), 1)
        return grid

    def _close(self) -> None:
        self.hide()
        self._came_from.give_back()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows look further where the window is too small for it all."""
        event.accept()
        halves = SCROLLED.get(Qt.Key(event.key()))
        if halves is None:
            self._close()
            return
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + halves * bar.pageStep() // 2)

    def mousePressEvent(self, _: object) -> None:
        self._close()
