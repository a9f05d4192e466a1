"""Days or weeks of the desk, asked for when somebody looks."""

from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.trends import Trends
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.insights.drawing import drawable
from helpdesk.ui.insights.picture import Picture
from helpdesk.ui.insights.trend_pictures import DIMENSIONS, RATES, TrendWords, rates, words

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

DAYS = (7, 30, 90)


class TrendsView(Protocol):
    def show_trends(self, shown: TrendWords) -> None: ...

    def show_rates(self, picture: Picture) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class TrendsPresenter:
    """Counts anew on coming, on F5 and for other days; a change of what is compared needs no counting."""

    def __init__(self, view: TrendsView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._asked: Handle | None = None
        self._trends: Trends | None = None
        self.days = 30
        self.dimension = next(iter(DIMENSIONS))
        self.kind: DecisionKind = RATES[0]

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk

    def load(self) -> None:
        if self._desk is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        desk, days = self._desk, self.days
        self._asked = self._bridge.call(
            lambda: drawable(desk.insights.trends(days), lambda trends: trends.received), self._counted, self._view.show_trouble
        )

    def choose_days(self, days: int) -> None:
        self.days = days
        self.load()

    def compare(self, dimension: str, kind: DecisionKind) -> None:
        self.dimension, self.kind = dimension, kind
        if self._trends is not None:
            self._view.show_rates(rates(self._trends, dimension, kind))

    def _counted(self, trends: Trends) -> None:
        self._trends = trends
        self._view.show_trends(words(trends))
        self._view.show_rates(rates(trends, self.dimension, self.kind))
