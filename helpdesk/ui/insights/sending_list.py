"""The answers that left by themselves, and the way to take one back while it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.insights.sending_page import may_be_taken_back, went_line
from helpdesk.ui.kit import Label, button, printable, row
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.domain.sending import AutoReply

HEIGHT = 180
NOTHING = mark("Nothing has left by itself yet.")


class WentCard(QFrame):
    """Passive; both signals carry an AutoReply."""

    take_back_wanted = Signal(object)
    ticket_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._replies: tuple[AutoReply, ...] = ()
        self._none = Label(tr(NOTHING), "muted")
        self.listing = QListWidget()
        self.listing.setAccessibleName(tr("Answers that left by themselves"))
        theme.dress(self.listing, "entries")
        self.take_back = button(tr("Take back"), name=tr("Take the chosen answer back into the review queue"))
        self.ticket = button(tr("Open ticket"), name=tr("Open the ticket of the chosen answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        self._buttons = row(self.take_back, self.ticket, None)
        for part in (Label(tr("What left by itself"), "strong"), self._none, self.listing, self._buttons):
            layout.addWidget(part)
        theme.dress(self, "card")
        self.listing.currentRowChanged.connect(lambda _: self._weigh())
        self.take_back.clicked.connect(lambda: self.take_back_wanted.emit(self.chosen()))
        self.ticket.clicked.connect(lambda: self.ticket_wanted.emit(self.chosen()))
        self.show_replies((), None)

    def show_replies(self, replies: Sequence[AutoReply], now: datetime | None) -> None:
        """The choice stays on the same answer."""
        kept = self.chosen()
        self._replies = tuple(replies)
        self.listing.clear()
        if now is not None:
            self.listing.addItems([printable(went_line(one, now)) for one in self._replies])
        place = next((n for n, one in enumerate(self._replies) if kept is not None and one.outbox_id == kept.outbox_id), -1)
        self.listing.setCurrentRow(place)
        line = max(self.listing.sizeHintForRow(0), 1)
        self.listing.setFixedHeight(min(HEIGHT, line * len(self._replies) + 2 * self.listing.frameWidth() + theme.S))
        for part in (self.listing, self._buttons):
            part.setVisible(bool(self._replies))
        self._none.setVisible(not self._replies)
        self._weigh()

    def chosen(self) -> AutoReply | None:
        place = self.listing.currentRow()
        return self._replies[place] if 0 <= place < len(self._replies) else None

    def _weigh(self) -> None:
        self.take_back.setEnabled(may_be_taken_back(self.chosen()))
        self.ticket.setEnabled(self.chosen() is not None)
