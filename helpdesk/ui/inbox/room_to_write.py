"""Where a pane is low, what is told about the ticket makes room while somebody writes: few lines would be left of what they
answer."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk.ui import theme

ENOUGH = 450
"""Height of a pane in which both have room, at the text size things were designed for."""

UNTIL_RELEASED_MS = 200


class RoomToWrite(QObject):
    """Hides what is `told` while the keyboard is in `writing`, and shows it again when it left."""

    def __init__(self, pane: QWidget, *told: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._told = told
        self.writing: QWidget | None = None
        self._released = QTimer(self, interval=UNTIL_RELEASED_MS, singleShot=True)
        self._released.timeout.connect(self._weigh)
        pane.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._weigh)

    def give_back(self) -> None:
        """Somebody asks for what is told, whatever they were writing."""
        self._show(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._weigh()
        return super().eventFilter(watched, event)

    def _weigh(self) -> None:
        """Nothing moves under a pointer that is pressed."""
        if QApplication.mouseButtons().value:
            self._released.start()
            return
        focused, writing = QApplication.focusWidget(), self.writing
        is_written = writing is not None and focused is not None and (writing is focused or writing.isAncestorOf(focused))
        self._show(not (is_written and self._pane.height() < theme.scaled(ENOUGH)))

    def _show(self, wanted: bool) -> None:
        for part in self._told:
            part.setVisible(wanted)
