"""Tiles above, bars below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme, wording
from helpdesk.ui.insights.bar_chart import BarChart
from helpdesk.ui.insights.presenter import InsightsPresenter
from helpdesk.ui.kit import Banner, Label, Place, Screen, Tone, button, column, row, scrolling
from helpdesk.ui.kit.shortcuts import Intent

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk
    from helpdesk.ui.insights.figures import Chart, Figures, Tile
    from helpdesk.ui.kit import ScreenContext

ACROSS = 4
WIDEST = 1160


class InsightsScreen(Screen):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.tiles: list[TileCard] = []
        self.charts: list[ChartCard] = []
        self._banner = Banner()
        self._waiting = Label("Counting…", "muted")
        self._refresh = button("Refresh", "quiet", name="Count again", key="F5")
        self._tile_grid = QGridLayout()
        self._chart_grid = QGridLayout()
        for grid in (self._tile_grid, self._chart_grid):
            grid.setSpacing(theme.M)
        self._lay_out()
        self.presenter = InsightsPresenter(self, context.bridge, context.delays)
        self._refresh.clicked.connect(self.presenter.load)
        self._banner.acted.connect(self.presenter.load)
        context.shortcuts.add(self, Intent("refresh", ("F5",), "Count again", "Insights"), self.presenter.load)

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)

    def entered(self, place: Place) -> None:
        self.presenter.entered()
        self._refresh.setFocus()

    def left(self) -> None:
        self.presenter.left()

    def show_figures(self, shown: Figures) -> None:
        self._banner.clear()
        self._waiting.hide()
        while len(self.tiles) < len(shown.tiles):
            card = TileCard()
            self._tile_grid.addWidget(card, len(self.tiles) // ACROSS, len(self.tiles) % ACROSS)
            self.tiles.append(card)
        while len(self.charts) < len(shown.charts):
            chart_card = ChartCard()
            self._chart_grid.addWidget(chart_card, len(self.charts) // 2, len(self.charts) % 2)
            self.charts.append(chart_card)
        for card, tile in zip(self.tiles, shown.tiles, strict=True):
            card.show_tile(tile)
        for chart_card, chart in zip(self.charts, shown.charts, strict=True):
            chart_card.show_chart(chart)

    def show_trouble(self, error: Exception) -> None:
        said = wording.of(error)
        self._banner.say(said.sentence, Tone.ERROR, title=said.title, action="Try again")

    def _lay_out(self) -> None:
        for place in range(ACROSS):
            self._tile_grid.setColumnStretch(place, 1)
        for place in range(2):
            self._chart_grid.setColumnStretch(place, 1)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.XL)
        layout.setSpacing(theme.M)
        layout.addWidget(row(Label("Today", "title"), None, self._refresh))
        layout.addWidget(self._banner)
        layout.addWidget(self._waiting)
        layout.addLayout(self._tile_grid)
        layout.addLayout(self._chart_grid)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(column(inside)))


class TileCard(QFrame):
    """One number. What it shows is also its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", "section")
        self._value = Label("", "display")
        self._note = Label("", "caption", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(2)
        for part in (self._label, self._value, self._note):
            layout.addWidget(part)
        layout.addStretch(1)
        theme.dress(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_tile(self, tile: Tile) -> None:
        self._label.say(tile.label)
        self._value.say(tile.value)
        self._note.say(tile.note)
        theme.dress(self, "banner-error" if tile.alarming else "card")
        self.setAccessibleName(tile.spoken)


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
