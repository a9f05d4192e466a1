"""What stands over the ticket list: its name, finding, quick filters, and what it is sorted by and shows."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.ticket_query import Sort, SortBy, TicketQuery
from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.columns import COLUMNS, FIRST_UP, GROUPS, SORTS, Column, is_own
from helpdesk.ui.inbox.listing.quick_filters import QuickFilters
from helpdesk.ui.kit import ElidedLabel, button, glyph_button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.menus import FreshMenu
from helpdesk.ui.language import number, tr, trn

ROOMY = 400


class ListHead(QFrame):
    """Passive. `look_chosen` carries the names of the columns, none but fields of the desk's own for two lines;
    `columns_spread` wants those of this list in all views, `columns_dropped` the usual ones here."""

    search_typed = Signal(str)
    help_wanted = Signal()
    sort_chosen = Signal(object)
    group_chosen = Signal(object)
    look_chosen = Signal(tuple)
    columns_spread = Signal()
    columns_dropped = Signal()
    views_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._query = TicketQuery()
        self._shown: tuple[str, ...] = ()
        self._every: tuple[Column, ...] = COLUMNS
        self._own = self._differ = False
        self._troubled = 0
        self.views = glyph_button("sort", tr("Show the views"), key="F8")
        self.title = ElidedLabel("", "title")
        self.new = button(tr("New"), name=tr("New ticket"), key="N")
        self.files = glyph_button("import", tr("Import messages from files"), key="Ctrl+I")
        self.outbox = glyph_button("outbox", tr("Show the outbox"), key="O")
        self.search = line_edit(tr("Search tickets, articles and macros"), tr("Search everything"), 300, clears=True)
        self.help = button("?", "quiet", name=tr("How to search"))
        self.quick = QuickFilters()
        self.sorted = button("", "quiet")
        self.look = button(tr("Columns"), "quiet", name=tr("Columns of the list"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.XS)
        layout.setSpacing(theme.S)
        layout.addWidget(row(self.views, self.title, self.outbox, self.files, self.new, gap=theme.XS))
        layout.addWidget(row(self.search, self.help, gap=theme.XS))
        layout.addWidget(self.quick)
        self.search.textChanged.connect(self.search_typed)
        self.help.clicked.connect(self.help_wanted)
        self.views.clicked.connect(self.views_wanted)
        self.sorted.setMenu(FreshMenu(self, self._fill_sorts))
        self.look.setMenu(FreshMenu(self, self._fill_look))

    def show_query(self, title: str, query: TicketQuery) -> None:
        self._query = query
        self.title.say(title)
        arrow = "↓" if query.sort.descending else "↑"
        words = f"{tr(SORTS[query.sort.by])} {arrow}"
        self.sorted.setText(words if query.group is None else f"{tr(GROUPS[query.group])} · {words}")
        order = tr("falling") if query.sort.descending else tr("rising")
        self.sorted.setAccessibleName(tr("Sorted by {what}, {order}", what=tr(SORTS[query.sort.by]), order=order))

    def show_columns(self, names: tuple[str, ...], every: tuple[Column, ...]) -> None:
        """Those on display, and those to choose from."""
        self._shown, self._every = names, every

    def show_own(self, own: bool, differ: bool) -> None:
        """Whether this list has columns of its own, and whether any list has."""
        self._own, self._differ = own, differ

    def show_troubled(self, troubled: int) -> None:
        """Replies that did not leave."""
        self._troubled = troubled
        self._say_troubled()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if troubled else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.outbox.setToolButtonStyle(style)
        unsent = trn("Show the outbox, {n} reply not sent", "Show the outbox, {n} replies not sent", troubled)
        name = unsent if troubled else tr("Show the outbox")
        self.outbox.setAccessibleName(name)
        theme.dress(self.outbox, "danger" if troubled else "quiet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_troubled()

    def _say_troubled(self) -> None:
        """As many words as leave the name of the list its room."""
        words = tr("Outbox · {n} not sent", n=self._troubled) if self._troubled else tr("Outbox")
        narrow = self._troubled and self.width() < theme.scaled(ROOMY)
        self.outbox.setText(number(self._troubled) if narrow else words)

    def _fill_sorts(self, menu: FreshMenu) -> None:
        for by, words in SORTS.items():
            wanted = Sort(by, descending=by not in FIRST_UP)
            menu.offer(tr(words), partial(self.sort_chosen.emit, wanted), self._query.sort.by is by)
        turned = replace(self._query.sort, descending=not self._query.sort.descending)
        menu.addSeparator()
        menu.offer(tr("The other way round"), partial(self.sort_chosen.emit, turned))
        menu.below(tr("In groups"), self._fill_groups)

    def _fill_groups(self, menu: FreshMenu) -> None:
        menu.offer(tr("No groups"), partial(self.group_chosen.emit, None), self._query.group is None)
        for group, words in GROUPS.items():
            menu.offer(tr(words), partial(self.group_chosen.emit, group), self._query.group is group)

    def _fill_look(self, menu: FreshMenu) -> None:
        own = tuple(filter(is_own, self._shown))
        menu.offer(tr("Two lines for each ticket"), partial(self.look_chosen.emit, own), own == self._shown)
        menu.addSeparator()
        self._fill_columns(menu, own=False)
        if any(column.own for column in self._every):
            menu.below(tr("Fields of your own"), partial(self._fill_columns, own=True))
        menu.addSeparator()
        if self._differ:
            menu.offer(tr("Use these for all views"), self.columns_spread.emit)
        if self._own:
            menu.offer(tr("Back to the usual columns"), self.columns_dropped.emit)

    def _fill_columns(self, menu: FreshMenu, *, own: bool) -> None:
        for column in self._every:
            if column.own is own:
                wanted = self._with(column.name)
                menu.offer(column.heading, partial(self.look_chosen.emit, wanted), column.name in self._shown)

    def _with(self, name: str) -> tuple[str, ...]:
        """The columns after that one was added or taken away; the first of all brings the usual ones with it."""
        if name in self._shown:
            return tuple(one for one in self._shown if one != name)
        return (*self._shown, name)


def next_sort(sort: Sort, by: SortBy) -> Sort:
    """After a click on the head of a column: its own way first, the other way at the second click."""
    return replace(sort, descending=not sort.descending) if sort.by is by else Sort(by, descending=by not in FIRST_UP)
