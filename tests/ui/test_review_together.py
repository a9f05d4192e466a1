"""Many customers with one question, and what an agent made of a draft, beside the reply."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.events import TicketChanged
from tests.fakes.review_seat import CTRL, Seat, seated

BODY = "You can return any article within 30 days of delivery. [1]"


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Seat]:
    with seated(qtbot, qapp, tmp_path) as made:
        yield made


def storm(seat: Seat) -> None:
    for n, name in enumerate(("Ana", "Ben", "Cleo", "Dan")):
        mail = f"{name.lower()}@customers.example"
        seat.ask(name=name, email=mail, subject="Return", score=0.7 + n / 100, text=f"Hi {name},\n\n{BODY}\n\nKind regards")
    seat.open()


def test_customers_who_ask_the_same_are_answered_together(seat: Seat) -> None:
    storm(seat)
    assert seat.screen.draft.together_words() == "3 more like this: answer together"
    seat.press(Qt.Key.Key_B)
    pane = seat.screen.asides.together
    assert [one.requester for one in pane.ticked()] == ["Ben", "Cleo", "Dan"]
    assert pane.approve.text() == "Approve these 3"
    seat.press(Qt.Key.Key_Space)
    assert pane.approve.text() == "Approve these 2"
    seat.press(Qt.Key.Key_T)
    assert [row.requester for row in seat.rows()] == ["Ana", "Ben"]
    assert seat.screen.draft.together_words() == "1 more like this: answer together"
    assert {entry.recipient_name for entry in seat.bridge.run(seat.desk.outbox())} == {"Cleo", "Dan"}
    seat.press(Qt.Key.Key_U)
    assert len(seat.rows()) == 4
    assert seat.screen.draft.together_words() == "3 more like this: answer together"
    assert seat.screen.asides.together.list.count() == 3


def test_nobody_is_approved_while_nobody_is_ticked(seat: Seat) -> None:
    storm(seat)
    seat.press(Qt.Key.Key_B)
    for _ in range(3):
        seat.press(Qt.Key.Key_Space)
        seat.press(Qt.Key.Key_Down)
    pane = seat.screen.asides.together
    assert pane.ticked() == ()
    assert pane.approve.text() == "Approve those ticked"
    assert not pane.approve.isEnabled()


def test_approving_the_open_one_first_leaves_the_keyboard_in_the_queue(seat: Seat) -> None:
    storm(seat)
    seat.press(Qt.Key.Key_B)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert [row.requester for row in seat.rows()] == ["Ben", "Cleo", "Dan"]
    assert seat.screen.queue.hasFocus()
    seat.press(Qt.Key.Key_U)
    assert len(seat.rows()) == 4


def test_what_was_edited_goes_to_all_with_their_own_greeting(seat: Seat) -> None:
    storm(seat)
    seat.editor.selectAll()
    QTest.keyClicks(seat.editor, "Hi Ana,")
    seat.editor.appendPlainText("\nGladly, within 30 days. [1]\n\nKind regards")
    seat.press(Qt.Key.Key_Escape)
    seat.press(Qt.Key.Key_B)
    seat.press(Qt.Key.Key_T)
    sent = {entry.recipient_name: entry.body for entry in seat.bridge.run(seat.desk.outbox())}
    assert sent["Dan"] == "Hi Dan,\n\nGladly, within 30 days.\n\nKind regards"
    assert len(sent) == 3


def test_a_text_that_names_its_customer_stays_here(seat: Seat) -> None:
    storm(seat)
    seat.editor.setFocus()
    seat.editor.setPlainText("Hi Ana,\n\nAs Ana was told: 30 days.\n\nKind regards")
    seat.press(Qt.Key.Key_Escape)
    seat.press(Qt.Key.Key_B)
    seat.press(Qt.Key.Key_T)
    assert "“Ana”" in seat.screen.asides.together.trouble()
    assert seat.bridge.run(seat.desk.outbox()) == []


def test_what_the_agent_changed_is_shown_while_it_is_typed(seat: Seat) -> None:
    storm(seat)
    seat.press(Qt.Key.Key_D)
    pane = seat.screen.asides.changed
    assert pane.words() == "Nothing yet: the reply is as it was drafted."
    seat.editor.setFocus()
    seat.editor.moveCursor(seat.editor.textCursor().MoveOperation.Start)
    QTest.keyClicks(seat.editor, "Oh ")
    assert pane.changes.drawn("added") == ["Oh "]
    assert pane.words().startswith("1 change")


def test_a_note_of_a_colleague_is_told_where_the_draft_is(seat: Seat) -> None:
    storm(seat)
    ticket_id = seat.rows()[0].ticket_id
    seat.bridge.run(seat.desk.say(ticket_id, MessageKind.INTERNAL_NOTE, "Ana called, it is urgent."))
    seat.bridge.publish(TicketChanged(ticket_id))
    assert "Kim left a note: “Ana called, it is urgent.”" in seat.screen.draft.notice_words()


def test_the_foot_of_the_queue_tells_the_shift(seat: Seat) -> None:
    storm(seat)
    seat.press(Qt.Key.Key_Return, CTRL)
    seat.delays.pass_()
    assert seat.screen.foot_words() == "1 done today"
