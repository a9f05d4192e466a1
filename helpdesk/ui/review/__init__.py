"""The review screen: the queue, the conversation, the draft and its sources, and a decision."""

from helpdesk.ui.kit import Screen, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.review.keys import INTENTS
from helpdesk.ui.review.screen import ReviewScreen


def build(context: ScreenContext) -> Screen:
    return ReviewScreen(context)


def intents() -> tuple[Intent, ...]:
    return INTENTS
