"""Tickets dragged from the list onto a view at the left."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.inbox.listing.view_button import TICKETS, ViewButton
from helpdesk.ui.inbox.screen import InboxScreen
from tests.fakes.inbox_hands import receive, show
from tests.fakes.inline_window import InlineWindow

HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
HERE = QPoint(5, 5)


class Mouse:
    """Lets go of what it drags over the view of that name; `said` is what the view says while it hovers."""

    def __init__(self, window: InlineWindow, screen: InboxScreen) -> None:
        self.window, self.screen = window, screen
        self.said = ""
        self.over = ""

    def exec(self, drag: QDrag, _: Qt.DropAction) -> Qt.DropAction:
        self.window.settle()
        self.said = self.let_go(drag.mimeData())
        return Qt.DropAction.MoveAction

    def let_go(self, carried: QMimeData) -> str:
        button = self.screen.list.rail.button(self.over)
        QApplication.sendEvent(button, QDragEnterEvent(HERE, Qt.DropAction.MoveAction, carried, *HOW))
        move = QDragMoveEvent(HERE, Qt.DropAction.MoveAction, carried, *HOW)
        QApplication.sendEvent(button, move)
        said = button.right_words()
        if move.isAccepted():
            QApplication.sendEvent(button, QDropEvent(QPointF(HERE), Qt.DropAction.MoveAction, carried, *HOW))
        self.window.settle()
        return said

    def drags(self, row: int, view: str) -> str:
        self.over = view
        rows = self.screen.list.rows
        start = rows.visualRect(rows.model().index(row, 0)).center()
        QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for step in (10, 40, 80):
            QTest.mouseMove(rows.viewport(), start - QPoint(step, 0))
        QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
        self.window.settle()
        return self.said


@pytest.fixture
def mouse(window: InlineWindow, monkeypatch: pytest.MonkeyPatch) -> Mouse:
    made = Mouse(window, show(window))

    def exec_(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        return made.exec(drag, action)

    monkeypatch.setattr(QDrag, "exec", exec_)
    return made


def status(window: InlineWindow, ticket_id: TicketId) -> TicketStatus:
    return window.bridge.run(window.desk.inbox.open(ticket_id)).ticket.status


def test_a_view_takes_what_one_change_brings_into_it_and_others_say_that_they_cannot(
    window: InlineWindow, mouse: Mouse
) -> None:
    one, other = receive(window, 1, "Lamp"), receive(window, 2, "Hub")
    window.settle()
    listing = mouse.screen.listing
    first = listing.model.row(0)
    assert first is not None
    assert mouse.drags(0, "Snoozed") == "cannot"
    assert status(window, first.id) is TicketStatus.NEW
    assert mouse.drags(0, "Solved") == "let go"
    assert status(window, first.id) is TicketStatus.SOLVED
    window.toasts.act()
    window.settle()
    assert status(window, first.id) is TicketStatus.NEW
    listing.marks.put([one, other])
    mouse.drags(0, "Solved")
    assert {status(window, one), status(window, other)} == {TicketStatus.SOLVED}
    assert "2 tickets changed" in window.toasts.words()
    assert window.reported == []


def test_nothing_but_tickets_of_this_list_is_taken(window: InlineWindow, mouse: Mouse) -> None:
    stranger = QMimeData()
    stranger.setData(TICKETS, b"17")
    mouse.over = "Solved"
    button: ViewButton = mouse.screen.list.rail.button("Solved")
    before = button.right_words()
    assert mouse.let_go(stranger) == before
