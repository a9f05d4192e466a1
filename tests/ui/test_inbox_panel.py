"""The panels beside a conversation, by keys and clicks, over a real desk."""

from datetime import UTC, datetime
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.ui.change_words import said_of
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.panel.field_editors import LineEditor, PickEditor
from helpdesk.ui.inbox.panel.parts import RequesterPart, TicketPart
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.line_button import LineButton
from helpdesk.ui.kit.menus import FreshMenu
from helpdesk.ui.kit.pick_popover import PickPopover
from tests.fakes.inline_window import InlineWindow, unspoken

NUMBERS = count()
HOSTILE = '<img src="file:///etc/hostname"><b>urgent</b>'


class Shown:
    """The inbox with one ticket open, and what an agent finds beside it."""

    def __init__(self, window: InlineWindow) -> None:
        self.window = window
        self.ticket_id = TicketId(0)
        screen = self.window.show(build, Place("inbox"))
        assert isinstance(screen, InboxScreen)
        self.screen = screen
        self.part = next(p.part for p in screen.parts if isinstance(p.part, TicketPart))
        self.person = next(p.part for p in screen.parts if isinstance(p.part, RequesterPart)).widget
        self.tab, self.line, self.assignee = self.part.widget, self.part.line, self.part.assignee

    def writes(self, name: str, email: str, subject: str) -> TicketId:
        source = f"{email} {subject}"
        message = IncomingMessage(ChannelName.FILE, source, name, email, subject, "I wait.", datetime.now(UTC))
        return self.window.bridge.run(self.window.desk.intake.receive(message))[0]

    def open(self, ticket_id: TicketId) -> None:
        self.ticket_id = ticket_id
        self.screen.open_ticket(ticket_id)
        self.window.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if self.screen.list.rows.isVisible():
            self.screen.list.rows.setFocus()
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        self.window.settle()

    def asked(self) -> PickPopover:
        assert self.part.asking.shown is not None
        return self.part.asking.shown

    def answer(self, words: str, note: str = "") -> None:
        QTest.keyClicks(self.asked().line, words)
        if note:
            QTest.keyClick(self.asked().line, Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is self.asked().note
            QTest.keyClicks(self.asked().note or self.asked().line, note)
        QTest.keyClick(QApplication.focusWidget() or self.asked().line, Qt.Key.Key_Return)
        self.window.settle()

    def enter(self, line: QWidget, words: str) -> None:
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.window.settle()

    def undo(self) -> None:
        assert self.window.bridge.run(self.window.desk.changes.undo_last()) is not None
        self.window.settle()

    @property
    def ticket(self) -> Ticket:
        return self.window.bridge.run(self.window.desk.inbox.open(self.ticket_id)).ticket


@pytest.fixture(scope="module")
def inbox(window: InlineWindow) -> Shown:
    """One screen for all: earlier ones would go on hearing what happens."""
    return Shown(window)


@pytest.fixture
def shown(inbox: Shown) -> Shown:
    """With a new ticket open."""
    inbox.window.reported.clear()
    inbox.open(inbox.writes("Ada", f"ada{next(NUMBERS)}@one.example", "Where is my parcel?"))
    return inbox


def test_a_ticket_is_taken_given_ranked_and_tagged_by_keys(shown: Shown) -> None:
    shown.window.bridge.run(shown.window.desk.ticketing.agents.add("Bob"))
    shown.press(Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    assert shown.assignee.currentText() == "Agent (you)"
    shown.press(Qt.Key.Key_G)
    assert shown.asked().words() == ["Agent (you) · 1 open ticket", "Bob · 0 open tickets", "Nobody"]
    shown.answer("bo")
    assert shown.assignee.currentText() == "Bob"
    shown.assignee.activated.emit(0)
    shown.window.settle()
    assert (shown.assignee.currentText(), shown.ticket.assignee_id) == ("Nobody", None)
    shown.undo()
    assert shown.assignee.currentText() == "Bob"
    shown.press(Qt.Key.Key_P)
    shown.answer("urg")
    assert shown.ticket.priority is Priority.URGENT
    shown.press(Qt.Key.Key_T)
    shown.enter(shown.tab.tags.line, "Billing, vip")
    assert shown.tab.tags.words() == ("billing", "vip")
    shown.tab.tags.chips()[0].click()
    shown.window.settle()
    assert shown.tab.tags.words() == ("vip",)
    shown.undo()
    shown.undo()
    assert (shown.tab.tags.words(), shown.ticket.tags) == (("billing",), ("billing",))
    assert unspoken(shown.tab) == []


def test_keys_on_marked_tickets_say_what_would_change_before_it_is_done(shown: Shown) -> None:
    other = shown.writes("Ole", f"ole{next(NUMBERS)}@one.example", "Where is mine?")
    marked = (shown.ticket_id, other)
    bar = shown.screen.list.bulk

    def tickets() -> list[Ticket]:
        return [shown.window.bridge.run(shown.window.desk.inbox.open(one)).ticket for one in marked]

    shown.screen.listing.marks.put(marked)
    shown.press(Qt.Key.Key_P)
    shown.answer("urg")
    assert bar.asks()
    assert "(2)" in bar.words.text()
    assert {one.priority for one in tickets()} == {Priority.NORMAL}
    bar.agree.click()
    shown.window.settle()
    assert {one.priority for one in tickets()} == {Priority.URGENT}
    shown.window.toasts.act()
    shown.window.settle()
    assert {one.priority for one in tickets()} == {Priority.NORMAL}
    shown.screen.listing.marks.put(marked)
    shown.press(Qt.Key.Key_T)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "parcel")
    QTest.keyClick(line, Qt.Key.Key_Return)
    shown.window.settle()
    bar.agree.click()
    shown.window.settle()
    assert [one.tags for one in tickets()] == [("parcel",), ("parcel",)]


def test_what_was_typed_beside_one_ticket_is_not_added_to_the_next(shown: Shown) -> None:
    QTest.keyClicks(shown.tab.tags.line, "vip")
    QTest.keyClicks(shown.tab.checklist.line, "call")
    shown.open(shown.writes("Ole", f"ole{next(NUMBERS)}@one.example", "Where is mine?"))
    assert (shown.tab.tags.line.text(), shown.tab.checklist.line.text()) == ("", "")


def test_a_ticket_is_put_to_sleep_by_words_and_woken_again(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Z)
    assert shown.asked().words()[0].startswith(("Later today", "Tomorrow morning"))
    QTest.keyClicks(shown.asked().line, "nonsense")
    assert shown.asked().words() == []
    assert shown.asked().nothing.isVisible() and "2h, 3d" in shown.asked().nothing.text()
    shown.asked().line.clear()
    assert not shown.asked().nothing.isVisible()
    note = shown.asked().note
    assert note is not None
    assert shown.asked().rect().contains(note.geometry())
    shown.answer("3 days", "Ask the carrier.")
    shown.open(shown.ticket_id)
    assert shown.line.words().startswith("Asleep until")
    assert shown.line.words().endswith("Ask the carrier.")
    shown.line.button.click()
    shown.window.settle()
    assert shown.line.words() == ""
    shown.undo()
    assert shown.line.words().startswith("Asleep until")


def test_a_follow_up_carries_its_note_and_can_be_taken_away(shown: Shown) -> None:
    shown.press(Qt.Key.Key_F)
    shown.answer("2d", "Was it the cable?")
    assert shown.tab.comes_back.text().startswith("Comes back")
    assert shown.tab.comes_back.text().endswith("Was it the cable?")
    shown.press(Qt.Key.Key_F)
    assert shown.asked().noted() == "Was it the cable?"
    shown.asked().close_up()
    shown.tab.any_case.click()
    shown.window.settle()
    assert shown.part.presenter.sheet is not None
    assert shown.part.presenter.sheet.follow_up is not None
    assert not shown.part.presenter.sheet.follow_up.unless_answered
    shown.tab.drop_follow_up.click()
    shown.window.settle()
    assert shown.tab.comes_back.text() == ""


def test_a_checklist_that_is_not_done_warns_when_the_ticket_is_solved(shown: Shown) -> None:
    shown.press(Qt.Key.Key_C)
    shown.enter(shown.tab.checklist.line, "Call back")
    shown.enter(shown.tab.checklist.line, HOSTILE)
    boxes = list(shown.tab.checklist.rows.values())
    assert [row.words.text() for row in boxes] == ["Call back", HOSTILE]
    boxes[0].box.click()
    shown.window.settle()
    assert [row.box.isChecked() for row in shown.tab.checklist.rows.values()] == [True, False]
    shown.window.bridge.run(shown.window.desk.inbox.set_status(shown.ticket_id, TicketStatus.SOLVED))
    shown.window.settle()
    assert shown.line.words() == "Solved with 1 step of 2 still open."
    shown.line.button.click()
    shown.window.settle()
    assert shown.ticket.status is TicketStatus.OPEN
    assert shown.line.words() == ""


def test_fields_links_and_copies_stand_in_the_panel(shown: Shown) -> None:
    work = shown.window.desk.ticketing
    shown.window.bridge.run(work.fields.define("Plan", FieldKind.CHOICE, ("Basic", "Plus")))
    shown.window.bridge.run(work.fields.define("Seats", FieldKind.NUMBER))
    other = shown.writes("Cy", "cy@two.example", "Another parcel")
    plan, seats = shown.tab.fields.editors["plan"], shown.tab.fields.editors["seats"]
    assert isinstance(plan, PickEditor)
    assert isinstance(seats, LineEditor)
    plan.setCurrentIndex(2)
    plan.activated.emit(2)
    shown.enter(seats, "a lot")
    assert len(shown.window.reported) == 1
    assert seats.text() == "a lot", "there to be corrected"
    seats.clear()
    shown.enter(seats, "12,0")
    sheet = shown.window.bridge.run(work.sheet(shown.ticket_id))
    assert [one.value for one in sheet.fields] == ["Plus", "12"]

    shown.press(Qt.Key.Key_B)
    shown.tab.links.relation.setCurrentIndex(1)
    shown.enter(shown.tab.links.line, f"#{other}")
    assert shown.tab.links.words() == [f"Blocks #{other} Another parcel · New"]
    shown.enter(shown.tab.copies.line, "boss@one.example")
    assert shown.tab.copies.words() == ("boss@one.example",)
    assert unspoken(shown.tab) == []


def test_what_a_field_did_not_take_is_not_carried_to_the_next_ticket(shown: Shown) -> None:
    shown.window.bridge.run(shown.window.desk.ticketing.fields.define("Until", FieldKind.DATE))
    shown.enter(shown.tab.fields.editors["until"], "soon")
    assert len(shown.window.reported) == 1
    shown.open(shown.writes("Ole", f"ole{next(NUMBERS)}@one.example", "Where is mine?"))
    until = shown.tab.fields.editors["until"]
    assert isinstance(until, LineEditor)
    assert until.text() == ""
    shown.enter(until, "31.5.2026")
    assert until.text() == "2026-05-31"


def test_a_field_is_filled_in_for_all_marked_tickets_and_taken_back(shown: Shown) -> None:
    fields, bar = shown.window.desk.ticketing.fields, shown.screen.list.bulk
    shown.window.bridge.run(fields.define("Plan", FieldKind.CHOICE, ("Basic", "Plus")))
    shown.window.bridge.run(fields.define("Seats", FieldKind.NUMBER))
    marked = (shown.ticket_id, shown.writes("Ole", f"ole{next(NUMBERS)}@one.example", "Where is mine?"))

    def fill(field: str, typed: str) -> None:
        shown.screen.listing.marks.put(marked)
        menu = bar.field.menu()
        assert isinstance(menu, FreshMenu)
        menu.refill()
        next(action for action in menu.actions() if action.text() == f"{field}…").trigger()
        line = QApplication.focusWidget()
        assert line is not None
        shown.enter(line, typed)

    def values(key: str) -> list[str]:
        sheets = [shown.window.bridge.run(shown.window.desk.ticketing.sheet(one)) for one in marked]
        return [one.value for sheet in sheets for one in sheet.fields if one.field.key == key]

    fill("Plan", "plus")
    assert bar.words.text() == "Plan: nothing → Plus (2)."
    bar.agree.click()
    shown.window.settle()
    assert values("plan") == ["Plus", "Plus"]
    shown.undo()
    assert values("plan") == ["", ""]
    shown.window.reported.clear()
    fill("Seats", "a lot")
    assert (len(shown.window.reported), bar.asks()) == (1, False)
    fill("Seats", "12,5")
    assert bar.words.text() == "Seats: nothing → 12.5 (2)."


def test_what_is_no_number_of_a_ticket_is_told_and_stays(shown: Shown) -> None:
    shown.enter(shown.tab.links.line, "the other")
    assert "“the other” is no number of a ticket." in shown.window.toasts.words()
    assert shown.tab.links.line.text() == "the other"
    shown.tab.links.line.clear()
    shown.window.reported.clear()
    shown.enter(shown.tab.links.line, "99999")
    shown.enter(shown.tab.copies.line, "boss at one")
    assert len(shown.window.reported) == 2
    assert (shown.tab.links.line.text(), shown.tab.copies.line.text()) == ("99999", "boss at one")


def test_the_person_behind_the_ticket(shown: Shown) -> None:
    shown.writes("Eva Brown", "eva@home.example", "My lamp")
    shown.writes("Bo Lind", "bo@two.example", "Not hers")
    shown.open(shown.writes("Eva Brown", "eva@one.example", "My parcel"))
    shown.press(Qt.Key.Key_Y)
    assert any("Perhaps the same: Eva Brown · eva@home.example" in words for words in shown.person.words())
    QTest.keyClicks(shown.person.note, "Prefers the phone, ")
    shown.window.settle()
    assert shown.person.saved.text().startswith("Agent")
    QTest.keyClicks(shown.person.note, "evenings.")
    shown.window.settle()
    next(b for b in shown.person.findChildren(type(shown.tab.snooze)) if b.text() == "Same person").click()
    shown.window.settle()
    said = " ".join(shown.person.words())
    assert "2 tickets, 2 not solved" in said
    assert "My lamp" in said
    assert "Not hers" not in said
    assert shown.person.note.toPlainText() == "Prefers the phone, evenings.", "it was saved in between"
    shown.undo()
    assert "1 ticket, 1 not solved" in " ".join(shown.person.words())
    QTest.keyClicks(shown.person.same_as, "bo@t")
    shown.window.settle()
    assert "Same person: Bo Lind · bo@two.example" in shown.person.words()
    shown.person.same_as.setFocus()
    QTest.keyClick(shown.person.same_as, Qt.Key.Key_Tab)
    reached = QApplication.focusWidget()
    assert isinstance(reached, LineButton)
    assert reached.words() == "Same person: Bo Lind · bo@two.example", "what was found lies below the line"
    assert unspoken(shown.person) == []


def test_all_tickets_of_a_person_are_listed_under_whatever_address_they_came(shown: Shown) -> None:
    shown.writes("Eva Brown", "eva@home.example", "My lamp")
    shown.writes("Bo Lind", "bo@two.example", "Not hers")
    shown.open(shown.writes("Eva Brown", "eva@one.example", "My parcel"))
    shown.press(Qt.Key.Key_Y)
    assert not shown.person.all.isVisible(), "there is one ticket only"
    next(b for b in shown.person.findChildren(type(shown.tab.snooze)) if b.text() == "Same person").click()
    shown.window.settle()
    assert shown.person.all.text() == "List all 2 tickets"
    shown.person.all.click()
    shown.screen.entered(shown.window.went.pop())
    shown.window.settle()
    model = shown.screen.listing.model
    rows = [row for number in range(model.rowCount()) if (row := model.row(number)) is not None]
    assert {row.subject for row in rows} == {"My lamp", "My parcel"}
    assert "eva@home.example" in shown.screen.list.search.text(), "what is listed is said, and may be changed"
    assert shown.screen.conversation is not None
    assert shown.screen.conversation.ticket.subject == "My parcel", "what was open stays open"


def test_two_of_one_name_are_told_apart_and_fit_a_narrow_panel(shown: Shown) -> None:
    shown.writes("Ida Berg", "ida@home.example", "My lamp")
    shown.open(shown.writes("Ida Berg", "ida@one.example", "My parcel"))
    shown.press(Qt.Key.Key_Y)
    buttons = [b for b in shown.person.findChildren(type(shown.tab.snooze)) if b.isVisible()]
    same = next(b for b in buttons if b.text() == "Same person")
    apart = next(b for b in buttons if b.text() == "Somebody else")
    narrow = same.parentWidget()
    assert narrow is not None
    assert narrow.minimumSizeHint().width() < same.width() + apart.width(), "they stand one below the other where it is narrow"
    same.click()
    shown.window.settle()
    done = shown.window.bridge.run(shown.window.desk.changes.listed(1))[0]
    assert said_of(done) == "ida@home.example is the same person as ida@one.example", "both are called Ida Berg"
    shown.undo()


def test_a_new_ticket_begins_with_a_template_and_has_its_marks_from_the_start(shown: Shown) -> None:
    kept = TicketTemplate("Return", "Return to {company}", "They want a label.", Priority.HIGH, ("returns",))
    shown.window.bridge.run(shown.window.desk.composing.templates.save(kept))
    shown.screen.new_ticket()
    shown.window.settle()
    form = shown.screen.form
    assert [form.template.itemText(place) for place in range(form.template.count())] == ["None", "Return"]
    form.email.setText("dora@one.example")
    form.body.setPlainText("Typed before.")
    form.template.setCurrentIndex(1)
    form.template.activated.emit(1)
    assert (form.subject.text(), form.body.toPlainText()) == ("Return to Our team", "Typed before.")
    shown.enter(form.tags.line, "phone")
    form.send()
    shown.window.settle()
    assert shown.part.presenter.sheet is not None
    made = shown.part.presenter.sheet.ticket
    assert (made.subject, made.priority, made.tags) == ("Return to Our team", Priority.HIGH, ("returns", "phone"))
