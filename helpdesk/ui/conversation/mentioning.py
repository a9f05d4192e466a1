"""Names of agents offered while one is being typed behind an @."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout

from helpdesk.domain.mentions import being_typed, fitting
from helpdesk.ui import theme
from helpdesk.ui.kit.caret import before
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge

MOST, WIDTH, ROW, EDGE = 7, 240, 26, 10
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Mentioning(QObject):
    """Watches an editor; the keys go on belonging to it while nothing is offered. Enter or Tab takes a name, Esc leaves it."""

    def __init__(self, editor: QPlainTextEdit, bridge: Bridge) -> None:
        super().__init__(editor)
        self._editor = editor
        self._bridge = bridge
        self._desk: Desk | None = None
        self._names: tuple[str, ...] = ()
        self._left = ""
        self.rows = NameList(editor)
        self.rows.list.itemClicked.connect(lambda _: self._take())
        editor.installEventFilter(self)
        editor.cursorPositionChanged.connect(self._look)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def know(self, names: Sequence[str]) -> None:
        """Who can be named."""
        self._names = tuple(names)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.rows.hide()
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and not self.rows.isHidden():
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        ours = key in TAKES or key in STEPS or key == Qt.Key.Key_Escape
        if not ours or event.modifiers():
            return False
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True
        if key in TAKES:
            self._take()
        elif key in STEPS:
            self.rows.step(STEPS[key])
        else:
            self._left = self._typed() or ""
            self.rows.hide()
        return True

    def _typed(self) -> str | None:
        cursor = self._editor.textCursor()
        return being_typed(before(cursor)) if not cursor.hasSelection() else None

    def _look(self) -> None:
        typed = self._typed() if self._editor.hasFocus() or not self.rows.isHidden() else None
        if typed is None:
            self._left = ""
            self.rows.hide()
            return
        if typed == "" and self._desk is not None and not self._names:
            self._bridge.call(self._desk.reading.names, self.know)
        found = fitting(typed, self._names)[:MOST] if not self._left or not typed.startswith(self._left) else ()
        if not found or found == (typed,):
            self.rows.hide()
            return
        self.rows.offer(found)

    def _take(self) -> None:
        name, typed = self.rows.chosen(), self._typed()
        if typed is None:
            return
        cursor = self._editor.textCursor()
        for _ in typed:
            cursor.deletePreviousChar()
        cursor.insertText(f"{name} ")
        self.rows.hide()


class NameList(QFrame):
    """Lies beside the caret and never takes the focus."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Who is meant"))
        theme.dress(self.list, "contents")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        layout.addWidget(self.list)
        theme.dress(self, "popover")
        self.hide()

    def offer(self, names: Sequence[str]) -> None:
        self.list.clear()
        self.list.addItems([one_line(name) for name in names])
        self.list.setCurrentRow(0)
        host = self._editor.window()
        if self.parentWidget() is not host:
            self.setParent(host)
        self.resize(WIDTH, EDGE + 2 * theme.XS + max(ROW, self.list.sizeHintForRow(0)) * len(names))
        caret = self._editor.cursorRect()
        at = self._editor.viewport().mapTo(host, caret.topLeft())
        top = at.y() - self.height() - theme.XS
        self.move(max(0, min(at.x(), host.width() - self.width())), top if top >= 0 else at.y() + caret.height() + theme.XS)
        self.show()
        self.raise_()
        said = trn("{n} name", "{n} names", len(names))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, f"{said}: {names[0]}"))

    def step(self, by: int) -> None:
        self.list.setCurrentRow((self.list.currentRow() + by) % max(1, self.list.count()))

    def chosen(self) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        return item.text() if item is not None else ""
