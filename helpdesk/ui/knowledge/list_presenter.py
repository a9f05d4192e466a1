"""The article list: any filter, page by page, whatever its length."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.article import ArticleFilter, ArticleRow, ArticleStatus
from helpdesk.domain.events import DraftDecided, DraftReady, Event, IndexChanged, KnowledgeChanged
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.language import mark

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

MOST_AWAITED = 6
REFRESH_MS = 300
SEARCH_MS = 180
LISTED = (KnowledgeChanged, IndexChanged, DraftReady, DraftDecided)
QUICK: tuple[tuple[str, ArticleFilter], ...] = (
    (mark("All"), ArticleFilter()),
    (mark("Failed"), ArticleFilter(failed=True)),
    (mark("Stale"), ArticleFilter(stale=True)),
    (mark("Internal"), ArticleFilter(statuses=(ArticleStatus.INTERNAL,))),
    (mark("Not in use"), ArticleFilter(statuses=(ArticleStatus.DRAFT, ArticleStatus.ARCHIVED))),
    (mark("Never cited"), ArticleFilter(never_cited=True)),
)


class ListView(Protocol):
    def show_article_total(self, total: int, filtered: bool) -> None: ...

    def show_list_trouble(self, error: Exception) -> None: ...


class ListPresenter:
    """Answers to an older filter are dropped."""

    def __init__(self, view: ListView, model: PagedModel[ArticleRow], bridge: Bridge, delays: Delays) -> None:
        self.model = model
        self.wanted = ArticleFilter()
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._text = ""
        self._asked: dict[int, Handle] = {}
        self._refreshing = delays(REFRESH_MS, self._refresh)
        self._searching = delays(SEARCH_MS, self._search_now)
        self.model.page_wanted.connect(self._fetch)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.load()

    def load(self) -> None:
        self._drop_asked()
        self.model.restart()

    def choose_base(self, kb_id: KnowledgeBaseId | None) -> None:
        self._want(replace(self.wanted, kb_id=kb_id))

    def choose_quick(self, number: int) -> None:
        self._want(replace(QUICK[number][1], kb_id=self.wanted.kb_id, text=self.wanted.text))

    def search(self, text: str) -> None:
        """Titles and paths that have these letters."""
        self._text = text.strip()
        self._searching.start()

    def row(self, number: int) -> ArticleRow | None:
        return self.model.row(number)

    def tell(self) -> None:
        """Says again how many there are, after something else was said in its place."""
        if self.model.known:
            self._view.show_article_total(self.model.rowCount(), self._filtered())

    def heard(self, event: Event) -> None:
        if isinstance(event, LISTED):
            self._refreshing.start()

    def _search_now(self) -> None:
        self._want(replace(self.wanted, text=self._text))

    def _want(self, wanted: ArticleFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self.load()

    def _refresh(self) -> None:
        if self._desk is not None:
            self._drop_asked()
            self.model.refresh()

    def _drop_asked(self) -> None:
        for handle in self._asked.values():
            handle.cancel()
        self._asked.clear()

    def _fetch(self, offset: int, limit: int) -> None:
        """Of a long fling the pages passed first are given up, so that the last one does not wait for them all."""
        if self._desk is not None:
            for passed in list(self._asked)[: 1 - MOST_AWAITED]:
                self._asked.pop(passed).cancel()
                self.model.gave_up(passed)
            work = partial(self._desk.articles.page, self.wanted, offset, limit)
            self._asked[offset] = self._bridge.call(work, partial(self._take, offset), partial(self._missed, offset))

    def _take(self, offset: int, page: tuple[list[ArticleRow], int]) -> None:
        rows, total = page
        self._asked.pop(offset, None)
        self.model.put(offset, rows, total)
        self._view.show_article_total(total, self._filtered())

    def _filtered(self) -> bool:
        return replace(self.wanted, kb_id=None) != ArticleFilter()

    def _missed(self, offset: int, error: Exception) -> None:
        self._asked.pop(offset, None)
        self.model.gave_up(offset)
        self._view.show_list_trouble(error)
