"""A notice in its place: something is not ready, or something was refused, and what to do about it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button, glyph_button
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.language import tr


class Tone(StrEnum):
    QUIET = "quiet"
    BUSY = "busy"
    WARNING = "warning"
    ERROR = "error"


class Banner(QFrame):
    """Hidden until it has something to say."""

    acted = Signal()
    acted_otherwise = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "strong", wraps=True)
        self._words = Label("", wraps=True, selectable=True)
        self._action = button("", "quiet")
        self._other = button("", "quiet")
        self._close = glyph_button("close", tr("Dismiss this notice"))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.M, theme.XS, theme.XS, theme.XS)
        line.setSpacing(theme.S)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        line.addLayout(words, 1)
        choices = QVBoxLayout()
        choices.setSpacing(0)
        for choice in (self._action, self._other):
            choice.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            choices.addWidget(choice)
        line.addLayout(choices)
        line.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._action.clicked.connect(self.acted)
        self._other.clicked.connect(self.acted_otherwise)
        self._close.clicked.connect(self.clear)
        self._close.clicked.connect(self.dismissed)
        self.hide()

    def say(self, words: str, tone: Tone = Tone.QUIET, *, title: str = "", action: str = "", closable: bool = True) -> None:
        """`action` labels the button behind `acted`; empty shows none."""
        self._title.say(title)
        self._title.setVisible(bool(title))
        self._words.say(words)
        labelled(self._action, action)
        self.offer_also("")
        self._close.setVisible(closable)
        self.setAccessibleName(f"{title} {words}".strip())
        theme.dress(self, f"banner-{tone}")
        self.show()

    def offer_also(self, action: str) -> None:
        """A second choice, behind `acted_otherwise`; empty takes it away."""
        labelled(self._other, action)

    def words(self) -> str:
        return f"{self._title.text()} {self._words.text()}".strip()

    def act(self) -> None:
        self._action.click()

    def clear(self) -> None:
        self.hide()


def labelled(choice: QPushButton, words: str) -> None:
    choice.setText(words)
    choice.setAccessibleName(words)
    choice.setVisible(bool(words))
