"""What is typed while the text it is meant for is still on its way."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

PATIENCE = 5000
"""Milliseconds: what has not come by then failed, and letters are commands again."""

OF_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class TypeAhead(QObject):
    """Keeps letters back from `begin` to `end`, so that none is taken for a command. Esc or a click gives it up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.waits = False
        self._typed = ""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.end)

    def begin(self) -> None:
        app = QCoreApplication.instance()
        if app is not None and not self.waits:
            self.waits = True
            app.installEventFilter(self)
            self._patience.start()

    def end(self) -> str:
        """What was typed meanwhile."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._patience.stop()
        typed, self._typed, self.waits = self._typed, "", False
        return typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self.end()
        elif isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return self._keeps(event)
        return False

    def _keeps(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        letters = event.text()
        if not self.waits or not letters or not letters.isprintable() or event.modifiers() & OF_COMMANDS:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self._typed += letters
        return True
