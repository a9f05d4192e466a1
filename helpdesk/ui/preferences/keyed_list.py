"""A list of a card: each line is told by its key, whatever it says."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from helpdesk.ui import theme

Key = TypeVar("Key", int, str)


class KeyedList(QListWidget, Generic[Key]):
    """Hidden while it is empty. At most `height` pixels high at the usual size of text; 0: its owner sees to that."""

    def __init__(self, name: str, height: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        theme.dress(self, "entries")
        if height:
            self.setMaximumHeight(theme.scaled(height))
        self.hide()

    def show_lines(self, lines: Sequence[tuple[Key, str]], chosen: Key | None = None) -> None:
        """Tells nobody that another line is chosen now."""
        blocker = QSignalBlocker(self)
        self.clear()
        for key, words in lines:
            line = QListWidgetItem(words)
            line.setData(Qt.ItemDataRole.UserRole, key)
            self.addItem(line)
            if key == chosen:
                self.setCurrentItem(line)
        blocker.unblock()
        self.setVisible(bool(lines))

    def chosen(self) -> Key | None:
        return self.key(self.currentRow())

    def key(self, place: int) -> Key | None:
        """Of the line at that place; None at -1, where no line is."""
        key: Key | None = self.item(place).data(Qt.ItemDataRole.UserRole) if place >= 0 else None
        return key
