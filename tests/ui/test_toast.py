"""Short news at the lower edge: what it offers, and what it must not hide."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui import theme
from helpdesk.ui.kit import Toasts
from helpdesk.ui.kit.toast import Toast


def test_a_toast_counts_down_and_its_action_can_be_taken_once(qtbot: QtBot, host: QWidget) -> None:
    toasts, undone = Toasts(host), []
    toasts.show_toast(Toast("Reply on its way.", "Undo", lambda: undone.append(1), seconds=15, counts=True))
    assert toasts.words() == "Reply on its way. 15 s"
    assert host.rect().contains(toasts.geometry())
    assert toasts.act()
    assert not toasts.act()
    assert undone == [1]
    assert "Nothing is left to undo" in toasts.words()


def test_a_toast_ends_by_itself_and_with_it_its_offer(qtbot: QtBot, host: QWidget) -> None:
    toasts = Toasts(host)
    toasts.show_toast(Toast("Gone soon.", "Undo", lambda: None, seconds=0.2))
    qtbot.waitUntil(lambda: toasts.words() == "")
    assert not toasts.act()


def test_rows_end_above_a_toast_and_what_stands_beside_it_stays(qtbot: QtBot, host: QWidget) -> None:
    listed, beside = QListWidget(), QListWidget()
    listed.addItems([f"Ticket {number}" for number in range(60)])
    layout = QHBoxLayout(host)
    layout.setContentsMargins(theme.rail_width(), 0, 0, 0)
    columns = []
    for part, share in ((listed, 3), (beside, 1)):
        column = QFrame()
        QVBoxLayout(column).addWidget(part)
        layout.addWidget(column, share)
        columns.append(column)
    toasts = Toasts(host)
    toasts.stand_below(lambda: columns)
    qtbot.wait(1)
    before = [part.height() for part in (listed, beside)]
    toasts.show_toast(Toast("Reply on its way.", "Undo", lambda: None))
    qtbot.wait(1)
    assert listed.mapTo(host, listed.rect().bottomLeft()).y() < toasts.y()
    assert beside.height() == before[1]
    listed.scrollToBottom()
    last = listed.visualItemRect(listed.item(59)).center()
    assert host.childAt(listed.viewport().mapTo(host, last)) is listed.viewport(), "the last row can be clicked"
    toasts.clear()
    qtbot.wait(1)
    assert [part.height() for part in (listed, beside)] == before


def test_a_toast_stays_inside_a_window_that_shrinks(qtbot: QtBot, host: QWidget) -> None:
    toasts = Toasts(host)
    toasts.say("A message of some length that needs its room.")
    host.resize(400, 300)
    qtbot.wait(1)
    assert toasts.geometry().right() < 400
    assert toasts.geometry().bottom() < 300
