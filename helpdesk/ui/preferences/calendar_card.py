"""Calendars: a list, and the one being written, day by day, with its holidays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from helpdesk.domain.business_hours import LONGEST_NAME, WEEKDAYS, Calendar
from helpdesk.domain.open_time import shifts_text
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.language import day, mark, tr, trn
from helpdesk.ui.preferences.actions_editor import captioned
from helpdesk.ui.preferences.entry_list import EntryList
from helpdesk.ui.preferences.saying_card import SayingCard

ABOUT = mark("When the desk is open: service levels count only this time. A break is the time between two spans.")
HOURS_HINT = mark("Closed. Open like 09:00-12:00 13:00-17:00")
USUAL, WORKDAYS = "09:00-17:00", 5


class CalendarCard(SayingCard):
    """Passive. `file_chosen` carries the path of an .ics file."""

    save_wanted = Signal()
    remove_wanted = Signal(int)
    file_chosen = Signal(Path)
    no_holidays_wanted = Signal()
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.entries = EntryList(tr("Open hours"), tr(ABOUT), ordered=False)
        self.name = line_edit(tr("Name of the calendar"), longest=LONGEST_NAME)
        self.zone = line_edit(tr("Time zone, like Europe/Berlin"), "Europe/Berlin")
        self.days = [QLineEdit() for _ in range(WEEKDAYS)]
        for number, field in enumerate(self.days, 1):
            field.setAccessibleName(tr("Open hours on {day}", day=day_name(number)))
            field.setPlaceholderText(tr(HOURS_HINT))
        self.holidays = Label("", wraps=True)
        self.add_holidays = button(tr("Add holidays…"), "quiet", name=tr("Add the holidays of an .ics file"))
        self.no_holidays = button(tr("Without holidays"), "quiet", name=tr("Take all holidays out of this calendar"))
        self.save = button(tr("Save calendar"), name=tr("Save the calendar of that name"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen calendar"))
        self._lay_out()
        self._connect()
        self.show_calendar(None, "")
        self.allow(False)

    def allow(self, ready: bool) -> None:
        """Whether a desk is there to keep them. Holidays belong to a calendar that is kept."""
        chosen = ready and self.entries.chosen() > 0
        self.save.setEnabled(ready)
        for part in (self.remove, self.add_holidays, self.no_holidays):
            part.setEnabled(chosen)

    def show_calendar(self, calendar: Calendar | None, zone: str) -> None:
        """None: a new one begins, in that time zone."""
        self.name.setText(calendar.name if calendar else "")
        self.zone.setText(calendar.zone if calendar else zone)
        for number, field in enumerate(self.days):
            usual = USUAL if number < WORKDAYS else ""
            field.setText(shifts_text(calendar.week[number]) if calendar else usual)
        self.holidays.say(holiday_words(calendar) if calendar else tr("Holidays come from an .ics file once it is saved."))

    def choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Holidays as an .ics file"), str(Path.home()), tr("Calendars (*.ics)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.file_chosen.emit(Path(file)))
        dialog.open()

    def _connect(self) -> None:
        self.entries.picked.connect(self.picked)
        self.save.clicked.connect(self.save_wanted)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.entries.chosen()))
        self.add_holidays.clicked.connect(self.choose_file)
        self.no_holidays.clicked.connect(self.no_holidays_wanted)

    def _lay_out(self) -> None:
        self._place(
            self.entries,
            captioned(tr("Name"), self.name),
            captioned(tr("Time zone"), self.zone),
            *(captioned(day_name(number), field) for number, field in enumerate(self.days, 1)),
            captioned(tr("Holidays"), self.holidays),
            flow(self.save, self.add_holidays, self.no_holidays, self.remove, gap=theme.S),
        )


def day_name(number: int) -> str:
    """Of Monday (1) to Sunday (7), in the language of the window."""
    return QLocale().standaloneDayName(number, QLocale.FormatType.LongFormat)


def holiday_words(calendar: Calendar) -> str:
    """How many there are, and the last of them: when it is over, a new file is due."""
    if not calendar.holidays:
        return tr("none")
    last = max((one.day for one in calendar.holidays if not one.yearly), default=None)
    count = trn("{n} holiday", "{n} holidays", len(calendar.holidays))
    return tr("{count}, the last on {day}", count=count, day=day(last)) if last else count
