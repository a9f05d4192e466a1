"""A ticket written by hand, in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.composer import editor
from helpdesk.ui.inbox.intake_presenter import TypedTicket
from helpdesk.ui.kit import Banner, Label, Tone, button, row

WIDTH = 640


class NewTicketForm(QFrame):
    """What is typed stays until the ticket is made or thrown away by the agent."""

    submitted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = line("Customer's name", "Ada Brown")
        self.email = line("Customer's address", "ada@example.com")
        self.subject = line("Subject", "")
        self.body = editor("What the customer asks", "What the customer asks, in their words")
        self.submit = button("Create ticket", "primary", key="Ctrl+Return")
        self._later = button("Close", "quiet", name="Close and keep what is typed", key="Esc")
        self._clear = button("Clear", "quiet", name="Throw away what is typed")
        self._banner = Banner()
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {
            "Name": self.name,
            "Address": self.email,
            "Subject": self.subject,
            "Message": self.body,
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.addWidget(self._made_form(), 1)
        theme.dress(self, "pane")
        self.submit.clicked.connect(self.send)
        self._later.clicked.connect(self.closed)
        self._clear.clicked.connect(self.clear)

    def send(self) -> None:
        missing = self.missing()
        if missing:
            self._banner.say(f"Please fill in: {', '.join(missing)}.", Tone.WARNING, closable=False)
            self._fields[missing[0]].setFocus()
            return
        self._banner.clear()
        self.submitted.emit(
            TypedTicket(
                self.name.text().strip(),
                self.email.text().strip(),
                self.subject.text().strip(),
                self.body.toPlainText().strip(),
            )
        )

    def missing(self) -> list[str]:
        """Labels of the fields that must be filled in before a ticket can be made."""
        address = self.email.text().strip()
        filled = {
            "Address": "@" in address.strip("@") and " " not in address,
            "Subject": bool(self.subject.text().strip()),
            "Message": bool(self.body.toPlainText().strip()),
        }
        return [name for name, there in filled.items() if not there]

    def start(self) -> None:
        first = self.email if self.name.text() and not self.email.text() else self.name
        first.setFocus()

    def show_busy(self, busy: bool) -> None:
        self.submit.setEnabled(not busy)

    def show_refused(self, error: Exception) -> None:
        said = wording.of(error)
        self._banner.say(said.sentence, Tone.ERROR, title=said.title, closable=False)

    def clear(self) -> None:
        self._banner.clear()
        for field in self._fields.values():
            field.clear()
        self.name.setFocus()

    def _made_form(self) -> QWidget:
        inside = QFrame()
        inside.setMaximumWidth(WIDTH)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(Label("New ticket", "title"))
        layout.addWidget(self._banner)
        for words, field in self._fields.items():
            label = Label(words, "section")
            label.setBuddy(field)
            layout.addSpacing(theme.S)
            layout.addWidget(label)
            layout.addWidget(field, 1 if field is self.body else 0)
        layout.addSpacing(theme.S)
        layout.addWidget(row(self.submit, self._later, None, self._clear))
        self.body.setMinimumHeight(180)
        return inside


def line(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMaxLength(500)
    return made
