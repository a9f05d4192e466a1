"""What most cards of the preferences share: their last line tells what became of what was asked."""

from PySide6.QtWidgets import QFrame

from helpdesk.ui import theme
from helpdesk.ui.kit import Label


class SayingCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._said = Label("", wraps=True, selectable=True)

    def say(self, words: str, *, well: bool) -> None:
        theme.dress(self._said, "good" if well else "poor")
        self._said.say(words)
        self._said.setVisible(bool(words))

    def words(self) -> str:
        """What became of the last thing that was asked."""
        return self._said.text()
