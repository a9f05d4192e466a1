"""Every version an article had, what each changed, and putting one back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.article_history import RevisionRow
from helpdesk.domain.word_diff import Change
from helpdesk.ui import theme
from helpdesk.ui.kit import ElidedLabel, button, column, row, split
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.knowledge.diff_lines import spoken_totals
from helpdesk.ui.knowledge.diff_view import DiffView
from helpdesk.ui.knowledge.history_rows import revision_look
from helpdesk.ui.language import day_and_clock, tr, trn

WITH_BEFORE, WITH_CURRENT = range(2)


class HistoryPane(QFrame):
    """Passive. `compare_requested` carries the row and whether to compare with the version in force."""

    compare_requested = Signal(int, bool)
    restore_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RevisionRow] = ()
        self._model: PagedModel[RevisionRow] = PagedModel(lambda row: revision_look(row).spoken)
        self.rows = RowsView(tr("Versions of this article"), self._model, LookDelegate(revision_look))
        self.against = Segments(tr("Compare"), (tr("What it changed"), tr("Against the version in force")))
        self.restore = button(tr("Restore…"), name=tr("Put the chosen version in force again"))
        self.diff = DiffView(tr("Words added and removed"))
        self._said = ElidedLabel("", "caption")
        self.against.setMaximumWidth(theme.scaled(440))
        below = column(row(self.against, None, self.restore), self._said, self.diff, gap=theme.XS, margin=theme.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split((self.rows, 2), (below, 3), down=True))
        self.rows.row_chosen.connect(self._compare)
        self.against.chosen.connect(lambda _: self._compare(self.rows.current()))
        self.restore.clicked.connect(lambda: self.restore_requested.emit(self.rows.current()))
        self.restore.setEnabled(False)

    def await_history(self) -> None:
        """Another article's versions are not on display while this one's come."""
        self.show_history(())
        self._said.say(tr("Looking…"))

    def show_history(self, rows: Sequence[RevisionRow]) -> None:
        """Opens with what the newest version changed."""
        self._rows = rows
        self._model.fill(rows)
        self.diff.clear_changes()
        self.rows.mark(-1)
        self.restore.setEnabled(False)
        self._said.say(trn("{n} version", "{n} versions", len(rows)))
        if rows:
            self.rows.selectRow(0)

    def show_changes(self, changes: Sequence[Change], older: RevisionRow, newer: RevisionRow) -> None:
        span = f"{day_and_clock(older.created_at)} → {day_and_clock(newer.created_at)}"
        self._said.say(f"{span}: {spoken_totals(changes)}")
        self.diff.show_changes(changes)

    def show_first_version(self, source: str) -> None:
        everything = (Change("added", source),)
        self._said.say(
            tr("The first version, there is none before it: {spoken_totals}", spoken_totals=spoken_totals(everything))
        )
        self.diff.show_changes(everything)

    def words(self) -> str:
        return f"{self._said.text()}\n{self.diff.toPlainText()}".strip()

    def _compare(self, number: int) -> None:
        if 0 <= number < len(self._rows):
            self.restore.setEnabled(not self._rows[number].serving)
            self.compare_requested.emit(number, self.against.current() == WITH_CURRENT)
