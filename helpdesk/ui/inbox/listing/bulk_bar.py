"""What can be done to all marked tickets at once; before it is done, what it would do."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QStackedLayout

from helpdesk.domain.change import AddTag, Assign, Change, RemoveTag, SetPriority, SetStatus
from helpdesk.domain.custom_field import CustomField
from helpdesk.domain.progress import Progress
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, ProgressStrip, button, column, row
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.kit.menus import FreshMenu
from helpdesk.ui.kit.pick_popover import PickPopover
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.popover import LinePopover
from helpdesk.ui.known_names import choices_in
from helpdesk.ui.language import tr, trn
from helpdesk.ui.panel_words import FIELD_HINTS

MOST_AGENTS = 40
CHOICES, ASKING, RUNNING = range(3)
"""Pages of the bar."""


class BulkBar(QFrame):
    """Hidden while nothing is marked. `wanted` carries a Change to be looked at first, `field_wanted` the key of a field of the
    desk's own and what is to stand in it; `agreed` and `refused` answer what was
    shown of it. While many are changed it shows how far that is, marks or not; `stopped` ends it there."""

    wanted = Signal(object)
    field_wanted = Signal(str, str)
    merge_wanted = Signal()
    agreed = Signal()
    refused = Signal()
    all_wanted = Signal()
    cleared = Signal()
    stopped = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pages = QStackedLayout(self)
        self._runs = False
        self._marked = 0
        self._agents: tuple[str, ...] = ()
        self._fields: tuple[CustomField, ...] = ()
        self._me = ""
        self._count = Label("", "strong")
        self.status = self._picker(tr("Status"), self._fill_statuses)
        self.priority = self._picker(tr("Priority"), self._fill_priorities)
        self.assign = self._picker(tr("Assign"), self._fill_agents)
        self.tag = self._picker(tr("Tag"), self._fill_tags)
        self.field = self._picker(tr("Field"), self._fill_fields)
        self.field.hide()
        self.merge = button(tr("Merge"), "quiet", name=tr("Merge the marked tickets into one"), key="Shift+M")
        self.all = button(tr("All"), "quiet", name=tr("Mark every ticket of this list"), key="Ctrl+A")
        self.none = button(tr("None"), "quiet", name=tr("Take all marks away"))
        self.words = Label("", wraps=True)
        self.agree = button(tr("Do it"), "primary", key="Return")
        self.refuse = button(tr("Do nothing"), "quiet")
        self.progress = ProgressStrip()
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Marked tickets"))
        self.hide()

    def _lay_out(self) -> None:
        choices = FlowFrame(edges(theme.M, theme.XS, theme.XS, theme.XS), gap=2)
        changes = (self.status, self.priority, self.assign, self.tag, self.field, self.merge)
        for part in (self._count, *changes, self.all, self.none):
            choices.add(part)
        answer = column(self.words, row(self.agree, self.refuse, None), gap=theme.XS, margin=theme.S)
        for page in (choices, answer, self.progress):
            self._pages.addWidget(page)
        theme.dress(self, "foot")

    def _connect(self) -> None:
        self.merge.clicked.connect(self.merge_wanted)
        self.all.clicked.connect(self.all_wanted)
        self.none.clicked.connect(self.cleared)
        self.agree.clicked.connect(self.agreed)
        self.refuse.clicked.connect(self.refused)
        self.progress.cancelled.connect(self.stopped)

    def show_marked(self, marked: int) -> None:
        self._count.say(trn("{n} marked", "{n} marked", marked))
        self.merge.setEnabled(marked > 1)
        self._marked = marked
        self.show_choices()

    def show_choices(self) -> None:
        """Whoever answered here goes on with the first choice; with nothing to choose the keyboard goes back to the list."""
        focus, shown = QApplication.focusWidget(), self._runs or self._marked > 0
        goes_on = focus is not None and self.isAncestorOf(focus) and (self.asks() or not shown)
        chooses = shown and not self._runs
        if goes_on and not chooses:
            self.left.emit()
        self.setVisible(shown)
        self._pages.setCurrentIndex(RUNNING if self._runs else CHOICES)
        if goes_on and chooses:
            self.enter()

    def show_progress(self, progress: Progress) -> None:
        self._runs = progress.done != progress.total
        if self._runs:
            self.progress.show_progress(progress)
        else:
            self.progress.finish()
        self.show_choices()

    def show_agents(self, agents: Sequence[str], me: str) -> None:
        self._agents, self._me = tuple(agents)[:MOST_AGENTS], me

    def show_fields(self, fields: Sequence[CustomField]) -> None:
        self._fields = tuple(fields)
        self.field.setVisible(bool(fields))

    def ask(self, words: str, answer: str) -> None:
        """Says what it would do; the keyboard is on the answer. Without `answer` there is nothing to agree to."""
        self.words.say(words)
        self.agree.setText(answer)
        self.agree.setAccessibleName(answer)
        self.agree.setVisible(bool(answer))
        self._pages.setCurrentIndex(ASKING)
        (self.agree if answer else self.refuse).setFocus()

    def asks(self) -> bool:
        return self._pages.currentIndex() == ASKING

    def enter(self) -> None:
        """The keyboard goes to the first choice."""
        if self.isVisible():
            self.status.setFocus()

    def want(self, change: Change | None) -> None:
        """As if it had been chosen here; None begins with the tag to add."""
        if change is None:
            self._ask_tag(AddTag)
        else:
            self.wanted.emit(change)

    def _picker(self, words: str, fill: Callable[[FreshMenu], None]) -> QPushButton:
        made = button(words, "quiet")
        made.setMenu(FreshMenu(made, fill))
        return made

    def _fill_statuses(self, menu: FreshMenu) -> None:
        for status in TicketStatus:
            self._offer(menu, wording.STATUSES[status], SetStatus(status))

    def _fill_priorities(self, menu: FreshMenu) -> None:
        for priority in reversed(Priority):
            self._offer(menu, wording.PRIORITIES[priority], SetPriority(priority))

    def _fill_agents(self, menu: FreshMenu) -> None:
        if self._me:
            self._offer(menu, tr("To me ({name})", name=one_line(self._me)), Assign(self._me))
        self._offer(menu, tr("To nobody"), Assign(None))
        menu.addSeparator()
        for agent in self._agents:
            if agent != self._me:
                self._offer(menu, one_line(agent), Assign(agent))

    def _fill_tags(self, menu: FreshMenu) -> None:
        menu.offer(tr("Add a tag…"), partial(self._ask_tag, AddTag))
        menu.offer(tr("Take a tag away…"), partial(self._ask_tag, RemoveTag))

    def _fill_fields(self, menu: FreshMenu) -> None:
        for field in self._fields:
            menu.offer(f"{one_line(field.name)}…", partial(self._ask_field, field))

    def _ask_field(self, field: CustomField) -> None:
        """Nothing written or chosen empties it."""
        hint, offered = FIELD_HINTS.get(field.kind, ""), choices_in(field)
        popover: LinePopover | PickPopover
        if offered:
            popover = PickPopover(self.window(), one_line(field.name), [*offered, ("", tr("Not set"))], tr("One of the list"))
            popover.chosen.connect(partial(self.field_wanted.emit, field.key))
        else:
            popover = LinePopover(self.window(), one_line(field.name), tr("Look at it first"), hint=hint, needed=False)
            popover.written.connect(partial(self.field_wanted.emit, field.key))
            popover.closed.connect(popover.deleteLater)
        popover.open_above(self.field)

    def _ask_tag(self, kind: Callable[[str], Change]) -> None:
        title = tr("Tag to add") if kind is AddTag else tr("Tag to take away")
        popover = LinePopover(self.window(), title, tr("Look at it first"))
        popover.written.connect(lambda tag: self.wanted.emit(kind(tag)))
        popover.closed.connect(popover.deleteLater)
        popover.open_above(self.tag)

    def _offer(self, menu: FreshMenu, words: str, change: Change) -> None:
        menu.offer(words, partial(self.wanted.emit, change))
