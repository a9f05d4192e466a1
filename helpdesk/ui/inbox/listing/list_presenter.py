"""The ticket list: which view, narrowed and sorted how, which tickets and how many, which one is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.condition import Condition, Conditions
from helpdesk.domain.errors import QueryFault
from helpdesk.domain.events import (
    ChangeTurned,
    DraftDecided,
    DraftReady,
    DraftRequested,
    DueChanged,
    Event,
    PromisesTold,
    ReplyChanged,
    TicketChanged,
    TicketReceived,
    TicketsChanged,
    WritingChanged,
)
from helpdesk.domain.ids import TicketId
from helpdesk.domain.search_words import arrangement
from helpdesk.domain.spoken import pieces
from helpdesk.domain.ticket import TicketPage
from helpdesk.domain.ticket_query import GroupBy, SavedView, Sort, TicketQuery
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.inbox.listing.ticket_model import TicketModel
from helpdesk.ui.query_tongue import understood

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.services.desk import Desk

LISTED = (
    *(TicketReceived, TicketChanged, TicketsChanged, DraftRequested, DraftReady, DraftDecided, ReplyChanged),
    *(DueChanged, PromisesTold),
)
REFRESH_MS = 250
AROUND = 12
VIEW = "view"
"""What a change of the views themselves is called."""
EVERY = TicketQuery()


class ListState(StrEnum):
    LOADING = "loading"
    ROWS = "rows"
    NO_TICKETS = "no-tickets"
    NOTHING_FOUND = "nothing-found"
    NO_WORD = "no-word"
    NARROWED_AWAY = "narrowed-away"
    NONE_OF_THESE = "none-of-these"


class TicketListView(Protocol):
    def show_list_state(self, state: ListState) -> None: ...

    def show_views(self, views: Sequence[SavedView]) -> None: ...

    def show_counts(self, counts: Sequence[int]) -> None:
        """Of the views, in their order."""
        ...

    def show_query(self, view: SavedView | None, query: TicketQuery) -> None:
        """What the list is now; `view` is None for a search."""
        ...

    def show_page(self, page: TicketPage, words: str) -> None: ...

    def show_list_trouble(self, error: Exception) -> None: ...

    def show_query_fault(self, fault: QueryFault) -> None: ...

    def mark_chosen(self, row: int) -> None:
        """Puts the cursor on that row without telling anybody; -1 takes it away."""
        ...


class TicketListPresenter:
    """Any list is answered from SQL page by page; answers to an older one are dropped. The sort and grouping of a view stay
    with it: they are in `own_sorts`, those of searches under 0, and `rearranged` tells of each change. `begins` is told before
    each list that begins. `others` are the tickets that stood around the chosen one when it was chosen, those below first."""

    def __init__(self, view: TicketListView, model: TicketModel, bridge: Bridge, delays: Delays) -> None:
        self.model = model
        self.views: tuple[SavedView, ...] = ()
        self.chosen_view: SavedView | None = None
        self.chosen_id: TicketId | None = None
        self.words = ""
        self.own_sorts: dict[int, tuple[Sort, GroupBy | None]] = {}
        self.rearranged: Callable[[], object] = lambda: None
        self.begins: Callable[[], object] = lambda: None
        self.others: tuple[TicketId, ...] = ()
        self.leads_to: Callable[[TicketId], object] = lambda _: None
        self._leading = False
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._quick: tuple[Condition, ...] = ()
        self._every: int | None = None
        self._wanted: int | None = None
        self._total: int | None = None
        self._wordless = False
        self._asked: dict[int, Handle] = {}
        self._counting: Handle | None = None
        self._writing: WritingChanged | None = None
        self._refreshing = delays(REFRESH_MS, self._refresh)
        self.model.page_wanted.connect(self._fetch)
        bridge.listen(self.heard)

    @property
    def query(self) -> TicketQuery:
        """A search goes through all tickets; a view is narrowed by the quick filters either way."""
        base = EVERY if self.words or self.chosen_view is None else self.chosen_view.query
        sort, group = self.own_sorts.get(self.place, self._said or (base.sort, base.group))
        conditions = Conditions((*base.conditions.all, *self._quick), base.conditions.any)
        return replace(base, conditions=conditions, sort=sort, group=group, words=self.words or base.words)

    @property
    def place(self) -> int:
        """Where a sort and columns belong: a view, or all searches together."""
        return 0 if self.words or self.chosen_view is None else self.chosen_view.id

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._ask_views(self._begin)

    def begin_with(self, section: str) -> None:
        """`view:` and the number of one: chosen now, or as soon as the views are here. Anything else changes nothing."""
        name, _, number = section.partition(":")
        if name == "view" and number.removeprefix("-").isdecimal():
            self._wanted = int(number)
            self.choose_view(self._wanted)

    def reload_views(self, chosen: int | None = None) -> None:
        """After views changed; goes to `chosen`, else stays where it is while that is there."""
        self._ask_views(partial(self._go_or_begin, chosen))

    def choose_view(self, view_id: int) -> None:
        found = next((one for one in self.views if one.id == view_id), None)
        if found is not None:
            self.words = ""
            self.chosen_view = found
            self._begin()

    def search(self, words: str, *, lead: bool = False) -> None:
        """Lists every ticket with these words; none at all goes back to the view. `lead` opens the first one unless the
        chosen ticket is among them: what keys work on is one of what is listed."""
        self._leading = lead
        meant = understood(words.strip())
        if meant != self.words:
            self.words = meant
            if self._said is not None:
                self.own_sorts.pop(0, None)
            self._begin()
        else:
            self._lead()

    def narrow(self, conditions: tuple[Condition, ...]) -> None:
        if conditions != self._quick:
            self._quick = conditions
            self._begin()

    def sort_by(self, sort: Sort) -> None:
        self._arrange(sort, self.query.group)

    def group_by(self, group: GroupBy | None) -> None:
        self._arrange(self.query.sort, group)

    def _arrange(self, sort: Sort, group: GroupBy | None) -> None:
        self.own_sorts[self.place] = (sort, group)
        self.rearranged()
        self._begin()

    def retry(self) -> None:
        self._ask_views(self._begin)

    def choose(self, row: int) -> TicketId | None:
        """The ticket of that row, remembered; None while its page is on the way."""
        found = self.model.row(row)
        if found is None:
            return None
        self.chosen_id = found.id
        self._remember_others()
        return found.id

    def chose_elsewhere(self, ticket_id: TicketId | None) -> None:
        """A ticket opened by other means: the list follows when it shows that ticket."""
        self._leading = False
        self.chosen_id = ticket_id
        self._remember_others()
        self.follow()

    def heard(self, event: Event) -> None:
        """Somebody types on, and says so several times a second: only that they began, or stopped, changes a row."""
        if isinstance(event, WritingChanged):
            if event == self._writing:
                return
            self._writing = event
        elif isinstance(event, ChangeTurned):
            if VIEW in event.facets:
                self.reload_views()
            return
        elif isinstance(event, LISTED):
            self._writing = None
        else:
            return
        if self._desk is not None:
            self._refreshing.start()

    def _remember_others(self) -> None:
        """The rows around the chosen one as they stand now: dealing with a ticket moves it, and the next is the one that was
        below it."""
        row = self.model.find(lambda one: one.id == self.chosen_id)
        around = [*range(row + 1, row + 1 + AROUND), *range(row - 1, max(-1, row - 1 - AROUND), -1)] if row >= 0 else []
        found = (self.model.row(one) for one in around if one < self.model.rowCount())
        self.others = tuple(one.id for one in found if one is not None)

    @property
    def _said(self) -> tuple[Sort, GroupBy | None] | None:
        """How the words of a search want it arranged; None when they do not say."""
        sort, group = arrangement(self.words)
        return (sort or EVERY.sort, group) if sort or group else None

    def _ask_views(self, then: "Callable[[], None]") -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.views.all, partial(self._viewed, then), self._view.show_list_trouble)

    def _viewed(self, then: "Callable[[], None]", views: Sequence[SavedView]) -> None:
        self.views = tuple(views)
        kept = self.chosen_view.id if self.chosen_view is not None else self._wanted
        self.chosen_view = next((one for one in views if one.id == kept), self.views[0] if views else None)
        self._view.show_views(self.views)
        then()

    def _go_or_begin(self, view_id: int | None) -> None:
        if view_id is not None and any(one.id == view_id for one in self.views):
            self.own_sorts.pop(view_id, None)
            self.rearranged()
            self.choose_view(view_id)
        else:
            self._begin()

    def _begin(self) -> None:
        if self._desk is None:
            return
        self._drop_asked()
        self.others = ()
        self._total = None
        self.begins()
        self._view.show_query(None if self.words else self.chosen_view, self.query)
        self._view.show_list_state(ListState.LOADING)
        self.model.restart()
        self._count()

    def _refresh(self) -> None:
        if self._desk is not None:
            self._drop_asked()
            self.model.refresh()
            self._count()

    def _drop_asked(self) -> None:
        for handle in self._asked.values():
            handle.cancel()
        self._asked.clear()

    def _count(self) -> None:
        """Of every view, and of all tickets whatever."""
        if self._desk is not None:
            if self._counting is not None:
                self._counting.cancel()
            work = partial(self._desk.views.counts, [*(view.query for view in self.views), EVERY])
            self._counting = self._bridge.call(work, self._counted, self._view.show_list_trouble)

    def _counted(self, counts: Sequence[int]) -> None:
        *of_views, self._every = counts
        self._view.show_counts(of_views)
        self._tell_state()

    def _fetch(self, offset: int, limit: int) -> None:
        if self._desk is None:
            return
        work = partial(self._desk.views.page, self.query, offset, limit)
        self._asked[offset] = self._bridge.call(work, self._take, partial(self._missed, offset))

    def _take(self, page: TicketPage) -> None:
        self._asked.pop(page.offset, None)
        self.model.put(page.offset, page.rows, page.total)
        self._total = page.total
        self._wordless = bool(page.asked) and not any(map(pieces, page.asked))
        self._view.show_page(page, self.words)
        self._tell_state()
        self.follow()
        if page.offset == 0:
            self._lead()

    def _lead(self) -> None:
        """Once for each search."""
        wanted, self._leading = self._leading, False
        first = self.model.row(0) if wanted and self.model.rowCount() else None
        if first is not None and self.model.find(lambda row: row.id == self.chosen_id) < 0:
            self.leads_to(first.id)

    def _tell_state(self) -> None:
        if self._total is None:
            return
        if self._total:
            self._view.show_list_state(ListState.ROWS)
        elif self._every == 0:
            self._view.show_list_state(ListState.NO_TICKETS)
        elif self._quick:
            self._view.show_list_state(ListState.NARROWED_AWAY)
        else:
            nothing = ListState.NO_WORD if self._wordless else ListState.NOTHING_FOUND
            self._view.show_list_state(nothing if self.words else ListState.NONE_OF_THESE)

    def _missed(self, offset: int, error: Exception) -> None:
        self._asked.pop(offset, None)
        self.model.gave_up(offset)
        if isinstance(error, QueryFault):
            self._view.show_query_fault(error)
        else:
            self._view.show_list_trouble(error)

    def follow(self) -> None:
        """Puts the cursor on the chosen ticket where that is among the rows that are here."""
        self._view.mark_chosen(self.model.find(lambda row: row.id == self.chosen_id))


def bands_of(page: TicketPage, names: "Callable[[str, str, int], str]") -> Mapping[int, str]:
    """The heading of each group by the row it begins at; `names` says (value, name, count) as it is shown."""
    bands, at = {}, 0
    for group in page.groups:
        bands[at] = names(group.value, group.name, group.count)
        at += group.count
    return bands
