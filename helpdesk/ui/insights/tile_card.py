"""One number on a card, and a grid of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.figures import Tile
from helpdesk.ui.kit import Label

ACROSS = 4


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
    """Four across, each as wide as the other; made when first shown."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[TileCard] = []
        self._grid = QGridLayout(self)
        self._grid.setSpacing(theme.M)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place in range(ACROSS):
            self._grid.setColumnStretch(place, 1)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        while len(self.cards) < len(tiles):
            card = TileCard()
            self._grid.addWidget(card, len(self.cards) // ACROSS, len(self.cards) % ACROSS)
            self.cards.append(card)
        for card, tile in zip(self.cards, tiles, strict=False):
            card.show_tile(tile)
