"""The inbox as an agent uses it, over a real desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.ticket import TicketStatus
from helpdesk.settings import Settings
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.composing.composer import NOTE, REPLY
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inbox_hands import receive, show, subjects
from tests.fakes.inline_window import InlineWindow, drop, inline_window, unspoken

HOSTILE = '<img src="file:///etc/hostname"><b>pay now</b>'


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts", undo_seconds=60)) as opened:
        yield opened


def type_reply(screen: InboxScreen, text: str) -> None:
    screen.writing.composer.write(REPLY)
    screen.writing.composer.reply.insertPlainText(text)


def test_an_empty_desk_says_how_to_begin(window: InlineWindow) -> None:
    screen = show(window)
    assert "No tickets yet" in screen.list._empty.words()


def test_a_ticket_written_by_hand_opens_and_is_listed(window: InlineWindow) -> None:
    screen = show(window)
    screen.new_ticket()
    screen.form.send()
    assert screen.work.currentWidget() is screen.form
    screen.form.name.setText("Bo Lind")
    screen.form.email.setText("bo@customers.example")
    screen.form.subject.setText("Invoice twice")
    screen.form.body.setPlainText("I was billed twice in May.")
    screen.form.send()
    window.settle()
    assert subjects(screen) == ["Invoice twice"]
    assert screen.ticket.conversation.shown_messages() == 1
    assert "created" in window.toasts.words()


def test_a_half_typed_reply_is_there_again_after_a_crash(window: InlineWindow) -> None:
    ticket_id = receive(window, 1)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    type_reply(screen, "Dear Ana, we are look")
    window.settle()
    again = show(window, Place("inbox", ticket_id=ticket_id))
    assert again.writing.composer.reply.toPlainText() == "Dear Ana, we are look"


def test_moving_to_another_ticket_saves_at_once(window: InlineWindow) -> None:
    first, second = receive(window, 1), receive(window, 2)
    screen = show(window, Place("inbox", ticket_id=first))
    type_reply(screen, "Unfinished")
    screen.open_ticket(second)
    assert screen.writing.composer.reply.toPlainText() == ""
    assert window.bridge.run(window.desk.inbox.open(first)).composed == "Unfinished"


def test_a_reply_is_queued_and_undo_gives_the_text_back(window: InlineWindow) -> None:
    ticket_id = receive(window, 1)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    type_reply(screen, "It comes tomorrow.")
    QTest.keyClick(screen.writing.composer.reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    (entry,) = window.bridge.run(window.desk.outbox.listed())
    assert (entry.body, entry.state) == ("It comes tomorrow.\n\nAgent\nOur team", OutboxState.QUEUED)
    assert screen.writing.composer.reply.toPlainText() == ""
    assert "Ana Ruiz leaves in 60 s" in window.toasts.words()
    type_reply(screen, "PS: thanks")
    window.toasts.act()
    window.settle()
    assert screen.writing.composer.reply.toPlainText() == "It comes tomorrow.\n\nPS: thanks"
    assert window.bridge.run(window.desk.inbox.open(ticket_id)).composed == "It comes tomorrow.\n\nPS: thanks"
    assert window.bridge.run(window.desk.outbox.listed())[0].state is OutboxState.UNDONE


def test_undo_from_another_ticket_opens_the_one_it_belongs_to(window: InlineWindow) -> None:
    first, second = receive(window, 1), receive(window, 2)
    screen = show(window, Place("inbox", ticket_id=first))
    type_reply(screen, "Too fast.")
    screen.writing.composer.submit()
    screen.open_ticket(second)
    window.toasts.act()
    window.settle()
    assert screen.ticket_presenter.ticket_id == first
    assert screen.writing.composer.reply.toPlainText() == "Too fast."


def test_a_note_stays_inside_and_clears_the_note_field_only(window: InlineWindow) -> None:
    ticket_id = receive(window, 1)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    type_reply(screen, "Half a reply")
    screen.writing.composer.write(NOTE)
    screen.writing.composer.note.insertPlainText("Ask the warehouse.")
    screen.writing.composer.submit()
    window.settle()
    said = window.bridge.run(window.desk.inbox.open(ticket_id)).messages
    assert [m.kind for m in said] == [MessageKind.CUSTOMER, MessageKind.INTERNAL_NOTE]
    assert window.bridge.run(window.desk.outbox.listed()) == []
    assert screen.writing.composer.note.toPlainText() == ""
    assert screen.writing.composer.reply.toPlainText() == "Half a reply"


def test_a_note_in_progress_waits_while_another_ticket_is_read(window: InlineWindow) -> None:
    first, second = receive(window, 1), receive(window, 2)
    screen = show(window, Place("inbox", ticket_id=first))
    screen.writing.composer.write(NOTE)
    screen.writing.composer.note.insertPlainText("Remember the")
    screen.open_ticket(second)
    assert screen.writing.composer.note.toPlainText() == ""
    screen.open_ticket(first)
    assert screen.writing.composer.note.toPlainText() == "Remember the"


def test_news_about_the_open_ticket_never_touch_what_is_typed(window: InlineWindow) -> None:
    ticket_id = receive(window, 1)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    type_reply(screen, "Still typing")
    window.bridge.run(window.desk.inbox.add_note(ticket_id, "A colleague notes."))
    window.settle()
    assert screen.ticket.conversation.shown_messages() == 2
    assert screen.writing.composer.reply.toPlainText() == "Still typing"


def test_status_draft_and_review_are_one_key_away(window: InlineWindow) -> None:
    ticket_id = receive(window, 1)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    screen.ticket.status.activated.emit(list(TicketStatus).index(TicketStatus.ON_HOLD))
    assert window.bridge.run(window.desk.inbox.open(ticket_id)).ticket.status is TicketStatus.ON_HOLD
    screen.ticket.draft.click()
    assert "draft is on its way" in window.toasts.words()
    screen.ticket.review.click()
    assert window.went == [Place("review", ticket_id=ticket_id)]


def test_files_come_in_and_the_bad_one_is_named(window: InlineWindow, tmp_path: Path) -> None:
    good = tmp_path / "good.eml"
    good.write_text("From: Eve <eve@customers.example>\nSubject: Hello\nMessage-ID: <1@x>\n\nWhere is it?\n", "utf-8")
    bad = tmp_path / "bad.csv"
    bad.write_text("colour,size\nred,4\n", "utf-8")
    screen = show(window)
    screen.intake.import_files([good, bad])
    window.settle()
    assert subjects(screen) == ["Hello"]
    assert screen.work.currentWidget() is screen.result
    assert "1 message came in." in screen.result.words()
    assert "bad.csv" in screen.result.words()
    screen.result.copy()
    assert "bad.csv" in QApplication.clipboard().text()
    screen.intake.import_files([good])
    window.settle()
    assert "had come in before" in window.toasts.words()


def test_message_files_may_be_dropped_and_nothing_else(window: InlineWindow, tmp_path: Path) -> None:
    mail = tmp_path / "m.eml"
    mail.write_text("From: e@customers.example\nSubject: Dropped\nMessage-ID: <2@x>\n\nHi\n", "utf-8")
    screen = show(window)
    foreign = QUrl("https://evil.example/a.eml")
    assert drop(screen, QUrl.fromLocalFile(str(mail)), foreign, QUrl.fromLocalFile("/etc/hostname"))
    window.settle()
    assert subjects(screen) == ["Dropped"]
    assert not drop(screen, foreign)
    box = tmp_path / "box" / "below"
    box.mkdir(parents=True)
    (box / "n.eml").write_text("From: f@customers.example\nSubject: In a folder\nMessage-ID: <3@x>\n\nHi\n", "utf-8")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\0")
    assert drop(screen, QUrl.fromLocalFile(str(tmp_path / "box")), QUrl.fromLocalFile(str(picture)))
    window.settle()
    assert "1 message came in. No ticket can be made of picture.png" in window.toasts.words()
    assert "In a folder" in subjects(screen)


def test_a_hostile_subject_is_shown_as_the_text_it_is(window: InlineWindow) -> None:
    ticket_id = receive(window, 1, HOSTILE, HOSTILE)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    assert HOSTILE in screen.list_presenter.model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
    assert unspoken(screen) == []


def test_the_whole_inbox_works_by_keys(window: InlineWindow) -> None:
    receive(window, 1, "First")
    receive(window, 2, "Second")
    screen = show(window)
    screen.list.rows.setFocus()
    QTest.keyClick(screen.list.rows, Qt.Key.Key_Down)
    QTest.keyClick(screen.list.rows, Qt.Key.Key_Return)
    window.settle()
    assert screen.ticket_presenter.ticket_id is not None
    assert screen.writing.composer.reply.hasFocus()
    QTest.keyClick(screen.writing.composer.reply, Qt.Key.Key_Escape)
    assert screen.list.rows.hasFocus()
    QTest.keyClick(screen.list.rows, Qt.Key.Key_N)
    assert screen.form.name.hasFocus()
    QTest.keyClicks(screen.form.name, "jknr/")
    assert screen.form.name.text() == "jknr/"
    QTest.keyClick(screen.form.name, Qt.Key.Key_Escape)
    assert screen.list.rows.hasFocus()
    QTest.keyClick(screen.list.rows, Qt.Key.Key_Slash)
    assert screen.list.search.hasFocus()


def test_another_desk_keeps_the_open_ticket_and_the_typed_text(window: InlineWindow) -> None:
    ticket_id = receive(window, 1)
    screen = show(window, Place("inbox", ticket_id=ticket_id))
    type_reply(screen, "Typed")
    screen.desk_ready(window.desk)
    window.settle()
    assert screen.ticket_presenter.ticket_id == ticket_id
    assert screen.writing.composer.reply.toPlainText() == "Typed"


def test_what_was_copied_or_dropped_fills_in_a_ticket_to_be_looked_over(window: InlineWindow, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("My hub blinks red\nAda Brown <ada@example.org>")
    screen = window.show(build, Place("inbox", section="clipboard"))
    assert isinstance(screen, InboxScreen)
    assert screen.work.currentWidget() is screen.form
    assert (screen.form.name.text(), screen.form.email.text()) == ("Ada Brown", "ada@example.org")
    assert screen.form.subject.text() == "My hub blinks red"
    letter, picture = tmp_path / "letter.txt", tmp_path / "picture.png"
    letter.write_text("Another matter", "utf-8")
    picture.write_bytes(b"\x89PNG\0")
    screen.take_files([letter])
    assert "typed here already" in window.toasts.words()
    assert screen.form.subject.text() == "My hub blinks red"
    screen.form.clear()
    screen.take_files([letter])
    assert screen.form.body.toPlainText() == "Another matter"
    screen.take_files([picture])
    assert "picture.png" in window.toasts.words()
    screen.form.clear()
    QGuiApplication.clipboard().clear()
    screen.intake.take_clipboard()
    assert "no text and no file" in window.toasts.words()


def test_the_side_panel_goes_while_no_ticket_is_on_display(window: InlineWindow) -> None:
    """It would tell of another ticket than the one being written, or of none."""
    screen = show(window, Place("inbox", ticket_id=receive(window, 1)))
    screen.show_tab(screen.panel.current())
    assert screen.panel.isVisible()
    for go_there in (screen.show_outbox, screen.new_ticket):
        go_there()
        assert not screen.panel.isVisible()
        screen.back()
        assert screen.panel.isVisible()


def test_tab_goes_through_the_lines_of_a_view_and_down_opens_a_choice(window: InlineWindow) -> None:
    screen = show(window)
    screen.listing.views.make()
    window.settle()
    editor = screen.listing.editor
    editor.conditions.any.add.click()
    line = editor.conditions.any.lines[0]
    wanted: list[QWidget] = [editor.conditions.all.add, line.field, line.operator, line.values, line.remove]
    passed: list[QWidget] = []
    following: QWidget | None = editor.name
    while following is not None and following is not editor.conditions.any.add:
        passed.append(following)
        following = following.nextInFocusChain()
    assert [one for one in passed if one in wanted] == wanted
    menu = line.values.menu()
    assert menu is not None
    QTimer.singleShot(0, menu, menu.close)
    QTest.keyClick(line.values, Qt.Key.Key_Down)
    shown = menu.actions()
    assert shown[0].text() == "New"
    editor.close_it.click()


def test_a_search_made_again_leads_nobody_away_from_the_ticket_they_open_next(window: InlineWindow) -> None:
    listed, other = receive(window, 1, "Refund please"), receive(window, 2, "Wrong size")
    screen = show(window, Place("inbox", ticket_id=other))
    for words in ("refund", "refunds", "refund"):
        screen.list.search.setText(words)
        window.settle()
        if words == "refund":
            QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
            window.settle()
            assert screen.ticket_presenter.ticket_id == listed
    screen.open_ticket(other)
    window.settle()
    receive(window, 3, "Login fails")
    window.settle()
    assert screen.ticket_presenter.ticket_id == other
