"""The open article: read at its lines, its status and freshness, what stands on it, its history, and putting a version back."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.article import ArticleRow, ArticleStatus, ArticleText
from helpdesk.domain.article_history import ArticlePreview, Impact, RevisionRow
from helpdesk.domain.errors import FolderGone, NotFound
from helpdesk.domain.events import Event, KnowledgeChanged
from helpdesk.domain.ids import ArticleId, RevisionId
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.knowledge.confirm import Question
from helpdesk.ui.language import day_and_clock, tr

if TYPE_CHECKING:
    from helpdesk.domain.word_diff import Change
    from helpdesk.services.desk import Desk

REFRESH_MS = 300
Lines = tuple[int, int] | None
UNUSED = (ArticleStatus.DRAFT, ArticleStatus.ARCHIVED)


class ArticleView(Protocol):
    def show_article(self, article: ArticleText, lines: Lines) -> None: ...

    def show_new_text(self, article: ArticleText) -> None:
        """The open article changed meanwhile. What is on display stays on display."""
        ...

    def show_unreadable(self, row: ArticleRow) -> None:
        """A file of which there is nothing to show but why."""
        ...

    def show_history(self, rows: Sequence[RevisionRow]) -> None: ...

    def show_changes(self, changes: "Sequence[Change]", older: RevisionRow, newer: RevisionRow) -> None: ...

    def show_first_version(self, source: str) -> None:
        """The chosen revision has none before it to compare with: all of it came in."""
        ...

    def show_impact(self, impacts: Sequence[Impact]) -> None: ...

    def ask(self, question: Question, act: Callable[[], object], other: Callable[[], object] | None = None) -> None: ...

    def show_standing(self, article: ArticleText) -> None:
        """The article shown has another status or freshness now; its text is the same."""
        ...

    def show_article_trouble(self, error: Exception) -> None: ...

    def say(self, words: str) -> None: ...


class ArticlePresenter:
    def __init__(self, view: ArticleView, bridge: Bridge, delays: Delays) -> None:
        self.article: ArticleText | None = None
        self.live = True
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._opening: Handle | None = None
        self._comparing: Handle | None = None
        self._history: list[RevisionRow] = []
        self._refreshing = delays(REFRESH_MS, self._look_again)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk

    def open_row(self, row: ArticleRow) -> None:
        if self._desk is not None:
            self._read(partial(self._desk.articles.article, row.id), None, True, partial(self._not_opened, row))

    def open(self, article_id: ArticleId, revision: RevisionId | None = None, lines: Lines = None) -> None:
        """`revision` None reads the live one; `lines` are brought into view and marked."""
        if self._desk is not None:
            work = partial(self._desk.articles.article, article_id, revision)
            self._read(work, lines, revision is None, self._view.show_article_trouble)

    def close(self) -> None:
        self.article = None
        self._history = []

    def heard(self, event: Event) -> None:
        if isinstance(event, KnowledgeChanged) and self.article is not None:
            self._refreshing.start()

    # What an agent does with it

    def set_status(self, status: ArticleStatus | None) -> None:
        """None: what its file says counts again. Taking it out of use is asked about when drafts stand on it."""
        article, desk = self.article, self._desk
        if article is None or desk is None:
            return
        act = partial(self._change, lambda: desk.articles.set_status(article.id, status))
        if status in UNUSED:
            assert status is not None
            action = tr("Make it “{article_statuses}”", article_statuses=wording.ARTICLE_STATUSES[status])
            words = tr("Search and new drafts no longer find this article. What was written stays as it is.")
            self._bridge.call(
                lambda: desk.articles.impact(article.id),
                lambda impacts: self._ask_if_felt(Question(tr("Take this article out of use?"), words, action, impacts), act),
                self._view.show_article_trouble,
            )
        else:
            act()

    def _ask_if_felt(self, question: Question, act: Callable[[], object]) -> None:
        if question.impacts:
            self._view.ask(question, act)
        else:
            act()

    def mark_reviewed(self) -> None:
        article, desk = self.article, self._desk
        if article is not None and desk is not None:
            self._change(lambda: desk.articles.mark_reviewed(article.id))
            self._view.say(tr("Marked as reviewed today."))

    def ask_to_erase(self, act: Callable[[], object]) -> None:
        article, desk = self.article, self._desk
        if article is None or desk is None:
            return
        words = tr(
            "Every version of “{title}” goes: text, passages, vectors and the words quoted from it. The file in "
            "the folder stays: delete it yourself; it is not imported again as it is. This cannot be undone.",
            title=article.title,
        )
        self._bridge.call(
            lambda: desk.articles.impact(article.id),
            lambda impacts: self._view.ask(Question(tr("Erase this article?"), words, tr("Erase"), impacts, danger=True), act),
            self._view.show_article_trouble,
        )

    # History

    def load_history(self) -> None:
        article, desk = self.article, self._desk
        if article is not None and desk is not None:
            self._bridge.call(lambda: desk.articles.history(article.id), self._take_history, self._view.show_article_trouble)

    def load_impact(self) -> None:
        article, desk = self.article, self._desk
        if article is not None and desk is not None:
            self._bridge.call(lambda: desk.articles.impact(article.id), self._view.show_impact, self._view.show_article_trouble)

    def compare(self, number: int, with_current: bool) -> None:
        """The revision of that row of the history with the one before it, or with the one in force."""
        if not 0 <= number < len(self._history):
            return
        chosen = self._history[number]
        before = self._history[number + 1] if number + 1 < len(self._history) else None
        serving = next((row for row in self._history if row.serving), self._history[0])
        older, newer = (chosen, serving) if with_current else (before, chosen)
        if self._comparing is not None:
            self._comparing.cancel()
        if older is None:
            self._show_first(newer)
        else:
            self._compare(older, newer)

    def revision(self, number: int) -> RevisionRow | None:
        return self._history[number] if 0 <= number < len(self._history) else None

    def restore(self, number: int) -> None:
        """Asked about, with what it would touch, unless nothing stands on the article."""
        article, desk, chosen = self.article, self._desk, self.revision(number)
        if article is None or desk is None or chosen is None or chosen.serving:
            return

        async def weigh() -> ArticlePreview:
            old = await desk.articles.article(article.id, chosen.id)
            return await desk.articles.preview(article.id, old.source)

        self._bridge.call(weigh, partial(self._ask_to_restore, article, chosen), self._view.show_article_trouble)

    def _ask_to_restore(self, article: ArticleText, chosen: RevisionRow, preview: ArticlePreview) -> None:
        when = day_and_clock(chosen.created_at)
        words = tr(
            "The text of {when} becomes the one in force, and is written to {path}. The present one stays in the history.",
            when=when,
            path=article.path,
        )
        question = Question(tr("Restore the version of {when}?", when=when), words, tr("Restore"), preview.impact)
        self._view.ask(question, partial(self._restore, chosen))

    def _restore(self, chosen: RevisionRow, also_file: bool = True) -> None:
        desk = self._desk
        if desk is not None:
            work = partial(desk.articles.restore, chosen.article_id, chosen.id, also_file=also_file)
            self._bridge.call(work, self._restored, partial(self._not_restored, chosen), keep=True)

    def _restored(self, _: RevisionId) -> None:
        self._view.say(tr("Restored. The version before is in the history."))
        self._look_again()

    def _not_restored(self, chosen: RevisionRow, error: Exception) -> None:
        if isinstance(error, FolderGone):
            self._view.ask(no_file(error), partial(self._restore, chosen, also_file=False))
        else:
            self._view.show_article_trouble(error)

    # Inside

    def _change(self, work: Callable[[], Awaitable[Any]]) -> None:
        self._bridge.call(work, lambda _: self._look_again(), self._view.show_article_trouble, keep=True)

    def _show_first(self, row: RevisionRow) -> None:
        desk = self._desk
        if desk is not None:
            self._comparing = self._bridge.call(
                lambda: desk.articles.article(row.article_id, row.id),
                lambda text: self._view.show_first_version(text.source),
                self._view.show_article_trouble,
            )

    def _compare(self, older: RevisionRow, newer: RevisionRow) -> None:
        desk = self._desk
        if desk is not None:
            self._comparing = self._bridge.call(
                lambda: desk.articles.compare(older.article_id, older.id, newer.id),
                lambda changes: self._view.show_changes(changes, older, newer),
                self._view.show_article_trouble,
            )

    def _take_history(self, rows: list[RevisionRow]) -> None:
        self._history = rows
        self._view.show_history(rows)

    def _look_again(self) -> None:
        article, desk = self.article, self._desk
        if article is not None and desk is not None and self.live:
            self._bridge.call(lambda: desk.articles.article(article.id), self._seen_again, self._gone)

    def _seen_again(self, article: ArticleText) -> None:
        if self.article is not None and article.id == self.article.id and article != self.article:
            show = self._view.show_standing if article.revision_id == self.article.revision_id else self._view.show_new_text
            self.article = article
            show(article)

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self._view.show_article_trouble(error)

    def _read(
        self, work: Callable[[], Awaitable[ArticleText]], lines: Lines, live: bool, failed: Callable[[Exception], None]
    ) -> None:
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._bridge.call(work, lambda text: self._opened(text, lines, live), failed)

    def _opened(self, article: ArticleText, lines: Lines, live: bool) -> None:
        self.article, self.live, self._history = article, live, []
        self._view.show_article(article, lines)

    def _not_opened(self, row: ArticleRow, error: Exception) -> None:
        if isinstance(error, NotFound) and row.failure:
            self._view.show_unreadable(row)
        else:
            self._view.show_article_trouble(error)


def no_file(error: FolderGone) -> Question:
    """There is no file to write to: the text may live in the desk alone."""
    folder = error.folder or tr("The folder of this base")
    words = tr(
        "{folder} is not there now, so no file can be written. Kept in the desk only, the text serves as it "
        "is, and importing the unchanged file again does not undo it.",
        folder=folder,
    )
    return Question(tr("Keep it in the desk only?"), words, tr("Keep in the desk only"))
