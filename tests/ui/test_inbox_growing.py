"""The field one writes in and the conversation above it share the pane."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from helpdesk.settings import Settings
from helpdesk.ui.inbox.screen import InboxScreen
from tests.fakes.inbox_hands import receive, show
from tests.fakes.inline_window import InlineWindow, inline_window

LONG = "\n".join(f"Line {number} of a long answer." for number in range(40))


@pytest.fixture
def window(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", Settings(writer="excerpts")) as opened:
        opened.host.resize(1500, 950)
        yield opened


@pytest.fixture
def screen(window: InlineWindow) -> InboxScreen:
    shown = show(window)
    shown.open_ticket(receive(window, 1, "Parcel lost"))
    window.settle()
    return shown


def write(screen: InboxScreen, text: str) -> int:
    """The height of what one writes in, once that stands there."""
    screen.writing.composer.reply.setPlainText(text)
    for _ in range(4):
        QApplication.processEvents()
    return screen.writing.composer.height()


def test_the_field_grows_with_a_long_text_and_leaves_half_to_what_is_answered(screen: InboxScreen) -> None:
    usual = write(screen, "")
    assert write(screen, "One line.") == usual
    grown = write(screen, LONG)
    assert grown > usual + 60
    assert screen.pane.height() >= grown - 20
    assert usual < write(screen, "\n".join(LONG.splitlines()[:12])) < grown
    assert write(screen, "") == usual


def test_whoever_drags_the_edge_has_it_stay(screen: InboxScreen) -> None:
    write(screen, "")
    split = screen.ticket.findChild(QSplitter)
    assert isinstance(split, QSplitter)
    edge = split.handle(1)
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(40, 0))
    QTest.mouseMove(edge, QPoint(40, -50))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(40, -50))
    dragged = screen.writing.composer.height()
    assert write(screen, LONG) == dragged
