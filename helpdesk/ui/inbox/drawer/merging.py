"""Merging and splitting as an agent asks for it: which ticket, which messages, and what it means for others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from helpdesk.domain.conversation import Message
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.services.changing.merging import MergePreview
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.popover import ChoicePopover, LinePopover, Popover
from helpdesk.ui.language import day_and_clock, tr, trn
from helpdesk.ui.sending_words import author

MERGE, LEAVE = "merge", "leave"
WIDTH = 460


def which(host: QWidget, count: int) -> LinePopover:
    """Asks for the ticket to merge into."""
    title = trn("Merge this ticket into which?", "Merge these {n} tickets into which?", count)
    return LinePopover(host, title, tr("Merge"), hint=tr("Number of the ticket that stays"))


def number_in(written: str) -> TicketId | None:
    """'12' and '#12' name a ticket."""
    digits = written.strip().lstrip("#").strip()
    return TicketId(int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def warning(preview: MergePreview) -> str:
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
    choices = ((MERGE, tr("Merge them all the same")), (LEAVE, tr("Leave them as they are")))
    return ChoicePopover(host, warning(preview), choices)


class SplitPopover(Popover):
    """Messages to be chosen, and the subject of the ticket they become."""

    chosen = Signal(tuple, str)

    def __init__(self, host: QWidget, messages: Sequence[Message], subject: str) -> None:
        super().__init__(host, tr("Which messages become a ticket of their own?"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Messages"))
        self.list.setMinimumWidth(theme.scaled(WIDTH))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.dress(self.list, "contents")
        for message in messages:
            self.list.addItem(_entry(message))
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
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.setCurrentRow(self.list.count() - 1)

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


def _entry(message: Message) -> QListWidgetItem:
    words = tr(
        "{author}, {at}: {words}",
        author=one_line(author(message)),
        at=day_and_clock(message.at),
        words=one_line(message.body, 90),
    )
    entry = QListWidgetItem(words)
    entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    entry.setCheckState(Qt.CheckState.Unchecked)
    entry.setData(Qt.ItemDataRole.UserRole, int(message.id))
    return entry
