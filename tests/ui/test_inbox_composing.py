"""The composer as an agent uses it, over a real desk: macros and articles at the caret, files, times, versions, what was
forgotten, what could not be saved."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.conversation import OutboxEntry, OutboxState
from helpdesk.domain.errors import ReadOnly
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import action_of
from helpdesk.domain.ticket import TicketStatus
from helpdesk.services.composing import Composing
from helpdesk.settings import Settings
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.composing.composer import NOTE, REPLY, Composer
from helpdesk.ui.inbox.composing.versions_popover import VersionsPopover
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import ChoicePopover, Place
from tests.fakes.inline_window import InlineWindow, drop, inline_window, unspoken

LABEL = "Hello {first_name},\n\nhere is the label for ticket {ticket}."


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    """One desk for all tests of this file; each has a ticket of its own."""
    settings = Settings(writer="excerpts", threads=1, undo_seconds=60, signature="Ada\nNorthlight")
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", settings) as opened:
        macros = opened.desk.macros
        opened.bridge.run(macros.save("Return label", LABEL, "", [action_of("status: pending"), action_of("tag: return")]))
        opened.bridge.run(macros.save("Opening hours", "We are here from nine to five."))
        yield opened


@pytest.fixture(scope="module")
def screen(window: InlineWindow) -> InboxScreen:
    shown = window.show(build, Place("inbox"))
    assert isinstance(shown, InboxScreen)
    return shown


class Desk:
    """A ticket on display, and hands."""

    def __init__(self, window: InlineWindow, screen: InboxScreen) -> None:
        self.window = window
        intake = window.desk.intake
        self.ticket = window.bridge.run(intake.new_ticket("Ana Ruiz", "ana@customers.example", "Parcel", "Where is it?"))
        self.screen = screen
        self.composer: Composer = screen.writing.composer
        screen.open_ticket(self.ticket)
        window.settle()
        self.composer.write(REPLY)

    def types(self, text: str) -> None:
        QTest.keyClicks(self.composer.editor(self.composer.kind), text)
        self.window.settle()

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.composer.editor(self.composer.kind), key, modifiers)
        self.window.settle()

    def listed(self) -> str:
        """The ticket's row in the list, as it is spoken; "" when it is not there."""
        model = self.screen.listing.model
        row = model.find(lambda one: one.id == self.ticket)
        return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) if row >= 0 else ""

    @property
    def text(self) -> str:
        return self.composer.reply.toPlainText()

    def sent(self) -> OutboxEntry:
        """The newest reply on its way from this ticket."""
        return next(one for one in self.window.bridge.run(self.window.desk.outbox.listed()) if one.ticket_id == self.ticket)

    def replies(self) -> int:
        return sum(one.ticket_id == self.ticket for one in self.window.bridge.run(self.window.desk.outbox.listed()))

    def answers(self, number: int) -> None:
        """Chooses in the question that is open."""
        question = next(one for one in self.window.host.findChildren(ChoicePopover) if one.isVisible())
        QTest.keyClick(question, Qt.Key(Qt.Key.Key_0 + number))
        self.window.settle()


@pytest.fixture
def desk(window: InlineWindow, screen: InboxScreen) -> Desk:
    return Desk(window, screen)


def test_everything_in_the_composer_has_a_name(desk: Desk) -> None:
    assert unspoken(desk.composer) == []
    desk.composer.write(NOTE)
    assert unspoken(desk.composer) == []


def test_a_macro_goes_in_at_the_caret_with_its_variables_and_changes_the_ticket(desk: Desk) -> None:
    desk.types("Thank you. /")
    picks = desk.composer.reply.picks
    assert [picks.rows.item(row).text() for row in range(picks.rows.count())] == ["Opening hours", "Return label"]
    desk.types("ret")
    assert picks.rows.count() == 1
    assert "Also does: status Pending, tag return" in picks._remark.text()
    desk.presses(Qt.Key.Key_Return)
    assert desk.text == f"Thank you. Hello Ana,\n\nhere is the label for ticket {desk.ticket}."
    assert not picks.isVisible()
    ticket = desk.window.bridge.run(desk.window.desk.inbox.open(desk.ticket)).ticket
    assert (ticket.status, ticket.tags) == (TicketStatus.PENDING, ("return",))
    assert desk.replies() == 0
    assert "Ctrl+Z takes it back" in desk.window.toasts.words()


def test_what_is_typed_before_the_editor_is_there_is_text_and_no_command(desk: Desk) -> None:
    composer, rows = desk.composer, desk.screen.list.rows
    composer.allow(False)
    rows.setFocus()
    composer.write(REPLY)
    QTest.keyClicks(rows, "xyz")
    composer.allow(True)
    assert (desk.text, len(desk.screen.listing.marks)) == ("xyz", 0)
    assert composer.reply.hasFocus()
    composer.allow(False)
    rows.setFocus()
    composer.write(REPLY)
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    QTest.keyClicks(rows, "x")
    assert len(desk.screen.listing.marks) == 1
    composer.allow(True)
    assert desk.text == "xyz"


def test_after_an_emoji_macros_are_offered_and_put_in_just_the_same(desk: Desk) -> None:
    desk.composer.reply.insert_at_caret("🦊🧾 ")
    desk.types("/ret")
    assert desk.composer.reply.picks.rows.count() == 1
    desk.presses(Qt.Key.Key_Return)
    assert desk.text == f"🦊🧾 Hello Ana,\n\nhere is the label for ticket {desk.ticket}."


def test_the_keys_work_on_when_the_next_ticket_opens_over_what_was_being_written(desk: Desk) -> None:
    desk.window.host.activateWindow()
    QApplication.processEvents()
    assert desk.composer.reply.hasFocus()
    intake = desk.window.desk.intake
    desk.screen.open_ticket(desk.window.bridge.run(intake.new_ticket("Bo", "bo@customers.example", "Next", "And mine?")))
    desk.window.settle()
    assert desk.screen.pane.hasFocus()


def test_after_a_note_the_keys_are_commands_again(desk: Desk) -> None:
    desk.window.host.activateWindow()
    QApplication.processEvents()
    desk.composer.write(NOTE)
    desk.types("The depot has it.")
    desk.composer.submit()
    desk.window.settle()
    assert desk.screen.pane.hasFocus() and desk.screen.ticket_presenter.ticket_id == desk.ticket


def test_a_slash_that_was_meant_as_a_slash_stays_one(desk: Desk) -> None:
    desk.types("Mr/Ms / or /")
    desk.presses(Qt.Key.Key_Return)
    assert desk.text == "Mr/Ms / or /\n"
    desk.types("/zzz")
    desk.presses(Qt.Key.Key_Escape)
    assert not desk.composer.reply.picks.isVisible()
    assert desk.composer.reply.hasFocus()
    assert desk.text.endswith("/zzz")
    for question in ("Really ?", " Really?", " Ça va ? Oui", " Why ?!", " Sure?yes"):
        desk.types(question)
        assert not desk.composer.reply.picks.isVisible(), question


def test_a_passage_of_the_knowledge_base_goes_in_as_plain_text(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "returns.md").write_text("# Returns\n\nYou can **return** any parcel within 30 days of delivery.\n", "utf-8")
    knowledge = desk.window.desk.knowledge
    desk.window.bridge.run(knowledge.import_path(tmp_path / "returns.md", "Shop", lambda _: None))
    desk.types("?return parcel")
    desk.presses(Qt.Key.Key_Down)
    desk.presses(Qt.Key.Key_Tab)
    passage = "You can return any parcel within 30 days of delivery."
    assert desk.text == passage
    desk.types(" Also ?return parcel")
    desk.presses(Qt.Key.Key_Return)
    assert desk.text == f"{passage} Also {passage}", "within a line too, once a word follows the sign"


def test_words_dropped_beside_the_text_come_into_it(desk: Desk) -> None:
    assert drop(desk.composer, text="Order 4711")
    desk.window.settle()
    assert desk.text == "Order 4711"
    assert not drop(desk.composer, QUrl("https://example.com/page"), text="https://example.com/page")


def test_files_come_by_drop_and_picture_by_paste_and_go_with_the_reply(desk: Desk, tmp_path: Path) -> None:
    label = tmp_path / "label.pdf"
    label.write_bytes(b"%PDF")
    (tmp_path / "folder").mkdir()
    folder = QUrl.fromLocalFile(str(tmp_path / "folder"))
    assert drop(desk.composer, QUrl.fromLocalFile(str(label)), QUrl("https://example.com/x.png"), folder)
    desk.window.settle()
    assert "folder was not attached" in desk.window.toasts.words()
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    desk.composer.reply.insertFromMimeData(picture)
    desk.window.settle()
    assert desk.composer.files.names() == ("label.pdf", "picture.png")
    desk.composer.use(NOTE)
    assert desk.composer.files.names() == ()
    desk.composer.use(REPLY)
    desk.types("Here it is.")
    desk.composer.submit()
    desk.window.settle()
    assert [(file.name, file.media_type) for file in desk.sent().attachments] == [
        ("label.pdf", "application/pdf"),
        ("picture.png", "image/png"),
    ]
    assert desk.composer.files.names() == ()
    desk.window.toasts.act()
    desk.window.settle()
    assert (desk.text, desk.composer.files.names()) == ("Here it is.", ("label.pdf", "picture.png"))
    desk.screen.writing.files.remove(desk.window.bridge.run(desk.window.desk.composing.open(desk.ticket)).files[0].id)
    desk.window.settle()
    assert desk.composer.files.names() == ("picture.png",)


def test_files_are_chosen_on_the_disk(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    label = tmp_path / "label.pdf"
    label.write_bytes(b"%PDF")
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.filesSelected.emit([str(label)]))
    desk.composer.attach.click()
    desk.window.settle()
    assert desk.composer.files.names() == ("label.pdf",)


def test_a_folder_is_no_file_and_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.screen.writing.files.attach([tmp_path])
    desk.window.settle()
    assert "was not attached: it is a folder" in desk.window.toasts.words()


def test_one_key_sends_and_solves(desk: Desk) -> None:
    desk.types("Done.")
    desk.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.sent().becomes is TicketStatus.SOLVED
    assert desk.sent().body == "Done.\n\nAda\nNorthlight"


def test_a_reply_is_put_off_listed_and_sent_now_after_all(desk: Desk) -> None:
    desk.types("Good morning.")
    desk.composer.sign.click()
    desk.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    desk.answers(1)
    entry = desk.sent()
    assert (entry.scheduled, entry.body) == (True, "Good morning.")
    assert entry.not_before - entry.created_at > timedelta(minutes=50)
    desk.screen.show_outbox()
    desk.window.settle()
    desk.screen.outbox.rows.selectRow(desk.screen.outbox_presenter.row_of(entry.id))
    desk.window.settle()
    assert "Leaves " in desk.screen.outbox.detail_words()
    desk.screen.outbox.now.click()
    desk.window.settle()
    assert desk.sent().not_before < entry.not_before


@pytest.mark.parametrize("way", ["send", "ways"])
def test_who_sends_with_a_button_reads_on_with_the_keyboard_beside_an_open_side_panel(desk: Desk, way: str) -> None:
    desk.window.host.activateWindow()
    QApplication.processEvents()
    if desk.screen.panel.isHidden():
        desk.screen.fold_panel()
    desk.types("Done.")
    pressed = {"send": desk.composer.send, "ways": desk.composer.ways}[way]
    pressed.setFocus()
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    desk.window.settle()
    if way == "ways":
        desk.answers(1)
    assert desk.sent().body.startswith("Done.")
    assert desk.screen.pane.hasFocus(), "not on a tab of the panel, where nobody went"


def test_a_reply_may_come_back_without_an_answer(desk: Desk) -> None:
    desk.types("Is it solved?")
    desk.composer.ways.click()
    desk.answers(5)
    entry = desk.sent()
    wish = desk.window.bridge.run(desk.window.desk.composing.store.read(lambda r: r.composing.wish(entry.id)))
    assert wish.follow_up_days == 2


def test_what_looks_forgotten_is_asked_once_and_typing_on_answers_it(desk: Desk) -> None:
    desk.types("Dear {customer}, see the attached label.")
    desk.composer.submit()
    desk.window.settle()
    assert (
        desk.composer.banner.words() == "The text still has {customer}. You speak of a file (“attached”), and none is attached."
    )
    assert desk.replies() == 0
    desk.types(" Bye")
    assert desk.composer.banner.isHidden()
    desk.composer.submit()
    desk.composer.banner.act()
    desk.window.settle()
    assert desk.replies() == 1


def test_a_deleted_text_is_put_back_from_its_versions(desk: Desk) -> None:
    long = "Dear Ana, we are looking for your parcel and write to you tomorrow before noon."
    desk.types(long)
    desk.composer.reply.selectAll()
    desk.types("No")
    desk.composer.versions.click()
    desk.window.settle()
    shown = next(one for one in desk.window.host.findChildren(VersionsPopover) if one.isVisible())
    assert unspoken(shown) == []
    shown.rows.setCurrentRow(1)
    assert shown.preview.toPlainText() == long
    shown.restore.click()
    desk.window.settle()
    assert desk.text == long
    assert desk.window.bridge.run(desk.window.desk.composing.open(desk.ticket)).reply == long


def test_the_list_says_what_was_begun_and_finds_it(desk: Desk) -> None:
    assert "begun" not in desk.listed()
    desk.composer.write(NOTE)
    desk.types("Ask the warehouse")
    assert "Note begun" in desk.listed()
    desk.composer.write(REPLY)
    desk.types("We are looking")
    desk.screen.list_presenter.search("subject:parcel has:writing")
    desk.window.settle()
    assert "Reply begun" in desk.listed()
    desk.screen.list.rows.grab()
    desk.composer.submit()
    desk.window.settle()
    assert "Note begun" in desk.listed()
    desk.screen.open_ticket(desk.ticket)
    desk.window.settle()
    desk.composer.write(NOTE)
    desk.composer.note.selectAll()
    desk.presses(Qt.Key.Key_Delete)
    assert desk.listed() == ""
    desk.screen.list_presenter.search("")
    desk.window.settle()
    assert "begun" not in desk.listed()


def test_a_text_that_cannot_be_saved_says_so_stays_and_is_saved_when_it_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep = Composing.keep

    async def refused(self: Composing, ticket_id: TicketId, kind: WritingKind, text: str, stood: str | None) -> None:
        raise ReadOnly(tmp_path)

    monkeypatch.setattr(Composing, "keep", refused)
    desk.types("Dear")
    assert "Not saved" in desk.composer.saved.text()
    assert len(desk.window.reported) == 1
    monkeypatch.setattr(Composing, "keep", keep)
    desk.window.settle()
    assert "Saved" in desk.composer.saved.text()
    assert desk.window.bridge.run(desk.window.desk.composing.open(desk.ticket)).reply == "Dear"
    desk.window.reported.clear()


def test_a_reply_taken_back_in_the_outbox_is_in_its_editor_again(desk: Desk) -> None:
    desk.types("Too fast.")
    desk.composer.submit()
    desk.window.settle()
    entry = desk.sent()
    desk.screen.writing.undo(entry.id, entry.ticket_id, entry.kind)
    desk.window.settle()
    assert (desk.text, desk.sent().state) == ("Too fast.", OutboxState.UNDONE)


def test_a_note_survives_another_ticket_and_the_end_of_the_window(desk: Desk) -> None:
    desk.composer.write(NOTE)
    desk.types("Ask the warehouse")
    other = Desk(desk.window, desk.screen)
    assert other.composer.note.toPlainText() == ""
    again = desk.window.show(build, Place("inbox", ticket_id=desk.ticket))
    assert isinstance(again, InboxScreen)
    assert again.writing.composer.note.toPlainText() == "Ask the warehouse"
    assert "Saved" in again.writing.composer.saved.text()
