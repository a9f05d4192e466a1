"""Today's numbers, kept up to date while somebody looks at them."""

from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.decision import RejectReason
from helpdesk.domain.events import (
    DraftDecided,
    DraftReady,
    Event,
    ReplyChanged,
    TicketChanged,
    TicketReceived,
)
from helpdesk.domain.insights import Numbers
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.insights.figures import Figures, figures

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

COUNTED = (TicketReceived, TicketChanged, DraftReady, DraftDecided, ReplyChanged)
REFRESH_MS = 500


class InsightsView(Protocol):
    def show_figures(self, shown: Figures) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class InsightsPresenter:
    """Asks again at most twice a second, and not at all while the screen is not on display."""

    def __init__(self, view: InsightsView, bridge: Bridge, delays: Delays) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._watched = False
        self._asked: Handle | None = None
        self._refreshing = delays(REFRESH_MS, self.load)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.load()

    def entered(self) -> None:
        self._watched = True
        self.load()

    def left(self) -> None:
        self._watched = False
        self._refreshing.stop()

    def load(self) -> None:
        if self._desk is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._bridge.call(self._desk.insights.today, self._counted, self._view.show_trouble)

    def heard(self, event: Event) -> None:
        if self._watched and isinstance(event, COUNTED):
            self._refreshing.start()

    def _counted(self, numbers: Numbers) -> None:
        reasons = {reason: wording.REJECT_REASONS[reason] for reason in RejectReason}
        self._view.show_figures(figures(numbers, reasons))
