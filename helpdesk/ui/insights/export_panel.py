"""What to take away: every ticket as a row of a table, or the numbers as one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QVBoxLayout

from helpdesk.domain.ticket_columns import LONG, TICKET_COLUMNS
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, ProgressStrip, button, row
from helpdesk.ui.kit.flow import FlowFrame, flow
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SPANS = (
    (0, mark("All tickets")),
    (7, mark("Tickets of 7 days")),
    (30, mark("Tickets of 30 days")),
    (90, mark("Tickets of 90 days")),
)
WORDS = mark(
    "One row a ticket, as many as there are. Questions and replies are whole texts of customers and agents: with personal "
    "data in them, take them along only where they may go."
)


class ExportPanel(QFrame):
    """Passive; hidden until it is asked for."""

    table_wanted = Signal(str)
    page_wanted = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns: dict[str, QCheckBox] = {}
        self.span = PickBox(tr("Which tickets"))
        self.marked = QCheckBox(tr("For a spreadsheet (marks the file as UTF-8)"))
        self.hides = QCheckBox(tr("Hide personal data in questions and replies"))
        self.every = button(tr("All"), "quiet", name=tr("All columns"))
        self.none = button(tr("None"), "quiet", name=tr("No column"))
        self.table = button(tr("Save table…"), "primary", name=tr("Save the tickets as a table"))
        self.page = button(tr("Save page…"), name=tr("Save the numbers of Insights as one HTML page"))
        self.strip = ProgressStrip()
        self._own = FlowFrame(QMargins(0, 0, 0, 0), theme.S)
        self._own.hide()
        self._lay_out()
        self.every.clicked.connect(lambda: self._tick(True))
        self.none.clicked.connect(lambda: self._tick(False))
        self.table.clicked.connect(
            lambda: self._ask((tr("Save tickets as a table"), tr("Tables"), "csv", "tickets"), self.table_wanted.emit)
        )
        self.page.clicked.connect(
            lambda: self._ask((tr("Save Insights as a page"), tr("Pages"), "html", "insights"), self.page_wanted.emit)
        )
        self.strip.cancelled.connect(self.cancelled)

    def chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.columns.items() if box.isChecked())

    def show_own(self, fields: Mapping[str, str]) -> None:
        """Columns of fields the desk made up itself; what was ticked stays so, and new ones are."""
        before = {name: self.columns.pop(name).isChecked() for name in [*self.columns] if name not in TICKET_COLUMNS}
        self._own.empty()
        for name, words in fields.items():
            box = self._box(name, words, tr("A field of your own"), ticked=before.get(name, True))
            self._own.add(box)
        self._own.setVisible(bool(fields))

    def days(self) -> int:
        """0: all there are."""
        return int(self.span.currentData())

    def show_busy(self, busy: bool) -> None:
        for part in (self.table, self.page):
            part.setEnabled(not busy)
        if not busy:
            self.strip.finish()
            self._ticked()

    def _tick(self, wanted: bool) -> None:
        for name, box in self.columns.items():
            box.setChecked(wanted and name not in LONG)

    def _ticked(self) -> None:
        self.table.setEnabled(bool(self.chosen()))

    def _ask(self, told: tuple[str, str, str, str], then: Callable[[str], object]) -> None:
        title, kind, suffix, name = told
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _box(self, name: str, words: str, meaning: str, *, ticked: bool) -> QCheckBox:
        box = self.columns[name] = QCheckBox(words.replace("&", "&&"))
        box.setToolTip(meaning)
        box.setAccessibleName(tr("Column {replace}: {meaning}", replace=words, meaning=meaning))
        box.setChecked(ticked)
        box.toggled.connect(self._ticked)
        return box

    def _lay_out(self) -> None:
        boxes = FlowFrame(QMargins(0, 0, 0, 0), theme.S)
        for name, meaning in TICKET_COLUMNS.items():
            boxes.add(self._box(name, name.replace("_", " "), reason_said(meaning), ticked=name not in LONG))
        for days, words in SPANS:
            self.span.addItem(tr(words), days)
        self.span.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToContents)
        self.marked.setChecked(True)
        self.hides.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(
            row(Label(tr("Tickets as a table"), "strong"), None, Label(tr("Columns"), "muted"), self.every, self.none)
        )
        layout.addWidget(Label(tr(WORDS), "caption", wraps=True))
        layout.addWidget(boxes)
        layout.addWidget(self._own)
        layout.addWidget(row(self.hides, None))
        layout.addWidget(flow(self.span, self.marked, far=(self.page, self.table), gap=theme.S))
        layout.addWidget(self.strip)
        theme.dress(self, "card")
        self.setAccessibleName(tr("Export"))
        self.hide()
