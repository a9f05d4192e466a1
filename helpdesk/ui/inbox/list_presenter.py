"""The ticket list: which tickets, how many, which one is chosen."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.events import (
    DraftDecided,
    DraftReady,
    DraftRequested,
    Event,
    ReplyChanged,
    TicketChanged,
    TicketReceived,
)
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority, TicketFilter, TicketPage, TicketRow, TicketStatus
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

LISTED = (TicketReceived, TicketChanged, DraftRequested, DraftReady, DraftDecided, ReplyChanged)
TO_DO = (TicketStatus.NEW, TicketStatus.OPEN)
REFRESH_MS = 250
SEARCH_MS = 180


class ListState(StrEnum):
    LOADING = "loading"
    ROWS = "rows"
    NO_TICKETS = "no-tickets"
    NOTHING_FOUND = "nothing-found"
    NOT_FOUND_HERE = "not-found-here"
    NONE_OF_THESE = "none-of-these"


class TicketListView(Protocol):
    def show_list_state(self, state: ListState) -> None: ...

    def show_counts(self, counts: Mapping[TicketStatus, int]) -> None: ...

    def show_total(self, total: int) -> None: ...

    def show_list_trouble(self, error: Exception) -> None: ...

    def mark_chosen(self, row: int) -> None:
        """Puts the cursor on that row without telling anybody; -1 takes it away."""
        ...


class TicketListPresenter:
    """Any filter is answered from SQL page by page; answers to an older filter are dropped. `chosen` is told when the agent
    moves to another ticket."""

    def __init__(self, view: TicketListView, model: PagedModel[TicketRow], bridge: Bridge, delays: Delays) -> None:
        self.model = model
        self.wanted = TicketFilter(statuses=TO_DO)
        self.chosen_id: TicketId | None = None
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._search = ""
        self._counts: Mapping[TicketStatus, int] | None = None
        self._total: int | None = None
        self._asked: dict[int, Handle] = {}
        self._refreshing = delays(REFRESH_MS, self._refresh)
        self._searching = delays(SEARCH_MS, self._search_now)
        self.model.page_wanted.connect(self._fetch)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._begin()

    def filter_by(self, statuses: tuple[TicketStatus, ...]) -> None:
        if statuses != self.wanted.statuses:
            self.wanted = replace(self.wanted, statuses=statuses)
            self._begin()

    def search(self, words: str) -> None:
        self._search = words.strip()
        self._searching.start()

    def search_at_once(self) -> None:
        self._searching.flush()

    def retry(self) -> None:
        self._begin()

    def choose(self, row: int) -> TicketId | None:
        """The ticket of that row, remembered; None while its page is on the way."""
        found = self.model.row(row)
        if found is None:
            return None
        self.chosen_id = found.id
        return found.id

    def chose_elsewhere(self, ticket_id: TicketId | None) -> None:
        """A ticket opened by other means: the list follows when it shows that ticket."""
        self.chosen_id = ticket_id
        self._follow()

    def heard(self, event: Event) -> None:
        if isinstance(event, LISTED) and self._desk is not None:
            self._refreshing.start()

    def _search_now(self) -> None:
        if self._search != self.wanted.search:
            self.wanted = replace(self.wanted, search=self._search)
            self._begin()

    def _begin(self) -> None:
        if self._desk is None:
            return
        self._drop_asked()
        self._total = None
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
        if self._desk is not None:
            self._bridge.call(self._desk.inbox.counts, self._counted, self._view.show_list_trouble)

    def _counted(self, counts: Mapping[TicketStatus, int]) -> None:
        self._counts = counts
        self._view.show_counts(counts)
        self._tell_state()

    def _fetch(self, offset: int, limit: int) -> None:
        if self._desk is None:
            return
        work = partial(self._desk.inbox.page, self.wanted, offset, limit)
        self._asked[offset] = self._bridge.call(work, self._take, partial(self._missed, offset))

    def _take(self, page: TicketPage) -> None:
        self._asked.pop(page.offset, None)
        self.model.put(page.offset, page.rows, page.total)
        self._total = page.total
        self._view.show_total(page.total)
        self._tell_state()
        self._follow()

    def _tell_state(self) -> None:
        if self._total is None:
            return
        if self._total:
            self._view.show_list_state(ListState.ROWS)
        elif self._counts is not None and not sum(self._counts.values()):
            self._view.show_list_state(ListState.NO_TICKETS)
        elif not self.wanted.search:
            self._view.show_list_state(ListState.NONE_OF_THESE)
        else:
            self._view.show_list_state(ListState.NOT_FOUND_HERE if self.wanted.statuses else ListState.NOTHING_FOUND)

    def _missed(self, offset: int, error: Exception) -> None:
        self._asked.pop(offset, None)
        self.model.gave_up(offset)
        self._view.show_list_trouble(error)

    def _follow(self) -> None:
        self._view.mark_chosen(self.model.find(lambda row: row.id == self.chosen_id))


def spoken_row(row: TicketRow) -> str:
    draft = f", draft: {wording.DRAFT_STATES[row.draft_state].lower()}" if row.draft_state else ""
    urgency = f", {wording.PRIORITIES[row.priority].lower()} priority" if row.priority is not Priority.NORMAL else ""
    subject = one_line(row.subject) or "(no subject)"
    return f"{subject}, from {one_line(row.requester)}, {wording.STATUSES[row.status].lower()}{urgency}{draft}, number {row.id}"
