"""The keyboard goes back to where it was before something opened, if that is still there."""

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from helpdesk.ui.kit import ChoicePopover


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for _ in range(2):
        layout.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def asked(host: QWidget) -> tuple[QLineEdit, ChoicePopover]:
    """A question that was opened from a line one wrote in."""
    line = host.findChildren(QLineEdit)[0]
    line.setFocus()
    popover = ChoicePopover(host, "Why?", [("a", "First"), ("b", "Second")])
    popover.open_above(line)
    return line, popover


def escape(popover: ChoicePopover) -> None:
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.isHidden()


def test_escape_gives_the_keyboard_back(asked: tuple[QLineEdit, ChoicePopover]) -> None:
    line, popover = asked
    escape(popover)
    assert line.hasFocus()


def test_what_went_away_meanwhile_is_no_trouble(asked: tuple[QLineEdit, ChoicePopover]) -> None:
    line, popover = asked
    delete(line)
    escape(popover)


def test_a_closed_question_keeps_nothing_of_what_it_was_opened_over(host: QWidget) -> None:
    line = QLineEdit(host)
    line.show()
    line.setFocus()
    popover = ChoicePopover(host, "Why?", [("a", "First"), ("b", "Second")])
    popover.open_above(line)
    escape(popover)
    watched = weakref.ref(line)
    delete(line)
    del line
    assert watched() is None
