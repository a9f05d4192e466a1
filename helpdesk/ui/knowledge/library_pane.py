"""The left part of the knowledge screen: import, search, bases and articles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout

from helpdesk.domain.article import ArticleRow, Audience, KnowledgeBase
from helpdesk.domain.evidence import Evidence, Hit
from helpdesk.domain.progress import Progress
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Banner, EmptyState, Label, ProgressStrip, Tone, button, row
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.knowledge.rows import ArticleDelegate, HitDelegate, hit_height, passages

HEALTH_LETTERS = 160
NO_KNOWLEDGE = (
    "No knowledge yet",
    "Import a folder, a file or a zip of markdown articles, or drop one here. Drafts stand on what is written there.",
    "Import a folder",
)


class LibraryPane(QFrame):
    """Passive. While there are words in the search box the found passages take the place of the article list."""

    folder_requested = Signal()
    files_requested = Signal()
    job_cancelled = Signal()
    reindex_requested = Signal()
    base_chosen = Signal(object)
    internal_chosen = Signal(bool)
    search_typed = Signal(str)
    search_entered = Signal()
    article_chosen = Signal(int)
    hit_chosen = Signal(int)
    retry_requested = Signal()

    def __init__(self, articles: PagedModel[ArticleRow], hits: PagedModel[Hit]) -> None:
        super().__init__()
        self._bases: list[KnowledgeBase] = []
        self._empty_acts = False
        self.folder = button("Import folder…", "primary", name="Import a folder of articles")
        self.files = button("Import files…", name="Import article files or a zip archive")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Try a question: what would a draft find?")
        self.search.setAccessibleName("Search passages")
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(1000)
        self.base = PickBox("Knowledge base")
        self.base.setMinimumContentsLength(12)
        self.base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.internal = QCheckBox("For agents only: drafts never quote it to customers")
        self.internal.hide()
        self.articles = RowsView("Articles", articles, ArticleDelegate(), two_line_height())
        self.hits = RowsView("Found passages", hits, HitDelegate(), hit_height())
        self.reindex = button("Rebuild", "quiet", name="Build the search index anew")
        self._health = Label("", wraps=True)
        self._banner = Banner()
        self._strip = ProgressStrip()
        self._empty = EmptyState("knowledge", *NO_KNOWLEDGE)
        self._stack = QStackedWidget()
        self._found = Label("", "caption")
        for page in (self.articles, self.hits, self._empty):
            self._stack.addWidget(page)
        theme.dress(self, "pane")
        self._lay_out()
        self._connect()

    def show_bases(self, bases: list[KnowledgeBase]) -> None:
        chosen = self.base.currentData()
        self._bases = bases
        self.base.blockSignals(True)
        self.base.clear()
        many = f"All knowledge bases ({len(bases)})"
        self.base.addItem(f"{many} · {sum(base.articles for base in bases):,} articles", None)
        for base in bases:
            self.base.addItem(f"{one_line(base.name)} · {base.articles:,} articles · {passages(base.passages)}", base.id)
        self.base.setCurrentIndex(max(0, self.base.findData(chosen)))
        self.base.blockSignals(False)
        self._show_audience()
        if not self.search.text().strip():
            self.show_no_search()

    def _show_audience(self) -> None:
        """The audience of the chosen base; all bases together have none."""
        chosen = next((base for base in self._bases if base.id == self.base.currentData()), None)
        self.internal.setVisible(chosen is not None)
        self.internal.setChecked(chosen is not None and chosen.audience is Audience.INTERNAL)

    def show_article_total(self, total: int) -> None:
        if not self.search.text().strip():
            self._found.say("1 article" if total == 1 else f"{total:,} articles")

    def show_index(self, trusted: bool, words: str) -> None:
        trouble = one_line(words, HEALTH_LETTERS) or "not ready yet"
        self._health.say("✓ Search index in order" if trusted else f"Search index: {trouble}")
        theme.dress(self._health, "good" if trusted else "fair")

    def show_no_search(self) -> None:
        total = sum(base.articles for base in self._bases)
        self._found.say("1 article" if total == 1 else f"{total:,} articles")
        if self._bases:
            self._stack.setCurrentWidget(self.articles)
        else:
            self._show_empty(NO_KNOWLEDGE, acts=True)

    def show_searching(self) -> None:
        self._found.say("Searching…")

    def show_hits(self, evidence: Evidence) -> None:
        self._banner.clear()
        self._found.say(f"{passages(len(evidence.hits))} found {wording.SEARCH_PATHS[evidence.path]}")
        if evidence.hits:
            self._stack.setCurrentWidget(self.hits)
            self.hits.scrollToTop()
        else:
            nothing = "No passage speaks of this. A draft for such a question would say what is missing."
            self._show_empty(("Nothing found", nothing, ""), acts=False)

    def show_trouble(self, error: Exception) -> None:
        said = wording.of(error)
        self._found.say("")
        self._banner.say(said.sentence, Tone.ERROR, title=said.title, action="Try again")

    def show_progress(self, progress: Progress) -> None:
        self._strip.show_progress(progress)
        self.reindex.setEnabled(False)

    def end_progress(self) -> None:
        self._strip.finish()
        self.reindex.setEnabled(True)

    def current_list(self) -> RowsView:
        return self.hits if self._stack.currentWidget() is self.hits else self.articles

    def found_words(self) -> str:
        return self._found.text()

    def health_words(self) -> str:
        return self._health.text()

    def _show_empty(self, words: tuple[str, str, str], *, acts: bool) -> None:
        self._empty_acts = acts
        self._empty.say(*words)
        self._stack.setCurrentWidget(self._empty)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        head.setSpacing(theme.S)
        head.addWidget(row(Label("Knowledge", "title"), None, self.files, self.folder))
        head.addWidget(self.search)
        head.addWidget(self.base)
        head.addWidget(self.internal)
        head.addWidget(self._banner)
        head.addWidget(self._strip)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        whole = QFrame()
        line = QHBoxLayout()
        line.addWidget(self._health, 1)
        line.addWidget(self.reindex)
        foot.addWidget(self._found)
        foot.addLayout(line)
        whole.setLayout(foot)
        theme.dress(whole, "foot")
        layout.addWidget(whole)

    def _connect(self) -> None:
        self.folder.clicked.connect(self.folder_requested)
        self.files.clicked.connect(self.files_requested)
        self.reindex.clicked.connect(self.reindex_requested)
        self.search.textChanged.connect(self.search_typed)
        self.search.returnPressed.connect(self.search_entered)
        self.base.currentIndexChanged.connect(lambda place: self.base_chosen.emit(self.base.itemData(place)))
        self.base.currentIndexChanged.connect(self._show_audience)
        self.internal.clicked.connect(self.internal_chosen)
        self.articles.row_chosen.connect(self.article_chosen)
        self.articles.row_opened.connect(self.article_chosen)
        self.hits.row_chosen.connect(self.hit_chosen)
        self.hits.row_opened.connect(self.hit_chosen)
        self._strip.cancelled.connect(self.job_cancelled)
        self._banner.acted.connect(self._banner.clear)
        self._banner.acted.connect(self.retry_requested)
        self._empty.acted.connect(lambda: self.folder_requested.emit() if self._empty_acts else None)
