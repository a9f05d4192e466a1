"""What most cards of the preferences share: parts one below the other, and a line that tells what became of what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.errors import DeskReopened
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class SayingCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._said = Label("", wraps=True, selectable=True)
        self._said.hide()

    def say(self, words: str, *, well: bool) -> None:
        theme.dress(self._said, "good" if well else "poor")
        self._said.say(words)
        self._said.setVisible(bool(words))

    def tell(self, error: Exception) -> None:
        """What a change of settings cut short is no news: the card asks the desk that follows."""
        if not isinstance(error, DeskReopened):
            self.say(wording.line(error), well=False)

    def words(self) -> str:
        """What became of the last thing that was asked."""
        return self._said.text()

    def _place(self, *parts: QWidget, gap: int = theme.XS) -> None:
        """From top to bottom; what is said stands last unless it is one of the parts."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(gap)
        for part in parts if self._said in parts else (*parts, self._said):
            layout.addWidget(part)
        layout.addStretch(1)
        theme.dress(self, "card")


class SeenCard(SayingCard):
    """`seen` is emitted once, when the card first comes into view: what it shows costs something to find out."""

    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_seen = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self.seen.emit)
