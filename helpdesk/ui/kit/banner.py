"""A notice in its place: something is not ready, or something was refused, and what to do about it."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from helpdesk.ui import theme, wording
from helpdesk.ui.kit.buttons import button, glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.language import tr
from helpdesk.ui.said import Said

WIDE = 520
"""Narrower, the choices stand below the words instead of squeezing them."""

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


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
        line.setContentsMargins(edges(theme.M, theme.S, theme.XS, theme.S))
        line.setSpacing(theme.S)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        self._choices = QBoxLayout(DOWN)
        self._choices.setSpacing(0)
        for choice in (self._action, self._other):
            choice.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._choices.addWidget(choice)
        self._choices.addStretch(0)
        self._body = QBoxLayout(ACROSS)
        self._body.setSpacing(theme.XS)
        self._body.addLayout(words, 1)
        self._body.addLayout(self._choices)
        line.addLayout(self._body, 1)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
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
        self.setAccessibleName(self.words())
        theme.dress(self, f"banner-{tone}")
        self.show()

    def tell(self, error: Exception, tone: Tone = Tone.ERROR, *, action: str = "", closable: bool = True) -> None:
        """What went wrong, in the words for it."""
        self.tell_said(wording.of(error), tone, action=action, closable=closable)

    def tell_said(self, said: Said, tone: Tone = Tone.ERROR, *, action: str = "", closable: bool = True) -> None:
        self.say(said.sentence, tone, title=said.title, action=action, closable=closable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.scaled(WIDE)
        self._body.setDirection(ACROSS if wide else DOWN)
        self._choices.setDirection(DOWN if wide else ACROSS)
        self._choices.setStretch(self._choices.count() - 1, 0 if wide else 1)

    def offer_also(self, action: str) -> None:
        """A second choice, behind `acted_otherwise`; empty takes it away."""
        labelled(self._other, action)

    def words(self) -> str:
        title = self._title.text()
        return f"{title}{'' if title.endswith((':', '.')) else '.'} {self._words.text()}" if title else self._words.text()

    def act(self) -> None:
        self._action.click()

    def clear(self) -> None:
        self.hide()


def labelled(choice: QPushButton, words: str) -> None:
    choice.setText(words)
    choice.setAccessibleName(words)
    choice.setVisible(bool(words))
