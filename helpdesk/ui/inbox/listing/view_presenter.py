"""Making, changing, moving and removing views. Each can be undone like everything else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.ticket_query import TicketQuery
from helpdesk.ui.inbox.listing.view_words import view_name
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.known_names import known_names
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.ticket_query import SavedView
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Handle
    from helpdesk.ui.inbox.listing.list_presenter import TicketListPresenter
    from helpdesk.ui.kit import ScreenContext
    from helpdesk.ui.known_names import KnownNames

COUNT_MS = 150


class EditorView(Protocol):
    @property
    def view(self) -> SavedView | None: ...

    def begin(self, view: SavedView | None, query: TicketQuery) -> None: ...

    def show_count(self, count: int) -> None: ...

    def say(self, words: str) -> None: ...


class ViewPresenter:
    """`done` is told when the editor is no longer needed, `made` of a view that came to be: where the list was it was made
    from, and its number. `offer` takes what conditions can ask about."""

    def __init__(
        self, editor: EditorView, listing: TicketListPresenter, context: ScreenContext, offer: Callable[[KnownNames], object]
    ) -> None:
        self.done: Callable[[], object] = lambda: None
        self.made: Callable[[int, int], object] = lambda *_: None
        self._editor = editor
        self._listing = listing
        self._context = context
        self._offer = offer
        self._desk: Desk | None = None
        self._query = TicketQuery()
        self._place = 0
        self._counting: Handle | None = None
        self._soon = context.delays(COUNT_MS, self._count)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def make(self) -> None:
        """Begins with what the list shows now: quick filters, words and all."""
        self._begin(None, self._listing.query)

    def change(self) -> None:
        view = self._listing.chosen_view
        if view is not None:
            self._begin(view, view.query)

    def edited(self, query: TicketQuery) -> None:
        self._query = query
        self._soon.start()

    def save(self, name: str, query: TicketQuery, as_new: bool) -> None:
        if self._desk is not None:
            view = self._editor.view
            view_id = None if as_new or view is None else view.id
            work = partial(self._desk.views.save, name, query, view_id)
            then = partial(self._made, self._place) if view_id is None else self._saved
            self._context.bridge.call(work, then, self._context.report, keep=True)

    def remove(self) -> None:
        view = self._editor.view
        if self._desk is not None and view is not None:
            work = partial(self._desk.views.remove, view.id)
            self._context.bridge.call(work, lambda _: self._removed(view), self._context.report, keep=True)

    def move(self, places: int) -> None:
        """Up or down among the views."""
        view = self._editor.view
        ids = [one.id for one in self._listing.views]
        if self._desk is None or view is None or view.id not in ids:
            return
        at = ids.index(view.id)
        ids.insert(min(len(ids) - 1, max(0, at + places)), ids.pop(at))
        work = partial(self._desk.views.arrange, ids)
        self._context.bridge.call(work, lambda _: self._listing.reload_views(view.id), self._context.report, keep=True)

    def _begin(self, view: SavedView | None, query: TicketQuery) -> None:
        if self._desk is not None:
            self._place = self._listing.place
            work = partial(_known_and_spelled, self._desk, query)
            self._context.bridge.call(work, partial(self._offered, view), partial(self._not_offered, view, query))

    def _offered(self, view: SavedView | None, told: tuple[KnownNames, TicketQuery]) -> None:
        names, query = told
        self._offer(names)
        self._editor.begin(view, query)

    def _not_offered(self, view: SavedView | None, query: TicketQuery, error: Exception) -> None:
        self._context.report(error)
        self._editor.begin(view, query)

    def _count(self) -> None:
        if self._desk is not None:
            if self._counting is not None:
                self._counting.cancel()
            work = partial(self._desk.views.counts, [self._query])
            self._counting = self._context.bridge.call(work, self._counted, self._context.report)

    def _counted(self, counts: Sequence[int]) -> None:
        self._editor.show_count(counts[0])

    def _made(self, place: int, view: SavedView) -> None:
        self.made(place, view.id)
        self._saved(view)

    def _saved(self, view: SavedView) -> None:
        self.done()
        self._listing.reload_views(view.id)
        self._context.toasts.say(tr("The view “{name}” is saved.", name=view_name(view)))

    def _removed(self, view: SavedView) -> None:
        self.done()
        self._listing.reload_views()
        words = tr("The view “{name}” is removed.", name=view_name(view))
        self._context.toasts.show_toast(Toast(words, tr("Undo"), self._undo, 12.0))

    def _undo(self) -> None:
        if self._desk is not None:
            work = self._desk.changes.undo_last
            self._context.bridge.call(work, lambda _: self._listing.reload_views(), self._context.report, keep=True)


async def _known_and_spelled(desk: Desk, query: TicketQuery) -> tuple[KnownNames, TicketQuery]:
    return await known_names(desk), await desk.views.spelled(query)
