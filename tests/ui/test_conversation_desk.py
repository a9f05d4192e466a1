"""The conversation in the inbox, with a desk behind it: original, layout, files, names, changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from helpdesk.domain.attachment_name import Doubt
from helpdesk.domain.change import SetPriority
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import unheard
from helpdesk.domain.ticket import Priority
from helpdesk.settings import Settings
from helpdesk.ui.conversation.bubble import Bubble
from helpdesk.ui.conversation.original import OriginalDialog
from helpdesk.ui.conversation.part import ConversationPart
from helpdesk.ui.conversation.printing import PrintDialog
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.composing.composer import NOTE
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.safe_mail_view import SafeMailView
from tests.fakes.inline_window import InlineWindow

MAIL = b"""From: Bo Lind <bo@customers.example>
To: desk@desk.example
Subject: Invoice twice
Message-ID: <one@customers.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

I was billed twice.
--inner
Content-Type: text/html; charset=utf-8

<html><body onload=alert(1)><p>I was billed <b>twice</b>.<img src="/etc/hostname"></p><script>x</script></body></html>
--inner--
--outer
Content-Type: application/octet-stream; name="invoice.pdf.exe"
Content-Disposition: attachment; filename="invoice.pdf.exe"
Content-Transfer-Encoding: base64

TVqQAAMAAAAE
--outer--
"""


@pytest.fixture(scope="module")
def ticket(window: InlineWindow, tmp_path_factory: pytest.TempPathFactory) -> TicketId:
    file = tmp_path_factory.mktemp("mail") / "one.eml"
    file.write_bytes(MAIL)
    window.bridge.run(window.desk.intake.import_files([file], unheard, draft=False))
    return TicketId(1)


@pytest.fixture
def screen(window: InlineWindow, ticket: TicketId) -> InboxScreen:
    made = window.show(build, Place("inbox", ticket_id=ticket))
    assert isinstance(made, InboxScreen)
    window.settle()
    return made


def part_of(screen: InboxScreen) -> ConversationPart:
    return next(placed.part for placed in screen.parts if isinstance(placed.part, ConversationPart))


def bubble(screen: InboxScreen) -> Bubble:
    found = screen.pane.current()
    assert found is not None
    return found


def test_the_layout_of_a_mail_is_shown_without_what_could_harm(window: InlineWindow, screen: InboxScreen) -> None:
    bubble(screen).toggle_html()
    window.settle()
    view = bubble(screen).findChild(SafeMailView)
    assert view is not None
    assert view.toPlainText().strip() == "I was billed twice."
    assert "script" not in view.toHtml()
    assert "hostname" not in view.toHtml()
    bubble(screen).toggle_html()
    assert bubble(screen).body.words() == "I was billed twice."


def test_the_original_is_shown_and_saved_as_it_came(window: InlineWindow, screen: InboxScreen, tmp_path: Path) -> None:
    part = part_of(screen)
    part.reader.original(bubble(screen).message.id)
    window.settle()
    assert isinstance(part.dialog, OriginalDialog)
    assert "<script>x</script>" in part.dialog.text.toPlainText()
    place = tmp_path / "kept.eml"
    part.dialog.save_wanted.emit(str(place))
    window.settle()
    assert place.read_bytes() == MAIL
    part.dialog.accept()


def test_a_file_is_saved_by_wish_and_never_as_a_program(window: InlineWindow, screen: InboxScreen, tmp_path: Path) -> None:
    attachment = bubble(screen).message.attachments[0]
    assert attachment.id is not None
    look = window.bridge.run(window.desk.reading.look(attachment.id))
    assert look.picture is None
    assert look.doubts[0] is Doubt.TWO_ENDINGS
    place = tmp_path / "invoice.bin"
    screen.pane.wishes.saved.emit(attachment.id, str(place))
    window.settle()
    assert place.read_bytes().startswith(b"MZ")
    assert place.stat().st_mode & 0o111 == 0
    assert "Saved" in window.toasts.words()
    screen.pane.wishes.saved.emit(attachment.id, str(tmp_path / "no" / "such"))
    window.settle()
    assert "cannot be written" in str(window.reported[-1])


def test_a_translation_says_why_there_is_none(window: InlineWindow, screen: InboxScreen) -> None:
    screen.pane.wishes.translation.emit(bubble(screen).message.id)
    window.settle()
    said = " ".join(label.text() for label in bubble(screen).body.findChildren(type(bubble(screen).body._plain)))
    assert "model" in said


def test_a_colleague_named_in_a_note_finds_it_until_they_look(window: InlineWindow, screen: InboxScreen) -> None:
    me = Settings().agent_name
    window.bridge.run(window.desk.ticketing.agents.me())
    composer = screen.writing.composer
    composer.write(NOTE)
    mentioning = screen.writing.mentioning
    QTest.keyClicks(composer.note, "Please look @" + me[:2].lower())
    QApplication.processEvents()
    assert not mentioning.rows.isHidden()
    QTest.keyClick(composer.note, Qt.Key.Key_Return)
    assert composer.note.toPlainText() == f"Please look @{me} "
    other = window.bridge.run(window.desk.intake.new_ticket("Ada", "ada@customers.example", "Legal", "Am I liable?"))
    window.bridge.run(window.desk.inbox.add_note(other, composer.note.toPlainText()))
    unread = window.bridge.run(window.desk.reading.unread())
    assert [mention.ticket_id for mention in unread] == [other]
    screen.open_ticket(other)
    window.settle()
    assert window.bridge.run(window.desk.reading.unread()) == []


def test_what_was_done_is_told_between_the_messages(window: InlineWindow, screen: InboxScreen, ticket: TicketId) -> None:
    window.bridge.run(window.desk.changes.apply([ticket], [SetPriority(Priority.HIGH)], kind="priority"))
    window.settle()
    part_of(screen).reader.toggle_happenings()
    window.settle()
    told = " ".join(p.accessibleName() for p in screen.pane.stack.parts() if not isinstance(p, Bubble))
    assert "riority" in told
    part_of(screen).reader.toggle_happenings()
    assert all(isinstance(p, Bubble) for p in screen.pane.stack.parts())


def test_a_ticket_becomes_a_pdf(window: InlineWindow, screen: InboxScreen, tmp_path: Path) -> None:
    part = part_of(screen)
    part.print_conversation()
    dialog = part.dialog
    assert isinstance(dialog, PrintDialog)
    assert [b.text() for b in dialog.findChildren(QPushButton)] == ["Cancel", "Print…", "Save as PDF…"]
    QTest.keyClick(dialog.notes, Qt.Key.Key_Return)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None, "Return does what the button in colour does"
    asked.reject()
    dialog.save_pdf(str(tmp_path / "no" / "such.pdf"))
    assert "cannot be written" in str(window.reported[-1])
    dialog.save_pdf(str(tmp_path / "ticket.pdf"))
    assert (tmp_path / "ticket.pdf").read_bytes().startswith(b"%PDF-")
