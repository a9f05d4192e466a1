"""Places library, article, runs and synonyms, and turns keys and clicks into intents."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import EmptyState, Place, Screen, split
from helpdesk.ui.kit.failures_list import ImportResult
from helpdesk.ui.kit.file_drop import FileDrop, named
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.knowledge.article_pane import EDIT, HISTORY, IMPACT, READ, ArticlePane
from helpdesk.ui.knowledge.confirm import ConfirmSheet
from helpdesk.ui.knowledge.frame import Frame
from helpdesk.ui.knowledge.jobs_presenter import SUFFIXES, JobsPresenter, counts, wanted_source
from helpdesk.ui.knowledge.keys import INTENTS
from helpdesk.ui.knowledge.library import Library
from helpdesk.ui.knowledge.opened_article import OpenedArticle
from helpdesk.ui.knowledge.run_list import RunList
from helpdesk.ui.knowledge.runs_pane import RunsPane
from helpdesk.ui.knowledge.synonyms_list import SynonymsList
from helpdesk.ui.knowledge.synonyms_pane import SynonymsPane
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.article import ArticleRow, ArticleText
    from helpdesk.domain.evidence import Hit, LeftOut
    from helpdesk.domain.ids import ArticleId
    from helpdesk.domain.import_run import ImportReport
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext
    from helpdesk.ui.knowledge.confirm import Question

__all__ = ["INTENTS", "KnowledgeScreen"]

WIDTHS = (440, 760)


class KnowledgeScreen(Screen):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._feed = ProgressFeed(self)
        self.work = QStackedWidget()
        theme.dress(self.work, "pane")
        self._nothing = EmptyState("article", tr("No article chosen"), tr("Choose an article, or search and open a passage."))
        theme.dress(self._nothing, "pane")
        frame = Frame(context, self._ask_first, self._bring)
        self.library = Library(frame, self)
        self.article = OpenedArticle(frame, self)
        self.runs = RunList(frame, self)
        self.synonyms = SynonymsList(frame, self)
        self.jobs = JobsPresenter(self, context.bridge, self._feed)
        self._drop = FileDrop(self, tr("Let go to import this knowledge"), wanted_source)
        self._lay_out()
        self._connect()
        self._bind_keys()

    # Made when they are first asked for

    @cached_property
    def result(self) -> ImportResult:
        made = ImportResult(tr("Import finished"))
        made.closed.connect(self._close_page)
        return made

    @cached_property
    def sheet(self) -> ConfirmSheet:
        return ConfirmSheet(self)

    def desk_ready(self, desk: Desk) -> None:
        self.library.desk_ready(desk)
        self.article.desk_ready(desk)
        self.runs.presenter.desk_ready(desk)
        self.synonyms.presenter.desk_ready(desk)
        self.jobs.desk_ready(desk)

    def entered(self, place: Place) -> None:
        pane = self.library.pane
        if place.article_id is not None:
            self.article.open(place.article_id, None, place.lines)
        elif place.section == "index":
            self.jobs.reindex()
        elif place.section == "import":
            pane.folder.setFocus()
        else:
            pane.search.setFocus()

    def left(self) -> None:
        unsaved = self.article.editing.unsaved
        if unsaved:
            self._context.toasts.say(
                tr("Not saved yet: your edit of “{unsaved}”. It is kept; its article offers it.", unsaved=unsaved[0])
            )

    # Doors for the user

    def choose_folder(self) -> None:
        self._ask(QFileDialog.FileMode.Directory, tr("Import a folder of articles"))

    def choose_files(self) -> None:
        self._ask(QFileDialog.FileMode.ExistingFiles, tr("Import articles"))

    def columns(self) -> Sequence[QWidget]:
        return (self.library.pane, self.work)

    def import_paths(self, paths: Sequence[str | Path]) -> None:
        self.jobs.import_paths([Path(path) for path in paths])

    # What the jobs ask for

    def show_job_progress(self, progress: Progress, pausable: bool) -> None:
        self.library.pane.show_progress(progress, pausable)

    def end_job(self) -> None:
        self.library.pane.end_progress()

    def show_import_reports(self, reports: Sequence[tuple[str, ImportReport]]) -> None:
        said = "\n".join(f"{source} → {report.kb}: {counts(report)}." for source, report in reports)
        failed = [failure for _, report in reports for failure in report.failed]
        self.result.show_result(said, failed)
        listed = isinstance(self.work.currentWidget(), RunsPane)
        if not listed or any(self.runs.presenter.leaves_out(report.kb) for _, report in reports):
            self._bring(self.result)

    def article_gone(self, article_id: ArticleId) -> None:
        """The reader shows what takes its place in the list, if anything does; another article on display stays."""
        shown = self.article.presenter.article
        if shown is not None and shown.id == article_id:
            self._close_article()
            self.library.open_in_place_of(article_id)

    def _close_article(self) -> None:
        self.article.close()
        self._bring(self._nothing)

    def base_gone(self, name: str) -> None:
        shown = self.article.presenter.article
        if shown is not None and shown.kb == name:
            self._close_article()

    def say(self, words: str) -> None:
        self._context.toasts.say(words)

    def report(self, error: Exception) -> None:
        self._context.report(error)

    # Inside

    def _bring(self, page: QWidget) -> None:
        if self.work.indexOf(page) < 0:
            self.work.addWidget(page)
        self.work.setCurrentWidget(page)
        if not isinstance(page, RunsPane):
            self.runs.presenter.leave()

    def _ask_first(self, question: Question, act: Callable[[], object], other: Callable[[], object] | None = None) -> None:
        self.sheet.ask(question, act, other)

    def _ask(self, mode: QFileDialog.FileMode, title: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setNameFilter(tr("Articles ({what})", what=" ".join(f"*{suffix}" for suffix in SUFFIXES)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.import_paths)
        dialog.open()

    def _lay_out(self) -> None:
        self.work.addWidget(self._nothing)
        self.library.pane.setMinimumWidth(400)
        self.work.setMinimumWidth(420)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split((self.library.pane, 1), (self.work, 3), sizes=WIDTHS))

    def _connect(self) -> None:
        library, pane, runs = self.library, self.library.pane, self.runs
        pane.folder_requested.connect(self.choose_folder)
        pane.files_requested.connect(self.choose_files)
        pane.job_cancelled.connect(self.jobs.cancel)
        pane.job_paused.connect(self.jobs.pause)
        pane.reindex_requested.connect(self.jobs.reindex)
        pane.runs_requested.connect(runs.enter)
        pane.synonyms_requested.connect(self.synonyms.enter)
        pane.models_requested.connect(lambda: self._context.navigate(Place("preferences", section="Knowledge")))
        library.row_opened.connect(self._open_row)
        library.passage_opened.connect(self._open_passage)
        library.left_out_opened.connect(self._open_left_out)
        library.rescan_wanted.connect(self.jobs.rescan)
        library.removal_wanted.connect(self.jobs.remove)
        library.base_chosen.connect(runs.presenter.within)
        runs.retry_wanted.connect(self.jobs.retry)
        runs.go_on_wanted.connect(self.jobs.go_on)
        runs.roll_back_wanted.connect(self.jobs.roll_back)
        runs.article_wanted.connect(self.article.open)
        runs.unfinished_known.connect(pane.show_unfinished)
        runs.closed.connect(self._close_page)
        self.synonyms.closed.connect(self._close_page)
        self.article.erase_confirmed.connect(self._erase)
        self._drop.dropped.connect(self._take)
        self._feed.progressed.connect(self._progressed)

    def _take(self, paths: Sequence[Path]) -> None:
        self.import_paths([path for path in paths if wanted_source(path)])
        left = [path for path in paths if not wanted_source(path)]
        if left:
            words = tr("{names} is no knowledge: folders, {what} are.", names=named(left), what=", ".join(SUFFIXES))
            self._context.toasts.say(words)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "search": self.library.to_search,
            "filter": self.library.to_filter,
            "import": self.choose_folder,
            "next": partial(self.library.step, 1),
            "previous": partial(self.library.step, -1),
            "read": partial(self.article.go_to, READ),
            "history": partial(self.article.go_to, HISTORY),
            "edit": partial(self.article.go_to, EDIT),
            "impact": partial(self.article.go_to, IMPACT),
            "save": self.article.save,
            "base": self.library.open_settings,
            "runs": self.runs.enter,
            "synonyms": self.synonyms.enter,
            "back": self._back,
        }
        for intent in INTENTS:
            self._context.shortcuts.add(self, intent, acts[intent.name])

    def _erase(self, article: ArticleText) -> None:
        """The keyboard must not wait on this button for the article that comes up next."""
        self.library.pane.current_list().setFocus()
        self.jobs.erase(article)

    def _progressed(self, progress: Progress) -> None:
        self.jobs.progressed(progress)

    def _open_row(self, row: ArticleRow) -> None:
        self.article.open_row(row)

    def _open_passage(self, hit: Hit) -> None:
        self.article.open(hit.passage.article_id, hit.passage.revision_id, hit.passage.lines)

    def _open_left_out(self, left: LeftOut) -> None:
        self.article.open(left.article_id)

    def _back(self) -> None:
        """Esc: out of a conflict, then out of a page of its own, then to the list."""
        page = self.work.currentWidget()
        if isinstance(page, ArticlePane) and self.article.step_back():
            return
        if isinstance(page, ImportResult | RunsPane | SynonymsPane):
            self._close_page()
        self.library.pane.current_list().setFocus()

    def _close_page(self) -> None:
        self._bring(self.article.pane if self.article.presenter.article is not None else self._nothing)
        self.library.pane.current_list().setFocus()
