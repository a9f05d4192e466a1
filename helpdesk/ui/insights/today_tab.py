"""The day in numbers: tiles above, bars below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.bar_chart import BarChart
from helpdesk.ui.insights.presenter import InsightsPresenter
from helpdesk.ui.insights.tab import InsightsTab, page
from helpdesk.ui.insights.tile_card import TileCard, TileGrid
from helpdesk.ui.insights.watching import PresentedTab
from helpdesk.ui.kit import Banner, Label
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.ui.insights.figures import Chart, Figures
    from helpdesk.ui.kit import ScreenContext


def build(context: ScreenContext) -> InsightsTab:
    return TodayTab(context)


class TodayTab(PresentedTab[InsightsPresenter]):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.charts: list[ChartCard] = []
        self._banner = Banner()
        self._waiting = Label(tr("Counting…"), "muted")
        self.grid = TileGrid()
        self._chart_grid = QGridLayout()
        self._lay_out()
        self.presenter = InsightsPresenter(self, context.bridge, context.delays)
        self._banner.acted.connect(self.presenter.load)

    @property
    def tiles(self) -> list[TileCard]:
        return self.grid.cards

    def show_figures(self, shown: Figures) -> None:
        self._banner.clear()
        self._waiting.hide()
        self.grid.show_tiles(shown.tiles)
        while len(self.charts) < len(shown.charts):
            chart_card = ChartCard()
            self._chart_grid.addWidget(chart_card, len(self.charts) // 2, len(self.charts) % 2)
            self.charts.append(chart_card)
        for chart_card, chart in zip(self.charts, shown.charts, strict=True):
            chart_card.show_chart(chart)

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def _lay_out(self) -> None:
        for place in range(2):
            self._chart_grid.setColumnStretch(place, 1)
        self._chart_grid.setSpacing(theme.M)
        self._chart_grid.setContentsMargins(0, 0, 0, 0)
        charts = QWidget()
        charts.setLayout(self._chart_grid)
        page(self, [self._banner, self._waiting, self.grid, charts])


class ChartCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "strong")
        self._bars = BarChart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(self._title)
        layout.addWidget(self._bars)
        layout.addStretch(1)
        theme.dress(self, "card")

    def show_chart(self, chart: Chart) -> None:
        self._title.say(chart.title)
        self._bars.show_chart(chart)
        self.setAccessibleName(chart.spoken)
