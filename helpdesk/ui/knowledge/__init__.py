"""Knowledge: bases of articles, imports, and a search that shows what drafts stand on."""

from helpdesk.ui.kit import Screen, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.knowledge.keys import INTENTS
from helpdesk.ui.knowledge.screen import KnowledgeScreen


def build(context: ScreenContext) -> Screen:
    return KnowledgeScreen(context)


def intents() -> tuple[Intent, ...]:
    return INTENTS
