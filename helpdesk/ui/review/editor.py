"""The draft's editor: plain text, citation marks made visible."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from helpdesk.ui import theme

MARK = re.compile(r"\[(\d{1,3})\]")


class CitationMarks(QSyntaxHighlighter):
    """Paints `[n]` as a chip; the text itself stays what it is."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setForeground(QColor(theme.colours().accent_text))
        look.setBackground(QColor(theme.colours().accent_soft))
        look.setFontWeight(QFont.Weight.DemiBold)
        for found in MARK.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), look)


class DraftEditor(QPlainTextEdit):
    """Emits `typed` for the user's changes only. A click on a citation mark with Ctrl held emits its number."""

    typed = Signal(str)
    mark_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._settling = False
        self._marks = CitationMarks(self.document())
        self.setAccessibleName("Draft reply")
        self.setPlaceholderText("Write the reply to the customer here.")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """A draft opens at its beginning, ready to be read."""
        if text == self.toPlainText():
            return
        self._settling = True
        self.setPlainText(text)
        self._settling = False

    def show_growing(self, text: str) -> None:
        """A streamed text: what is there stays, what is new is added at the end and kept in view."""
        self._settling = True
        had = self.toPlainText()
        if had and text.startswith(had):
            end = QTextCursor(self.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertText(text[len(had) :])
        else:
            self.setPlainText(text)
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._settling = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            cursor = self.cursorForPosition(event.position().toPoint())
            at = cursor.positionInBlock()
            for found in MARK.finditer(cursor.block().text()):
                if found.start() <= at <= found.end():
                    self.mark_clicked.emit(int(found.group(1)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_marks"):
            self._settling = True
            self._marks.rehighlight()
            self._settling = False

    def _changed(self) -> None:
        if not self._settling:
            self.typed.emit(self.toPlainText())
