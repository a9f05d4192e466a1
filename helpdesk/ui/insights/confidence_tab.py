"""What can be signed, how honest the score is, and what another goal would mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.confidence_presenter import ConfidencePresenter
from helpdesk.ui.insights.figures import WRITERS
from helpdesk.ui.insights.plot_card import PlotCard
from helpdesk.ui.insights.saving import PictureSaver
from helpdesk.ui.insights.tab import InsightsTab, page
from helpdesk.ui.insights.tile_card import TileGrid
from helpdesk.ui.insights.watching import PresentedTab
from helpdesk.ui.insights.what_if import WhatIfCard
from helpdesk.ui.kit import Banner, Label, Place, button, row
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.ui.insights.confidence_findings import ConfidenceShown
    from helpdesk.ui.insights.confidence_words import Headline, Supposed
    from helpdesk.ui.kit import ScreenContext


def build(context: ScreenContext) -> InsightsTab:
    return ConfidenceTab(context)


class ConfidenceTab(PresentedTab[ConfidencePresenter]):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.presenter = ConfidencePresenter(self, context.bridge, context.delays)
        self.headline = HeadlineCard()
        self.tiles = TileGrid()
        self.what_if = WhatIfCard()
        self.writer = PickBox(tr("Whose drafts"))
        self.writer.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToContents)
        self.writer.setMinimumContentsLength(16)
        self.cards = tuple(PlotCard() for _ in range(4))
        self._whose = row(Label(tr("Drafts by"), "muted"), self.writer, None)
        self._banner = Banner()
        self._waiting = Label(tr("Counting…"), "muted")
        self._banner.acted.connect(self.presenter.load)
        self.what_if.supposed.connect(self.presenter.suppose)
        self.headline.goal.clicked.connect(lambda: context.navigate(Place("insights", section="sending")))
        self.writer.activated.connect(lambda: self.presenter.choose(str(self.writer.currentData())))
        PictureSaver(self, context, self.cards)
        self._lay_out()
        self.what_if.hide()
        self._whose.hide()

    def show_confidence(self, shown: ConfidenceShown) -> None:
        self._banner.clear()
        self._waiting.hide()
        self.headline.show_headline(shown.headline)
        self.tiles.show_tiles(shown.tiles)
        for card, picture in zip(self.cards, shown.pictures, strict=True):
            card.show_picture(picture)
        self.writer.clear()
        for writer in shown.writers:
            self.writer.addItem(WRITERS.get(writer, writer), writer)
        self.writer.setCurrentIndex(max(0, self.writer.findData(shown.writer)))
        self._whose.setVisible(len(shown.writers) > 1)
        self.what_if.setVisible(bool(shown.writers))

    def show_supposed(self, supposed: Supposed, how: str) -> None:
        self.what_if.show_supposed(supposed, how)

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def _lay_out(self) -> None:
        above = QWidget()
        down = QBoxLayout.Direction.TopToBottom
        side_by_side = QBoxLayout(down if theme.is_large() else QBoxLayout.Direction.LeftToRight, above)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(theme.M)
        for card in self.cards[:2]:
            side_by_side.addWidget(card, 1)
        parts = [self._banner, self._waiting, self.headline, self.tiles, self.what_if, self._whose, above, *self.cards[2:]]
        page(self, parts)


class HeadlineCard(QFrame):
    """The sentence to sign, or what is missing for it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "section")
        self._sentences = Label("", "title", wraps=True, selectable=True)
        self._small = Label("", "caption", wraps=True, selectable=True)
        self.goal = button(tr("Goal and sending…"), "quiet", name=tr("Go to the goal, under Sending"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(row(self._title, None, self.goal))
        layout.addWidget(self._sentences)
        layout.addWidget(self._small)
        theme.dress(self, "card")
        self.hide()

    def show_headline(self, headline: Headline) -> None:
        self.show()
        self._title.say(headline.title)
        self._sentences.say("\n".join(headline.sentences))
        theme.dress(self._sentences, "title" if headline.proven else "strong")
        self._small.say(" ".join(headline.small))
        self._small.setVisible(bool(headline.small))
        self.setAccessibleName(f"{headline.title}. {' '.join(headline.sentences)}")
