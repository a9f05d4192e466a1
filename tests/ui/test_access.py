"""Every screen for a screen reader, for the keyboard alone, and for a language that runs from right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui.kit import Label
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.language import speak
from helpdesk.ui.main_window.window import MainWindow
from tests.fakes.arabic import PseudoArabic
from tests.fakes.inline_window import InlineWindow
from tests.fakes.whole_window import PLACES, clipped, filled_desk, go, opened_window

SAYS_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}
OF_A_TABLE = {QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.TreeItem}


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with filled_desk(tmp_path_factory.mktemp("access")) as filled:
        yield filled


@pytest.fixture(scope="module")
def window(desk: InlineWindow) -> Iterator[MainWindow]:
    made = opened_window(desk)
    yield made
    made.close()
    made.deleteLater()


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything a screen reader is told of, without what cannot be seen."""
    if interface.state().invisible:
        return
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from tree(child)


def name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("place", PLACES)
def test_whatever_can_have_the_keyboard_says_its_name_and_what_it_is(
    desk: InlineWindow, window: MainWindow, place: str
) -> None:
    go(desk, window, place)
    reached = [found for found in tree(QAccessible.queryAccessibleInterface(window)) if found.state().focusable]
    hand_on = {part.accessibleName() for part in window.findChildren(QWidget) if part.focusProxy() is not None}
    assert len(reached) > 8
    assert [f"{found.role().name} at {found.rect()}" for found in reached if not name(found).strip()] == []
    assert [name(found) for found in reached if found.role() in SAYS_NOTHING and name(found) not in hand_on] == []


@pytest.mark.parametrize("place", ["review", "inbox", "knowledge"])
def test_painted_rows_say_their_words_and_which_of_them_is_chosen(desk: InlineWindow, window: MainWindow, place: str) -> None:
    screen = go(desk, window, place)
    rows = [part for part in tree(QAccessible.queryAccessibleInterface(screen)) if part.role() in OF_A_TABLE]
    assert rows
    assert all(len(name(row)) > 1 for row in rows)
    assert any(row.state().selected for row in rows)


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_reaches_every_control(qtbot: QtBot, desk: InlineWindow, window: MainWindow, place: str) -> None:
    """A group of which one is chosen is one stop: the arrow keys go on from there."""
    screen = go(desk, window, place)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = {part for part in screen.findChildren(QWidget) if takes_tab(part)}
    met: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 40):
        window.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        if focused is not None:
            met.add(focused)
    assert [f"{type(part).__name__} {part.accessibleName()}" for part in wanted - met if not shares_a_stop(part, met)] == []


def takes_tab(part: QWidget) -> bool:
    can = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    return can and part.isVisible() and part.isEnabled()


def shares_a_stop(part: QWidget, met: set[QWidget]) -> bool:
    return any(other.parent() is part.parent() and type(other) is type(part) for other in met)


def test_a_path_in_a_line_from_right_to_left_keeps_its_slash_in_front(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        said = Label("التقرير في /home/ada/crash-1.txt").text()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert said == "التقرير في \u200e/home/ada/crash-1.txt"
    assert Label("In /home/ada").text() == "In /home/ada"


def test_a_language_from_right_to_left_mirrors_the_window_and_clips_nothing(desk: InlineWindow, qapp: QApplication) -> None:
    speak(PseudoArabic())
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = opened_window(desk)
        assert window.rail.x() > window.stack.x()
        cut = {place: clipped(go(desk, window, place)) for place in PLACES}
        lists = [view for view in window.findChildren(RowsView) if view.isVisible()]
        window.close()
        window.deleteLater()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        speak()
    assert all(view.layoutDirection() is Qt.LayoutDirection.RightToLeft for view in lists)
    assert {place: found for place, found in cut.items() if found} == {}
