"""Preferences: one page generated from the settings."""

from helpdesk.ui.kit import Screen, ScreenContext
from helpdesk.ui.preferences.screen import PreferencesScreen


def build(context: ScreenContext) -> Screen:
    return PreferencesScreen(context)
