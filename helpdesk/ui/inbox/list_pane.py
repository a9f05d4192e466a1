"""The left part of the inbox: filters, search and the ticket list."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout

from helpdesk.domain.progress import Progress
from helpdesk.domain.ticket import TicketRow, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.list_presenter import TO_DO, ListState
from helpdesk.ui.inbox.row_delegate import TicketRowDelegate
from helpdesk.ui.kit import Banner, EmptyState, Label, ProgressStrip, Tone, button, row
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_painting import two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments

FILTERS: tuple[tuple[str, tuple[TicketStatus, ...]], ...] = (
    ("To do", TO_DO),
    *((wording.STATUSES[status], (status,)) for status in TicketStatus),
    ("All", ()),
)
ALL = len(FILTERS) - 1
EMPTY = {
    ListState.NO_TICKETS: (
        "No tickets yet",
        "Write one by hand, import files of messages (.eml, .mbox, .csv, .jsonl), or drop such files here.",
        "Import messages",
    ),
    ListState.NOTHING_FOUND: (
        "Nothing found",
        "No ticket has these words. Search looks at subjects, requesters and everything said.",
        "",
    ),
    ListState.NOT_FOUND_HERE: (
        "Nothing found here",
        "No ticket in this state has these words; one in another state may.",
        "Search all tickets",
    ),
    ListState.NONE_OF_THESE: ("None here", "No ticket is in this state now.", "Show all tickets"),
}


class TicketListPane(QFrame):
    """Passive: emits what the user asks for, shows what it is given."""

    filter_chosen = Signal(tuple)
    search_typed = Signal(str)
    search_entered = Signal()
    row_chosen = Signal(int)
    row_opened = Signal(int)
    new_requested = Signal()
    import_requested = Signal()
    import_cancelled = Signal()
    outbox_requested = Signal()
    retry_requested = Signal()

    def __init__(self, model: PagedModel[TicketRow]) -> None:
        super().__init__()
        self._state = ListState.LOADING
        self.filters = Segments("Filter by status", [name for name, _ in FILTERS])
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search tickets and messages")
        self.search.setAccessibleName("Search tickets")
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(300)
        self.rows = RowsView("Tickets", model, TicketRowDelegate(), two_line_height())
        self.new = button("New ticket", key="N")
        self.files = button("Import…", name="Import messages from files")
        self.outbox = button("Outbox", name="Show the outbox", key="O")
        self._banner = Banner()
        self._strip = ProgressStrip(counts=False)
        self._empty = EmptyState("inbox", *EMPTY[ListState.NO_TICKETS])
        self._total = Label("", "caption")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        theme.dress(self, "pane")
        self._lay_out()
        self._connect()

    def show_list_state(self, state: ListState) -> None:
        self._state = state
        if state in EMPTY:
            self._empty.say(*EMPTY[state])
            self._stack.setCurrentWidget(self._empty)
            return
        self._stack.setCurrentWidget(self.rows)
        if state is ListState.LOADING:
            self._total.say("Loading…")
        else:
            self._banner.clear()

    def show_counts(self, counts: Mapping[TicketStatus, int]) -> None:
        for number, (_, statuses) in enumerate(FILTERS):
            self.filters.segment(number).show_count(sum(counts.get(status, 0) for status in statuses or tuple(TicketStatus)))

    def show_total(self, total: int) -> None:
        self._total.say(f"{total:,} ticket" if total == 1 else f"{total:,} tickets")

    def show_list_trouble(self, error: Exception) -> None:
        said = wording.of(error)
        self._banner.say(said.sentence, Tone.ERROR, title=said.title, action="Try again")

    def mark_chosen(self, row: int) -> None:
        self.rows.mark(row)

    def show_troubled(self, troubled: int) -> None:
        self.outbox.setText(f"Outbox · {troubled} not sent" if troubled else "Outbox")
        self.outbox.setAccessibleName(f"Show the outbox, {troubled} replies not sent" if troubled else "Show the outbox")
        theme.dress(self.outbox, "danger" if troubled else "")

    def show_progress(self, progress: Progress) -> None:
        self._strip.show_progress(progress)

    def end_progress(self) -> None:
        self._strip.finish()

    def choose_filter(self, number: int) -> None:
        self.filters.choose(number)
        self.filter_chosen.emit(FILTERS[number][1])

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        head.setSpacing(theme.S)
        head.addWidget(row(Label("Inbox", "title"), None, self.outbox, self.files, self.new))
        head.addWidget(self.search)
        head.addWidget(self.filters)
        head.addWidget(self._banner)
        head.addWidget(self._strip)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(row(self._total, None, margin=theme.S, role="foot"))

    def _connect(self) -> None:
        self.filters.chosen.connect(lambda number: self.filter_chosen.emit(FILTERS[number][1]))
        self.search.textChanged.connect(self.search_typed)
        self.search.returnPressed.connect(self.search_entered)
        self.rows.row_chosen.connect(self.row_chosen)
        self.rows.row_opened.connect(self.row_opened)
        self.new.clicked.connect(self.new_requested)
        self.files.clicked.connect(self.import_requested)
        self.outbox.clicked.connect(self.outbox_requested)
        self._strip.cancelled.connect(self.import_cancelled)
        self._banner.acted.connect(self.retry_requested)
        self._empty.acted.connect(self._act_on_empty)

    def _act_on_empty(self) -> None:
        if self._state is ListState.NO_TICKETS:
            self.import_requested.emit()
        else:
            self.choose_filter(ALL)
