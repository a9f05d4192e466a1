"""Charts on cards, beside each other as far as there is room."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.bar_chart import BarChart
from helpdesk.ui.insights.figures import Chart
from helpdesk.ui.kit import Label

NARROW, WIDE = 640, 1400
"""Below the one two columns would cut names off; from the other on bars would be longer than an eye takes in beside a name."""


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


class ChartGrid(QWidget):
    """One to three columns, as wide as it is; cards are made when first shown."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[ChartCard] = []
        self._placed = (0, 0)
        self._layout = QGridLayout(self)
        self._layout.setSpacing(theme.M)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        self.cards += [ChartCard() for _ in charts[len(self.cards) :]]
        for card, chart in zip(self.cards, charts, strict=True):
            card.show_chart(chart)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def columns(self) -> int:
        return 1 + (self.width() >= theme.scaled(NARROW)) + (self.width() >= theme.scaled(WIDE))

    def _place(self) -> None:
        wanted = (len(self.cards), self.columns())
        if wanted == self._placed:
            return
        self._placed = wanted
        for number, card in enumerate(self.cards):
            self._layout.addWidget(card, *divmod(number, wanted[1]))
        for column in range(3):
            self._layout.setColumnStretch(column, int(column < wanted[1]))
