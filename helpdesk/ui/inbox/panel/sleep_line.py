"""A quiet line over the conversation: the ticket sleeps, or it was solved with work left to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button
from helpdesk.ui.kit.direction import edges


class SleepLine(QFrame):
    """Passive. Hidden while there is nothing to say."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._act = ""
        self._words = Label("", wraps=True)
        self.button = button("", "quiet")
        self.button.clicked.connect(lambda: self.acted.emit(self._act))
        line = QHBoxLayout(self)
        line.setContentsMargins(edges(theme.L, theme.XS, theme.S, theme.XS))
        line.setSpacing(theme.S)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.hide()

    def say(self, words: str, action: str, act: str, *, warns: bool = False) -> None:
        """`act` is told when the button with `action` is pressed."""
        self._act = act
        self._words.say(words)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.setAccessibleName(words)
        theme.dress(self, "banner-warning" if warns else "banner-quiet")
        self.show()

    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()
