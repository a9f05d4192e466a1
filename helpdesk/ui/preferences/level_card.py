"""Service levels: a list, the one being written, and how its promises went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from helpdesk.domain.open_time import minutes_text
from helpdesk.domain.service_level import LONGEST_NAME, PASSING, Promise, ServiceLevel
from helpdesk.ui.due_words import PROMISES
from helpdesk.ui.kit import button, row
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.progress_strip import ProgressStrip
from helpdesk.ui.language import mark, tr
from helpdesk.ui.preferences.actions_editor import ActionsEditor, captioned
from helpdesk.ui.preferences.entry_list import EntryList
from helpdesk.ui.preferences.saying_card import SayingCard
from helpdesk.ui.preferences.which_tickets import WhichTickets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.business_hours import Calendar

ABOUT = mark(
    "What customers are promised. The first service level that fits a ticket counts. Time is open time of its calendar, and "
    "stands still while a ticket is pending or on hold."
)
WHY_NOT_ALL = mark(
    "A promise hangs on what a person or the customer says. It cannot hang on what changes by itself, like the last change, "
    "what is due or the state of a draft: nobody would notice when it has to be reckoned anew."
)
ALWAYS_OPEN = mark("Every minute counts")
SPAN_HINT = mark("Like 4h or 30m; empty promises nothing")
WARNING_HINT = mark("Like 1h; empty for no warning")


class LevelCard(SayingCard):
    """Passive."""

    save_wanted = Signal()
    remove_wanted = Signal(int)
    arranged = Signal(list)
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._calendars: tuple[int, ...] = (0,)
        self.entries = EntryList(tr("Service levels"), tr(ABOUT), ordered=True)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(tr("Name of the service level"))
        self.which = WhichTickets(tr("Which tickets it is for"), PASSING, tr(WHY_NOT_ALL))
        self.spans = {promise: QLineEdit() for promise in Promise}
        for promise, field in self.spans.items():
            field.setPlaceholderText(tr(SPAN_HINT))
            field.setAccessibleName(tr("{promise} within", promise=PROMISES[promise]))
        self.warning = QLineEdit()
        self.warning.setPlaceholderText(tr(WARNING_HINT))
        self.warning.setAccessibleName(tr("Warn before it falls due"))
        self.calendar = PickBox(tr("Whose open hours count"))
        self.doing = ActionsEditor(tr("When it is missed"))
        self.save = button(tr("Save service level"), name=tr("Save the service level of that name"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen service level"))
        self.strip = ProgressStrip()
        self._lay_out()
        self._connect()
        self.show_calendars(())
        self.allow(False)

    def allow(self, ready: bool) -> None:
        """Whether a desk is there to keep them."""
        self.save.setEnabled(ready)
        self.remove.setEnabled(ready and self.entries.chosen() > 0)

    def show_calendars(self, calendars: Sequence[Calendar]) -> None:
        chosen = self.calendar_number()
        self._calendars = (0, *(one.id for one in calendars))
        self.calendar.clear()
        self.calendar.addItems([tr(ALWAYS_OPEN), *(one.name for one in calendars)])
        self._choose_calendar(chosen)

    def calendar_number(self) -> int:
        place = self.calendar.currentIndex()
        return self._calendars[place] if 0 <= place < len(self._calendars) else 0

    def show_level(self, level: ServiceLevel | None) -> None:
        """None: a new one begins."""
        self.name.setText(level.name if level else "")
        for promise, field in self.spans.items():
            field.setText(minutes_text(level.minutes(promise)) if level else "")
        self.warning.setText(minutes_text(level.warning) if level else "")
        self._choose_calendar(level.calendar_id if level else 0)
        self.doing.show_actions(level.at_breach if level else ())

    def _choose_calendar(self, number: int) -> None:
        self.calendar.setCurrentIndex(self._calendars.index(number) if number in self._calendars else 0)

    def _connect(self) -> None:
        self.entries.picked.connect(self.picked)
        self.entries.arranged.connect(self.arranged)
        self.save.clicked.connect(self.save_wanted)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.entries.chosen()))

    def _lay_out(self) -> None:
        self._place(
            self.entries,
            captioned(tr("Name"), self.name),
            self.which,
            *(captioned(tr("{promise} within", promise=PROMISES[one]), field) for one, field in self.spans.items()),
            captioned(tr("Warn before"), self.warning),
            captioned(tr("Open hours"), self.calendar),
            self.doing,
            row(self.save, self.remove, None),
            self.strip,
        )
