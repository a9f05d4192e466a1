"""A notice in its place: something is not ready, or something was refused, and what to do about it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button, glyph_button
from helpdesk.ui.kit.labels import Label


class Tone(StrEnum):
    QUIET = "quiet"
    BUSY = "busy"
    WARNING = "warning"
    ERROR = "error"


class Banner(QFrame):
    """Hidden until it has something to say."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "strong")
        self._words = Label("", wraps=True, selectable=True)
        self._action = button("", "quiet")
        self._close = glyph_button("close", "Dismiss this notice")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.M, theme.XS, theme.XS, theme.XS)
        line.setSpacing(theme.S)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        line.addLayout(words, 1)
        line.addWidget(self._action)
        line.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.clear)
        self._close.clicked.connect(self.dismissed)
        self.hide()

    def say(self, words: str, tone: Tone = Tone.QUIET, *, title: str = "", action: str = "", closable: bool = True) -> None:
        """`action` labels the button behind `acted`; empty shows none."""
        self._title.say(title)
        self._title.setVisible(bool(title))
        self._words.say(words)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(f"{title} {words}".strip())
        theme.dress(self, f"banner-{tone}")
        self.show()

    def words(self) -> str:
        return f"{self._title.text()} {self._words.text()}".strip()

    def act(self) -> None:
        self._action.click()

    def clear(self) -> None:
        self.hide()
