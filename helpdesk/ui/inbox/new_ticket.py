"""A ticket written by hand, in place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.domain.ticket import Marks, Priority
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.services.changing.matters import SameMatter
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.intake_presenter import TypedTicket
from helpdesk.ui.kit import Banner, Label, Tone, button, column, row, scrolling
from helpdesk.ui.kit.chips import Chips
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.plain_editor import plain_editor
from helpdesk.ui.language import Words, mark, tr

WIDTH = 640
LEAST_HEIGHT, MOST_HEIGHT = 140, 420
NAME, ADDRESS, SUBJECT, MESSAGE = "name", "address", "subject", "message"
LABELS: Mapping[str, str] = Words(
    {NAME: mark("Name"), ADDRESS: mark("Address"), SUBJECT: mark("Subject"), MESSAGE: mark("Message")}
)
PRIORITIES = tuple(Priority)


class NewTicketForm(QFrame):
    """What is typed stays until the ticket is made or thrown away by the agent. `begun` asks for what a ticket may begin
    with."""

    submitted = Signal(object)
    closed = Signal()
    begun = Signal()
    twin_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._templates: tuple[TicketTemplate, ...] = ()
        self._tags: tuple[str, ...] = ()
        self.template = PickBox(tr("Begin with a template"))
        self.name = line_edit(tr("Customer's name"), "Ada Brown")
        self.email = line_edit(tr("Customer's address"), "ada@example.com")
        self.subject = line_edit(tr("Subject"), "")
        self.body = plain_editor(tr("What the customer asks"), tr("What the customer asks, in their words"))
        self.priority = PickBox(tr("Priority of the ticket"))
        self.priority.addItems([wording.PRIORITIES[one] for one in PRIORITIES])
        self.priority.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.tags = Chips(tr("A tag to add"), tr("Add a tag"))
        self.submit = button(tr("Create ticket"), "primary", key="Ctrl+Return")
        self._later = button(tr("Close"), "quiet", name=tr("Close and keep what is typed"), key="Esc")
        self._clear = button(tr("Clear"), "quiet", name=tr("Throw away what is typed"))
        self._banner = Banner()
        self._twin = 0
        self._pressed = False
        self._banner.acted.connect(lambda: self.twin_chosen.emit(self._twin))
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {
            NAME: self.name,
            ADDRESS: self.email,
            SUBJECT: self.subject,
            MESSAGE: self.body,
        }
        self._template_part = _labelled(tr("Template"), self.template)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.addWidget(scrolling(self._made_form()), 1)
        theme.dress(self, "pane")
        self._connect()
        self.clear()

    def send(self) -> None:
        missing = self.missing()
        if missing:
            named = ", ".join(LABELS[one] for one in missing)
            self._banner.say(tr("Please fill in: {fields}.", fields=named), Tone.WARNING, closable=False)
            self._fields[missing[0]].setFocus()
            return
        self._banner.clear()
        marks = Marks(PRIORITIES[self.priority.currentIndex()], self._tags)
        typed = (self.name.text(), self.email.text(), self.subject.text(), self.body.toPlainText())
        name, email, subject, body = (one.strip() for one in typed)
        self.submitted.emit(TypedTicket(name, email, subject, body, marks))

    def missing(self) -> list[str]:
        """The fields that must be filled in before a ticket can be made."""
        address = self.email.text().strip()
        filled = {
            ADDRESS: "@" in address.strip("@") and " " not in address,
            SUBJECT: bool(self.subject.text().strip()),
            MESSAGE: bool(self.body.toPlainText().strip()),
        }
        return [name for name, there in filled.items() if not there]

    def start(self) -> None:
        first = self.email if self.name.text() and not self.email.text() else self.name
        first.setFocus()
        self.begun.emit()

    def show_offers(self, templates: Sequence[TicketTemplate], tags: Sequence[str]) -> None:
        self.tags.offer(tags)
        if tuple(templates) != self._templates:
            self._templates = tuple(templates)
            self.template.clear()
            self.template.addItems([tr("None"), *(one.name for one in templates)])
        self._template_part.setVisible(bool(templates))

    def show_busy(self, busy: bool) -> None:
        """A button that rests hands the keyboard to its neighbour, here the one that closes the form: it gets it back."""
        self._pressed = self.submit.hasFocus() if busy else self._pressed
        self.submit.setEnabled(not busy)
        if not busy and self._pressed:
            self.submit.setFocus()

    def show_refused(self, error: Exception) -> None:
        self._banner.tell(error, closable=False)

    def show_twin(self, found: SameMatter) -> None:
        """The same person has asked this before: the other ticket can be opened, or this one made all the same."""
        self._twin = found.ticket.ticket_id
        words = tr(
            "Ticket #{ticket} of this person looks like the same matter: {subject}. If it is another, create the ticket again.",
            ticket=self._twin,
            subject=one_line(found.ticket.subject),
        )
        self._banner.say(words, Tone.WARNING, action=tr("Open #{ticket}", ticket=self._twin))

    def fill(self, typed: TypedTicket) -> bool:
        """What came from elsewhere, to be looked over; False, and nothing is changed, when something stands here already."""
        if any(text.strip() for text in (self.name.text(), self.email.text(), self.subject.text(), self.body.toPlainText())):
            return False
        self.name.setText(typed.name)
        self.email.setText(typed.email)
        self.subject.setText(typed.subject)
        self.body.setPlainText(typed.body)
        self.start()
        return True

    def clear(self) -> None:
        self._banner.clear()
        for field in self._fields.values():
            field.clear()
        self.template.setCurrentIndex(0)
        self.priority.setCurrentIndex(PRIORITIES.index(Priority.NORMAL))
        self._show_tags(())
        self.name.setFocus()

    def _begin_with(self, place: int) -> None:
        """A template fills what is empty, and sets priority and tags; words that were typed stay."""
        if place < 1:
            return
        template = self._templates[place - 1]
        if not self.subject.text().strip():
            self.subject.setText(template.subject)
        if not self.body.toPlainText().strip():
            self.body.setPlainText(template.body)
        self.priority.setCurrentIndex(PRIORITIES.index(template.priority))
        self._show_tags((*self._tags, *template.tags))

    def _show_tags(self, tags: Sequence[str]) -> None:
        self._tags = tuple(dict.fromkeys(" ".join(tag.split()).casefold() for tag in tags if tag.strip()))
        self.tags.show_words(self._tags)

    def _connect(self) -> None:
        self.submit.clicked.connect(self.send)
        self._later.clicked.connect(self.closed)
        self._clear.clicked.connect(self.clear)
        self.template.activated.connect(self._begin_with)
        self.tags.added.connect(lambda tag: self._show_tags((*self._tags, tag)))
        self.tags.removed.connect(lambda tag: self._show_tags([one for one in self._tags if one != tag]))

    def _made_form(self) -> QWidget:
        self.body.setMinimumHeight(LEAST_HEIGHT)
        self.body.setMaximumHeight(MOST_HEIGHT)
        self._template_part.hide()
        inside = column(
            Label(tr("New ticket"), "title"),
            self._banner,
            self._template_part,
            *(_labelled(LABELS[name], field) for name, field in self._fields.items()),
            row(_labelled(tr("Priority"), self.priority), _labelled(tr("Tags"), self.tags), gap=theme.M),
            row(self.submit, self._later, None, self._clear),
            None,
            gap=theme.S,
        )
        inside.setMaximumWidth(WIDTH)
        return inside


def _labelled(words: str, field: QWidget) -> QFrame:
    label = Label(words, "section")
    label.setBuddy(field)
    return column(label, field, gap=2)
