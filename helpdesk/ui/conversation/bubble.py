"""One message, its kind plain to see without colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from helpdesk.domain.conversation import PUBLIC, MessageKind
from helpdesk.ui import theme, wording
from helpdesk.ui.conversation.attachments import AttachmentLine
from helpdesk.ui.conversation.message_body import MessageBody
from helpdesk.ui.kit import ElidedLabel, Label, button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import day_and_clock, tr
from helpdesk.ui.sending_words import author, kind_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QContextMenuEvent, QPaintEvent
    from PySide6.QtWidgets import QPushButton

    from helpdesk.domain.conversation import Message
    from helpdesk.ui.conversation.wishes import Shown, Wishes

LOOKS = {
    MessageKind.CUSTOMER: "bubble-customer",
    MessageKind.PUBLIC_REPLY: "bubble-public",
    MessageKind.INTERNAL_NOTE: "bubble-note",
    MessageKind.FORWARD: "bubble-note",
    MessageKind.THIRD_PERSON: "bubble-note",
}
LEFT, RIGHT = (MessageKind.CUSTOMER, MessageKind.THIRD_PERSON), (MessageKind.PUBLIC_REPLY, MessageKind.FORWARD)
INDENT = 36
NAME = 96
SPOKEN = 120
RING = 2


class Card(QFrame):
    """The ground a message is written on; while the message has the keyboard, the ring runs round it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        message = self.parentWidget()
        if message is not None and message.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().accent), RING))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
            painter.end()


class Bubble(QFrame):
    """What comes in at the left, what goes out at the right, notes across; a dashed edge round all that no customer sees."""

    def __init__(self, message: Message, now: datetime, shown: Shown, wishes: Wishes) -> None:
        super().__init__()
        self.message = message
        self._shown = shown
        self._wishes = wishes
        self.body = MessageBody(message, shown, wishes)
        self.more = self._made_more()
        self.age = Label("", "caption")
        card = Card()
        theme.dress(card, LOOKS[message.kind])
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        inside.setSpacing(theme.XS)
        inside.addLayout(self._heading(now))
        inside.addWidget(self.body)
        for attachment in message.attachments:
            inside.addWidget(AttachmentLine(attachment, wishes))
        line = QHBoxLayout(self)
        line.setContentsMargins(edges(INDENT if message.kind in RIGHT else 0, 0, INDENT if message.kind in LEFT else 0, 0))
        line.addWidget(card)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(
            tr(
                "{kind} from {author}, {when}: {words}",
                kind=wording.MESSAGE_KINDS[message.kind],
                author=author(message),
                when=day_and_clock(message.at),
                words=one_line(message.body, SPOKEN),
            )
        )

    def show_age(self, now: datetime) -> None:
        self.age.say(wording.age(self.message.at, now))

    def toggle_quoted(self) -> None:
        self._wishes.changed.emit(self.message.id, replace(self._shown, unfolded=not self._shown.unfolded))

    def toggle_html(self) -> None:
        """Between plain words and the mail as it was laid out, where there is such."""
        if self._shown.html is not None:
            self._wishes.changed.emit(self.message.id, replace(self._shown, html=None))
        elif self._wishes.heeded and self.message.original is not None:
            self._wishes.html.emit(self.message.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._made_menu().popup(event.globalPos())

    def _made_more(self) -> QPushButton:
        more = button("⋯", "quiet", name=tr("What can be done with this message"))
        more.clicked.connect(lambda: self._made_menu().popup(more.mapToGlobal(more.rect().bottomLeft())))
        return more

    def _heading(self, now: datetime) -> QVBoxLayout:
        """In large text what it is and how old stand below who wrote it: in a narrow pane they would cover the name."""
        large = theme.is_large()
        who = ElidedLabel(author(self.message), "strong")
        if not large:
            who.setMinimumWidth(min(who.sizeHint().width(), theme.scaled(NAME)))
        self.age.setToolTip(day_and_clock(self.message.at))
        self.show_age(now)
        whole, first = QVBoxLayout(), QHBoxLayout()
        whole.setSpacing(0)
        whole.addLayout(first)
        first.addWidget(who, 1)
        second = first
        if large:
            second = QHBoxLayout()
            whole.addLayout(second)
        for line in (first, second):
            line.setSpacing(theme.XS)
        inside = self.message.kind not in PUBLIC
        second.addWidget(ElidedLabel(kind_words(self.message), "note-text" if inside else "caption"))
        second.addWidget(self.age, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.more)
        return whole

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in self.offers():
            menu.addAction(words).triggered.connect(act)
        return menu

    def offers(self) -> list[tuple[str, Callable[[], object]]]:
        """What the menu of this message says and does."""
        made: list[tuple[str, Callable[[], object]]] = [(tr("Copy the message"), self.body.copy_all)]
        if self.body.folds:
            words = tr("Hide quoted text") if self._shown.unfolded else tr("Show quoted text")
            made.append((words, self.toggle_quoted))
        if self._wishes.heeded:
            made += self._asked_of_the_desk()
        return made

    def _asked_of_the_desk(self) -> list[tuple[str, Callable[[], object]]]:
        number = self.message.id
        made: list[tuple[str, Callable[[], object]]] = []
        if self.message.original is not None:
            plain = self._shown.html is not None
            made.append((tr("Show as plain text") if plain else tr("Show as it was laid out"), self.toggle_html))
            made.append((tr("Show the original"), lambda: self._wishes.original.emit(number)))
        if self._wishes.forwards:
            made.append((tr("Forward to a third person…"), lambda: self._wishes.forward.emit(number)))
        if self._wishes.splits:
            made.append((tr("Split off into a ticket…"), lambda: self._wishes.split.emit(number)))
        if not self._shown.translation:
            made.append((tr("Translate for me"), lambda: self._wishes.translation.emit(number)))
        return made
