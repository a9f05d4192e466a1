"""A view being made or changed: its name, its conditions, how it is sorted, and how many tickets it has meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from helpdesk.domain.ticket_query import LONGEST_NAME, GroupBy, SavedView, Sort, SortBy, TicketQuery
from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.columns import FIRST_UP, GROUPS, SORTS
from helpdesk.ui.inbox.listing.view_words import view_name
from helpdesk.ui.kit import Banner, Label, Tone, button, column, row
from helpdesk.ui.kit.conditions_edit import ConditionsEdit
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.layout import NoTaller
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr, trn

WIDEST = 680


class ViewEditor(QFrame):
    """Passive. `changed` carries the query as it is now; `save_wanted` name and query, and whether as a view of its own."""

    changed = Signal(object)
    save_wanted = Signal(str, object, bool)
    remove_wanted = Signal()
    move_wanted = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: SavedView | None = None
        self.name = line_edit(tr("Name of the view"), tr("Name of the view"), LONGEST_NAME)
        self.conditions = ConditionsEdit()
        self.sort = PickBox(tr("Sorted by"))
        self.order = PickBox(tr("Order"))
        self.group = PickBox(tr("In groups"))
        self._fill_choices()
        self._title = Label("", "title")
        self._count = Label("", "strong")
        self._fault = Label(tr("A condition without a value does not count."), "caption")
        self._banner = Banner()
        self.save = button(tr("Save"), "primary", key="Ctrl+Return")
        self.save_new = button(tr("Save as a new view"))
        self.remove = button(tr("Remove this view"), "danger")
        self.up = button(tr("Move up"), "quiet", name=tr("Move this view up"))
        self.down = button(tr("Move down"), "quiet", name=tr("Move this view down"))
        self.close_it = button(tr("Close"), "quiet", key="Esc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.addWidget(NoTaller(self._made_inside()))
        self._moves = row(self.up, self.down, gap=0)
        ways_on = flow(self.save, self.save_new, self.close_it, far=(self._moves, self.remove))
        ways_on.setMaximumWidth(theme.scaled(WIDEST))
        layout.addWidget(column(ways_on))
        layout.addStretch(1)
        theme.dress(self, "pane")
        self._connect()

    def begin(self, view: SavedView | None, query: TicketQuery) -> None:
        """`view` is the one to be changed, None for one to be made; `query` what it begins with."""
        self._view = view
        self._banner.clear()
        self._title.say(tr("New view") if view is None else tr("View: {name}", name=view_name(view)))
        self.name.setText("" if view is None else view_name(view))
        self.conditions.show_conditions(query.conditions)
        self.sort.setCurrentIndex(max(0, self.sort.findData(query.sort.by)))
        self.order.setCurrentIndex(int(query.sort.descending))
        self.group.setCurrentIndex(max(0, self.group.findData(query.group)))
        own = view is not None and not view.built_in
        for part in (self.save_new, self.remove, self._moves):
            part.setVisible(own)
        self.save.setText(tr("Save") if view is None or own else tr("Save as a new view"))
        self.save.setAccessibleName(self.save.text())
        self._weigh()
        self.name.setFocus()
        self.changed.emit(self.query())

    @property
    def view(self) -> SavedView | None:
        return self._view

    def query(self) -> TicketQuery:
        by = SortBy(self.sort.currentData())
        group = self.group.currentData()
        sort = Sort(by, descending=bool(self.order.currentIndex()))
        return TicketQuery(self.conditions.conditions(), sort, GroupBy(group) if group else None)

    def show_count(self, count: int) -> None:
        self._count.say(trn("{n} ticket now", "{n} tickets now", count))

    def count_words(self) -> str:
        return self._count.text()

    def say(self, words: str) -> None:
        self._banner.say(words, Tone.WARNING, closable=False)

    def submit(self, *, as_new: bool = False) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.say(tr("Give the view a name."))
            self.name.setFocus()
            return
        self._banner.clear()
        self.save_wanted.emit(name, self.query(), as_new or self._view is None or self._view.built_in)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill_choices(self) -> None:
        for by, words in SORTS.items():
            self.sort.addItem(tr(words), by)
        self.order.addItems([tr("rising: least, oldest or A first"), tr("falling: most or newest first")])
        self.group.addItem(tr("No groups"), None)
        for group, words in GROUPS.items():
            self.group.addItem(tr(words), group)

    def _connect(self) -> None:
        self.conditions.changed.connect(self._changed)
        self.sort.activated.connect(self._sorted)
        self.save.clicked.connect(self.submit)
        self.save_new.clicked.connect(lambda: self.submit(as_new=True))
        self.name.returnPressed.connect(self.submit)
        self.remove.clicked.connect(self.remove_wanted)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.close_it.clicked.connect(self.closed)

    def _sorted(self) -> None:
        self.order.setCurrentIndex(int(SortBy(self.sort.currentData()) not in FIRST_UP))

    def _changed(self) -> None:
        self._weigh()
        self.changed.emit(self.query())

    def _weigh(self) -> None:
        self._fault.setVisible(bool(self.conditions.faults()))

    def _made_inside(self) -> QWidget:
        inside = QFrame()
        inside.setMaximumWidth(theme.scaled(WIDEST))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(edges(0, 0, theme.S, 0))
        layout.setSpacing(theme.S)
        layout.addWidget(flow(self._title, far=(self._count,)))
        for part in (self._banner, self.name, self.conditions, self._fault, Label(tr("Sorted by"), "section")):
            layout.addWidget(part)
        layout.addWidget(flow(self.sort, self.order))
        layout.addWidget(Label(tr("In groups"), "section"))
        layout.addWidget(row(self.group, None))
        return inside
