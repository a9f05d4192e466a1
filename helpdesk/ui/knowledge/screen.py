"""Places library and reader, and turns keys and clicks into intents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget

from helpdesk.ui.kit import EmptyState, Place, Screen
from helpdesk.ui.kit.failures_list import ImportResult
from helpdesk.ui.kit.file_drop import FileDrop
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.knowledge.jobs_presenter import SUFFIXES, JobsPresenter, counts, wanted_source
from helpdesk.ui.knowledge.library_pane import LibraryPane
from helpdesk.ui.knowledge.library_presenter import LibraryPresenter, spoken_article
from helpdesk.ui.knowledge.reader import ArticleReader
from helpdesk.ui.knowledge.search_presenter import SearchPresenter, spoken_hit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.article import ArticleRow, ArticleText, KnowledgeBase
    from helpdesk.domain.evidence import Evidence, Hit
    from helpdesk.domain.ids import KnowledgeBaseId
    from helpdesk.domain.import_run import ImportReport
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext

WIDTHS = (420, 780)
GROUP = "Knowledge"
INTENTS = (
    Intent("search", ("/", "Ctrl+F"), "Search passages", GROUP),
    Intent("import", ("Ctrl+I",), "Import a folder", GROUP),
    Intent("next", ("J", "Alt+Down"), "Next in the list", GROUP),
    Intent("previous", ("K", "Alt+Up"), "Previous in the list", GROUP),
    Intent("back", ("Esc",), "Back to the list", GROUP),
)


class KnowledgeScreen(Screen):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._feed = ProgressFeed(self)
        articles: PagedModel[ArticleRow] = PagedModel(spoken_article)
        hits: PagedModel[Hit] = PagedModel(spoken_hit)
        self.library = LibraryPane(articles, hits)
        self.reader = ArticleReader()
        self.result = ImportResult("Import finished")
        self.work = QStackedWidget()
        self._nothing = EmptyState("article", "No article chosen", "Choose an article, or search and open a passage.")
        self._unreadable = EmptyState("warning", "This file could not be read", "")
        self.articles_presenter = LibraryPresenter(self, articles, context.bridge, context.delays)
        self.search_presenter = SearchPresenter(self, hits, context.bridge, context.delays)
        self.jobs = JobsPresenter(self, context.bridge, self._feed)
        self._drop = FileDrop(self, "Let go to import this knowledge", wanted_source)
        self._lay_out()
        self._connect()
        self._bind_keys()

    def desk_ready(self, desk: Desk) -> None:
        self.articles_presenter.desk_ready(desk)
        self.search_presenter.desk_ready(desk)
        self.jobs.desk_ready(desk)

    def entered(self, place: Place) -> None:
        if place.article_id is not None:
            self.articles_presenter.open(place.article_id)
        elif place.section == "index":
            self.jobs.reindex()
        elif place.section == "import":
            self.library.folder.setFocus()
        else:
            self.library.search.setFocus()

    # Doors for the user

    def choose_folder(self) -> None:
        self._ask(QFileDialog.FileMode.Directory, "Import a folder of articles")

    def choose_files(self) -> None:
        self._ask(QFileDialog.FileMode.ExistingFiles, "Import articles")

    def import_paths(self, paths: Sequence[str | Path]) -> None:
        self.jobs.import_paths([Path(path) for path in paths])

    # What the presenters ask for

    def show_bases(self, bases: list[KnowledgeBase]) -> None:
        self.library.show_bases(bases)

    def show_article_total(self, total: int) -> None:
        self.library.show_article_total(total)

    def show_index(self, trusted: bool, words: str) -> None:
        self.library.show_index(trusted, words)

    def show_article(self, article: ArticleText, lines: tuple[int, int] | None) -> None:
        self.reader.show_article(article, lines)
        self.work.setCurrentWidget(self.reader)

    def show_unreadable(self, row: ArticleRow) -> None:
        self._unreadable.say("This file could not be read", f"{row.kb} / {row.path}: {row.failure}")
        self.work.setCurrentWidget(self._unreadable)

    def show_library_trouble(self, error: Exception) -> None:
        self.library.show_trouble(error)

    def show_searching(self) -> None:
        self.library.show_searching()

    def show_hits(self, evidence: Evidence) -> None:
        self.library.show_hits(evidence)

    def show_no_search(self) -> None:
        self.library.show_no_search()

    def show_search_trouble(self, error: Exception) -> None:
        self.library.show_trouble(error)

    def show_job_progress(self, progress: Progress) -> None:
        self.library.show_progress(progress)

    def end_job(self) -> None:
        self.library.end_progress()

    def show_import_reports(self, reports: Sequence[tuple[Path, ImportReport]]) -> None:
        said = "\n".join(f"{source.name} → {report.kb}: {counts(report)}." for source, report in reports)
        failed = [failure for _, report in reports for failure in report.failed]
        self.result.show_result(said, failed)
        self.work.setCurrentWidget(self.result)

    def say(self, words: str) -> None:
        self._context.toasts.say(words)

    def report(self, error: Exception) -> None:
        self._context.report(error)

    # Inside

    def _ask(self, mode: QFileDialog.FileMode, title: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setNameFilter(f"Articles ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.import_paths)
        dialog.open()

    def _lay_out(self) -> None:
        for page in (self._nothing, self.reader, self.result, self._unreadable):
            self.work.addWidget(page)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.library)
        split.addWidget(self.work)
        split.setChildrenCollapsible(False)
        split.setSizes(list(WIDTHS))
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        self.library.setMinimumWidth(340)
        self.work.setMinimumWidth(420)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _connect(self) -> None:
        library = self.library
        library.folder_requested.connect(self.choose_folder)
        library.files_requested.connect(self.choose_files)
        library.job_cancelled.connect(self.jobs.cancel)
        library.reindex_requested.connect(self.jobs.reindex)
        library.base_chosen.connect(self._choose_base)
        library.internal_chosen.connect(self.articles_presenter.set_internal)
        library.search_typed.connect(self.search_presenter.search)
        library.search_entered.connect(self._to_found)
        library.article_chosen.connect(self.articles_presenter.open_row)
        library.hit_chosen.connect(self._open_hit)
        library.retry_requested.connect(self._retry)
        self._drop.dropped.connect(self.import_paths)
        self._feed.progressed.connect(self._progressed)
        self.result.closed.connect(self._close_result)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "search": self._to_search,
            "import": self.choose_folder,
            "next": partial(self._step, 1),
            "previous": partial(self._step, -1),
            "back": self._back,
        }
        for intent in INTENTS:
            self._context.shortcuts.add(self, intent, acts[intent.name])

    def _progressed(self, progress: Progress) -> None:
        self.jobs.progressed(progress)

    def _choose_base(self, kb_id: KnowledgeBaseId | None) -> None:
        self.articles_presenter.choose_base(kb_id)
        self.search_presenter.within(kb_id)

    def _open_hit(self, row: int) -> None:
        hit = self.search_presenter.hit(row)
        if hit is not None:
            self.articles_presenter.open(hit.passage.article_id, hit.passage.revision_id, hit.passage.lines)

    def _retry(self) -> None:
        self.articles_presenter.load()
        self.search_presenter.search(self.library.search.text())

    def _to_search(self) -> None:
        self.library.search.setFocus()
        self.library.search.selectAll()

    def _to_found(self) -> None:
        """From the search box to the best of what it found."""
        self.search_presenter.search_at_once()
        self.library.current_list().setFocus()
        self.library.current_list().step(0)

    def _step(self, rows: int) -> None:
        self.library.current_list().step(rows)

    def _back(self) -> None:
        if self.work.currentWidget() is self.result:
            self._close_result()
        self.library.current_list().setFocus()

    def _close_result(self) -> None:
        self.work.setCurrentWidget(self._nothing)
