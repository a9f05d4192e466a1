"""A ticket's conversation, read from top to bottom, opened at its end."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.domain.conversation import Conversation, Message
from helpdesk.domain.ticket import Priority
from helpdesk.ui import theme, wording
from helpdesk.ui.conversation.bubble import Bubble
from helpdesk.ui.kit import ElidedLabel, button, scrolling

FIRST_SHOWN = 20
WIDEST = 900


class ConversationPane(QFrame):
    """Passive: takes a frozen Conversation. Only the last messages are laid out until earlier ones are asked for, so a ticket
    with a thousand messages opens like one with three. Showing the same ticket again keeps the place that was scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self._conversation: Conversation | None = None
        self._bubbles: list[Bubble] = []
        self._now = datetime.now(UTC)
        self._subject = ElidedLabel("", "title")
        self._facts = ElidedLabel("", "caption")
        self._earlier = button("", "quiet")
        self._earlier.clicked.connect(self._show_earlier)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        whole.addWidget(self._earlier)
        whole.addLayout(self._list)
        whole.addStretch(1)
        self._scroll = scrolling(inside)
        self._scroll.setAccessibleName("Conversation")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._made_head())
        layout.addWidget(self._scroll, 1)
        theme.dress(self, "pane")
        self._earlier.hide()

    def show_conversation(self, conversation: Conversation, now: datetime | None = None) -> None:
        """`now` dates the ages; None takes the present."""
        same = self._conversation is not None and self._conversation.ticket.id == conversation.ticket.id
        if self._conversation == conversation:
            return
        kept = self._scroll.verticalScrollBar().value()
        self._now = now or datetime.now(UTC)
        self._conversation = conversation
        self._subject.say(conversation.ticket.subject or "(no subject)")
        self._facts.say(facts(conversation))
        self._fill(conversation.messages[-FIRST_SHOWN:])
        if same:
            self._scroll.verticalScrollBar().setValue(kept)
        else:
            QTimer.singleShot(0, self._scroll, self._to_end)

    def clear(self) -> None:
        self._conversation = None
        self._subject.say("")
        self._facts.say("")
        self._fill(())

    def scroll_by(self, pages: float) -> None:
        """For keys: half a page is 0.5, upwards negative."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def shown_messages(self) -> int:
        return len(self._bubbles)

    def _made_head(self) -> QFrame:
        head = QFrame()
        column = QVBoxLayout(head)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        column.setSpacing(2)
        column.addWidget(self._subject)
        line = QHBoxLayout()
        line.addWidget(self._facts, 1)
        column.addLayout(line)
        theme.dress(head, "ruled")
        return head

    def _fill(self, messages: tuple[Message, ...]) -> None:
        self.setUpdatesEnabled(False)
        for bubble in self._bubbles:
            self._list.removeWidget(bubble)
            bubble.hide()
            bubble.deleteLater()
        self._bubbles = [Bubble(message, self._now) for message in messages]
        for bubble in self._bubbles:
            self._list.addWidget(bubble)
        hidden = len(self._conversation.messages) - len(messages) if self._conversation else 0
        self._earlier.setText(f"Show {hidden} earlier messages" if hidden > 1 else "Show the earlier message")
        self._earlier.setAccessibleName(self._earlier.text())
        self._earlier.setVisible(hidden > 0)
        self.setUpdatesEnabled(True)

    def _show_earlier(self) -> None:
        if self._conversation is not None:
            self._fill(self._conversation.messages)

    def _to_end(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())


def facts(conversation: Conversation) -> str:
    """The line under the subject."""
    ticket, requester = conversation.ticket, conversation.requester
    who = f"{requester.name} <{requester.email}>" if requester.name else requester.email
    parts = [f"#{ticket.id}", wording.STATUSES[ticket.status]]
    if ticket.priority is not Priority.NORMAL:
        parts.append(f"{wording.PRIORITIES[ticket.priority]} priority")
    parts.append(who)
    if ticket.topic:
        parts.append(ticket.topic)
    return " · ".join((*parts, *(f"#{tag}" for tag in ticket.tags)))
