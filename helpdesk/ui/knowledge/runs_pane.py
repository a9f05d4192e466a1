"""Import runs: the list of them, every file of the chosen one with its reason, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import ElidedLabel, EmptyState, Label, button, column, glyph_button, row, split
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.knowledge.history_rows import can_go_on, can_retry, can_roll_back, run_look
from helpdesk.ui.language import day_and_clock, mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.ids import ImportRunId
    from helpdesk.domain.import_run import RunFile, RunRow
    from helpdesk.ui.kit.paged_model import PagedModel
    from helpdesk.ui.kit.row_look import RowLook

NO_RUNS = (
    mark("No import yet"),
    mark("Every import, every change of a followed folder and every edit is listed here with what it did."),
    "",
)


class RunsPane(QFrame):
    """Passive."""

    run_chosen = Signal(int)
    file_opened = Signal(int)
    retry_requested = Signal()
    go_on_requested = Signal()
    report_requested = Signal()
    roll_back_requested = Signal()
    closed = Signal()

    def __init__(
        self, runs: PagedModel[RunRow], files: PagedModel[RunFile], look_of_file: Callable[[RunFile], RowLook]
    ) -> None:
        super().__init__()
        self.runs_model, self.files_model = runs, files
        self.runs = RowsView(tr("Import runs"), runs, LookDelegate(run_look))
        self.files = RowsView(tr("Files of this run"), files, LookDelegate(look_of_file))
        self.retry = button(tr("Retry failed"), name=tr("Try the failed files of this run again"))
        self.go_on = button(tr("Go on"), "primary", name=tr("Go on with this unfinished run"))
        self.report = button(tr("Save report…"), name=tr("Save a report of this run as a table"))
        self.roll_back = button(tr("Roll back…"), "danger", name=tr("Undo everything this run did"))
        self._rows: dict[ImportRunId, RunRow] = {}
        self._source = ElidedLabel("", "caption")
        self._counted = Label("", "section")
        self._none = EmptyState("import", *map(tr, NO_RUNS))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_run(None, None)

    def show_runs(self, runs: list[RunRow], chosen: int) -> None:
        self._rows = {run.id: run for run in runs}
        self._stack.setCurrentIndex(0 if runs else 1)
        self.runs.mark(chosen)

    def show_run(self, run: RunRow | None, files: int | None) -> None:
        for made, fits in (
            (self.retry, run is not None and can_retry(run)),
            (self.go_on, run is not None and can_go_on(run)),
            (self.report, run is not None),
            (self.roll_back, run is not None and can_roll_back(run)),
        ):
            made.setEnabled(fits)
        self._source.say(self._where_from(run) if run is not None else "")
        if files is not None:
            self._counted.say(tr("No file was touched") if not files else trn("{n} file", "{n} files", files))

    def _where_from(self, run: RunRow) -> str:
        before = self._rows.get(run.taken_back) if run.taken_back is not None else None
        return run.source if before is None else tr("It took back the run of {at}", at=day_and_clock(before.started_at))

    def words(self) -> str:
        return f"{self._source.text()} {self._counted.text()}" if self._stack.currentIndex() == 0 else self._none.words()

    def _lay_out(self) -> None:
        close = glyph_button("close", tr("Close the list of runs"), key="Esc")
        close.clicked.connect(self.closed)
        acts = flow(self._counted, far=(self.retry, self.go_on, self.report, self.roll_back), gap=theme.S)
        below = column(acts, self._source, self.files, gap=theme.XS, margin=theme.S)
        self._stack.addWidget(split((self.runs, 2), (below, 3), down=True))
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row(Label(tr("Import runs"), "title"), None, close, margin=theme.M, role="ruled"))
        layout.addWidget(self._stack, 1)
        theme.dress(self, "pane")

    def _connect(self) -> None:
        self.runs.row_chosen.connect(self.run_chosen)
        self.files.row_opened.connect(self.file_opened)
        self.retry.clicked.connect(self.retry_requested)
        self.go_on.clicked.connect(self.go_on_requested)
        self.report.clicked.connect(self.report_requested)
        self.roll_back.clicked.connect(self.roll_back_requested)
