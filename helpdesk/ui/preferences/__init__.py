"""Preferences: one page generated from the settings."""

from dataclasses import fields

from helpdesk.settings import Settings
from helpdesk.ui.kit import Place, Screen, ScreenContext
from helpdesk.ui.kit.screen import Lead
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.preferences.screen import NEXT, PREVIOUS, SECTIONS, PreferencesScreen


def build(context: ScreenContext) -> Screen:
    return PreferencesScreen(context)


def leads() -> tuple[Lead, ...]:
    """To every section and every setting."""
    named = [(field.metadata["label"], field.metadata["section"], field.name) for field in fields(Settings)]
    sections = [(title, "", title) for title in SECTIONS]
    return tuple(Lead(words, about, Place("preferences", section=to)) for words, about, to in (*sections, *named))


def intents() -> tuple[Intent, ...]:
    return NEXT, PREVIOUS
