"""Lines that are put together under one heading, with a button for one more."""

from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.layout import row, tab_stops

Line = TypeVar("Line", bound=QWidget)


class LineStack(QFrame, Generic[Line]):
    """What a line is, and what `add` begins, is said by who derives from it. Tab goes through the lines before the button."""

    def __init__(self, title: str, add: QPushButton) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.add = add
        self._inside = QVBoxLayout()
        self._inside.setSpacing(theme.XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(Label(title, "section"))
        layout.addLayout(self._inside)
        layout.addWidget(row(self.add, None))

    def _put(self, line: Line) -> Line:
        self.lines.append(line)
        self._inside.addWidget(line)
        for first, second in pairwise((self.add, *tab_stops(line), self.add)):
            self.setTabOrder(first, second)
        return line

    def _take(self, line: Line) -> None:
        self.lines.remove(line)
        self._inside.removeWidget(line)
        line.hide()
        line.deleteLater()
