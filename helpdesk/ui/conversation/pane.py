"""A ticket's conversation, read from top to bottom, opened at its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from helpdesk.domain.conversation import Message, MessageKind
from helpdesk.domain.ticket import Priority
from helpdesk.ui import theme, wording
from helpdesk.ui.conversation.bubble import Bubble
from helpdesk.ui.conversation.entries import Happening, guessed_height, in_order
from helpdesk.ui.conversation.virtual_stack import VirtualStack
from helpdesk.ui.conversation.wishes import Shown, Wishes
from helpdesk.ui.kit import ElidedLabel
from helpdesk.ui.kit.ageing import Ageing
from helpdesk.ui.language import day_and_clock, tr, trn

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import MessageId
    from helpdesk.domain.safe_html import SafeHtml
    from helpdesk.ui.conversation.entries import Entry

NOTHING_MORE = Shown()


class ConversationPane(QFrame):
    """Passive: takes a frozen Conversation. Only what is in sight is laid out: a ticket with thousands of messages opens
    like one with three. Showing the same ticket again keeps the place that was scrolled to, and what was unfolded. `head` may
    stand elsewhere: where a ticket is worked on, its name comes before what can be done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.conversation: Conversation | None = None
        self.wishes = Wishes(self)
        self._entries: tuple[Entry, ...] = ()
        self._happenings: tuple[Happening, ...] = ()
        self._shown: dict[MessageId, Shown] = {}
        self._now = datetime.now(UTC)
        self._at = 0
        self._subject = ElidedLabel("", "title")
        self._facts = ElidedLabel("", "caption")
        self._count = ElidedLabel("", "caption")
        self.stack = VirtualStack(self)
        self.stack.setAccessibleName(tr("Conversation"))
        self.setFocusProxy(self.stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.head = self._made_head()
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)
        theme.dress(self, "pane")
        self.wishes.changed.connect(self._become)
        self._ageing = Ageing(self, self.grow_older)

    def show_conversation(self, conversation: Conversation, now: datetime | None = None) -> None:
        """`now` dates the ages; None takes the present."""
        same = self.conversation is not None and self.conversation.ticket.id == conversation.ticket.id
        if self.conversation == conversation:
            return
        self._now = now or datetime.now(UTC)
        self.conversation = conversation
        if not same:
            self._shown, self._happenings = {}, ()
        self._subject.say(conversation.ticket.subject or tr("(no subject)"))
        self._facts.say(facts(conversation))
        self._fill(at_end=not same)
        self.grow_older(self._now)

    def grow_older(self, now: datetime | None = None) -> None:
        """Tells the ages of the messages anew."""
        self._now = now or datetime.now(UTC)
        for part in self.stack.parts():
            if isinstance(part, Bubble):
                part.show_age(self._now)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """What was done to the ticket, told between the messages; none folds it away."""
        self._happenings = tuple(happenings)
        self._fill(at_end=False)

    def clear(self) -> None:
        self.conversation = None
        self._shown, self._happenings = {}, ()
        self._subject.say("")
        self._facts.say("")
        self._fill(at_end=False)

    def scroll_by(self, pages: float) -> None:
        """For keys: half a page is 0.5, upwards negative."""
        self.stack.scroll_by(pages)

    def shown_messages(self) -> int:
        """That can be scrolled to."""
        return sum(isinstance(entry, Message) for entry in self._entries)

    def step(self, by: int) -> None:
        """To the next or previous message, which has the keyboard then."""
        at = self._current_place() if self._holds_focus() else self.stack.first_in_sight() + (0 if by > 0 else 1)
        places = [place for place, entry in enumerate(self._entries) if isinstance(entry, Message)]
        beyond = [place for place in places if (place > at if by > 0 else place < at)]
        if self._holds_focus() and not beyond:
            return
        to = (beyond[0] if by > 0 else beyond[-1]) if beyond else (places[0] if places else 0)
        part = self.stack.go_to(to)
        if part is not None:
            self._at = to
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> Bubble | None:
        """The message with the keyboard in it, else the customer's newest one, brought into sight."""
        if self._holds_focus():
            part = self.stack.go_to(self._current_place()) if self._current_place() >= 0 else None
            return part if isinstance(part, Bubble) else None
        newest = [p for p, e in enumerate(self._entries) if isinstance(e, Message) and e.kind is MessageKind.CUSTOMER][-1:]
        part = self.stack.part(newest[0]) or self.stack.go_to(newest[0]) if newest else None
        return part if isinstance(part, Bubble) else None

    def has_chosen(self) -> bool:
        """Whether one message has the keyboard."""
        return self._holds_focus()

    def toggle_all_quoted(self) -> None:
        """Unfolds what the messages repeat, or folds it away again."""
        if self.conversation is None:
            return
        unfold = not any(shown.unfolded for shown in self._shown.values())
        for message in self.conversation.messages:
            self._shown[message.id] = replace(self._shown.get(message.id, NOTHING_MORE), unfolded=unfold)
        self._fill(at_end=False)

    def show_busy(self, message_id: MessageId, words: str) -> None:
        self._become(message_id, replace(self._of(message_id), busy=words, trouble=""))

    def show_html(self, message_id: MessageId, html: SafeHtml | None) -> None:
        words = "" if html is not None else tr("This message came without any layout: its words are all there is.")
        self._become(message_id, replace(self._of(message_id), html=html, busy="", trouble=words))

    def show_translation(self, message_id: MessageId, words: str, by: str) -> None:
        self._become(message_id, replace(self._of(message_id), translation=words, by=by, busy="", trouble=""))

    def show_message_trouble(self, message_id: MessageId, words: str) -> None:
        self._become(message_id, replace(self._of(message_id), busy="", trouble=words))

    # What the stack asks

    def key(self, place: int) -> Hashable:
        entry = self._entries[place]
        if isinstance(entry, Message):
            return entry.id, self._of(entry.id), self.wishes.heeded
        return entry

    def guess(self, place: int) -> int:
        return guessed_height(self._entries[place])

    def make(self, place: int) -> QWidget:
        entry = self._entries[place]
        if isinstance(entry, Message):
            return Bubble(entry, self._now, self._of(entry.id), self.wishes)
        line = ElidedLabel(f"{day_and_clock(entry.at)} · {entry.words}", "caption")
        line.setContentsMargins(theme.M, 0, theme.M, 0)
        return line

    # Inside

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.stack.forget_sizes()

    def _of(self, message_id: MessageId) -> Shown:
        return self._shown.get(message_id, NOTHING_MORE)

    def _become(self, message_id: MessageId, shown: Shown) -> None:
        if self.conversation is None or all(message.id != message_id for message in self.conversation.messages):
            return
        had_focus = self._holds_focus()
        self._shown[message_id] = shown
        self._fill(at_end=False)
        part = next((p for p in self.stack.parts() if isinstance(p, Bubble) and p.message.id == message_id), None)
        if had_focus and part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, *, at_end: bool) -> None:
        messages = self.conversation.messages if self.conversation is not None else ()
        self._entries = in_order(messages, self._happenings)
        counted = trn("{n} message", "{n} messages", len(messages))
        self._count.say(counted if len(messages) > 1 else "")
        self.stack.setAccessibleDescription(counted)
        self.stack.show_entries(len(self._entries), at_end=at_end)

    def _holds_focus(self) -> bool:
        return self._current_place() >= 0

    def _current_place(self) -> int:
        part = next((p for p in self.stack.parts() if p.hasFocus() or p.isAncestorOf(self.focus_inside())), None)
        place = self.stack.place_of(part) if part is not None else None
        return -1 if place is None else place

    def focus_inside(self) -> QWidget:
        """The widget of this pane that has the keyboard; the pane itself when none has."""
        focus: QWidget | None = self.window().focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else self

    def _made_head(self) -> QFrame:
        head = QFrame()
        head.setMinimumHeight(theme.head_height())
        column = QVBoxLayout(head)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        column.setSpacing(2)
        column.addWidget(self._subject)
        line = QHBoxLayout()
        line.addWidget(self._facts, 1)
        line.addWidget(self._count)
        column.addLayout(line)
        theme.dress(head, "ruled")
        return head


def facts(conversation: Conversation) -> str:
    """The line under the subject."""
    ticket, requester = conversation.ticket, conversation.requester
    who = f"{requester.name} <{requester.email}>" if requester.name else requester.email
    parts = [f"#{ticket.id}", wording.STATUSES[ticket.status]]
    if ticket.priority is not Priority.NORMAL:
        parts.append(tr("{priority} priority", priority=wording.PRIORITIES[ticket.priority]))
    parts.append(who)
    if ticket.topic:
        parts.append(ticket.topic)
    return " · ".join((*parts, *(f"#{tag}" for tag in ticket.tags)))
