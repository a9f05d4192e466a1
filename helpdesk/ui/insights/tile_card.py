"""One number on a card, and a grid of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.figures import Tile
from helpdesk.ui.kit import Label

NARROWEST, MOST_ACROSS = 200, 6


class TileCard(QFrame):
    """What it shows is also its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", "section", wraps=True)
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


class TileGrid(QWidget):
    """In lines as evenly filled as the width allows, each as wide as the other; made when first shown."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[TileCard] = []
        self._grid = QGridLayout(self)
        self._grid.setSpacing(theme.M)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._across = 0

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        self.cards += [TileCard() for _ in tiles[len(self.cards) :]]
        for card, tile in zip(self.cards, tiles, strict=False):
            card.show_tile(tile)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fitting = min(MOST_ACROSS, max(1, (self.width() + theme.M) // (theme.scaled(NARROWEST) + theme.M)))
        lines = -(-len(self.cards) // fitting)
        across = -(-len(self.cards) // max(1, lines))
        if across == self._across and self._grid.count() == len(self.cards):
            return
        self._across = across
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // across, number % across)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, int(place < across))
