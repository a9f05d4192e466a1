"""The parts every screen is made of. Nothing here knows a service.

A part's module is loaded when the part is first asked for: the first paint of the window needs only three of them.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpdesk.ui.kit.banner import Banner, Tone
    from helpdesk.ui.kit.buttons import Glyph, button, glyph_button
    from helpdesk.ui.kit.confidence_badge import ConfidenceBadge, band_of, paint_badge
    from helpdesk.ui.kit.empty_state import EmptyState
    from helpdesk.ui.kit.key_sheet import ShortcutSheet
    from helpdesk.ui.kit.labels import ElidedLabel, Label
    from helpdesk.ui.kit.layout import column, row, rule, scrolling, split
    from helpdesk.ui.kit.plain import printable
    from helpdesk.ui.kit.popover import ChoicePopover, LinePopover
    from helpdesk.ui.kit.progress_strip import ProgressStrip
    from helpdesk.ui.kit.safe_text import SafeText
    from helpdesk.ui.kit.screen import Place, Screen, ScreenContext
    from helpdesk.ui.kit.shortcuts import Shortcuts
    from helpdesk.ui.kit.toast import Toasts

HOMES = {
    "banner": ("Banner", "Tone"),
    "buttons": ("Glyph", "button", "glyph_button"),
    "confidence_badge": ("ConfidenceBadge", "band_of", "paint_badge"),
    "empty_state": ("EmptyState",),
    "key_sheet": ("ShortcutSheet",),
    "labels": ("ElidedLabel", "Label"),
    "layout": ("column", "row", "rule", "scrolling", "split"),
    "plain": ("printable",),
    "popover": ("ChoicePopover", "LinePopover"),
    "progress_strip": ("ProgressStrip",),
    "safe_text": ("SafeText",),
    "screen": ("Place", "Screen", "ScreenContext"),
    "shortcuts": ("Shortcuts",),
    "toast": ("Toasts",),
}

__all__ = [
    "Banner",
    "ChoicePopover",
    "ConfidenceBadge",
    "ElidedLabel",
    "EmptyState",
    "Glyph",
    "Label",
    "LinePopover",
    "Place",
    "ProgressStrip",
    "SafeText",
    "Screen",
    "ScreenContext",
    "ShortcutSheet",
    "Shortcuts",
    "Toasts",
    "Tone",
    "band_of",
    "button",
    "column",
    "glyph_button",
    "paint_badge",
    "printable",
    "row",
    "rule",
    "scrolling",
    "split",
]


def __getattr__(name: str) -> Any:
    home = next((module for module, parts in HOMES.items() if name in parts), None)
    if home is None:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
