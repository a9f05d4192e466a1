"""The questions a sending asks in place: what the ticket becomes, and when the reply leaves."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.layout import row
from helpdesk.ui.kit.popover import ChoicePopover, Popover
from helpdesk.ui.language import clock, day_of_year, mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

MORNING = time(8)
OWN_TIME = "own"
AND_THEN = (
    (TicketStatus.SOLVED, mark("Send and solve")),
    (TicketStatus.OPEN, mark("Send and keep open")),
    (TicketStatus.ON_HOLD, mark("Send and put on hold")),
    (TicketStatus.PENDING, mark("Send and wait for an answer")),
)
FOLLOW_UPS = (
    (2, mark("Send, come back in 2 days without an answer")),
    (7, mark("Send, come back in a week without an answer")),
)
FOLLOW_UP = "follow-up:"


def ways() -> list[tuple[str, str]]:
    """(key, words) of what a reply can do beside leaving."""
    return [
        *((status.value, tr(words)) for status, words in AND_THEN),
        *((f"{FOLLOW_UP}{days}", tr(words)) for days, words in FOLLOW_UPS),
    ]


def times(now: datetime) -> list[tuple[str, str]]:
    """(key, words): moments to leave at, the key as ISO text; `now` local."""
    hour = (now + timedelta(hours=1)).replace(second=0, microsecond=0)
    evening = now.replace(hour=17, minute=0, second=0, microsecond=0)
    morning = datetime.combine(now.date() + timedelta(days=1), MORNING, now.tzinfo)
    monday = datetime.combine(now.date() + timedelta(days=7 - now.weekday()), MORNING, now.tzinfo)
    offered: list[tuple[datetime, str]] = [(hour, tr("In an hour, at {time}", time=clock(hour)))]
    if evening - now > timedelta(hours=1, minutes=30):
        offered.append((evening, tr("Today at {time}", time=clock(evening))))
    offered.append((morning, tr("Tomorrow at {time}", time=clock(morning))))
    if monday.date() != morning.date():
        offered.append((monday, tr("On Monday, {day}, at {time}", day=day_of_year(monday), time=clock(monday))))
    return [*((at.isoformat(), words) for at, words in offered), (OWN_TIME, tr("At a time of your own…"))]


class TimePopover(Popover):
    """A day and a time, at least a minute from now."""

    settled = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("When shall the reply leave?"))
        self.moment = QDateTimeEdit()
        self.moment.setCalendarPopup(True)
        self.moment.setAccessibleName(tr("Day and time the reply leaves"))
        self._done = button(tr("Send then"), "primary")
        self.body.addWidget(row(self.moment, self._done))
        self._done.clicked.connect(self._finish)

    def ask(self, anchor: QWidget) -> None:
        now = QDateTime.currentDateTime()
        self.moment.setMinimumDateTime(now.addSecs(60))
        self.moment.setDateTime(now.addSecs(3600))
        self.open_above(anchor)

    def _first(self) -> QWidget:
        return self.moment

    def _finish(self) -> None:
        chosen = datetime.fromtimestamp(self.moment.dateTime().toSecsSinceEpoch()).astimezone()
        self.close_up()
        self.settled.emit(chosen)


class Question(ChoicePopover):
    """One that is gone when it is answered or closed: what it offers is of this moment."""

    def __init__(self, host: QWidget, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(host, title, choices)
        self.closed.connect(self.deleteLater)
