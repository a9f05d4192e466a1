"""Where the keyboard is can be seen, on every screen, with nothing but the eye."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui import theme
from helpdesk.ui.main_window.window import MainWindow
from helpdesk.ui.theme import Look, Theme
from tests.fakes.inline_window import InlineWindow
from tests.fakes.whole_window import PLACES, filled_desk, go, opened_window

EDGE = 4
"""Pixels; a ring lies in them, a caret does not."""


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    before, font = QPalette(qapp.palette()), QFont(qapp.font())
    worn = Theme(qapp, Look("light"))
    with filled_desk(tmp_path_factory.mktemp("focus")) as filled:
        yield filled
    worn.deleteLater()
    qapp.setPalette(before)
    qapp.setFont(font)
    theme.wear(qapp, "")


@pytest.fixture(scope="module")
def window(desk: InlineWindow) -> Iterator[MainWindow]:
    made = opened_window(desk)
    theme.clothe(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("place", PLACES)
def test_whatever_has_the_keyboard_wears_a_ring(qtbot: QtBot, desk: InlineWindow, window: MainWindow, place: str) -> None:
    screen = go(desk, window, place)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    shown = [part for part in screen.findChildren(QWidget) if stops(part) and not part.visibleRegion().isEmpty()]
    assert len(shown) > 3
    assert [f"{type(part).__name__} {part.accessibleName()}" for part in shown if not wears_ring(window, part)] == []


def stops(part: QWidget) -> bool:
    """Whether the Tab key may come to it."""
    can = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    return can and part.isVisible() and part.isEnabled()


def wears_ring(window: QWidget, part: QWidget) -> bool:
    """Whether its edge is painted otherwise while it has the keyboard."""
    part.clearFocus()
    without = edge(window, part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    return part.hasFocus() and edge(window, part) != without


def edge(window: QWidget, part: QWidget) -> QImage:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    image = window.grab(QRect(part.mapTo(window, QPoint()), part.size())).toImage()
    painter = QPainter(image)
    painter.fillRect(image.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE), Qt.GlobalColor.black)
    painter.end()
    return image
