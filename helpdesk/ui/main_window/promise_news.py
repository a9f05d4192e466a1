"""What the desk found out by itself and an agent should know now: promises, notices of rules, ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from helpdesk.domain.events import Event, Notified, PromisesTold, RatingReceived, RuleRan
from helpdesk.domain.label import LOW_STARS
from helpdesk.domain.rating import BEST
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import tr, trn
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.ids import TicketId
    from helpdesk.ui.bridge import Bridge

SECONDS = 20.0
RULES = Place("preferences", section="Rules")


class PromiseNews(QObject):
    """Each as one toast that leads to the ticket; many at once are one sentence that leads to the first."""

    def __init__(self, bridge: Bridge, navigate: Callable[[Place], None], show: Callable[[Toast], None]) -> None:
        super().__init__()
        self._navigate = navigate
        self._show = show
        bridge.listen(self.heard)

    def heard(self, event: Event) -> None:
        if isinstance(event, PromisesTold):
            self._told(event)
        elif isinstance(event, Notified):
            self._tell(f"#{event.ticket_id}: {one_line(event.words)}", [event.ticket_id])
        elif isinstance(event, RatingReceived) and event.stars <= LOW_STARS:
            words = tr("Ticket {ticket} was rated {stars} of {best}", ticket=event.ticket_id, stars=event.stars, best=BEST)
            self._tell(words, [event.ticket_id])
        elif isinstance(event, RuleRan) and event.stopped:
            words = tr(
                "The rule “{rule}” was switched off: {reason}", rule=one_line(event.rule), reason=reason_said(event.stopped)
            )
            self._show(Toast(words, tr("Rules"), lambda: self._navigate(RULES), SECONDS))

    def _told(self, event: PromisesTold) -> None:
        if event.missed:
            words = trn("{n} ticket is overdue", "{n} tickets are overdue", len(event.missed))
            self._tell(_named(words, event.missed), event.missed)
        elif event.soon:
            words = trn("{n} ticket is due soon", "{n} tickets are due soon", len(event.soon))
            self._tell(_named(words, event.soon), event.soon)

    def _tell(self, words: str, tickets: Sequence[TicketId]) -> None:
        place = Place("inbox", ticket_id=tickets[0])
        self._show(Toast(words, tr("Open"), lambda: self._navigate(place), SECONDS))


def _named(words: str, tickets: Sequence[TicketId]) -> str:
    more = ", …" if len(tickets) > 3 else ""
    return f"{words}: {', '.join(f'#{ticket}' for ticket in tickets[:3])}{more}"
