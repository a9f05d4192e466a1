"""The sources of a draft and the reasons for its score, a row each. Rows stay and show the next draft's: making and styling the
dozen that a draft needs takes longer than all else that changes with it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from helpdesk.domain.article import trail_shown
from helpdesk.domain.draft import Citation, Reason
from helpdesk.domain.glance import glance
from helpdesk.domain.macro import is_macro
from helpdesk.ui import theme
from helpdesk.ui.kit import ElidedLabel, Label, button
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

RAISES = ("+", "good", mark("raises confidence"))
LOWERS = ("−", "poor", mark("lowers confidence"))
ASKS = ("!", "fair", mark("asks for a person's eye"))
READY = 6


class Row(QFrame):
    def show_entry(self, entry: Any, /) -> None:
        raise NotImplementedError


class KeptRows(QFrame):
    """A head and a row for each entry; nothing at all where there is none."""

    def __init__(self, head: str, make: Callable[[], Row]) -> None:
        super().__init__()
        self._make = make
        self._rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        self._column.addWidget(Label(head, "section"))
        self.hide()

    def show_entries(self, entries: Sequence[object]) -> None:
        while len(self._rows) < len(entries):
            self._add()
        for row, entry in zip(self._rows, entries, strict=False):
            row.show_entry(entry)
        self._show_rows(len(entries))
        self.setVisible(bool(entries))
        self.updateGeometry()

    def make_ready(self) -> bool:
        """Makes a row before it is needed; False when there are enough for most drafts."""
        if len(self._rows) >= READY:
            return False
        self._add()
        return True

    def _show_rows(self, count: int) -> None:
        """Out of sight, for Qt lays the whole window out anew for each that is shown in sight. Their heights are asked for
        before the outer layouts have been told."""
        if [not row.isHidden() for row in self._rows] != [place < count for place in range(len(self._rows))]:
            self.hide()
        for place, row in enumerate(self._rows):
            row.setVisible(place < count)
            row.updateGeometry()

    def _add(self) -> None:
        row = self._make()
        row.hide()
        self._column.addWidget(row)
        row.ensurePolished()
        self._rows.append(row)


class SourceRow(Row):
    """The number, where it stands, and the words that are cited. Emits the number of the citation to open."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._n = 0
        self._chip = button("", "chip")
        self._trail = ElidedLabel()
        self._place = Label("", "caption")
        self._quote = ElidedLabel("", "caption")
        self._chip.clicked.connect(lambda: self.opened.emit(self._n))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._chip, 0, 0, 2, 1)
        grid.addWidget(self._trail, 0, 1)
        grid.addWidget(self._place, 0, 2)
        grid.addWidget(self._quote, 1, 1, 1, 2)

    def show_entry(self, citation: Citation, /) -> None:
        self._n = citation.n
        trail = trail_shown(citation.title, citation.heading)
        key = f"Alt+{citation.n}" if citation.n < 10 else ""
        self._chip.setText(str(citation.n))
        self._chip.setProperty("key", key)
        self._chip.setAccessibleName(tr("Open source {count}: {trail}", count=citation.n, trail=trail))
        self._chip.setToolTip(
            tr("Open source {count} ({key})", count=citation.n, key=key) if key else tr("Open source {count}", count=citation.n)
        )
        first, last = citation.lines
        place = tr("lines {first}–{last}", first=first, last=last) if last > first else tr("line {first}", first=first)
        self._trail.say(trail)
        self._place.say(tr("macro") if is_macro(citation) else place)
        self._quote.say(tr("“{quote}”", quote=glance(citation.quote)))


class ReasonRow(Row):
    def __init__(self) -> None:
        super().__init__()
        self._sign = Label()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = Label(wraps=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XS)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)

    def show_entry(self, reason: Reason, /) -> None:
        sign, look, spoken = RAISES if reason.weight > 0 else LOWERS if reason.weight < 0 else ASKS
        self._sign.say(sign)
        self._sign.setFixedWidth(theme.scaled(12))
        self._sign.setAccessibleName(tr(spoken))
        if self._sign.property("role") != look:
            theme.dress(self._sign, look)
        self._words.say(reason_said(reason.words))
