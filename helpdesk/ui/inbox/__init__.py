"""The inbox: every ticket, its conversation, replies and notes by hand, and the outbox."""

from helpdesk.ui.inbox.every_intent import INTENTS
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Screen, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent


def build(context: ScreenContext) -> Screen:
    return InboxScreen(context)


def intents() -> tuple[Intent, ...]:
    return INTENTS
