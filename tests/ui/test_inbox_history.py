"""The history drawer, taking changes back by key, and tickets that are one matter, over a real desk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpdesk.domain.change import AddTag, SetStatus
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import unheard
from helpdesk.domain.ticket import ChannelName, Ticket, TicketStatus
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.drawer.merging import SplitPopover
from helpdesk.ui.inbox.drawer.parts import HistoryPart, ThenPart
from helpdesk.ui.inbox.drawer.then_words import then_words
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, unspoken

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def receive(window: InlineWindow, source: str, body: str = "It blinks.", email: str = "ana@customers.example") -> TicketId:
    message = IncomingMessage(ChannelName.FILE, source, "Ana Ruiz", email, "My hub blinks red", body, datetime.now(UTC))
    return window.bridge.run(window.desk.intake.receive(message))[0]


def ticket(window: InlineWindow, ticket_id: TicketId) -> Ticket:
    return window.bridge.run(window.desk.changes.store.read(lambda records: records.tickets.get(ticket_id)))


@pytest.fixture
def screen(window: InlineWindow) -> InboxScreen:
    shown = window.show(build, Place("inbox"))
    assert isinstance(shown, InboxScreen)
    return shown


def history(screen: InboxScreen) -> HistoryPart:
    return next(placed.part for placed in screen.parts if isinstance(placed.part, HistoryPart))


def press(window: InlineWindow, screen: InboxScreen, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(screen, key, held)
    window.settle()


def test_a_status_is_taken_back_and_done_again_by_key(window: InlineWindow, screen: InboxScreen) -> None:
    one = receive(window, "by-key")
    screen.open_ticket(one)
    screen.ticket_presenter.set_status(TicketStatus.SOLVED)
    window.settle()
    press(window, screen, Qt.Key.Key_Z, CONTROL)
    assert ticket(window, one).status is TicketStatus.NEW
    assert "Taken back: Status: New → Solved" in window.toasts.words()
    press(window, screen, Qt.Key.Key_Z, CONTROL, SHIFT)
    assert ticket(window, one).status is TicketStatus.SOLVED
    assert "Done again: Status: New → Solved" in window.toasts.words()


def test_many_tickets_put_back_by_key_are_counted(window: InlineWindow, screen: InboxScreen) -> None:
    three = [receive(window, f"counted-{n}") for n in range(3)]
    change = window.desk.changes.apply_all(three, [SetStatus(TicketStatus.SOLVED)])
    window.bridge.run(change)
    press(window, screen, Qt.Key.Key_Z, CONTROL)
    assert ticket(window, three[2]).status is TicketStatus.NEW
    assert window.toasts.words() == "Taken back: Status: New → Solved (3 tickets)."


def test_the_drawer_lists_what_was_done_and_takes_back_one_of_it(window: InlineWindow, screen: InboxScreen) -> None:
    one = receive(window, "drawer")
    screen.open_ticket(one)
    window.settle()
    press(window, screen, Qt.Key.Key_H)
    part = history(screen)
    assert part.widget.isVisible()
    assert "Nothing changed yet" in part.widget._empty.words()
    assert unspoken(screen) == []
    for tag in ("first", "second"):
        window.bridge.run(window.desk.changes.apply([one], [AddTag(tag)], "tag"))
    window.settle()
    press(window, screen, Qt.Key.Key_Escape)
    press(window, screen, Qt.Key.Key_H)
    assert part.widget.rows.hasFocus(), "the changes are one key away"
    part.widget.rows.selectRow(1)
    window.settle()
    assert "Tag first added" in part.widget.details()
    part.widget.turn.click()
    window.settle()
    assert ticket(window, one).tags == ("second",)
    part.widget.rows.selectRow(2)
    window.settle()
    assert not part.widget.turn.isEnabled(), "what was taken back is not taken back twice"
    assert "Taken back" in window.toasts.words()


def test_before_its_import_a_ticket_was_in_no_list(window: InlineWindow, tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text("From: e@customers.example\nSubject: Brought\nMessage-ID: <7@x>\n\nHi\n", "utf-8")
    window.bridge.run(window.desk.intake.import_files([tmp_path / "m.eml"], unheard, draft=False))
    (brought,) = window.bridge.run(window.desk.changes.listed(1))
    assert brought.ticket_id is not None
    before = window.bridge.run(window.desk.changes.at(brought.ticket_id, brought.at - timedelta(microseconds=1)))
    assert "In the lists: no" in then_words(before)


def test_without_a_ticket_the_drawer_tells_of_everything(window: InlineWindow, screen: InboxScreen) -> None:
    one = receive(window, "of-everything")
    window.bridge.run(window.desk.changes.apply([one], [AddTag("seen")], "tag"))
    press(window, screen, Qt.Key.Key_H)
    pane = history(screen).widget
    assert (pane.scope.current(), pane.scope.segment(0).isEnabled()) == (1, False)
    assert pane.rows.model().rowCount() > 0
    screen.open_ticket(one)
    window.settle()
    assert (pane.scope.current(), pane.scope.segment(0).isEnabled(), pane.rows.model().rowCount()) == (0, True, 1)


def test_a_ticket_is_shown_as_it_was_before_a_change(window: InlineWindow, screen: InboxScreen) -> None:
    one = receive(window, "then")
    window.bridge.run(window.desk.changes.apply([one], [AddTag("early")], "tag"))
    screen.open_ticket(one)
    press(window, screen, Qt.Key.Key_H)
    part = history(screen)
    part.widget.rows.selectRow(0)
    part.widget.then.click()
    window.settle()
    then = next(placed.part for placed in screen.parts if isinstance(placed.part, ThenPart))
    shown = then.widget.text.toPlainText()
    assert "Tags: nothing" in shown
    assert "It blinks." in shown
    assert screen.work.currentWidget() is then.widget
    then.widget.closed.emit()
    assert screen.work.currentWidget() is screen.ticket


def test_who_asks_the_same_twice_is_noticed_before_a_second_ticket_is_made(window: InlineWindow, screen: InboxScreen) -> None:
    first = receive(window, "twin", "The hub blinks red since the update of yesterday.", "twin@x.example")
    screen.new_ticket()
    screen.form.email.setText("twin@x.example")
    screen.form.subject.setText("Hub blinks red")
    screen.form.body.setPlainText("Customer calls: since the update of yesterday the hub blinks red.")
    screen.form.submit.setFocus()
    screen.form.submit.click()
    window.settle()
    assert f"Ticket #{first} of this person" in screen.form._banner.words()
    assert screen.form.submit.hasFocus(), "the next key that presses it does the same again"
    screen.form.submit.click()
    window.settle()
    shown = screen.conversation
    assert shown is not None
    assert shown.ticket.subject == "Hub blinks red", "the agent knows better"


def test_the_list_follows_to_the_ticket_a_merge_leads_to(window: InlineWindow, screen: InboxScreen) -> None:
    gone, stays = receive(window, "m1", "One", "m@x.example"), receive(window, "m2", "Two", "m@x.example")
    screen.open_ticket(gone)
    window.settle()
    window.bridge.run(window.desk.changes.merge(stays, [gone]))
    window.settle()
    assert (screen.ticket_presenter.ticket_id, screen.list_presenter.chosen_id) == (stays, stays)
    press(window, screen, Qt.Key.Key_Z, CONTROL)
    row = screen.listing.model.row(screen.list.rows.currentIndex().row())
    assert row is not None
    assert (screen.ticket_presenter.ticket_id, row.id) == (stays, stays), "both speak of the same ticket"


def test_messages_are_split_off_by_key(window: InlineWindow, screen: InboxScreen) -> None:
    one, other = receive(window, "s1", "First matter", "split@x.example"), receive(window, "s2", "Second", "split@x.example")
    window.bridge.run(window.desk.changes.merge(one, [other]))
    screen.open_ticket(one)
    window.settle()
    press(window, screen, Qt.Key.Key_S, SHIFT)
    asked = screen.window().findChild(SplitPopover)
    assert asked is not None
    asked.list.item(1).setCheckState(Qt.CheckState.Checked)
    asked.subject.setText("The second matter")
    asked._finish()
    window.settle()
    shown = screen.conversation
    assert shown is not None
    assert (shown.ticket.subject, [m.body for m in shown.messages]) == ("The second matter", ["Second"])
    press(window, screen, Qt.Key.Key_Z, CONTROL)
    back = screen.conversation
    assert back is not None
    assert (back.ticket.id, [m.body for m in back.messages]) == (one, ["First matter", "Second"])
    screen.open_ticket(shown.ticket.id)
    window.settle()
    assert screen.conversation is None, "nobody writes on a ticket that is none any more"
    assert f"Ticket {shown.ticket.id} was taken back" in window.toasts.words()


def test_a_message_is_split_off_from_its_menu(window: InlineWindow, screen: InboxScreen) -> None:
    one, other = receive(window, "n81", "First matter", "menu@x.example"), receive(window, "n82", "Second", "menu@x.example")
    window.bridge.run(window.desk.changes.merge(one, [other]))
    screen.open_ticket(one)
    window.settle()
    assert screen.conversation is not None
    second = screen.conversation.messages[1]
    screen.pane.wishes.split.emit(second.id)
    asked = screen.window().findChildren(SplitPopover)[-1]
    assert asked.marked() == (second.id,)
    asked._finish()
    window.settle()
    assert screen.conversation is not None
    assert [m.body for m in screen.conversation.messages] == ["Second"]
    assert screen.matters.widget.isHidden(), "what was just split is not suggested to be merged"
    assert "1 message is now ticket" in window.toasts.words()
    assert window.toasts.act(), "the key that undoes a merge undoes a split"
    window.settle()
    assert screen.conversation is not None
    assert [m.body for m in screen.conversation.messages] == ["First matter", "Second"]
