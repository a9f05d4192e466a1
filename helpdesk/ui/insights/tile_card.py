"""One number on a card, and a grid of them."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

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
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as its neighbours
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_tile(self, tile: Tile) -> None:
        self._label.say(tile.label)
        self._value.say(tile.value)
        self._note.say(tile.note)
        theme.dress(self, "banner-error" if tile.alarming else "card")
        self.setAccessibleName(tile.spoken)


class TileGrid(QWidget):
    """In lines as evenly filled as the width allows, so that no tile stands alone; made when first shown."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[TileCard] = []
        self._lines: list[int] = []
        self._rows: list[QHBoxLayout] = []
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.M)
        self._layout.setContentsMargins(0, 0, 0, 0)

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
        lines = evenly(len(self.cards), fitting)
        if lines == self._lines:
            return
        self._lines = lines
        while len(self._rows) < len(lines):
            self._rows.append(QHBoxLayout())
            self._rows[-1].setSpacing(theme.M)
            self._layout.addLayout(self._rows[-1])
        cards = iter(self.cards)
        for row, across in zip(self._rows, lines, strict=False):
            for card in islice(cards, across):
                row.addWidget(card, 1)


def evenly(count: int, fitting: int) -> list[int]:
    """How many stand in each line, the longer lines first."""
    lines = -(-count // fitting)
    return [count // lines + (line < count % lines) for line in range(lines)]
