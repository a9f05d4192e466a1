"""A place with nothing in it, that says why and what to do."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import Glyph, button
from helpdesk.ui.kit.labels import Label

WIDTH, LEAST = 420, 220


class EmptyState(QFrame):
    acted = Signal()

    def __init__(self, glyph: str, title: str, words: str, action: str = "") -> None:
        super().__init__()
        self._title = Label(title, "title")
        self._words = Label(words, "muted", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        self._fit()
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Its first size came before it was dressed: the words may be larger now."""
        super().showEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow panes make the words narrower."""
        return QSize(theme.scaled(LEAST), super().minimumSizeHint().height())

    def _fit(self) -> None:
        self._words.ensurePolished()
        wide = min(theme.scaled(WIDTH), max(theme.scaled(LEAST), self.width()) - 2 * theme.L)
        self._words.setFixedSize(wide, max(1, self._words.heightForWidth(wide)))

    def show_glyph(self, glyph: str) -> None:
        self._glyph.show_glyph(glyph)

    def words(self) -> str:
        return f"{self._title.text()}. {self._words.text()}"
