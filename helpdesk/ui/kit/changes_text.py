"""Changed words in place: what goes is struck out, what comes is underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from helpdesk.domain.word_diff import Change
from helpdesk.ui.kit.change_look import change_look
from helpdesk.ui.kit.plain import printable


class ChangesText(QPlainTextEdit):
    """Read-only. Knows no markup."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._changes: tuple[Change, ...] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def show_changes(self, changes: Sequence[Change]) -> None:
        self._changes = tuple(changes)
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def change_shown(self, changes: Sequence[Change]) -> None:
        """The same text with other changes in it: the view stays where it is."""
        at = self.verticalScrollBar().value()
        self._changes = tuple(changes)
        self._write()
        self.verticalScrollBar().setValue(at)

    def drawn(self, kind: str) -> list[str]:
        """What is drawn as 'added' or 'removed'."""
        return [change.text for change in self._changes if change.kind == kind]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_changes"):
            self.change_shown(self._changes)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for change in self._changes:
            cursor.insertText(printable(change.text), change_look(change.kind))
        cursor.endEditBlock()
