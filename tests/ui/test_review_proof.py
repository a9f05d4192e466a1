"""Sentences and what they stand on, in the real window."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.proof import Level
from helpdesk.ui.kit.caret import place, units
from helpdesk.ui.review.underlines import STYLES
from tests.fakes.review_seat import Seat
from tests.ui.test_review_screen import seat

__all__ = ["seat"]

TEXT = (
    "Hello Ana,\n\n\U0001f642 You can return any article within 30 days of delivery. [1] "
    "You can return any article within 90 days of delivery. [1]\n\nI hope this helps!\n\nKind regards"
)


def drawn(seat: Seat) -> dict[str, QTextCharFormat.UnderlineStyle]:
    return {s.cursor.selectedText(): s.format.underlineStyle() for s in seat.editor.extraSelections()}


def test_levels_are_told_apart_without_colours_and_spoken(seat: Seat) -> None:
    seat.ask(text=TEXT)
    seat.open()
    right, wrong = drawn(seat)
    assert "30 days" in right
    assert wrong == "You can return any article within 90 days of delivery. [1]"
    assert drawn(seat)[wrong] == STYLES[Level.UNSUPPORTED]
    assert len(set(STYLES.values())) == len(STYLES)
    assert seat.screen.draft.proof_line.words() == "1 of 2 sentences supported"
    spoken = seat.editor.accessibleDescription()
    assert "within 90 days" in spoken
    assert "A number, date or code differs" in spoken


def test_the_passage_stands_beside_the_sentence_at_the_caret(seat: Seat, qtbot: QtBot) -> None:
    seat.ask(text=TEXT)
    seat.open()
    assert seat.screen.backing.isHidden()
    seat.screen.draft.proof_line.next_wanted.emit()
    assert seat.editor.hasFocus()
    assert seat.screen.backing.words() == "Not supported A number, date or code differs."
    cursor = seat.editor.textCursor()
    cursor.setPosition(TEXT.index("30 days") + 1)
    seat.editor.setTextCursor(cursor)
    assert seat.screen.backing.words() == "Supported"
    assert seat.screen.backing.said() == "You can return any article within 30 days of delivery."
    seat.screen.backing.closed.emit()
    assert seat.screen.backing.isHidden()
    QApplication.processEvents()


def test_places_survive_letters_that_qt_counts_twice() -> None:
    assert [place(TEXT, units(TEXT, at)) for at in range(len(TEXT))] == list(range(len(TEXT)))
