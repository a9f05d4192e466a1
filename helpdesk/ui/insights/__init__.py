"""Insights: the desk in numbers. Its words and figures need no Qt: the terminal speaks the same, so the screen loads late."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpdesk.ui.kit import Screen, ScreenContext
    from helpdesk.ui.kit.shortcuts import Intent


def build(context: "ScreenContext") -> "Screen":
    screen: Screen = importlib.import_module("helpdesk.ui.insights.screen").InsightsScreen(context)
    return screen


def intents() -> "tuple[Intent, ...]":
    """Those of its frame; what a tab can do is offered where the tab is on display."""
    known: tuple[Intent, ...] = importlib.import_module("helpdesk.ui.insights.screen").INTENTS
    return known
