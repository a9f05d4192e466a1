"""How customers rated answers in the last weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.events import RatingReceived
from helpdesk.domain.rating import BEST
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import day, mark, number, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.events import Event
    from helpdesk.domain.rating import Rating, Satisfaction
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge

ABOUT = mark(
    "The question goes under replies that a person or a certificate let go; its answer comes back by mail and counts once. "
    "A rating of 1 or 2 counts as a wrong answer for the score."
)
NEWEST = 5


class RatingsCard(QFrame):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._desk: Desk | None = None
        self.figures = Label("", "strong", wraps=True)
        self.by_stars = Label("", wraps=True)
        self.newest = Label("", "muted", wraps=True)
        self.again = button(tr("Look again"), "quiet", name=tr("Count the ratings again"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(Label(tr("Ratings of the last 30 days"), "section"), None, self.again))
        layout.addWidget(Label(tr(ABOUT), "caption", wraps=True))
        for part in (self.figures, self.by_stars, self.newest):
            layout.addWidget(part)
        layout.addStretch(1)
        theme.dress(self, "card")
        self.again.clicked.connect(self.load)
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.load()

    def heard(self, event: Event) -> None:
        if isinstance(event, RatingReceived):
            self.load()

    def load(self) -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(desk.ratings.last_days, self._show, self._failed)
            self._bridge.call(lambda: desk.ratings.newest(NEWEST), self._show_newest, self._failed)

    def _show(self, found: Satisfaction) -> None:
        self.figures.say(satisfaction_words(found))
        counts = [f"{'★' * stars} {number(found.by_stars[stars - 1])}" for stars in range(BEST, 0, -1)]
        self.by_stars.say("   ".join(counts) if found.answered else "")
        self.by_stars.setVisible(bool(found.answered))

    def _show_newest(self, newest: Sequence[Rating]) -> None:
        told = [tr("#{ticket}: {stars} on {day}", ticket=one.ticket_id, stars=one.stars, day=day(one.at)) for one in newest]
        self.newest.say(" · ".join(told))
        self.newest.setVisible(bool(told))

    def _failed(self, error: Exception) -> None:
        self.figures.say(wording.line(error))


def satisfaction_words(found: Satisfaction) -> str:
    """“4.6 of 5 on average; 12 of 40 asked have answered”."""
    if not found.asked:
        return tr("Nobody was asked yet.")
    if found.average is None:
        return trn(
            "{n} customer was asked; nobody has answered yet.",
            "{n} customers were asked; nobody has answered yet.",
            found.asked,
        )
    average, answered = number(found.average, 1), number(found.answered)
    return tr(
        "{average} of {best} on average; {answered} of {asked} asked have answered.",
        average=average,
        best=BEST,
        answered=answered,
        asked=number(found.asked),
    )
