"""Preferences in windows of every width: one setting a line, or two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.page import Page
from helpdesk.ui.preferences.screen import PreferencesScreen
from tests.fakes.inline_window import InlineWindow, inline_window

NARROW, WIDE = 1200, 1820


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace") as opened:
        yield opened


@pytest.fixture
def screen(window: InlineWindow) -> PreferencesScreen:
    made = window.show(build, Place("preferences"))
    assert isinstance(made, PreferencesScreen)
    made.setMinimumWidth(900)
    return made


def widen(window: InlineWindow, width: int) -> None:
    window.host.resize(width, 900)
    for _ in range(4):
        QApplication.processEvents()


def page(screen: PreferencesScreen) -> Page:
    found = screen.findChild(Page)
    assert isinstance(found, Page)
    return found


def place(screen: PreferencesScreen, part: QWidget) -> QPoint:
    return part.mapTo(page(screen).inside, QPoint())


def test_a_wide_window_has_two_settings_in_a_line_and_a_narrow_one_has_one(
    window: InlineWindow, screen: PreferencesScreen
) -> None:
    name, address = screen.rows["agent_name"], screen.rows["agent_email"]
    widen(window, NARROW)
    assert place(screen, name).x() == place(screen, address).x()
    assert place(screen, name).y() < place(screen, address).y()
    high = page(screen).inside.height()
    widen(window, WIDE)
    assert place(screen, name).y() == place(screen, address).y()
    assert place(screen, name).x() + name.width() < place(screen, address).x()
    assert abs(name.width() - address.width()) <= 1
    assert page(screen).inside.height() < 0.75 * high
    assert page(screen).horizontalScrollBar().maximum() == 0
    widen(window, NARROW)
    assert page(screen).inside.height() == high


def test_the_tab_key_goes_through_a_wide_page_line_by_line(window: InlineWindow, screen: PreferencesScreen) -> None:
    widen(window, WIDE)
    screen.go_to("agent_name")
    walked = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(next((name for name, row in screen.rows.items() if row.isAncestorOf(focused)), ""))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == ["agent_name", "agent_email", "company", "signature"]


@pytest.mark.parametrize("name", ["review_line", "text_size"])
def test_what_stood_at_the_top_stays_there_while_the_window_gets_wider(
    window: InlineWindow, screen: PreferencesScreen, name: str
) -> None:
    widen(window, NARROW)
    page(screen).verticalScrollBar().setValue(place(screen, screen.rows[name]).y())
    for width in (WIDE, NARROW):
        widen(window, width)
        seen = screen.rows[name].mapTo(page(screen).viewport(), QPoint()).y()
        assert abs(seen) < 60
