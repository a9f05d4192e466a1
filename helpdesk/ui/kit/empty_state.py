"""A place with nothing in it, that says why and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import Glyph, button
from helpdesk.ui.kit.labels import Label

WIDTH = 420


class EmptyState(QFrame):
    acted = Signal()

    def __init__(self, glyph: str, title: str, words: str, action: str = "") -> None:
        super().__init__()
        self._title = Label(title, "title")
        self._words = Label(words, "muted", wraps=True)
        self._words.setFixedWidth(WIDTH)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._action = button(action, "primary")
        self._action.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.S)
        layout.addStretch(2)
        self._glyph = Glyph(glyph, 40)
        for part in (self._glyph, self._title, self._words):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(theme.S)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.say(title, words, action)

    def say(self, title: str, words: str, action: str = "") -> None:
        self._title.say(title)
        self._words.say(words)
        self._words.ensurePolished()
        self._words.setFixedHeight(max(1, self._words.heightForWidth(WIDTH)))
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {words}")

    def show_glyph(self, glyph: str) -> None:
        self._glyph.show_glyph(glyph)

    def words(self) -> str:
        return f"{self._title.text()}. {self._words.text()}"
