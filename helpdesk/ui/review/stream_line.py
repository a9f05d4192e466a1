"""While a model writes: how fast, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button
from helpdesk.ui.language import mark, number, tr
from helpdesk.ui.review import keys

WAITS = mark("The model has not begun yet.")
NOT_BEGUN = mark("The model has not begun with this draft; there is nothing to stop yet.")


class StreamLine(QFrame):
    """Hidden unless a draft is being written."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "caption", wraps=True)
        self._stop = button(tr("Stop"), "quiet", name=tr("Stop the model and quote the knowledge base"), key=keys.STOP)
        self._stop.clicked.connect(self.stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S)
        line.addWidget(self._words, 1)
        line.addWidget(self._stop)
        self.hide()

    def begin(self, being_written: bool) -> None:
        self._stop.setEnabled(True)
        self._words.say(tr(WAITS))
        self.setVisible(being_written)

    def show_speed(self, speed: float) -> None:
        if self._stop.isEnabled():
            self._words.say(
                tr("The model writes {speed} tokens a second.", speed=number(speed, 1)) if speed else tr("The model writes…")
            )

    def show_stopping(self, stops: bool) -> None:
        self._stop.setEnabled(not stops)
        self._words.say(tr("Stopping: the knowledge base is quoted instead…") if stops else tr(NOT_BEGUN))

    def stop(self) -> None:
        if not self.isHidden() and self._stop.isEnabled():
            self.stop_wanted.emit()

    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()
