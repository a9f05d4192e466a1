"""Days and weeks: what became of drafts, by what, and how fast customers were answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from helpdesk.ui import theme
from helpdesk.ui.insights.plot_card import PlotCard
from helpdesk.ui.insights.saving import PictureSaver
from helpdesk.ui.insights.tab import InsightsTab, page
from helpdesk.ui.insights.tile_card import TileGrid
from helpdesk.ui.insights.trend_pictures import DIMENSIONS, RATES
from helpdesk.ui.insights.trends_presenter import DAYS, TrendsPresenter
from helpdesk.ui.kit import Banner, Label, row
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.language import capital, mark, tr

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk
    from helpdesk.ui.insights.picture import Picture
    from helpdesk.ui.insights.trend_pictures import TrendWords
    from helpdesk.ui.kit import ScreenContext

RATE_NAMES = (mark("Unedited"), mark("Edited"), mark("Rejected"), mark("Escalated"))


def build(context: ScreenContext) -> InsightsTab:
    return TrendsTab(context)


class TrendsTab(InsightsTab):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.presenter = TrendsPresenter(self, context.bridge)
        self.days = compact(tr("Days"), [tr("{days} days", days=days) for days in DAYS])
        self.by = compact(tr("Compared by"), [capital(name) for name in DIMENSIONS.values()])
        self.rate = compact(tr("Which share"), [tr(name) for name in RATE_NAMES])
        self.tiles = TileGrid()
        self.decided, self.rates, self.waits, self.promises = PlotCard(), PlotCard(), PlotCard(), PlotCard()
        self._banner = Banner()
        self._waiting = Label(tr("Counting…"), "muted")
        self.days.choose(DAYS.index(self.presenter.days))
        self.days.chosen.connect(lambda number: self.presenter.choose_days(DAYS[number]))
        for segments in (self.by, self.rate):
            segments.chosen.connect(self._compare)
        self._banner.acted.connect(self.presenter.load)
        PictureSaver(self, context, (self.decided, self.rates, self.waits, self.promises))
        self._lay_out()

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)

    def entered(self) -> None:
        self.presenter.load()

    def refresh(self) -> None:
        self.presenter.load()

    def show_trends(self, shown: TrendWords) -> None:
        self._banner.clear()
        self._waiting.hide()
        self.tiles.show_tiles(shown.tiles)
        self.decided.show_picture(shown.decided)
        self.waits.show_picture(shown.waits)
        self.promises.show_picture(shown.promises)

    def show_rates(self, picture: Picture) -> None:
        self._compared.show()
        self.rates.show_picture(picture)

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def _compare(self) -> None:
        self.presenter.compare(tuple(DIMENSIONS)[self.by.current()], RATES[self.rate.current()])

    def _lay_out(self) -> None:
        chosen = row(self.days, None)
        self._compared = row(
            Label(tr("Compare by"), "muted"), self.by, theme.L, Label(tr("the share"), "muted"), self.rate, None
        )
        self._compared.hide()
        head = [chosen, self._banner, self._waiting, self.tiles, self.decided]
        page(self, [*head, self._compared, self.rates, self.waits, self.promises])


def compact(name: str, choices: list[str] | tuple[str, ...]) -> Segments:
    """Segments no wider than their words."""
    made = Segments(name, list(choices))
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made
