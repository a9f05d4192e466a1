"""A plain-text editor that offers things to put in where the caret is, and takes files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QImageWriter, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from helpdesk.ui import theme
from helpdesk.ui.inbox.composing.pick_list import PickList
from helpdesk.ui.kit.caret import before

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TYPED = 60
LEAST_HEIGHT = 64
OF_THE_LIST = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
LARGEST_PICTURE = 40_000_000
"""Pixels; more is a mistake, and would stop the window while it is packed."""


class WritingEditor(QPlainTextEdit):
    """`signs` name what a sign offers when it is typed at a line's beginning or, if it is among `anywhere`, after a space. One
    that is not begins after a space as soon as a word follows it without one: a question mark that ends a question never does.

    `pick_wanted` carries the sign and what was typed after it. The list takes arrows, Return, Tab and Esc while it is open;
    Return only when something was typed after the sign or a row was gone to, so that a sign at a line's end stays a sign.
    """

    pick_wanted = Signal(str, str)
    picked = Signal(str, str)
    pasted_files = Signal(list)
    pasted_picture = Signal(bytes)
    picture_refused = Signal()

    def __init__(self, name: str, hint: str, signs: Mapping[str, str], anywhere: str = "/") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme.scaled(LEAST_HEIGHT))
        self._signs = dict(signs)
        self._anywhere = anywhere
        self._from: QTextCursor | None = None
        self.picks = PickList(self)
        self.picks.picked.connect(self._put_picked)
        self.cursorPositionChanged.connect(self._follow)

    def put(self, text: str) -> None:
        """Shows another text without that counting as typing."""
        if self.toPlainText() == text:
            return
        self.close_picks()
        blocker = QSignalBlocker(self)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        blocker.unblock()

    def offer(self, sign: str) -> None:
        """As if the sign had been typed here: a button for who does not know the key."""
        self.setFocus()
        cursor = self.textCursor()
        line = before(cursor)
        if line and not line.endswith(" "):
            cursor.insertText("\n" if sign not in self._anywhere else " ")
        cursor.insertText(sign)
        self.setTextCursor(cursor)
        self._begin(sign)

    def typed_after_sign(self) -> str:
        return self._typed()[1:]

    def insert_at_caret(self, text: str) -> None:
        """One step for Ctrl+Z in the editor."""
        cursor = self.textCursor()
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def close_picks(self) -> None:
        self._from = None
        self.picks.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.picks.isVisible() and self._for_the_list(event):
            event.accept()
            return
        super().keyPressEvent(event)
        if self._from is not None:
            return
        if event.text() in self._signs and self._may_begin(event.text()):
            self._begin(event.text())
        elif event.text().isalnum() and (sign := self._sign_of_word(event.text())):
            self._begin(sign, event.text())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.picks.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in OF_THE_LIST:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and self.picks.take():
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.close_picks()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Files are attached, a picture becomes a file, everything else comes in as plain text."""
        local = [url.toLocalFile() for url in source.urls() if url.isLocalFile() and not url.host()]
        if local:
            self.pasted_files.emit(local)
        elif source.hasImage() and not source.hasText():
            self._take_picture(source.imageData())
        else:
            super().insertFromMimeData(source)

    def _take_picture(self, image: object) -> None:
        if not isinstance(image, QImage) or image.isNull() or image.width() * image.height() > LARGEST_PICTURE:
            self.picture_refused.emit()
            return
        packed = QBuffer()
        packed.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(packed, QByteArray(b"PNG")).write(image)
        self.pasted_picture.emit(bytes(packed.data().data()))

    def _may_begin(self, sign: str) -> bool:
        line = before(self.textCursor()).removesuffix(sign)
        return not line or (sign in self._anywhere and line[-1].isspace())

    def _sign_of_word(self, typed: str) -> str:
        """The sign, after a space, whose word begins with what was typed just now; empty when there is none."""
        line = before(self.textCursor()).removesuffix(typed)
        sign = line[-1:]
        return sign if sign in self._signs and sign not in self._anywhere and line[-2:-1].isspace() else ""

    def _begin(self, sign: str, typed: str = "") -> None:
        start = self.textCursor()
        start.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(sign) + len(typed))
        start.setKeepPositionOnInsert(True)
        self._from = start
        self.picks.open_over(self.cursorRect(), self._signs[sign])
        self.pick_wanted.emit(sign, typed)

    def _typed(self) -> str:
        """From the sign to the caret; empty when the caret is elsewhere."""
        start, caret = self._from, self.textCursor()
        if start is None or caret.hasSelection() or start.blockNumber() != caret.blockNumber():
            return ""
        return before(caret)[len(before(start)) :]

    def _follow(self) -> None:
        if self._from is None:
            return
        typed = self._typed()
        wrong_turn = not typed or typed[0] not in self._signs or typed[1:2].isspace() or len(typed) > LONGEST_TYPED
        if wrong_turn:
            self.close_picks()
        else:
            self.pick_wanted.emit(typed[0], typed[1:])

    def _for_the_list(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_picks()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.picks.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            meant = self.picks.moved or bool(self.typed_after_sign().strip())
            return meant and self.picks.take()
        return False

    def _put_picked(self, key: str) -> None:
        """Takes the sign and what was typed after it away; what was picked comes from who offered it."""
        start, caret = self._from, self.textCursor()
        if start is None:
            return
        sign = self._typed()[:1]
        caret.setPosition(start.position(), QTextCursor.MoveMode.KeepAnchor)
        self.close_picks()
        caret.removeSelectedText()
        self.setTextCursor(caret)
        self.picked.emit(sign, key)
