"""The one viewer for text of customers, models and articles."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.caret import units
from helpdesk.ui.kit.plain import printable


class SafeText(QPlainTextEdit):
    """Read-only plain text with optional line numbers and highlighted lines. Knows no markup, loads nothing, opens nothing.

    Line numbers count the lines given to `show_source`, 1-based; lines that had to be broken keep no promise beyond that.
    """

    # Of the class: the colours may change while a text is being made.
    _marked: tuple[int, int] | None = None
    _span: tuple[int, int] | None = None
    _sought = False

    def __init__(self, name: str, *, numbered: bool = False) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.verticalScrollBar().actionTriggered.connect(self._turned)
        self._gutter = Gutter(self) if numbered else None
        if self._gutter is not None:
            self.updateRequest.connect(self._gutter.follow)
            self.blockCountChanged.connect(self._make_room)
            self._make_room()

    def show_source(self, text: str, lines: tuple[int, int] | None = None) -> None:
        """Shows `text` and brings `lines` (1-based, inclusive) into view, highlighted."""
        self.setPlainText(printable(text))
        self._marked, self._span = lines, None
        self._highlight()
        self._sought = lines is not None
        if lines is not None:
            block = self.document().findBlockByNumber(max(0, lines[0] - 1))
            self.setTextCursor(QTextCursor(block if block.isValid() else self.document().lastBlock()))
            self._bring()

    def show_span(self, text: str, span: tuple[int, int]) -> None:
        """Shows `text` and brings `text[start:end]` into view, highlighted."""
        before, marked = printable(text[: span[0]]), printable(text[span[0] : span[1]])
        self.setPlainText(printable(text))
        begins, ends = units(before, len(before)), units(before + marked, len(before + marked))
        self._marked, self._span = None, (begins, ends) if marked else None
        self._highlight()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._span[0] if self._span else 0)
        self.setTextCursor(cursor)
        self._sought = True
        self._bring()

    def mark_lines(self, lines: tuple[int, int] | None) -> None:
        """Highlights these lines of what is there; the cursor and the view stay where they are."""
        self._marked = lines
        self._highlight()

    def marked_text(self) -> str:
        if self._span is not None:
            return self._spanned(*self._span).selectedText().replace("\u2029", "\n")
        return "\n".join(block.text() for block in self._marked_blocks())

    def _bring(self) -> None:
        """What was sought into the middle, or higher when it would end below the view: its beginning stays to be seen."""
        self.centerCursor()
        marks = self.extraSelections()
        if not marks:
            return
        end = QTextCursor(self.document())
        end.setPosition(max(0, marks[-1].cursor.selectionEnd() - 1))
        high = self.fontMetrics().lineSpacing()
        below = self.cursorRect(end).bottom() - self.viewport().height()
        above = self.cursorRect().top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(0, min(-(-below // high), above // high)))

    def _turned(self, _: int) -> None:
        """The agent looks elsewhere."""
        self._sought = False

    def _marked_blocks(self) -> Iterable[QTextBlock]:
        if self._marked is None:
            return
        for number in range(self._marked[0] - 1, self._marked[1]):
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                yield block

    def _spanned(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _highlight(self) -> None:
        selections = []
        if self._span is not None:
            selection = QTextEdit.ExtraSelection()
            selection.format.setBackground(QColor(theme.colours().mark))
            selection.format.setForeground(QColor(theme.colours().text))
            selection.cursor = self._spanned(*self._span)
            selections.append(selection)
        for block in self._marked_blocks():
            selection = QTextEdit.ExtraSelection()
            look = selection.format
            look.setBackground(QColor(theme.colours().mark))
            look.setForeground(QColor(theme.colours().text))
            look.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selection.cursor = QTextCursor(block)
            # The whole block, or a line that wraps would be marked only where it begins.
            selection.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            # With the line's end, or its last line would be marked only as far as its words go.
            selection.cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _make_room(self, _: int = 0) -> None:
        if self._gutter is not None:
            self.setViewportMargins(self._gutter.sizeHint().width(), 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._gutter is not None:
            area, wide = self.contentsRect(), self._gutter.sizeHint().width()
            beside = self.viewport().geometry().left()  # The scroll bar may stand at the left.
            self._gutter.setGeometry(QRect(beside - wide, area.top(), wide, area.height()))
        if self._sought:
            self._bring()

    def paint_numbers(self, gutter: QWidget, event: QPaintEvent) -> None:
        painter = QPainter(gutter)
        painter.setPen(QColor(theme.colours().muted))
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > event.rect().bottom():
                break
            area = QRect(0, int(box.top()), gutter.width() - theme.S, self.fontMetrics().height())
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()
        painter.end()


class Gutter(QWidget):
    """The strip of line numbers."""

    def __init__(self, text: SafeText) -> None:
        super().__init__(text)
        self._text = text
        font = QFont(self.font())
        self.setFont(font)

    def sizeHint(self) -> QSize:
        digits = max(3, len(str(self._text.blockCount())))
        return QSize(self._text.fontMetrics().horizontalAdvance("9") * digits + theme.M, 0)

    def follow(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, area.y(), self.width(), area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_numbers(self, event)
