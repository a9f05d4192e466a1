"""The open article: its standing above, and below it one of four views: read, history, edit, impact."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.article import ArticleStatus, ArticleText
from helpdesk.domain.article_history import Impact
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Banner, ElidedLabel, Label, Tone, button, column, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.knowledge.edit_pane import EditPane
from helpdesk.ui.knowledge.found_pane import pick
from helpdesk.ui.knowledge.history_pane import HistoryPane
from helpdesk.ui.knowledge.hit_rows import line_words
from helpdesk.ui.knowledge.impact_pane import ImpactPane
from helpdesk.ui.knowledge.reader import SourceReader
from helpdesk.ui.language import day, lowered, mark, tr

READ, HISTORY, EDIT, IMPACT = range(4)
VIEWS = (mark("Read"), mark("History"), mark("Edit"), mark("Impact"))
MARKS = {ArticleStatus.DRAFT: "fair", ArticleStatus.INTERNAL: "note-text", ArticleStatus.ARCHIVED: "muted"}


class ArticlePane(QFrame):
    """Passive. `status_chosen` carries a status, None for what the file says."""

    view_chosen = Signal(int)
    status_chosen = Signal(object)
    reviewed = Signal()
    erase_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.article: ArticleText | None = None
        self.reader = SourceReader()
        self.history = HistoryPane()
        self.edit = EditPane()
        self.impact = ImpactPane()
        self.views = Segments(tr("View of the article"), [tr(view) for view in VIEWS])
        self.status = pick(tr("Status of this article"), [(tr("As its file says"), None)])
        self.reviewed_today = button(tr("Reviewed today"), name=tr("Mark this article as reviewed today"))
        self.erase = button(tr("Erase…"), "danger", name=tr("Erase this article and all its versions"))
        self._title = ElidedLabel("", "title")
        self._where = ElidedLabel("", "caption")
        self._standing = Label("", "note-text")
        self._stale = Banner()
        self.unsaved = Banner()
        self._stack = QStackedWidget()
        for page in (self.reader, self.history, self.edit, self.impact):
            self._stack.addWidget(page)
        self._lay_out()
        self._connect()

    def show_article(self, article: ArticleText, lines: tuple[int, int] | None) -> None:
        marked = tr(" · {line_words} marked", line_words=line_words(lines)) if lines else ""
        self._title.say(article.title or article.path)
        self._where.say(
            tr(
                "{kb} / {path} · read {updated_at}{marked}",
                kb=article.kb,
                path=article.path,
                updated_at=day(article.updated_at),
                marked=marked,
            )
        )
        self.reader.show_source(article.source, lines)
        if self.article is None or self.article.id != article.id:
            self.history.await_history()
            self.impact.await_impact()
        self.show_standing(article)

    def show_standing(self, article: ArticleText) -> None:
        self.article = article
        self._fill_status(article)
        self._standing.say(standing_words(article))
        theme.dress(self._standing, MARKS.get(article.status, "muted"))
        if article.stale:
            self._stale.say(stale_words(article), Tone.WARNING, title=tr("Its review is overdue"), closable=False)
        else:
            self._stale.clear()
        self.reviewed_today.setVisible(article.stale or article.review_by is not None)

    def show_unsaved(self, words: str) -> None:
        """Empty takes the notice away."""
        if words:
            self.unsaved.say(words, action=tr("Go on editing"), closable=False)
        else:
            self.unsaved.clear()

    def show_view(self, view: int) -> None:
        self.views.choose(view)
        self._stack.setCurrentIndex(view)

    def view(self) -> int:
        return self._stack.currentIndex()

    def show_impact(self, impacts: Sequence[Impact]) -> None:
        self.impact.show_impact(impacts)

    def focus_view(self) -> None:
        parts = (self.reader.text, self.history.rows, self.edit.editor, self.impact.rows)
        parts[self.view()].setFocus()

    def marked_text(self) -> str:
        return self.reader.text.marked_text()

    def words(self) -> str:
        stale = self._stale.words() if not self._stale.isHidden() else ""
        return " ".join(part for part in (self._title.text(), self._where.text(), self._standing.text(), stale) if part)

    def _fill_status(self, article: ArticleText) -> None:
        """The first choice says what that is, as far as it is known: what the file says, whatever its base makes of it."""
        self.status.blockSignals(True)
        self.status.clear()
        by_file = "" if article.status_set else f": {lowered(wording.ARTICLE_STATUSES[article.said])}"
        self.status.addItem(tr("As its file says{by_file}", by_file=by_file), None)
        for status in ArticleStatus:
            self.status.addItem(wording.ARTICLE_STATUSES[status], status)
        self.status.setCurrentIndex(self.status.findData(article.said) if article.status_set else 0)
        self.status.blockSignals(False)

    def _choose_status(self, place: int) -> None:
        """The box goes on to show what is in force until the change is."""
        wanted = self.status.itemData(place)  # A combo box gives an enum back as the text it is.
        if self.article is not None:
            self._fill_status(self.article)
        self.status_chosen.emit(ArticleStatus(wanted) if wanted else None)

    def _lay_out(self) -> None:
        self.status.setMinimumContentsLength(19)
        self.views.setMaximumWidth(theme.scaled(400))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = row(column(self._title, self._where, gap=2), self._standing, gap=theme.S)
        below = flow(self.views, far=(self.reviewed_today, self.status, self.erase), gap=theme.S)
        layout.addWidget(column(above, below, self._stale, self.unsaved, margin=theme.M, role="ruled"))
        layout.addWidget(self._stack, 1)
        theme.dress(self, "pane")

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.views.chosen.connect(self.view_chosen)
        self.status.activated.connect(self._choose_status)
        self.reviewed_today.clicked.connect(self.reviewed)
        self.erase.clicked.connect(self.erase_requested)


def stale_words(article: ArticleText) -> str:
    if article.review_by is not None:
        return tr(
            "It asked to be looked at by {review_by}. Correct it, or say that it still holds.", review_by=day(article.review_by)
        )
    last = article.reviewed_at or article.updated_at
    return tr("Nobody looked at it since {last}. Correct it, or say that it still holds.", last=day(last))


def standing_words(article: ArticleText) -> str:
    """Nothing of what is public: that is the rule."""
    if article.closed_by_base:
        return tr(
            "{article_statuses}: its whole base is for agents only", article_statuses=wording.ARTICLE_STATUSES[article.status]
        )
    return wording.ARTICLE_STATUSES[article.status] if article.status is not ArticleStatus.PUBLIC else ""
