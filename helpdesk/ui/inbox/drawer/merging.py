"""Merging and splitting as an agent asks for it: which ticket, which messages, and what it means for others."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from helpdesk.domain.conversation import Message
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.services.changing.matters import Mergeable
from helpdesk.services.changing.merging import MergePreview
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.pick_popover import Choice, PickPopover
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.popover import ChoicePopover, Popover
from helpdesk.ui.language import day_and_clock, tr, trn
from helpdesk.ui.sending_words import author

MERGE, LEAVE = "merge", "leave"
WIDTH = 460
SUBJECT, NAMED = 60, 3

P = TypeVar("P", bound=Popover)


def named(ticket_id: TicketId, subject: str) -> str:
    return tr("#{ticket} “{subject}”", ticket=ticket_id, subject=one_line(subject, SUBJECT))


def choice(ticket_id: TicketId, subject: str) -> Choice:
    return str(ticket_id), named(ticket_id, subject)


def which(host: QWidget, found: Mergeable, first: Sequence[TicketId]) -> PickPopover:
    """Asks for the ticket that stays: of several one of them, else another of the same person, those in `first` before others;
    any other by words of its subject, which whoever asks looks for, or by its number."""
    asked = [(one.id, named(one.id, one.subject)) for one in found.asked]
    others = [(one.ticket_id, named(one.ticket_id, one.subject)) for one in found.others]
    others.sort(key=lambda other: first.index(other[0]) if other[0] in first else len(first))
    several = len(asked) > 1
    title = tr("Merge {tickets} into which?", tickets=together([words for _, words in asked]))
    choices: list[Choice] = [(str(ticket_id), words) for ticket_id, words in [*(asked if several else []), *others]]
    return _wide(PickPopover(host, title, choices, tr("Subject or number of the ticket that stays"), _number_read))


def together(names: Sequence[str]) -> str:
    """The first few by name, the others counted."""
    more = len(names) - NAMED
    if more <= 0:
        return ", ".join(names)
    return trn("{names} and {n} more", "{names} and {n} more", more, names=", ".join(names[:NAMED]))


def _number_read(typed: str) -> str:
    number = number_in(typed)
    return "" if number is None else tr("Ticket #{ticket}: look at it first", ticket=number)


def number_in(written: str) -> TicketId | None:
    """'12' and '#12' name a ticket."""
    digits = written.strip().lstrip("#").strip()
    return TicketId(int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def said(preview: MergePreview) -> str:
    """Which ticket goes into which, and what it means for others."""
    gone = [named(one.id, one.subject) for one in preview.sources]
    into = named(preview.target.id, preview.target.subject)
    words = tr("{tickets} goes into {target}, which stays.", tickets=gone[0], target=into)
    if len(gone) > 1:
        words = tr("{tickets} go into {target}, which stays.", tickets=together(gone), target=into)
    return f"{words} {_warning(preview)}".strip()


def _warning(preview: MergePreview) -> str:
    """What a person should know before; empty when nothing is lost to anybody."""
    if not preview.others:
        return ""
    names = ", ".join(one_line(name) for name in preview.others)
    return tr(
        "{names} will not get the replies any more. They go to the requester of #{ticket}.",
        names=names,
        ticket=preview.target.id,
    )


def confirmation(host: QWidget, preview: MergePreview) -> ChoicePopover:
    merge = tr("Merge them all the same") if preview.others else tr("Merge them")
    return _wide(ChoicePopover(host, said(preview), ((MERGE, merge), (LEAVE, tr("Leave them as they are")))))


def _wide(question: P) -> P:
    """Subjects are long: they take as many lines as they need."""
    question.title.setWordWrap(True)
    question.setFixedWidth(theme.scaled(WIDTH))
    return question


class SplitPopover(Popover):
    """Messages to be chosen, `first` among them, and the subject of the ticket they become."""

    chosen = Signal(tuple, str)

    def __init__(self, host: QWidget, messages: Sequence[Message], subject: str, first: int | None) -> None:
        super().__init__(host, tr("Which messages become a ticket of their own?"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Messages"))
        self.list.setMinimumWidth(theme.scaled(WIDTH))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.dress(self.list, "contents")
        for message in messages:
            self.list.addItem(_entry(message, message.id == first))
        self.subject = QLineEdit(one_line(subject))
        self.subject.setAccessibleName(tr("Subject of the new ticket"))
        self.subject.setMaxLength(300)
        self._go = button(tr("Split"), "primary")
        self._said = Label("", "caption", wraps=True)
        for part in (self.list, self.subject, self._said, row(None, self._go)):
            self.body.addWidget(part)
        self.list.itemChanged.connect(self._weigh)
        self._go.clicked.connect(self._finish)
        self._weigh()

    def open_above(self, anchor: QWidget) -> None:
        super().open_above(anchor)
        self.list.setCurrentRow(self.list.count() - 1)

    def _first(self) -> QWidget:
        return self.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go.click()
        else:
            super().keyPressEvent(event)

    def marked(self) -> tuple[MessageId, ...]:
        entries = [self.list.item(at) for at in range(self.list.count())]
        return tuple(
            MessageId(entry.data(Qt.ItemDataRole.UserRole)) for entry in entries if entry.checkState() is Qt.CheckState.Checked
        )

    def _weigh(self, _: object = None) -> None:
        count = len(self.marked())
        self._go.setEnabled(0 < count < self.list.count())
        all_of_them = bool(count) and count == self.list.count()
        self._said.say(
            tr("At least one message stays.")
            if all_of_them
            else trn("{n} message goes into a new ticket.", "{n} messages go into a new ticket.", count)
        )

    def _finish(self) -> None:
        marked, subject = self.marked(), self.subject.text()
        self.close_up()
        self.chosen.emit(marked, subject)


def _entry(message: Message, marked: bool) -> QListWidgetItem:
    words = tr(
        "{author}, {at}: {words}",
        author=one_line(author(message)),
        at=day_and_clock(message.at),
        words=one_line(message.body, 90),
    )
    entry = QListWidgetItem(words)
    entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    entry.setCheckState(Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked)
    entry.setData(Qt.ItemDataRole.UserRole, int(message.id))
    return entry
