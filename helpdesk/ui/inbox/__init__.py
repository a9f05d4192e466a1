"""The inbox: every ticket, its conversation, replies and notes by hand, and the outbox."""

from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Screen, ScreenContext


def build(context: ScreenContext) -> Screen:
    return InboxScreen(context)
