"""The sheet of every key that works on what is on display."""

from collections.abc import Sequence

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


class ShortcutSheet(QFrame):
    """Lies over the middle of the window until any key or click."""

    def __init__(self, host: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(host)
        self._host = host
        self._shortcuts = shortcuts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.addWidget(Label(tr("Keyboard shortcuts"), "title"))
        self._page = scrolling(QWidget())
        layout.addWidget(self._page)
        self._came_from = KeyboardPlace(host)
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.dress(self, "popover")
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self._close()
            return
        table = self._fitting_table()
        wanted = table.sizeHint()
        self._page.setWidget(table)
        table.setAutoFillBackground(False)
        self._came_from.remember()
        self.resize(
            min(self._host.width() - theme.L, wanted.width() + 3 * theme.L),
            min(self._host.height() - theme.L, wanted.height() + 2 * theme.XL + theme.S),
        )
        self.move((self._host.width() - self.width()) // 2, max(theme.S, (self._host.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fitting_table(self) -> QWidget:
        """As many columns as fit side by side; what is below is scrolled to."""
        for most_columns in range(COLUMNS, 1, -1):
            table = self._made_table(most_columns)
            if table.sizeHint().width() + 4 * theme.L <= self._host.width():
                return table
            table.deleteLater()
        return self._made_table(1)

    def _made_table(self, most_columns: int) -> QWidget:
        groups: dict[str, list[Bound]] = {}
        for bound in self._shortcuts.now():
            groups.setdefault(tr(bound.intent.group), []).append(bound)
        table = QWidget(self)
        columns = QHBoxLayout(table)
        columns.setContentsMargins(edges(0, 0, theme.S, 0))
        columns.setSpacing(theme.L)
        told = [(group, bound) for group, bounds in groups.items() for bound in (None, *bounds)]
        lines = max(FEWEST_LINES, -(-len(told) // most_columns))
        begin = 0
        for place in range(min(most_columns, -(-len(told) // lines))):
            end = len(told) if place == most_columns - 1 else begin + lines
            if end < len(told) and told[end - 1][1] is None:
                end -= 1  # a heading stands over its keys
            columns.addLayout(self._column(told[begin:end]))
            begin = end
        return table

    @staticmethod
    def _column(told: Sequence[tuple[str, Bound | None]]) -> QGridLayout:
        """None stands for the heading of its group."""
        grid = QGridLayout()
        for line, (group, bound) in enumerate(told):
            if bound is None:
                head = Label(group, "section")
                head.setContentsMargins(0, theme.S if line else 0, 0, 0)
                grid.addWidget(head, line, 0, 1, 2)
            else:
                grid.addWidget(Label(tr(bound.intent.words)), line, 0)
                grid.addWidget(Label(bound.shown or "–", "key"), line, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.setRowStretch(len(told), 1)
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
