"""A shift of forty drafts at the review screen, and the hand never leaves the keyboard."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import DecisionKind
from tests.fakes.review_desk import Asked
from tests.fakes.review_seat import ALT, CTRL, Seat, seated

SAME = "You can return any article within 30 days of delivery. [1]"


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Seat]:
    with seated(qtbot, qapp, tmp_path) as made:
        yield made


def forty(seat: Seat) -> None:
    """Six of them ask the same."""
    for n in range(40):
        name, alike = f"Kai{n}", n >= 34
        text = f"Hi {name},\n\n{SAME}\n\nKind regards" if alike else f"Hi {name},\n\nAnswer number {n}. [1]\n\nKind regards"
        seat.ask(
            name=name,
            email=f"kai{n}@customers.example",
            subject=f"ticket {n:02}",
            body=f"Question number {n}?",
            score=0.5 + n / 100,
            text=text,
            minutes_ago=100 - n,
        )
    seat.open()


def approve(seat: Seat) -> None:
    waiting = len(seat.rows())
    seat.press(Qt.Key.Key_Return, CTRL)
    if len(seat.rows()) == waiting:
        seat.press(Qt.Key.Key_Return, ALT)


def decide(seat: Seat, n: int) -> None:
    """Most are approved, some edited, rejected, handed on; one is put off and comes back."""
    match n % 8:
        case 1:
            seat.press(Qt.Key.Key_I)
            QTest.keyClicks(seat.editor, f"Well, {n}: ")
            approve(seat)
            seat.press(Qt.Key.Key_Escape)
        case 3:
            seat.press(Qt.Key.Key_R)
            seat.press(Qt.Key.Key_2)
        case 5:
            seat.press(Qt.Key.Key_E)
            seat.write("needs the warehouse")
            seat.press(Qt.Key.Key_Return)
        case _:
            approve(seat)


def test_forty_drafts_without_the_mouse(seat: Seat) -> None:
    forty(seat)
    decided = 0
    while rows := seat.rows():
        assert seat.subject == rows[0].subject
        if len(rows) == 6:
            seat.press(Qt.Key.Key_B)
            assert seat.screen.asides.together.approve.text() == "Approve these 5"
            seat.press(Qt.Key.Key_T)
            seat.press(Qt.Key.Key_Escape)
            decided += 5
        decide(seat, decided)
        decided += 1
        seat.delays.pass_()
        assert len(seat.rows()) == 40 - decided, seat.screen.draft.notice_words()
    made = [one for n in range(1, 41) for one in seat.bridge.run(seat.desk.review.decisions(n))]  # type: ignore[arg-type]
    assert len(made) == 40
    kinds = Counter(one.kind for one in made)
    assert kinds[DecisionKind.REJECT] >= 4
    assert kinds[DecisionKind.ESCALATE] >= 4
    assert kinds[DecisionKind.EDIT] >= 4
    assert len(seat.bridge.run(seat.desk.outbox())) == kinds[DecisionKind.APPROVE] + kinds[DecisionKind.EDIT]
    assert "40 done today" in seat.screen.foot_words()


def test_an_approval_of_what_moved_on_is_refused_and_the_news_is_told(seat: Seat) -> None:
    """The customer writes in the second in which the agent approves."""
    ticket_id, _ = seat.ask(name="Ana", subject="Return", text=f"Hi Ana,\n\n{SAME}\n\nKind regards")
    seat.open()
    desk = seat.desk
    seat.bridge.run(desk.say(ticket_id, MessageKind.CUSTOMER, "And the lamp?", "Ana"))
    fresh = seat.bridge.run(desk.store.write(lambda records: records.drafts.request(ticket_id)))
    seat.bridge.run(desk.answer(fresh, Asked(text="Hi Ana,\n\nYes, the lamp too. [1]\n\nKind regards")))
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.bridge.run(desk.outbox()) == []
    assert seat.screen.draft.notice_words().count("Ana wrote again: “And the lamp?”") == 1
    assert "the lamp too" in seat.editor.toPlainText()
    approve(seat)
    (entry,) = seat.bridge.run(desk.outbox())
    assert "the lamp too" in entry.body
