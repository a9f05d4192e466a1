"""The left part of the knowledge screen: import, search, bases, and below them articles or what a search found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from helpdesk.domain.article import ArticleRow, KnowledgeBase
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.progress import Progress
from helpdesk.ui import theme
from helpdesk.ui.kit import Banner, EmptyState, Label, ProgressStrip, button
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.knowledge.article_rows import articles
from helpdesk.ui.knowledge.articles_pane import ArticlesPane
from helpdesk.ui.knowledge.bases_list import BasesList
from helpdesk.ui.knowledge.found_pane import FoundPane, found_words
from helpdesk.ui.knowledge.hit_rows import Found
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

HEALTH_LETTERS = 160
LEAST = 60
NO_KNOWLEDGE = (
    mark("No knowledge yet"),
    mark("Import a folder, a file or a zip of markdown articles, or drop one here. Drafts stand on what is written there."),
    mark("Import a folder"),
)


class LibraryPane(QFrame):
    """Passive. While there are words in the search box the found passages take the place of the article list."""

    folder_requested = Signal()
    files_requested = Signal()
    job_cancelled = Signal()
    job_paused = Signal()
    reindex_requested = Signal()
    base_settings_requested = Signal()
    runs_requested = Signal()
    synonyms_requested = Signal()
    models_requested = Signal()
    search_typed = Signal(str)
    search_entered = Signal()
    retry_requested = Signal()

    def __init__(self, articles_model: PagedModel[ArticleRow], found: PagedModel[Found]) -> None:
        super().__init__()
        self._count = 0
        self.folder = button(tr("Import folder…"), "primary", name=tr("Import a folder of articles"), key="Ctrl+I")
        self.files = button(tr("Import files…"), name=tr("Import article files or a zip archive"))
        self.search = line_edit(tr("Search passages"), tr("Try a question: what would a draft find?"), 1000, clears=True)
        self.bases = BasesList()
        self.articles = ArticlesPane(articles_model)
        self.found = FoundPane(found)
        self.base_settings = button(tr("Settings…"), "quiet", name=tr("Settings of the chosen knowledge base"), key="B")
        self.runs = button(tr("Import runs"), "quiet", key="U")
        self.synonyms = button(tr("Synonyms"), "quiet", key="Y")
        self.models = button(tr("Models"), "quiet", name=tr("Embedding models, in Preferences"))
        self.reindex = button(tr("Rebuild"), "quiet", name=tr("Build the search index anew"))
        self.strip = ProgressStrip(pausable=True)
        self._health = Label("", wraps=True)
        self._banner = Banner()
        self._empty = EmptyState("knowledge", *map(tr, NO_KNOWLEDGE))
        self._total = Label("", "caption", wraps=True)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(theme.scaled(LEAST))  # Or the page that is not shown would push out what stands below.
        for page in (self.articles, self.found, self._empty):
            self._stack.addWidget(page)
        theme.dress(self, "pane")
        self._lay_out()
        self._connect()

    def show_bases(self, bases: list[KnowledgeBase]) -> None:
        self._banner.clear()
        self._count = len(bases)
        self.bases.show_bases(bases)
        self.follow_base()
        if not self.searching():
            self.show_no_search()

    def follow_base(self) -> None:
        self.base_settings.setEnabled(self.bases.current() is not None)

    def show_article_total(self, total: int, filtered: bool) -> None:
        self.articles.show_total(total if filtered else max(total, 1))
        if not self.searching():
            self._total.say(tr("{articles} of this kind", articles=articles(total)) if filtered else articles(total))

    def show_index(self, trusted: bool, words: str) -> None:
        trouble = one_line(reason_said(words), HEALTH_LETTERS) or tr("not ready yet")
        self._health.say(tr("✓ Search index in order") if trusted else tr("! Search index: {trouble}", trouble=trouble))
        theme.dress(self._health, "good" if trusted else "fair")

    def show_unfinished(self, runs: int) -> None:
        """Imports that a crash or a pause left: the button says so."""
        self.runs.setText(tr("Import runs ({runs} unfinished)", runs=runs) if runs else tr("Import runs"))
        self.runs.setAccessibleName(tr("Import runs, {runs} not finished", runs=runs) if runs else tr("Import runs"))

    def show_no_search(self) -> None:
        self._stack.setCurrentWidget(self.articles if self._count else self._empty)
        if not self._count:
            self._total.say("")

    def show_searching(self) -> None:
        self._total.say(tr("Searching…"))

    def show_found(self, evidence: Evidence) -> None:
        self._banner.clear()
        self._total.say(found_words(evidence))
        self.found.show_found(evidence)
        self._stack.setCurrentWidget(self.found)

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def show_progress(self, progress: Progress, pausable: bool) -> None:
        self.strip.show_progress(progress)
        self.strip.allow_pause(pausable)
        self.reindex.setEnabled(False)

    def end_progress(self) -> None:
        self.strip.finish()
        self.reindex.setEnabled(True)

    def searching(self) -> bool:
        return bool(self.search.text().strip())

    def current_list(self) -> RowsView:
        return self.found.rows if self._stack.currentWidget() is self.found else self.articles.rows

    def words(self) -> str:
        """What the pane says besides its lists."""
        empty = self._empty.words() if self._stack.currentWidget() is self._empty else ""
        banner = self._banner.words() if not self._banner.isHidden() else ""
        return " ".join(part for part in (self._total.text(), self._health.text(), banner, empty) if part)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        head.setSpacing(theme.S)
        head.addWidget(flow(Label(tr("Knowledge"), "title"), far=(self.files, self.folder), gap=theme.S))
        head.addWidget(self.search)
        head.addWidget(self._banner)
        head.addWidget(self.strip)
        layout.addLayout(head)
        layout.addWidget(self.bases)
        layout.addWidget(flow(self.base_settings, self.runs, self.synonyms, self.models, margin=theme.XS, gap=0))
        layout.addWidget(self._stack, 1)
        foot = QFrame()
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        line = QHBoxLayout()
        line.addWidget(self._health, 1)
        line.addWidget(self.reindex)
        inside.addWidget(self._total)
        inside.addLayout(line)
        theme.dress(foot, "foot")
        layout.addWidget(foot)

    def _connect(self) -> None:
        self.folder.clicked.connect(self.folder_requested)
        self.files.clicked.connect(self.files_requested)
        self.reindex.clicked.connect(self.reindex_requested)
        self.base_settings.clicked.connect(self.base_settings_requested)
        self.runs.clicked.connect(self.runs_requested)
        self.synonyms.clicked.connect(self.synonyms_requested)
        self.models.clicked.connect(self.models_requested)
        self.search.textChanged.connect(self.search_typed)
        self.search.returnPressed.connect(self.search_entered)
        self.strip.cancelled.connect(self.job_cancelled)
        self.strip.paused.connect(self.job_paused)
        self._banner.acted.connect(self._banner.clear)
        self._banner.acted.connect(self.retry_requested)
        self._empty.acted.connect(self.folder_requested)
        self.bases.chosen.connect(lambda _: self.follow_base())
