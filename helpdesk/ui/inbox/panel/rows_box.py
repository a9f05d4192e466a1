"""Rows of the side panel over a line in which one more is typed."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from helpdesk.ui import theme


class RowsBox(QFrame):
    def __init__(self, foot: QWidget) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addLayout(self._list)
        layout.addWidget(foot)

    def _put(self, rows: Iterable[QWidget]) -> None:
        """In the place of those that stand."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        for row in self._rows:
            self._list.addWidget(row)
