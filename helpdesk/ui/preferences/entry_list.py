"""The head of a card that keeps several things of one kind: what they are for, the list of them, and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.keyed_list import KeyedList

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS_SHOWN = 4


class EntryList(QFrame):
    """Passive. `picked` carries the number of what was chosen, 0 for a new one; `arranged` all numbers in their new order."""

    picked = Signal(int)
    arranged = Signal(list)

    def __init__(self, title: str, about: str, *, ordered: bool) -> None:
        super().__init__()
        self.listing: KeyedList[int] = KeyedList(title)
        self.earlier = button(tr("Earlier"), "quiet", name=tr("Try the chosen one earlier"))
        self.later = button(tr("Later"), "quiet", name=tr("Try the chosen one later"))
        self.fresh = button(tr("New"), "quiet", name=tr("Begin a new one: {title}", title=title))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(Label(title, "section"), None, self.earlier, self.later, self.fresh))
        layout.addWidget(Label(about, "caption", wraps=True))
        layout.addWidget(self.listing)
        for mover in (self.earlier, self.later):
            mover.setVisible(ordered)
        self.listing.currentRowChanged.connect(self._pick)
        self.fresh.clicked.connect(self.begin_anew)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))

    def show_entries(self, entries: Sequence[tuple[int, str]], chosen: int) -> None:
        """(number, words) each; the chosen one stays chosen."""
        self.listing.ensurePolished()
        self.listing.show_lines(entries, chosen)
        height = max(self.listing.sizeHintForRow(0), 1) if entries else 0
        self.listing.setFixedHeight(min(len(entries), ROWS_SHOWN) * height + 2 * self.listing.frameWidth() + theme.XS)
        self._weigh()

    def chosen(self) -> int:
        """Its number; 0 for a new one."""
        return self.listing.chosen() or 0

    def begin_anew(self) -> None:
        self.listing.blockSignals(True)
        self.listing.setCurrentRow(-1)
        self.listing.blockSignals(False)
        self._weigh()
        self.picked.emit(0)

    def _pick(self, _: int) -> None:
        self._weigh()
        self.picked.emit(self.chosen())

    def _move(self, by: int) -> None:
        place = self.listing.currentRow()
        order = [self.listing.key(one) for one in range(self.listing.count())]
        order[place], order[place + by] = order[place + by], order[place]
        self.arranged.emit(order)

    def _weigh(self) -> None:
        place = self.listing.currentRow()
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(0 <= place < self.listing.count() - 1)
