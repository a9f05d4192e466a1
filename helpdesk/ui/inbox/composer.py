"""Where the agent writes: a reply to the customer, or a note that stays inside. They never look alike."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.segments import Segments

REPLY, NOTE = 0, 1


class Composer(QFrame):
    """Plain text only, pasted text included."""

    reply_typed = Signal(str)
    note_typed = Signal(str)
    send_requested = Signal()
    note_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Segments("Write", ["Public reply", "Internal note"])
        self.reply = editor("Public reply", "Write to the customer…")
        self.note = editor("Internal note", "Write a note for your team. The customer never sees it.")
        self._saved = Label("", "caption")
        theme.dress(self.note, "bubble-note")
        self.send = button("Send reply", "primary", key="Ctrl+Return")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reply)
        self._pages.addWidget(self.note)
        self._busy = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(self.mode, None, self._saved))
        layout.addWidget(self._pages, 1)
        layout.addWidget(row(None, self.send))
        self.mode.setMinimumWidth(220)
        theme.dress(self, "foot")
        self.mode.chosen.connect(self.use)
        self.reply.textChanged.connect(lambda: self._typed(REPLY))
        self.note.textChanged.connect(lambda: self._typed(NOTE))
        self.send.clicked.connect(self.submit)
        self.use(REPLY)

    def use(self, mode: int) -> None:
        self.mode.choose(mode)
        self._pages.setCurrentIndex(mode)
        self.send.setText("Send reply" if mode == REPLY else "Add note")
        self.send.setAccessibleName(self.send.text())
        self._saved.setVisible(mode == REPLY)
        self._weigh()

    def write(self, mode: int) -> None:
        """Goes there, ready to type."""
        self.use(mode)
        (self.reply if mode == REPLY else self.note).setFocus()

    def submit(self) -> None:
        if self.send.isEnabled():
            (self.send_requested if self.mode.current() == REPLY else self.note_requested).emit()

    def show_reply_text(self, text: str) -> None:
        put(self.reply, text)
        self._weigh()

    def show_note_text(self, text: str) -> None:
        put(self.note, text)
        self._weigh()

    def show_saved(self, words: str) -> None:
        self._saved.say(words)

    def show_sending(self, busy: bool) -> None:
        self._busy = busy
        self.reply.setReadOnly(busy)
        self.note.setReadOnly(busy)
        self._weigh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._weigh()

    def _typed(self, mode: int) -> None:
        self._weigh()
        if mode == REPLY:
            self.reply_typed.emit(self.reply.toPlainText())
        else:
            self.note_typed.emit(self.note.toPlainText())

    def _weigh(self) -> None:
        current = self.reply if self.mode.current() == REPLY else self.note
        self.send.setEnabled(not self._busy and bool(current.toPlainText().strip()))


def editor(name: str, hint: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(64)
    return made


def put(field: QPlainTextEdit, text: str) -> None:
    """Shows another text without that counting as typing."""
    if field.toPlainText() == text:
        return
    blocker = QSignalBlocker(field)
    field.setPlainText(text)
    field.moveCursor(field.textCursor().MoveOperation.End)
    blocker.unblock()
