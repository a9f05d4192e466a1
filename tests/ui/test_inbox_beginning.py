"""What an opened ticket is begun with: a public reply, unless only a note stands there or the agent has said which."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.ids import TicketId
from helpdesk.ui.inbox.composing.composer import FORWARD, NOTE, REPLY
from helpdesk.ui.inbox.screen import InboxScreen
from tests.fakes.inbox_hands import receive, show
from tests.fakes.inline_window import InlineWindow, inline_window


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace") as opened:
        yield opened


@pytest.fixture
def screen(window: InlineWindow) -> InboxScreen:
    return show(window)


def opens(window: InlineWindow, screen: InboxScreen, ticket_id: TicketId) -> WritingKind:
    screen.open_ticket(ticket_id)
    window.settle()
    return screen.writing.composer.kind


def writes(window: InlineWindow, screen: InboxScreen, mode: int, text: str) -> None:
    screen.writing.composer.write(mode)
    QTest.keyClicks(screen.writing.composer.editor(screen.writing.composer.kind), text)
    window.settle()


def test_the_next_ticket_is_begun_with_a_public_reply_whatever_was_written_before(
    window: InlineWindow, screen: InboxScreen
) -> None:
    noted, other = receive(window, 1), receive(window, 2)
    opens(window, screen, noted)
    writes(window, screen, NOTE, "Ask the warehouse")
    assert opens(window, screen, other) is WritingKind.REPLY
    assert screen.writing.composer.send.text() == "Send reply"
    assert opens(window, screen, noted) is WritingKind.NOTE, "only a note is begun there"
    writes(window, screen, REPLY, "It is on its way.")
    opens(window, screen, other)
    assert opens(window, screen, noted) is WritingKind.REPLY, "a reply begun goes before a note begun"


def test_after_a_note_was_added_or_a_forward_begun_the_next_one_is_a_reply(window: InlineWindow, screen: InboxScreen) -> None:
    noted, other = receive(window, 3), receive(window, 4)
    opens(window, screen, noted)
    writes(window, screen, NOTE, "Called back")
    screen.writing.composer.submit()
    window.settle()
    assert opens(window, screen, other) is WritingKind.REPLY
    screen.writing.composer.use(FORWARD)
    assert opens(window, screen, noted) is WritingKind.REPLY


def test_who_says_note_while_the_ticket_is_still_coming_writes_a_note(window: InlineWindow, screen: InboxScreen) -> None:
    before, coming = receive(window, 5), receive(window, 6)
    opens(window, screen, before)
    composer, bridge = screen.writing.composer, window.bridge
    bridge._busy = True  # the desk takes its time
    screen.open_ticket(coming)
    composer.write(NOTE)
    QTest.keyClicks(screen.list.rows, "ring him")
    bridge._busy = False
    bridge._drain()
    window.settle()
    assert composer.kind is WritingKind.NOTE
    assert (composer.note.toPlainText(), composer.reply.toPlainText()) == ("ring him", "")
    assert opens(window, screen, before) is WritingKind.REPLY, "it was said of that one ticket"


def test_after_a_ticket_was_created_the_keyboard_is_in_the_list(window: InlineWindow, screen: InboxScreen) -> None:
    screen.new_ticket()
    form = screen.form
    for field, words in (
        (form.name, "Vera"),
        (form.email, "vera@customers.example"),
        (form.subject, "Call me"),
        (form.body, "Now."),
    ):
        field.setFocus()
        QTest.keyClicks(field, words)
    form.send()
    window.settle()
    assert screen.conversation is not None and screen.conversation.ticket.subject == "Call me"
    assert screen.list.rows.hasFocus()


def test_after_a_reply_the_keyboard_is_seen_where_the_next_conversation_is_read(
    window: InlineWindow, screen: InboxScreen
) -> None:
    opens(window, screen, receive(window, 7))
    writes(window, screen, REPLY, "It is on its way.")
    opens(window, screen, receive(window, 8, body="I wait.\n" * 200))
    read = screen.pane.stack
    assert read.hasFocus()
    at = read.verticalScrollBar().value()
    QTest.keyClick(read, Qt.Key.Key_Up)
    assert read.verticalScrollBar().value() < at
