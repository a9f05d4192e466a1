"""Help: the application's own manual, read from its files. It needs no desk, no knowledge base and no network."""

from helpdesk import paths
from helpdesk.ui.help.screen import INTENTS, HelpScreen
from helpdesk.ui.kit import Screen, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent


def build(context: ScreenContext) -> Screen:
    return HelpScreen(context, paths.manual())


def intents() -> tuple[Intent, ...]:
    return INTENTS
