"""Insights: the desk in numbers."""

from helpdesk.ui.insights.screen import InsightsScreen
from helpdesk.ui.kit import Screen, ScreenContext


def build(context: ScreenContext) -> Screen:
    return InsightsScreen(context)
