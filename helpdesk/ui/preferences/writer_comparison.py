"""Models side by side on the desk's newest tickets: figures, and the drafts to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from helpdesk.ui import theme, trial_wording
from helpdesk.ui.kit import Label, SafeText, button, column, printable, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.bake_off import BakeOff

NONE = "—"
TICKETS = (3, 5, 10, 20)
LEAST_MODELS = 2
READING_HEIGHT = 220


class WriterComparison(QFrame):
    """Passive. `wanted` carries the names of two or three models and how many tickets."""

    wanted = Signal(list, int)

    def __init__(self) -> None:
        super().__init__()
        self._idle = True
        self._found: BakeOff | None = None
        self.picks = tuple(PickBox(tr("Model {number} to compare", number=number)) for number in (1, 2, 3))
        self.tickets = PickBox(tr("How many of the newest tickets"))
        self.tickets.addItems([tr("{count} newest tickets", count=count) for count in TICKETS])
        self.compare = button(tr("Compare"), name=tr("Let these models draft the same tickets; nothing is stored"))
        self.table = QTableWidget(0, len(trial_wording.BAKE_OFF_HEADS))
        self.which = PickBox(tr("Ticket whose drafts are shown"))
        self.texts = tuple(SafeText(tr("Draft of model {number}", number=number)) for number in (1, 2, 3))
        self._heads = tuple(Label("", "strong", wraps=True) for _ in self.texts)
        self._reading = self._made_reading()
        self._lay_out()
        self.which.currentIndexChanged.connect(self._read)
        self.compare.clicked.connect(lambda: self.wanted.emit(self.chosen(), TICKETS[self.tickets.currentIndex()]))
        for pick in self.picks:
            pick.activated.connect(lambda _: self.allow(self._idle))

    def show_models(self, names: Sequence[str]) -> None:
        for place, pick in enumerate(self.picks):
            pick.clear()
            for name in ("", *names):
                pick.addItem(name or NONE, name)
            pick.setCurrentIndex(place + 1 if place < LEAST_MODELS <= len(names) else 0)
        self.setVisible(len(names) >= LEAST_MODELS)

    def chosen(self) -> list[str]:
        return [name for name in dict.fromkeys(pick.currentData() for pick in self.picks) if name]

    def allow(self, idle: bool) -> None:
        self._idle = idle
        self.compare.setEnabled(idle and len(self.chosen()) >= LEAST_MODELS)

    def show_found(self, found: BakeOff) -> None:
        self._found = found
        rows = [trial_wording.bake_off_row(one) for one in found.rows()]
        self.table.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                self.table.setItem(number, place, QTableWidgetItem(printable(cell)))
        bars = self.table.horizontalHeader().height() + self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(bars + 4 + sum(map(self.table.rowHeight, range(len(rows)))))
        self.which.clear()
        self.which.addItems([printable(f"#{ticket.ticket_id} {ticket.subject}")[:80] for ticket in found.tickets])
        self.table.show()
        self._reading.show()
        self._read(0)

    def _read(self, place: int) -> None:
        if self._found is None or not 0 <= place < len(self._found.tickets):
            return
        drafts = self._found.tickets[place].drafts
        for number, (head, text) in enumerate(zip(self._heads, self.texts, strict=True)):
            shown = number < len(drafts)
            head.setVisible(shown)
            text.setVisible(shown)
            if shown:
                head.say(drafts[number].model)
                text.show_source(reason_said(drafts[number].failure) or drafts[number].text)

    def _made_reading(self) -> QFrame:
        sides = [column(head, text, gap=2) for head, text in zip(self._heads, self.texts, strict=True)]
        for text in self.texts:
            text.setFixedHeight(theme.scaled(READING_HEIGHT))
        return column(self.which, row(*sides), gap=theme.S)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.S, 0, 0)
        layout.setSpacing(theme.S)
        self.table.setHorizontalHeaderLabels([tr(head) for head in trial_wording.BAKE_OFF_HEADS])
        self.table.setAccessibleName(tr("Models compared"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setTabKeyNavigation(False)
        layout.addWidget(Label(tr("Compare models on your own tickets"), "section"))
        layout.addWidget(flow(*self.picks))
        layout.addWidget(flow(self.tickets, self.compare))
        layout.addWidget(self.table)
        layout.addWidget(self._reading)
        self.table.hide()
        self._reading.hide()
        self.hide()
