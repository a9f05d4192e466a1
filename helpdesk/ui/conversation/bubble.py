"""One message, its kind plain to see without colour."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from helpdesk.domain.conversation import Message, MessageKind
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, Label, button

SHOWN = 6000
LOOKS = {
    MessageKind.CUSTOMER: "bubble-customer",
    MessageKind.PUBLIC_REPLY: "bubble-public",
    MessageKind.INTERNAL_NOTE: "bubble-note",
}
INDENT = 36


class Bubble(QFrame):
    """Customers at the left, our replies at the right, notes across with a dashed edge. Very long messages show their
    beginning until asked."""

    def __init__(self, message: Message, now: datetime) -> None:
        super().__init__()
        self._message = message
        self._body = Label(message.body[:SHOWN].strip() or "(empty message)", wraps=True, selectable=True)
        self._body.setAccessibleName(f"{wording.MESSAGE_KINDS[message.kind]} from {message.author}")
        card = QFrame()
        theme.dress(card, LOOKS[message.kind])
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        inside.setSpacing(theme.XS)
        inside.addLayout(self._heading(now))
        inside.addWidget(self._body)
        if len(message.body) > SHOWN:
            self._more = button(f"Show all {len(message.body):,} characters", "quiet")
            self._more.clicked.connect(self._show_all)
            inside.addWidget(self._more)
        for attachment in message.attachments:
            inside.addWidget(ElidedLabel(f"📎 {attachment.name} · {wording.size(attachment.size)}", "caption"))
        line = QHBoxLayout(self)
        reply = message.kind is MessageKind.PUBLIC_REPLY
        line.setContentsMargins(INDENT if reply else 0, 0, INDENT if message.kind is MessageKind.CUSTOMER else 0, 0)
        line.addWidget(card)

    def _heading(self, now: datetime) -> QHBoxLayout:
        heading = QHBoxLayout()
        note = self._message.kind is MessageKind.INTERNAL_NOTE
        kind = "Internal note · not sent to the customer" if note else wording.MESSAGE_KINDS[self._message.kind]
        heading.addWidget(ElidedLabel(self._message.author, "strong"), 1)
        heading.addWidget(Label(kind, "note-text" if note else "caption"))
        when = Label(wording.age(self._message.at, now), "caption")
        when.setToolTip(f"{self._message.at.astimezone():%Y-%m-%d %H:%M}")
        heading.addWidget(when)
        return heading

    def _show_all(self) -> None:
        self._body.say(self._message.body)
        self._more.hide()
