"""The draft's editor: plain text, citation marks made visible."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from helpdesk.domain.proof import Level, Proof, SentenceProof
from helpdesk.ui import proof_wording, theme
from helpdesk.ui.kit.caret import before, place, units
from helpdesk.ui.language import tr
from helpdesk.ui.review.underlines import underlines

LEAST_HEIGHT = 88
NARROW = "\u00a0"
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
            self.setFormat(units(text, found.start()), len(found.group()), look)


class DraftEditor(QPlainTextEdit):
    """Emits `typed` for the user's changes only. A click on a citation mark with Ctrl held emits its number."""

    typed = Signal(str)
    caret_moved = Signal()
    mark_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._settling = False
        self._marks = CitationMarks(self.document())
        self.setAccessibleName(tr("Draft reply"))
        self.setPlaceholderText(tr("Write the reply to the customer here."))
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme.scaled(LEAST_HEIGHT))
        self._proof: Proof | None = None
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self.caret_moved)

    def show_proof(self, proof: Proof | None) -> None:
        """Underlines the sentences of the text the proof is of; a proof of another text is not drawn."""
        fits = proof is not None and proof.text.replace(NARROW, " ") == self.toPlainText()
        self._proof = proof if fits else None
        self._underline()
        self.setAccessibleDescription(proof_wording.spoken(self._proof) if self._proof else "")
        self.caret_moved.emit()

    def sentence(self) -> SentenceProof | None:
        """The judged sentence the caret stands in, as long as the text is the one that was judged."""
        if self._proof is None:
            return None
        return self._proof.at(place(self._proof.text, self.textCursor().position()))

    def go_to_doubt(self) -> None:
        """The next sentence that is not supported gets the caret; after the last one the first."""
        proof = self._proof
        doubts = proof.of(Level.WEAK, Level.UNSUPPORTED) if proof else ()
        if proof is None or not doubts:
            return
        at = place(proof.text, self.textCursor().position())
        one = next((doubt for doubt in doubts if doubt.start > at or (doubt.start == at and not self.hasFocus())), doubts[0])
        cursor = self.textCursor()
        cursor.setPosition(units(proof.text, one.start))
        self.setFocus()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _underline(self) -> None:
        self.setExtraSelections(underlines(self.document(), self._proof) if self._proof else [])

    def show_text(self, text: str) -> None:
        """A draft opens at its beginning, ready to be read."""
        if text == self.toPlainText():
            return
        self._settling = True
        self.setPlainText(text)
        self._settling = False

    def replace_text(self, text: str) -> None:
        """As if it had been typed: it is reported, and one undo brings the old text back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

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
            at = len(before(cursor))
            for found in MARK.finditer(cursor.block().text()):
                if found.start() <= at <= found.end():
                    self.mark_clicked.emit(int(found.group(1)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_marks"):
            self._settling = True
            self._marks.rehighlight()
            self._settling = False
            if self._proof is not None and units(self._proof.text, len(self._proof.text)) < self.document().characterCount():
                self._underline()

    def _changed(self) -> None:
        if not self._settling:
            self.typed.emit(self.toPlainText())
