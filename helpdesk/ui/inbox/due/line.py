"""One line over the conversation: the promise that is about to be missed, and the customer's rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button
from helpdesk.ui.kit.popover import Popover
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


LOOKS = {"poor": "banner-error", "fair": "banner-warning"}


class DueLine(QFrame):
    """Hidden while there is nothing to say."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", wraps=True)
        self.rating = Label("", "caption")
        self.all = button(tr("All promises"), "quiet", name=tr("Show all that is promised on this ticket"))
        self.all.clicked.connect(self.asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.M, theme.XS, theme.M, theme.XS)
        line.setSpacing(theme.S)
        line.addWidget(self.words, 1)
        line.addWidget(self.rating)
        line.addWidget(self.all)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(self, words: str, tone: str, rating: str) -> None:
        self.words.say(words)
        theme.dress(self, LOOKS.get(tone, "banner-quiet"))
        self.rating.say(rating)
        self.rating.setVisible(bool(rating))
        self.all.setVisible(bool(words))
        self.setAccessibleName(" ".join(part for part in (words, rating) if part))
        self.setVisible(bool(words or rating))


class PromisesPopover(Popover):
    """Everything that is promised on the ticket."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("Promised on this ticket"))
        self._rows: list[Label] = []

    def show_rows(self, rows: Sequence[tuple[str, str, str]], anchor: QWidget) -> None:
        """(promise, how it stands, tone) each; opens over `anchor`."""
        for shown in self._rows:
            self.body.removeWidget(shown)
            shown.deleteLater()
        self._rows = [Label(f"{promise}: {words}", tone) for promise, words, tone in rows]
        if not rows:
            self._rows = [Label(tr("No service level fits this ticket."), "muted")]
        for shown in self._rows:
            self.body.addWidget(shown)
        self.open_above(anchor)

    def told(self) -> list[str]:
        return [shown.text() for shown in self._rows]
