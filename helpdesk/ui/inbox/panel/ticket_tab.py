"""The ticket worked on: how urgent it is, when it comes back, and what belongs to it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_panel import TicketSheet
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.panel.checklist_box import ChecklistBox
from helpdesk.ui.inbox.panel.field_editors import FieldsBox
from helpdesk.ui.inbox.panel.links_box import LinksBox
from helpdesk.ui.inbox.panel.sheet_presenter import COPY, LINK, STEP, TAG
from helpdesk.ui.inbox.panel.sheet_tab import SheetTab
from helpdesk.ui.kit import Label, button, column, glyph_button, row
from helpdesk.ui.kit.check_line import CheckLine
from helpdesk.ui.kit.chips import Chips
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr
from helpdesk.ui.panel_words import follow_up_words

PRIORITIES = tuple(Priority)


class TicketTab(SheetTab):
    """Passive: emits what the agent wants, takes a frozen sheet. What is typed and the keyboard's place outlive a new sheet of
    the same ticket."""

    priority_chosen = Signal(str)
    snooze_wanted = Signal()
    follow_up_wanted = Signal()
    follow_up_dropped = Signal()
    any_case_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.priority = PickBox(tr("Priority of the ticket"))
        self.priority.addItems([wording.PRIORITIES[one] for one in PRIORITIES])
        self.priority.setMinimumContentsLength(8)
        self.priority.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tags = Chips(tr("A tag to add"), tr("Add a tag"))
        self.snooze = button(tr("Snooze…"), key="Z")
        self.follow_up = button(tr("Follow up…"), key="F")
        self.comes_back = Label("", "caption", wraps=True)
        in_any_case = CheckLine(tr("even if the customer answers"))
        self.any_case = in_any_case.box
        self.drop_follow_up = glyph_button("close", tr("Take the follow-up away"))
        self.fields = FieldsBox()
        self.checklist = ChecklistBox()
        self.links = LinksBox()
        self.copies = Chips(tr("An address that gets the replies too"), tr("Add an address"))
        self._lines = {TAG: self.tags.line, STEP: self.checklist.line, LINK: self.links.line, COPY: self.copies.line}
        self._steps_head = Label("", "section")
        self._comes_back_row = column(row(self.comes_back, self.drop_follow_up, gap=theme.XS), in_any_case, gap=0)
        self._fields_part = self._part(tr("Fields"), self.fields)
        self._lay_out()
        self._connect()

    def show_none(self) -> None:
        """What was typed and not added was for that ticket."""
        super().show_none()
        for line in self._lines.values():
            line.clear()
        self.fields.forget()

    def show_sheet(self, sheet: TicketSheet, now: datetime) -> None:
        self.priority.setCurrentIndex(PRIORITIES.index(sheet.ticket.priority))
        self.tags.show_words(sheet.ticket.tags)
        self.comes_back.say(follow_up_words(sheet.follow_up, now) if sheet.follow_up else "")
        self._comes_back_row.setVisible(sheet.follow_up is not None)
        self.any_case.setChecked(sheet.follow_up is not None and not sheet.follow_up.unless_answered)
        self.fields.show_fields(sheet.fields)
        self._fields_part.setVisible(bool(sheet.fields))
        self.checklist.show_steps(sheet.steps)
        done, steps = len(sheet.steps) - len(sheet.open_steps), len(sheet.steps)
        self._steps_head.say(tr("Checklist: {done} of {of} done", done=done, of=steps) if steps else tr("Checklist"))
        self.links.show_links(sheet.links)
        self.copies.show_words([one.address for one in sheet.copies])
        self._show_parts()

    def put_back(self, part: str, words: str) -> None:
        """Unless something else is being typed there."""
        line = self._lines[part]
        if not line.text():
            line.setText(words)

    def enter(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self.priority.activated.connect(lambda place: self.priority_chosen.emit(PRIORITIES[place].value))
        self.snooze.clicked.connect(self.snooze_wanted)
        self.follow_up.clicked.connect(self.follow_up_wanted)
        self.drop_follow_up.clicked.connect(self.follow_up_dropped)
        self.any_case.clicked.connect(self.any_case_wanted)

    def _lay_out(self) -> None:
        self._fill(
            self._part(tr("Priority"), self.priority),
            self._part(tr("Tags"), self.tags),
            self._part(tr("Later"), flow(self.snooze, self.follow_up), self._comes_back_row),
            self._fields_part,
            column(self._steps_head, self.checklist, gap=theme.XS),
            self._part(tr("Linked tickets"), self.links),
            self._part(tr("Replies also go to"), self.copies),
        )

    @staticmethod
    def _part(title: str, *widgets: QWidget) -> QFrame:
        head = Label(title, "section")
        head.setBuddy(widgets[0])
        return column(head, *widgets, gap=theme.XS)
