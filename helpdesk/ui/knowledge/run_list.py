"""Joins the pane of import runs with what decides about it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from helpdesk.domain.import_run import RunFile, RunKind, RunRow
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.knowledge.history_rows import file_look, run_look
from helpdesk.ui.knowledge.runs_pane import RunsPane
from helpdesk.ui.knowledge.runs_presenter import RunsPresenter
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.ids import ArticleId
    from helpdesk.ui.kit.row_look import RowLook
    from helpdesk.ui.knowledge.confirm import Question
    from helpdesk.ui.knowledge.frame import Frame


class RunList(QObject):
    """`retry_wanted`, `go_on_wanted` and `roll_back_wanted` carry the run; `article_wanted` the article of a file."""

    retry_wanted = Signal(object)
    go_on_wanted = Signal(object)
    roll_back_wanted = Signal(object)
    article_wanted = Signal(object)
    unfinished_known = Signal(int)
    closed = Signal()

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._runs: PagedModel[RunRow] = PagedModel(lambda run: run_look(run).spoken)
        self._files: PagedModel[RunFile] = PagedModel(lambda file: self._look_of(file).spoken)
        self.presenter = RunsPresenter(self, self._runs, self._files, frame.context.bridge, frame.context.delays)

    @cached_property
    def pane(self) -> RunsPane:
        """Made when it is first asked for."""
        made = RunsPane(self._runs, self._files, self._look_of)
        self._connect(made)
        return made

    def enter(self) -> None:
        self._frame.bring(self.pane)
        self.presenter.enter()
        self.pane.runs.setFocus()

    def save_report(self, file: str) -> None:
        self.presenter.save_report(Path(file))

    # What the presenter asks for

    def show_runs(self, runs: list[RunRow], chosen: int) -> None:
        self.pane.show_runs(runs, chosen)

    def show_run(self, run: RunRow | None, files: int | None) -> None:
        self.pane.show_run(run, files)

    def show_unfinished(self, runs: int) -> None:
        self.unfinished_known.emit(runs)

    def ask(self, question: Question, act: Callable[[], object], other: Callable[[], object] | None = None) -> None:
        self._frame.ask(question, act, other)

    def show_runs_trouble(self, error: Exception) -> None:
        self._frame.context.report(error)

    def say(self, words: str) -> None:
        self._frame.context.toasts.say(words)

    # Inside

    def _look_of(self, file: RunFile) -> RowLook:
        run = self.presenter.run
        return file_look(file, undone=run is not None and run.rolled_back_at is not None)

    def _connect(self, pane: RunsPane) -> None:
        pane.closed.connect(self.closed)
        pane.run_chosen.connect(self.presenter.choose)
        pane.file_opened.connect(self._open_file)
        pane.retry_requested.connect(lambda: self.retry_wanted.emit(self.presenter.run))
        pane.go_on_requested.connect(self._go_on)
        pane.report_requested.connect(self._ask_where)
        pane.roll_back_requested.connect(lambda: self.presenter.ask_to_roll_back(self._roll_back))

    def _roll_back(self) -> None:
        self.roll_back_wanted.emit(self.presenter.run)

    def _go_on(self) -> None:
        """A roll back that was broken off goes on as one."""
        run = self.presenter.run
        wanted = self.roll_back_wanted if run is not None and run.kind is RunKind.ROLLBACK else self.go_on_wanted
        wanted.emit(run)

    def _open_file(self, number: int) -> None:
        file = self._files.row(number)
        article_id: ArticleId | None = file.article_id if file is not None else None
        if article_id is not None:
            self.article_wanted.emit(article_id)

    def _ask_where(self) -> None:
        run = self.presenter.run
        if run is None:
            return
        dialog = QFileDialog(self.pane, tr("Save the report of this run"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"import-{run.id}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_report)
        dialog.open()
