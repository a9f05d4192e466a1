"""Light and dark are readable, complete, and follow the system."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.ui import theme
from helpdesk.ui.theme import DARK, LIGHT, Colours, Theme, TypeScale

PAIRS = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "sunken"),
    ("text", "accent_soft"),
    ("text", "note_soft"),
    ("text", "mark"),
    ("text", "fair_soft"),
    ("text", "poor_soft"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "accent_soft"),
    ("muted", "note_soft"),
    ("on_accent", "accent"),
    ("accent_text", "surface"),
    ("accent_text", "sunken"),
    ("accent_text", "accent_soft"),
    ("good", "good_soft"),
    ("fair", "fair_soft"),
    ("poor", "poor_soft"),
    ("poor", "surface"),
    ("good", "surface"),
    ("note", "note_soft"),
]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before, sheet = QPalette(qapp.palette()), qapp.styleSheet()
    yield qapp
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


def luminance(value: str) -> float:
    ink = QColor(value)
    parts = [linear(channel) for channel in (ink.redF(), ink.greenF(), ink.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    assert contrast(colours.line_strong, colours.surface) >= 3.0
    assert contrast(colours.accent, colours.surface) >= 3.0


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_leaves_no_name_unfilled(colours: Colours) -> None:
    sheet = theme.style_sheet(colours, TypeScale(11, 13, 14, 16, 22))
    assert "$" not in sheet
    assert not re.search(r":\s*;", sheet)
    assert sheet.count("{") == sheet.count("}")


def test_a_named_theme_is_used_whatever_the_system_says(app: QApplication, qtbot: QtBot) -> None:
    worn = Theme(app, "dark")
    assert theme.colours() is DARK
    with qtbot.waitSignal(worn.changed):
        worn.use("light")
    assert theme.colours() is LIGHT


def test_the_system_theme_is_followed_only_while_asked_for(app: QApplication) -> None:
    worn = Theme(app, "dark")
    app.styleHints().colorSchemeChanged.emit(app.styleHints().colorScheme())
    assert theme.colours() is DARK
    worn.use("system")
    app.styleHints().colorSchemeChanged.emit(app.styleHints().colorScheme())
    assert theme.colours() is LIGHT


def test_text_sizes_never_fall_below_the_design_and_keep_their_order(app: QApplication) -> None:
    sizes = theme.type_scale()
    assert 11 <= sizes.caption < sizes.body <= sizes.strong < sizes.title < sizes.display
