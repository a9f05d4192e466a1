"""Merging: the agent is told which ticket goes into which, chooses the one that stays, and can take it back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import ChoicePopover
from helpdesk.ui.kit.pick_popover import PickPopover
from tests.fakes.inbox_hands import receive, subjects
from tests.fakes.inline_window import InlineWindow

AGENT = "Kim"
SUBJECTS = ("Parcel lost", "Invoice twice", "Login fails", "Wrong size")


@pytest.fixture(scope="module")
def tickets(window: InlineWindow) -> dict[str, TicketId]:
    return {subject: receive(window, number, subject) for number, subject in enumerate(SUBJECTS)}


def mark(screen: InboxScreen, *wanted: TicketId) -> None:
    screen.listing.marks.put(wanted)


def asks(window: InlineWindow, screen: InboxScreen) -> PickPopover:
    QTest.keyClick(screen.list.rows, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    window.settle()
    return next(one for one in window.host.findChildren(PickPopover) if one.isVisible())


def confirmation(window: InlineWindow) -> ChoicePopover:
    return next(one for one in window.host.findChildren(ChoicePopover) if one.isVisible())


def test_of_marked_tickets_the_agent_chooses_the_one_that_stays(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    first, second = tickets["Wrong size"], tickets["Parcel lost"]
    mark(screen, first, second)
    question = asks(window, screen)
    assert f"#{first} “Wrong size”, #{second} “Parcel lost”" in question.accessibleName()
    assert question.words() == [f"#{first} “Wrong size”", f"#{second} “Parcel lost”"]
    QTest.keyClick(question.line, Qt.Key.Key_Down)
    QTest.keyClick(question.line, Qt.Key.Key_Return)
    window.settle()
    said = confirmation(window)
    assert said.accessibleName().startswith(f"#{first} “Wrong size” goes into #{second} “Parcel lost”, which stays.")
    QTest.keyClick(said, Qt.Key.Key_Return)
    window.settle()
    assert "Wrong size" not in subjects(screen)
    assert screen.conversation is not None and screen.conversation.ticket.id == second
    assert screen.selected() == (second,), "the marks were for this and are gone"
    window.toasts.act()
    window.settle()
    assert "Wrong size" in subjects(screen)


def test_the_button_of_the_marked_asks_the_same(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    mark(screen, *tickets.values())
    screen.list.bulk.merge.click()
    window.settle()
    question = next(one for one in window.host.findChildren(PickPopover) if one.isVisible())
    assert "and 1 more into which?" in question.accessibleName()
    assert len(question.words()) == len(tickets)
    question.close_up()
    window.settle()
    assert set(SUBJECTS) <= set(subjects(screen))
    screen.listing.marks.clear()


def test_one_ticket_goes_into_any_other_by_its_number_and_both_are_named_before(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    gone, stays = tickets["Login fails"], tickets["Invoice twice"]
    screen.open_ticket(gone)
    window.settle()
    question = asks(window, screen)
    assert f"Merge #{gone} “Login fails” into which?" in question.accessibleName()
    QTest.keyClicks(question.line, f"#{stays}")
    assert question.words() == [f"Ticket #{stays}: look at it first"]
    QTest.keyClick(question.line, Qt.Key.Key_Return)
    window.settle()
    said = confirmation(window)
    assert f"#{gone} “Login fails” goes into #{stays} “Invoice twice”" in said.accessibleName()
    assert "will not get the replies any more" in said.accessibleName()
    said.choose("leave")
    window.settle()
    assert "Login fails" in subjects(screen)


def test_one_ticket_goes_into_that_of_another_person_by_words_of_its_subject(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    screen.open_ticket(tickets["Login fails"])
    window.settle()
    question = asks(window, screen)
    QTest.keyClicks(question.line, "twice invo")
    window.settle()
    assert question.words() == [f"#{tickets['Invoice twice']} “Invoice twice”"]
    QTest.keyClicks(question.line, "x")
    assert question.words() == [], "what stood there does not fit any more"
    question.line.setText("login")
    window.settle()
    assert question.words() == [], "a ticket does not go into itself"
    question.line.setText("parcel")
    window.settle()
    QTest.keyClick(question.line, Qt.Key.Key_Return)
    window.settle()
    assert f"goes into #{tickets['Parcel lost']} “Parcel lost”" in confirmation(window).accessibleName()
    confirmation(window).choose("leave")
    window.settle()


def test_a_ticket_that_is_merged_elsewhere_is_no_longer_suggested_until_that_is_taken_back(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    asked = "My lamp arrived broken, may I have another one?"
    shown, other = (written_by_ana(window, number, asked) for number in (50, 51))
    screen.open_ticket(shown)
    window.settle()
    line = screen.matters.widget
    assert line.isVisible()
    done = window.bridge.run(window.desk.changes.merge(tickets["Login fails"], [other]))
    window.settle()
    assert not line.isVisible()
    window.bridge.run(window.desk.changes.undo(done.id))
    window.settle()
    assert line.isVisible()


def written_by_ana(window: InlineWindow, number: int, body: str) -> TicketId:
    ana, now = "ana@customers.example", datetime.now(UTC)
    message = IncomingMessage(ChannelName.FILE, f"ana-{number}", "Ana", ana, "Broken lamp", body, now)
    return window.bridge.run(window.desk.intake.receive(message))[0]
