"""Knowledge bases: which there are, how they are, how each is kept, and whether the search index can be trusted."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.article import Audience, KnowledgeBase, WhenStale
from helpdesk.domain.article_history import ImportPreview
from helpdesk.domain.events import Event, IndexChanged, KnowledgeChanged
from helpdesk.ui.bridge import Bridge, Delays

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.article_history import Impact
    from helpdesk.domain.ids import KnowledgeBaseId
    from helpdesk.ports import IndexState
    from helpdesk.services.desk import Desk

REFRESH_MS = 300


class ShelfView(Protocol):
    def show_bases(self, bases: list[KnowledgeBase]) -> None: ...

    def show_index(self, trusted: bool, words: str) -> None: ...

    def show_rescan_preview(self, base: KnowledgeBase, preview: ImportPreview) -> None: ...

    def ask_to_remove(self, base: KnowledgeBase, impacts: "Sequence[Impact]") -> None: ...

    def show_shelf_trouble(self, error: Exception) -> None: ...


class ShelfPresenter:
    def __init__(self, view: ShelfView, bridge: Bridge, delays: Delays) -> None:
        self.bases: list[KnowledgeBase] = []
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._refreshing = delays(REFRESH_MS, self.load)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.load()

    def load(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.knowledge.bases, self._take, self._view.show_shelf_trouble)
            self._bridge.call(self._desk.knowledge.index_state, self._index_known, self._view.show_shelf_trouble)

    def base(self, kb_id: "KnowledgeBaseId | None") -> KnowledgeBase | None:
        return next((base for base in self.bases if base.id == kb_id), None)

    def set_audience(self, base: KnowledgeBase, audience: Audience) -> None:
        self._change(lambda desk: desk.knowledge.set_audience(base.id, audience))

    def set_review(self, base: KnowledgeBase, days: int, when_stale: WhenStale) -> None:
        """`days` 0: an article is stale only when its own front matter says so."""
        self._change(lambda desk: desk.articles.set_review(base.id, days, when_stale))

    def watch(self, base: KnowledgeBase, on: bool) -> None:
        self._change(lambda desk: desk.knowledge.watch(base.id, on))

    def look_first(self, base: KnowledgeBase) -> None:
        """What looking through the folder again would change, before it does."""
        desk = self._desk
        if desk is not None:
            self._bridge.call(
                lambda: desk.articles.preview_import(Path(base.folder), base.name),
                lambda preview: self._view.show_rescan_preview(base, preview),
                self._view.show_shelf_trouble,
            )

    def weigh_removal(self, base: KnowledgeBase) -> None:
        """What stands on the base, before it is asked whether it may go."""
        desk = self._desk
        if desk is not None:
            ask = partial(self._view.ask_to_remove, base)
            self._bridge.call(lambda: desk.articles.impact_of_base(base.id), ask, self._view.show_shelf_trouble)

    def heard(self, event: Event) -> None:
        if isinstance(event, IndexChanged):
            self._view.show_index(event.trusted, event.words)
        if isinstance(event, KnowledgeChanged | IndexChanged):
            self._refreshing.start()

    def _change(self, work: "Callable[[Desk], Awaitable[Any]]") -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(lambda: work(desk), lambda _: self._refreshing.start(), self._refused, keep=True)

    def _refused(self, error: Exception) -> None:
        self._view.show_shelf_trouble(error)
        self._refreshing.start()

    def _take(self, bases: list[KnowledgeBase]) -> None:
        self.bases = bases
        self._view.show_bases(bases)

    def _index_known(self, state: "IndexState") -> None:
        self._view.show_index(state.trusted, state.words)
