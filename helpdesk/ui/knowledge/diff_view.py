"""Two texts in one: what came in and what went, by colour, by line through or under the word, and by a sign at the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from helpdesk.ui.kit.change_look import change_look
from helpdesk.ui.kit.plain import printable
from helpdesk.ui.knowledge.diff_lines import ADDED, REMOVED, DiffLine, diff_lines, folded
from helpdesk.ui.language import number, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.word_diff import Change

MOST_LINES = 5_000
MOST_LETTERS = 2_000


class DiffView(QPlainTextEdit):
    """Read-only. Knows no markup."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: list[DiffLine] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def show_changes(self, changes: Sequence[Change]) -> None:
        self._lines = folded(diff_lines(changes))
        self._write()

    def clear_changes(self) -> None:
        self._lines = []
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            at = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(at)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        looks = {ADDED: change_look(ADDED), REMOVED: change_look(REMOVED)}
        same, quiet = change_look(""), change_look("quiet")
        cursor.beginEditBlock()
        for at, line in enumerate(self._lines[:MOST_LINES]):
            if at:
                cursor.insertBlock()
            if line.folded:
                cursor.insertText(tr("⋯ {folded} lines unchanged", folded=number(line.folded)), quiet)
                continue
            cursor.insertText(f"{line.mark} ", quiet)
            for kind, text in line.pieces:
                cursor.insertText(printable(text, MOST_LETTERS).replace("\n", " "), looks.get(kind, same))
        if len(self._lines) > MOST_LINES:
            cursor.insertBlock()
            left = len(self._lines) - MOST_LINES
            said = trn("⋯ {n} more line is not shown here", "⋯ {n} more lines are not shown here", left)
            cursor.insertText(said, quiet)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
