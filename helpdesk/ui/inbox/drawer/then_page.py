"""A ticket as it was, instead of the ticket as it is."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QVBoxLayout

from helpdesk.services.changing.then import TicketThen
from helpdesk.ui import theme
from helpdesk.ui.inbox.drawer.then_words import then_words
from helpdesk.ui.kit import Banner, Label, SafeText, button, row
from helpdesk.ui.language import day_and_clock, tr


class ThenPage(QFrame):
    """Passive. `moment_chosen` carries an aware datetime, to the minute."""

    moment_chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "title")
        self._banner = Banner()
        self.moment = QDateTimeEdit()
        self.moment.setCalendarPopup(True)
        self.moment.setAccessibleName(tr("As it was at"))
        self.text = SafeText(tr("The ticket as it was"))
        self._back = button(tr("Back to the ticket"), key="Esc")
        label = Label(tr("As it was at"))
        label.setBuddy(self.moment)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        layout.setSpacing(theme.S)
        layout.addWidget(row(self._title, None, self._back))
        layout.addWidget(row(label, self.moment, None))
        layout.addWidget(self._banner)
        layout.addWidget(self.text, 1)
        theme.dress(self, "pane")
        self._back.clicked.connect(self.closed)
        self.moment.editingFinished.connect(self._tell)

    def show_moment(self, moment: datetime) -> None:
        self.moment.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))

    def show_then(self, then: TicketThen) -> None:
        self._banner.clear()
        ticket = then.conversation.ticket.id
        self._title.say(tr("Ticket {ticket} on {moment}", ticket=ticket, moment=day_and_clock(then.moment)))
        self.text.setPlainText("\n".join(then_words(then)))

    def show_then_trouble(self, error: Exception) -> None:
        self._banner.tell(error)

    def enter(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.moment_chosen.emit(datetime.fromtimestamp(self.moment.dateTime().toSecsSinceEpoch()).astimezone())
