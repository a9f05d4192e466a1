"""Preferences: one page generated from the settings."""

from helpdesk.ui.kit import Screen, ScreenContext
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.preferences.screen import PreferencesScreen


def build(context: ScreenContext) -> Screen:
    return PreferencesScreen(context)


def intents() -> tuple[Intent, ...]:
    return ()
