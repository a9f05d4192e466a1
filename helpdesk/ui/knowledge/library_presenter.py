"""Knowledge bases, their articles, and whether the search index can be trusted."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.article import ArticleRow, ArticleText, Audience, KnowledgeBase
from helpdesk.domain.errors import NotFound
from helpdesk.domain.events import Event, IndexChanged, KnowledgeChanged
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, RevisionId
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line

if TYPE_CHECKING:
    from helpdesk.ports import IndexState
    from helpdesk.services.desk import Desk

REFRESH_MS = 300
Reading = Callable[[], Awaitable[ArticleText]]


class LibraryView(Protocol):
    def show_bases(self, bases: list[KnowledgeBase]) -> None: ...

    def show_article_total(self, total: int) -> None: ...

    def show_index(self, trusted: bool, words: str) -> None: ...

    def show_article(self, article: ArticleText, lines: tuple[int, int] | None) -> None: ...

    def show_unreadable(self, row: ArticleRow) -> None:
        """A file of which there is nothing to show but why."""
        ...

    def show_library_trouble(self, error: Exception) -> None: ...


class LibraryPresenter:
    """Articles of the chosen base, or of all, page by page."""

    def __init__(self, view: LibraryView, model: PagedModel[ArticleRow], bridge: Bridge, delays: Delays) -> None:
        self.model = model
        self.kb_id: KnowledgeBaseId | None = None
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._asked: dict[int, Handle] = {}
        self._opening: Handle | None = None
        self._refreshing = delays(REFRESH_MS, self._refresh)
        self.model.page_wanted.connect(self._fetch)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.load()

    def load(self) -> None:
        self._drop_asked()
        self.model.restart()
        self._ask_about()

    def choose_base(self, kb_id: KnowledgeBaseId | None) -> None:
        if kb_id != self.kb_id:
            self.kb_id = kb_id
            self._drop_asked()
            self.model.restart()

    def set_internal(self, internal: bool) -> None:
        """Whether the chosen base is for agents only."""
        if self._desk is not None and self.kb_id is not None:
            audience = Audience.INTERNAL if internal else Audience.PUBLIC
            work = partial(self._desk.knowledge.set_audience, self.kb_id, audience)
            self._bridge.call(work, failed=self._view.show_library_trouble, keep=True)

    def open_row(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None and self._desk is not None:
            work = partial(self._desk.knowledge.article, found.id)
            self._read(work, None, partial(self._not_opened, found))

    def open(self, article_id: ArticleId, revision: RevisionId | None = None, lines: tuple[int, int] | None = None) -> None:
        """`revision` None reads the live one; `lines` are brought into view and marked."""
        if self._desk is not None:
            work = partial(self._desk.knowledge.article, article_id, revision)
            self._read(work, lines, self._view.show_library_trouble)

    def heard(self, event: Event) -> None:
        if isinstance(event, IndexChanged):
            self._view.show_index(event.trusted, event.words)
        if isinstance(event, KnowledgeChanged | IndexChanged):
            self._refreshing.start()

    def _read(self, work: Reading, lines: tuple[int, int] | None, failed: Callable[[Exception], None]) -> None:
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._bridge.call(work, lambda text: self._view.show_article(text, lines), failed)

    def _not_opened(self, row: ArticleRow, error: Exception) -> None:
        if isinstance(error, NotFound) and row.failure:
            self._view.show_unreadable(row)
        else:
            self._view.show_library_trouble(error)

    def _refresh(self) -> None:
        if self._desk is not None:
            self._drop_asked()
            self.model.refresh()
            self._ask_about()

    def _ask_about(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.knowledge.bases, self._view.show_bases, self._view.show_library_trouble)
            self._bridge.call(self._desk.knowledge.index_state, self._index_known, self._view.show_library_trouble)

    def _index_known(self, state: "IndexState") -> None:
        self._view.show_index(state.trusted, state.words)

    def _drop_asked(self) -> None:
        for handle in self._asked.values():
            handle.cancel()
        self._asked.clear()

    def _fetch(self, offset: int, limit: int) -> None:
        if self._desk is not None:
            work = partial(self._desk.knowledge.articles, self.kb_id, offset, limit)
            self._asked[offset] = self._bridge.call(work, partial(self._take, offset), partial(self._missed, offset))

    def _take(self, offset: int, page: tuple[list[ArticleRow], int]) -> None:
        rows, total = page
        self._asked.pop(offset, None)
        self.model.put(offset, rows, total)
        self._view.show_article_total(total)

    def _missed(self, offset: int, error: Exception) -> None:
        self._asked.pop(offset, None)
        self.model.gave_up(offset)
        self._view.show_library_trouble(error)


def spoken_article(row: ArticleRow) -> str:
    failure = f", {one_line(row.failure)}" if row.failure else ""
    return f"{one_line(row.title) or row.path}, {row.kb}, {wording.ARTICLE_STATES[row.state].lower()}{failure}"
