"""The left part of the inbox: the list of tickets with what stands over and under it."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.custom_field import CustomField
from helpdesk.domain.errors import QueryFault
from helpdesk.domain.progress import Progress
from helpdesk.domain.ticket import TicketPage
from helpdesk.domain.ticket_query import SavedView, TicketQuery
from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.bulk_bar import BulkBar
from helpdesk.ui.inbox.listing.columns import BY_NAME, COLUMNS, USUAL, is_own
from helpdesk.ui.inbox.listing.found_pane import FoundPane
from helpdesk.ui.inbox.listing.list_head import ListHead, next_sort
from helpdesk.ui.inbox.listing.list_presenter import ListState, bands_of
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.inbox.listing.ticket_model import TicketModel
from helpdesk.ui.inbox.listing.ticket_rows import TicketRows
from helpdesk.ui.inbox.listing.view_button import ShownView
from helpdesk.ui.inbox.listing.view_words import group_title, view_name
from helpdesk.ui.inbox.listing.views_rail import ViewsRail
from helpdesk.ui.kit import Banner, EmptyState, Label, ProgressStrip, Tone
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.language import mark, tr, trn
from helpdesk.ui.query_tongue import spoken

LOUD = mark("Overdue")
EMPTY = {
    ListState.NO_TICKETS: (
        mark("No tickets yet"),
        mark("Write one by hand, import files of messages (.eml, .mbox, .csv, .jsonl), or drop such files here."),
        mark("Import messages"),
    ),
    ListState.NOTHING_FOUND: (
        mark("Nothing found"),
        mark("No ticket has these words. Fewer words, or the beginning of one, find more."),
        mark("Back to the view"),
    ),
    ListState.NO_WORD: (
        mark("Signs are not searched for"),
        mark("There is no word to search for. Emoji and other signs cannot be found; type a word that stands near them."),
        mark("Back to the view"),
    ),
    ListState.NARROWED_AWAY: (
        mark("None left"),
        mark("The quick filters leave no ticket of this list."),
        mark("Clear the quick filters"),
    ),
    ListState.NONE_OF_THESE: (mark("None here"), mark("No ticket is in this view now."), ""),
}
LONG_MS = 400
"""A list that takes longer to come says so where it will stand; what comes sooner would only flicker."""


class TicketListPane(QFrame):
    """Passive: emits what the user asks for, shows what it is given."""

    row_chosen = Signal(int)
    row_opened = Signal(int)
    import_requested = Signal()
    import_cancelled = Signal()
    retry_requested = Signal()
    sort_chosen = Signal(object)
    columns_changed = Signal(list)

    def __init__(self, model: TicketModel, marks: Marks) -> None:
        super().__init__()
        self._model = model
        self._state = ListState.LOADING
        self._late = False
        self._query = TicketQuery()
        self.rail = ViewsRail()
        self.head = ListHead()
        self.search = self.head.search
        self.found = FoundPane(self.search)
        self.rows = TicketRows(model, marks)
        self.bulk = BulkBar()
        self._banner = Banner()
        self._strip = ProgressStrip(counts=False)
        self._empty = EmptyState("inbox", *(tr(words) for words in EMPTY[ListState.NO_TICKETS]))
        self._long = QTimer(self, singleShot=True, interval=LONG_MS)
        self._total = Label("", "caption")
        self._foot = flow(self._total, far=(self.head.sorted, self.head.look), margin=2, gap=0)
        self._stack = QStackedWidget()
        for page in (self.rows, self._empty, self.found):
            self._stack.addWidget(page)
        theme.dress(self, "pane")
        self._lay_out()
        self._connect()
        self._long.start()

    def show_list_state(self, state: ListState) -> None:
        self._state = state
        self._late = False
        self._long.stop()
        if state in EMPTY:
            self._empty.say(*(tr(words) for words in EMPTY[state]))
        elif state is ListState.LOADING:
            self._total.say(tr("Loading…"))
            self._long.start()
        else:
            self._banner.clear()
        self._show_right_page()

    def show_views(self, views: Sequence[SavedView]) -> None:
        self.rail.show_views([ShownView(view.id, view_name(view), view.built_in and view.name == LOUD) for view in views])

    def show_counts(self, counts: Sequence[int]) -> None:
        self.rail.show_counts(counts)

    def show_query(self, view: SavedView | None, query: TicketQuery) -> None:
        self._query = query
        self._banner.clear()
        self.rail.show_chosen(view.id if view is not None else None)
        self.rail.edit.setEnabled(view is not None)
        title = tr("Search: {words}", words=spoken(query.words)) if view is None else view_name(view)
        self.head.show_query(title, query)
        column = next((one for one in COLUMNS if one.sort is query.sort.by), None)
        self.rows.show_sorted(column, descending=query.sort.descending)

    def show_page(self, page: TicketPage, words: str) -> None:
        self._total.say(trn("{n} ticket", "{n} tickets", page.total))
        self.rows.show_asked(page.asked)
        group = self._query.group
        self.rows.show_bands(bands_of(page, lambda value, name, n: group_title(group, value, name, n)) if group else {})

    def show_list_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))
        self._waits_no_more()

    def show_query_fault(self, fault: QueryFault) -> None:
        self._banner.tell(fault, Tone.WARNING)
        self._waits_no_more()

    def mark_chosen(self, row: int) -> None:
        self.rows.mark(row)

    def show_finding(self, finding: bool) -> None:
        """What is found everywhere instead of the list."""
        self._finding = finding
        self._show_right_page()

    def finds(self) -> bool:
        return self._finding

    def has_keyboard(self) -> bool:
        """In the list, what stands in its place, or the search field."""
        focus = QApplication.focusWidget()
        return focus is not None and (self.search.hasFocus() or self._stack.isAncestorOf(focus))

    def enter(self) -> None:
        (self._empty if self._stack.currentWidget() is self._empty else self.rows).setFocus()

    def use_columns(self, columns: Sequence[tuple[str, int]]) -> None:
        """(name, width) in order; none but fields of the desk's own: two lines."""
        self.rows.use_columns(columns)
        self._tell_columns()

    def know_fields(self, fields: Sequence[CustomField]) -> None:
        """The desk's own fields, which can be columns."""
        self._model.know(fields)
        self.bulk.show_fields(fields)
        self._tell_columns()

    def show_progress(self, progress: Progress) -> None:
        self._strip.show_progress(progress)

    def end_progress(self) -> None:
        self._strip.finish()

    def _show_long(self) -> None:
        self._empty.say(tr("Loading…"), tr("A long list takes a moment."))
        self._late = True
        self._show_right_page()

    def _waits_no_more(self) -> None:
        self._long.stop()
        self._late = False
        self._show_right_page()

    def _show_right_page(self) -> None:
        self._foot.setVisible(not self._finding)
        if self._finding:
            self._stack.setCurrentWidget(self.found)
        else:
            worked_here = self.rows.hasFocus() or self._empty.hasFocus()
            page = self._empty if self._late or self._state in EMPTY else self.rows
            self._stack.setCurrentWidget(page)
            if worked_here:
                page.setFocus()

    def _lay_out(self) -> None:
        self._finding = False
        head = QVBoxLayout()
        head.setContentsMargins(theme.M, 0, theme.M, theme.XS)
        head.setSpacing(theme.XS)
        head.addWidget(self._banner)
        head.addWidget(self._strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bulk)
        self._total.setContentsMargins(edges(theme.S, 0, 0, 0))
        theme.dress(self._foot, "foot")
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        self._long.timeout.connect(self._show_long)
        self.rows.row_chosen.connect(self.row_chosen)
        self.rows.row_opened.connect(self.row_opened)
        self.bulk.left.connect(self.rows.setFocus)
        self.rows.sort_wanted.connect(self._sort_by_column)
        self.rows.columns_changed.connect(self._columns_moved)
        self.head.sort_chosen.connect(self.sort_chosen)
        self.head.look_chosen.connect(self._choose_look)
        self.head.files.clicked.connect(self.import_requested)
        self._strip.cancelled.connect(self.import_cancelled)
        self._banner.acted.connect(self.retry_requested)
        self._empty.acted.connect(self._act_on_empty)

    def _sort_by_column(self, name: str) -> None:
        column = BY_NAME.get(name)
        if column is not None and column.sort is not None:
            self.sort_chosen.emit(next_sort(self._query.sort, column.sort))

    def _choose_look(self, names: tuple[str, ...]) -> None:
        widths = dict(self.rows.shown_columns())
        first = all(map(is_own, widths)) and not all(map(is_own, names))
        wanted = self._model.named(dict.fromkeys((*USUAL, *names)) if first else names)
        self.use_columns([(column.name, widths.get(column.name, column.width)) for column in wanted])
        self.columns_changed.emit(self.rows.shown_columns())

    def _columns_moved(self, columns: list[tuple[str, int]]) -> None:
        self._tell_columns()
        self.columns_changed.emit(columns)

    def _tell_columns(self) -> None:
        self.head.show_columns(tuple(name for name, _ in self.rows.shown_columns()), self._model.every)

    def _act_on_empty(self) -> None:
        if self._state is ListState.NO_TICKETS:
            self.import_requested.emit()
        elif self._state is ListState.NARROWED_AWAY:
            self.head.quick.clear()
        else:
            self.search.clear()
