"""The day in numbers: tiles above, bars below, and its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.insights.chart_grid import ChartCard, ChartGrid
from helpdesk.ui.insights.day_chart import DayCard
from helpdesk.ui.insights.presenter import InsightsPresenter
from helpdesk.ui.insights.tab import InsightsTab, page
from helpdesk.ui.insights.tile_card import TileCard, TileGrid
from helpdesk.ui.insights.watching import PresentedTab
from helpdesk.ui.kit import Banner, Label
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.ui.insights.figures import Figures
    from helpdesk.ui.kit import ScreenContext


def build(context: ScreenContext) -> InsightsTab:
    return TodayTab(context)


class TodayTab(PresentedTab[InsightsPresenter]):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._banner = Banner()
        self._waiting = Label(tr("Counting…"), "muted")
        self.grid = TileGrid()
        self._charts = ChartGrid()
        self.day = DayCard()
        page(self, [self._banner, self._waiting, self.grid, self._charts, self.day])
        self.presenter = InsightsPresenter(self, context.bridge, context.delays)
        self._banner.acted.connect(self.presenter.load)

    @property
    def tiles(self) -> list[TileCard]:
        return self.grid.cards

    @property
    def charts(self) -> list[ChartCard]:
        return self._charts.cards

    def show_figures(self, shown: Figures) -> None:
        self._banner.clear()
        self._waiting.hide()
        self.grid.show_tiles(shown.tiles)
        self._charts.show_charts(shown.charts)
        self.day.show_day(shown.day)

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))
