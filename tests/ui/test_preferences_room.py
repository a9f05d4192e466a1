"""Preferences in windows of every width: one setting a line, or two."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.page import Page
from helpdesk.ui.preferences.saying_card import SayingCard
from helpdesk.ui.preferences.screen import PreferencesScreen
from helpdesk.ui.translation import Interpreter
from tests.fakes.inline_window import InlineWindow

NARROW, WIDE = 1200, 1820


def widen(fresh: InlineWindow, width: int) -> None:
    fresh.host.resize(width, 900)
    for _ in range(4):
        QApplication.processEvents()


def page(preferences: PreferencesScreen) -> Page:
    found = preferences.findChild(Page)
    assert isinstance(found, Page)
    return found


def place(preferences: PreferencesScreen, part: QWidget) -> QPoint:
    return part.mapTo(page(preferences).inside, QPoint())


def test_a_wide_window_has_two_settings_in_a_line_and_a_narrow_one_has_one(
    fresh: InlineWindow, preferences: PreferencesScreen
) -> None:
    name, address = preferences.rows["agent_name"], preferences.rows["agent_email"]
    widen(fresh, NARROW)
    assert place(preferences, name).x() == place(preferences, address).x()
    assert place(preferences, name).y() < place(preferences, address).y()
    high = page(preferences).inside.height()
    widen(fresh, WIDE)
    assert place(preferences, name).y() == place(preferences, address).y()
    assert place(preferences, name).x() + name.width() < place(preferences, address).x()
    assert abs(name.width() - address.width()) <= 1
    assert page(preferences).inside.height() < 0.75 * high
    assert page(preferences).horizontalScrollBar().maximum() == 0
    widen(fresh, NARROW)
    assert page(preferences).inside.height() == high


def test_a_page_made_ahead_stands_as_it_is_first_seen(fresh: InlineWindow) -> None:
    fresh.host.resize(WIDE, 900)
    made = PreferencesScreen(replace(fresh.context(), in_steps=True))
    made.setParent(fresh.host)
    steps = sum(1 for _ in made.furnish())
    assert steps > len(made.sections), "each section is laid out in a step of its own"
    turned: list[bool] = []
    page(made).turning.connect(lambda: turned.append(True))
    made.resize(fresh.host.size())
    made.show()
    widen(fresh, WIDE)
    name, address = made.rows["agent_name"], made.rows["agent_email"]
    assert place(made, name).y() == place(made, address).y()
    assert turned == []


def test_the_tab_key_goes_through_a_wide_page_line_by_line(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    widen(fresh, WIDE)
    preferences.go_to("agent_name")
    walked = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(next((name for name, row in preferences.rows.items() if row.isAncestorOf(focused)), ""))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == ["agent_name", "agent_email", "company", "signature"]


@pytest.mark.parametrize("name", ["review_line", "text_size"])
def test_what_stood_at_the_top_stays_there_while_the_window_gets_wider(
    fresh: InlineWindow, preferences: PreferencesScreen, name: str
) -> None:
    widen(fresh, NARROW)
    page(preferences).verticalScrollBar().setValue(place(preferences, preferences.rows[name]).y())
    for width in (WIDE, NARROW):
        widen(fresh, width)
        seen = preferences.rows[name].mapTo(page(preferences).viewport(), QPoint()).y()
        assert abs(seen) < 60


def test_cards_side_by_side_are_equally_wide_in_german_too(fresh: InlineWindow, interpreter: Interpreter) -> None:
    interpreter.use("de")
    made = fresh.show(build, Place("preferences", section="Rules"))
    assert isinstance(made, PreferencesScreen)
    widen(fresh, WIDE)
    cards = [part for part in made.findChildren(SayingCard) if part.isVisible()]
    beside = [(one, other) for one, other in combinations(cards, 2) if place(made, one).y() == place(made, other).y()]
    assert len(beside) > 2
    assert all(abs(one.width() - other.width()) <= 1 for one, other in beside)
