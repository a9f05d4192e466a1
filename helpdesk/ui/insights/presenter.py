"""Today's numbers, kept up to date while somebody looks at them."""

from typing import Protocol

from helpdesk.domain.decision import RejectReason
from helpdesk.domain.events import (
    DraftDecided,
    DraftReady,
    DueChanged,
    RatingReceived,
    ReplyChanged,
    TicketChanged,
    TicketReceived,
)
from helpdesk.domain.insights import Numbers
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.insights.figures import Figures, figures
from helpdesk.ui.insights.watching import WatchingPresenter

COUNTED = (TicketReceived, TicketChanged, DraftReady, DraftDecided, ReplyChanged, DueChanged, RatingReceived)


class InsightsView(Protocol):
    def show_figures(self, shown: Figures) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class InsightsPresenter(WatchingPresenter):
    def __init__(self, view: InsightsView, bridge: Bridge, delays: Delays) -> None:
        super().__init__(bridge, delays, COUNTED)
        self._view = view
        self._asked: Handle | None = None

    def load(self) -> None:
        if self._desk is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._bridge.call(self._desk.insights.today, self._counted, self._view.show_trouble)

    def _counted(self, numbers: Numbers) -> None:
        reasons = {reason: wording.REJECT_REASONS[reason] for reason in RejectReason}
        self._view.show_figures(figures(numbers, reasons))
