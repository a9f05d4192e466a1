"""The list as one piece: its pane, who answers it, and what its keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from helpdesk.ui.inbox.listing.bulk_presenter import BulkPresenter
from helpdesk.ui.inbox.listing.columns_presenter import ColumnsPresenter
from helpdesk.ui.inbox.listing.dragging import Dragging
from helpdesk.ui.inbox.listing.finding_presenter import FindingPresenter
from helpdesk.ui.inbox.listing.kept_look import FILE, KeptLook
from helpdesk.ui.inbox.listing.list_pane import TicketListPane
from helpdesk.ui.inbox.listing.list_presenter import TicketListPresenter
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.inbox.listing.quick_filters import QUICK
from helpdesk.ui.inbox.listing.ticket_model import TicketModel
from helpdesk.ui.inbox.listing.view_editor import ViewEditor
from helpdesk.ui.inbox.listing.view_presenter import ViewPresenter
from helpdesk.ui.inbox.listing.views_rail import KEYED

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.ticket import TicketPage
    from helpdesk.domain.ticket_query import TicketQuery
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext

STAY = "stay"
MOST_HERE = 500


class Listing(QObject):
    """`opened` asks for a ticket to be shown; `editing` says whether the editor of views is wanted, `merging` that the marked
    tickets are to become one."""

    opened = Signal(int)
    editing = Signal(bool)
    merging = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._desk: Desk | None = None
        self.marks = Marks()
        self.model = TicketModel(self.marks)
        self.pane = TicketListPane(self.model, self.marks)
        self.editor = ViewEditor()
        self.presenter = TicketListPresenter(self.pane, self.model, context.bridge, context.delays)
        self.bulk = BulkPresenter(self.pane.bulk, self.marks, context)
        self.dragging = Dragging(self.pane, self.marks, self.bulk, context)
        self.finding = FindingPresenter(self.pane.found, context, self._open_found)
        self.views = ViewPresenter(self.editor, self.presenter, context, self.editor.conditions.offer)
        self.views.done = partial(self.editing.emit, False)
        self.presenter.leads_to = self._open_found
        self.pane.rail.key_of = lambda place: context.shortcuts.first_key(f"view-{place}")
        self.look = KeptLook(context.workspace.folder / FILE)
        self.look.load()
        self.presenter.own_sorts = self.look.sorts
        self.presenter.rearranged = self.look.keep
        self.columns = ColumnsPresenter(self.pane, self.presenter, self.look, context)
        self.views.made = self.columns.hand_on
        # Only hidden, never shown: what has no parent yet would stand on the screen as a window of its own.
        (self.pane.rail if self.look.views_folded else self.pane.head.views).hide()
        self._connect()

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        for presenter in (self.presenter, self.columns, self.bulk, self.dragging, self.finding, self.views):
            presenter.desk_ready(desk)

    def left(self) -> None:
        self.columns.left()

    # What keys and the screen ask for

    def acts(self) -> dict[str, Callable[[], object]]:
        """By the name of the intent."""
        return {
            "views": self.fold_views,
            "mark": self.mark_here,
            "mark-all": self.mark_all,
            "marked": self.pane.bulk.enter,
            "no-filter": self.pane.head.quick.clear,
            **{f"filter-{n}": partial(self.pane.head.quick.toggle, n - 1) for n in range(1, len(QUICK) + 1)},
            **{f"view-{n}": partial(self.choose_view, n - 1) for n in range(1, KEYED + 1)},
        }

    def choose_view(self, place: int) -> None:
        """The view at that place of the rail, the first is 0."""
        views = self.presenter.views
        if place < len(views):
            self._choose_view(views[place].id)

    def fold_views(self) -> None:
        self._fold(self.pane.rail.isVisible())
        self.look.views_folded = self.pane.rail.isHidden()
        self.look.keep()

    def make_room(self, needed: bool) -> None:
        """Hides the views while the room is needed for something else, unless they are hidden anyway."""
        self._fold(needed or self.look.views_folded)

    def mark_here(self) -> None:
        """The row of the cursor."""
        row = self.pane.rows.current()
        if row >= 0:
            self._toggle(row)

    def mark_all(self) -> None:
        """Every ticket of the list, also those far below."""
        if self._desk is not None:
            work = partial(self._desk.views.ids, self.presenter.query)
            self._context.bridge.call(work, self.marks.put, self._context.report)

    def advance(self, done: TicketId) -> None:
        """Opens the next ticket of the list after one that is dealt with, which may have left it already."""
        if self._desk is not None and self._context.settings().after_ticket != STAY:
            work = partial(next_of, self._desk, self.presenter.query, (done, self.presenter.others))
            self._context.bridge.call(work, partial(self._go_on, done), self._context.report)

    def leave_finding(self) -> bool:
        """Esc: what is typed goes, and then the search, and then the marks. False when there was nothing to leave."""
        if self.pane.search.text() or self.presenter.words or self.pane.finds():
            self.pane.search.clear()
            self.pane.show_finding(False)
            self.presenter.search("")
            return True
        if len(self.marks):
            self.marks.clear()
            return True
        return False

    def list_found(self) -> None:
        """Every ticket with the words in the search field, as a list, and one of them opened."""
        self.finding.meant(self._list_meant)

    def list_those(self, query: str) -> None:
        """As if somebody had typed that and wanted the list."""
        self.pane.search.setText(query)
        self.list_found()

    # Inside

    def _fold(self, folded: bool) -> None:
        self.pane.rail.setVisible(not folded)
        self.pane.head.views.setVisible(folded)

    def _connect(self) -> None:
        pane = self.pane
        pane.rail.chosen.connect(self._choose_view)
        pane.rail.new_wanted.connect(self._make_view)
        pane.rail.edit_wanted.connect(self._change_view)
        pane.rail.fold_wanted.connect(self.fold_views)
        pane.head.views_wanted.connect(self.fold_views)
        pane.head.search_typed.connect(self._typed)
        pane.head.help_wanted.connect(self._show_help)
        pane.head.quick.chosen.connect(self.presenter.narrow)
        pane.head.group_chosen.connect(self.presenter.group_by)
        pane.sort_chosen.connect(self.presenter.sort_by)
        pane.retry_requested.connect(self.presenter.retry)
        pane.rows.toggled.connect(self._toggle)
        pane.rows.ranged.connect(self._range)
        pane.found.listed.connect(self.list_found)
        pane.found.left.connect(pane.rows.setFocus)
        pane.found.word_wanted.connect(self._write_word)
        self._connect_bulk()
        self._connect_editor()

    def _connect_bulk(self) -> None:
        bar = self.pane.bulk
        bar.wanted.connect(self.bulk.look)
        bar.field_wanted.connect(self.bulk.fill)
        bar.merge_wanted.connect(self.merging)
        bar.agreed.connect(self.bulk.agree)
        bar.refused.connect(self.bulk.refuse)
        bar.stopped.connect(self.bulk.stop)
        bar.all_wanted.connect(self.mark_all)
        bar.cleared.connect(self.marks.clear)

    def _connect_editor(self) -> None:
        self.editor.changed.connect(self.views.edited)
        self.editor.save_wanted.connect(self.views.save)
        self.editor.remove_wanted.connect(self.views.remove)
        self.editor.move_wanted.connect(self.views.move)
        self.editor.closed.connect(self.views.done)

    def _choose_view(self, view_id: int) -> None:
        self.pane.search.clear()
        self.presenter.choose_view(view_id)
        self.pane.rows.setFocus()

    def _make_view(self) -> None:
        self.editing.emit(True)
        self.views.make()

    def _change_view(self) -> None:
        self.editing.emit(True)
        self.views.change()

    def _typed(self, words: str) -> None:
        finding = bool(words.strip())
        self.pane.show_finding(finding)
        self.finding.look(words)
        if not finding:
            self.presenter.search("")

    def _list_meant(self, words: str) -> None:
        self.pane.show_finding(False)
        self.presenter.search(words, lead=True)
        self.pane.rows.setFocus()

    def _show_help(self) -> None:
        """A second click leaves it again."""
        if self.pane.finds() and not self.pane.search.text():
            self.pane.show_finding(False)
            return
        self.pane.show_finding(True)
        self.finding.show_help()
        self.pane.search.setFocus()

    def _write_word(self, word: str) -> None:
        self.pane.search.setText(word)
        self.pane.search.setFocus()

    def _open_found(self, ticket_id: TicketId) -> None:
        self.opened.emit(ticket_id)

    def _toggle(self, row: int) -> None:
        ticket = self.model.row(row)
        if ticket is not None:
            self.marks.toggle(ticket.id)
            self.marks.anchor = row

    def _range(self, first: int, last: int) -> None:
        """Marks what lies between, rows whose page is not here included."""
        self.marks.anchor = first
        low, high = sorted((first, last))
        here = [self.model.row(row) for row in range(low, min(high, low + MOST_HERE) + 1)]
        if len(here) == high - low + 1 and None not in here:
            self.marks.add(ticket.id for ticket in here if ticket is not None)
        elif self._desk is not None:
            work = partial(self._desk.views.page, self.presenter.query, low, high - low + 1)
            self._context.bridge.call(work, self._add_page, self._context.report)

    def _add_page(self, page: TicketPage) -> None:
        self.marks.add(row.id for row in page.rows)

    def _go_on(self, done: TicketId, following: TicketId | None) -> None:
        if following is not None and self.presenter.chosen_id == done:
            self.opened.emit(following)


async def next_of(desk: Desk, query: TicketQuery, where: tuple[TicketId, tuple[TicketId, ...]]) -> TicketId | None:
    """The first of those that stood around the ticket and are in the list still; else the one below where the ticket is now, at
    the end of the list the one above."""
    done, others = where
    for other in others:
        if await desk.views.position(query, other) is not None:
            return other
    following = await desk.views.after(query, done)
    return following if following is not None else await desk.views.after(query, done, back=True)
