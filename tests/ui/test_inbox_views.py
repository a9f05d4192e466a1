"""Views, quick filters, sorting, marks and finding in the inbox, over a real desk."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.change import AddTag, SetPriority, SetStatus
from helpdesk.domain.condition import Condition, Conditions, Field, Operator
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.domain.ticket_query import GroupBy, Sort, SortBy, TicketQuery
from helpdesk.ui.inbox.listing.view_editor import ViewEditor
from helpdesk.ui.inbox.screen import InboxScreen
from tests.fakes.inbox_hands import receive, subjects
from tests.fakes.inline_window import InlineWindow, unspoken

AGENT = "Kim"
SUBJECTS = ("Parcel lost", "Invoice twice", "Login fails", "Wrong size", "Refund please")


@pytest.fixture(scope="module")
def tickets(window: InlineWindow) -> dict[str, TicketId]:
    """Five tickets: one urgent, one solved, three that are neither."""
    made = {subject: receive(window, number, subject) for number, subject in enumerate(SUBJECTS)}
    change(window, [made["Login fails"]], SetPriority(Priority.URGENT))
    change(window, [made["Refund please"]], SetStatus(TicketStatus.SOLVED))
    return made


def change(window: InlineWindow, tickets: list[TicketId], *changes: SetStatus | SetPriority | AddTag) -> None:
    window.bridge.run(window.desk.changes.apply(tickets, changes))


def back(window: InlineWindow) -> None:
    """What was done last is undone."""
    window.bridge.run(window.desk.changes.undo_last())
    window.settle()


def press(
    screen: InboxScreen, window: InlineWindow, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    screen.list.rows.setFocus()
    QTest.keyClick(screen.list.rows, key, how)
    window.settle()


def go_to(screen: InboxScreen, window: InlineWindow, name: str) -> None:
    screen.list.rail.button(name).click()
    window.settle()


def mark(screen: InboxScreen, window: InlineWindow, *wanted: str) -> None:
    for subject in wanted:
        screen.list.rows.selectRow(subjects(screen).index(subject))
        press(screen, window, Qt.Key.Key_X)


# Views


def begun(screen: InboxScreen, window: InlineWindow) -> ViewEditor:
    """The editor of a new view, with what the list on display holds."""
    screen.list.rail.new.click()
    window.settle()
    return screen.listing.editor


def test_every_view_counts_and_the_numbers_follow(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    assert screen.list.rail.button("To do").accessibleName() == "To do, 4"
    assert screen.list.rail.button("Solved").accessibleName() == "Solved, 1"
    change(window, [tickets["Wrong size"]], SetStatus(TicketStatus.SOLVED))
    window.settle()
    assert screen.list.rail.button("To do").count() == 3
    assert screen.list.rail.button("Solved").count() == 2
    assert "Wrong size" not in subjects(screen)
    back(window)


def test_a_view_is_one_click_or_one_key_away(window: InlineWindow, screen: InboxScreen) -> None:
    go_to(screen, window, "Solved")
    assert subjects(screen) == ["Refund please"]
    press(screen, window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert len(subjects(screen)) == 4
    assert screen.list.rail.button("To do").isChecked()


def test_what_keeps_a_view_stands_near_its_fields_and_in_sight_however_many_there_are(
    window: InlineWindow, screen: InboxScreen
) -> None:
    editor = begun(screen, window)

    def gap() -> int:
        for _ in range(3):
            QApplication.processEvents()
        save, group = (part.mapTo(editor, QPoint()).y() for part in (editor.save, editor.group))
        return save - group - editor.group.height()

    assert 0 < gap() < 60
    editor.conditions.all.add.click()
    assert 0 < gap() < 60
    for _ in range(20):
        editor.conditions.all.add.click()
    gap()
    assert editor.rect().contains(QRect(editor.save.mapTo(editor, QPoint()), editor.save.size()))
    editor.closed.emit()


def test_a_view_of_ones_own_counts_while_it_is_made_and_can_be_changed_and_removed(
    window: InlineWindow, screen: InboxScreen
) -> None:
    editor = begun(screen, window)
    assert screen.work.currentWidget() is editor
    urgent = Conditions((Condition(Field.PRIORITY, Operator.IS, ("urgent",)),))
    editor.begin(None, TicketQuery(urgent, Sort(SortBy.SUBJECT, descending=False)))
    window.settle()
    assert editor.count_words() == "1 ticket now"
    editor.save.click()
    assert "name" in editor._banner.words()
    editor.name.setText("On fire")
    editor.save.click()
    window.settle()
    assert subjects(screen) == ["Login fails"]
    assert screen.list.rail.button("On fire").accessibleName() == "On fire, 1"
    screen.list.rail.edit.click()
    window.settle()
    assert editor.name.text() == "On fire"
    assert editor.conditions.conditions() == urgent
    editor.remove.click()
    window.settle()
    assert "On fire" not in [view.name for view in screen.list.rail.views()]
    window.toasts.act()
    window.settle()
    assert screen.list.rail.button("On fire").count() == 1
    window.bridge.run(window.desk.changes.redo_last())
    window.settle()
    assert "On fire" not in [view.name for view in screen.list.rail.views()]


def test_a_view_of_the_desk_is_saved_as_ones_own(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.rail.edit.click()
    window.settle()
    editor = screen.listing.editor
    assert editor.remove.isHidden()
    editor.name.setText("My to do")
    QTest.keyClick(editor.name, Qt.Key.Key_Return)
    window.settle()
    names = [view.name for view in screen.list.rail.views()]
    assert {"To do", "My to do"} <= set(names)
    assert screen.list.rail.button("My to do").isChecked()
    back(window)


def test_a_condition_that_is_not_complete_does_not_count(window: InlineWindow, screen: InboxScreen) -> None:
    editor = begun(screen, window)
    before = editor.query().conditions
    editor.conditions.all.add.click()
    assert editor.conditions.faults() == 1
    assert editor.query().conditions == before
    line = editor.conditions.all.lines[-1]
    line.field.setCurrentIndex(line.field.findData(Field.SUBJECT))
    line.field.activated.emit(line.field.currentIndex())
    QTest.keyClicks(line.text, "parcel, login")
    window.settle()
    assert editor.conditions.faults() == 0
    assert editor.query().conditions.all[-1] == Condition(Field.SUBJECT, Operator.CONTAINS, ("parcel", "login"))
    assert editor.count_words() == "2 tickets now"


def test_a_view_chosen_by_its_key_leaves_the_search(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.search.setText("invoice")
    screen.listing.list_found()
    window.settle()
    screen.listing.choose_view(0)
    window.settle()
    assert (screen.list.search.text(), screen.list.head.title.text()) == ("", "To do")


# Narrowing, sorting


def test_one_key_narrows_any_view_and_another_widens_it_again(window: InlineWindow, screen: InboxScreen) -> None:
    press(screen, window, Qt.Key.Key_4)
    assert subjects(screen) == ["Login fails"]
    go_to(screen, window, "Solved")
    assert subjects(screen) == []
    assert "None left" in screen.list._empty.words()
    press(screen, window, Qt.Key.Key_0)
    assert subjects(screen) == ["Refund please"]


def test_a_list_is_sorted_and_grouped(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.sort_chosen.emit(Sort(SortBy.SUBJECT, descending=False))
    window.settle()
    assert subjects(screen) == ["Invoice twice", "Login fails", "Parcel lost", "Wrong size"]
    screen.list.head.group_chosen.emit(GroupBy.PRIORITY)
    window.settle()
    assert subjects(screen) == ["Login fails", "Invoice twice", "Parcel lost", "Wrong size"]
    assert list(screen.list.rows.look.bands) == [0, 1]
    assert screen.list.rows.look.bands[0].startswith("Urgent")
    assert screen.list.rows.rowHeight(0) > screen.list.rows.rowHeight(2)
    screen.list.grab()


def test_rows_say_the_age_the_list_is_sorted_by(window: InlineWindow, screen: InboxScreen) -> None:
    shown = screen.listing.model.row(0)
    assert shown is not None
    row = shown._replace(created_at=datetime(2026, 3, 1, tzinfo=UTC))
    screen.list.sort_chosen.emit(Sort(SortBy.CREATED, descending=True))
    window.settle()
    assert screen.list.rows.look.moment(row) == row.created_at
    screen.list.sort_chosen.emit(Sort(SortBy.SUBJECT, descending=False))
    window.settle()
    assert screen.list.rows.look.moment(row) == row.updated_at


# Marks


def test_marked_tickets_are_changed_after_a_look_and_put_back_by_one_click(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    mark(screen, window, "Parcel lost", "Login fails")
    assert screen.selected() == (tickets["Parcel lost"], tickets["Login fails"])
    spoken = screen.listing.model.index(subjects(screen).index("Parcel lost"), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("marked, Parcel lost")
    bar = screen.list.bulk
    assert bar.isVisible()
    bar.wanted.emit(SetPriority(Priority.URGENT))
    window.settle()
    assert "Normal → Urgent (1)" in bar.words.text()
    assert "1 is so already" in bar.words.text()
    assert bar.agree.text() == "Change 1 ticket"
    QTest.keyClick(bar.agree, Qt.Key.Key_Return)
    window.settle()
    assert bar.isHidden()
    assert screen.list.rows.hasFocus()
    go_to(screen, window, "To do")
    press(screen, window, Qt.Key.Key_4)
    assert set(subjects(screen)) == {"Parcel lost", "Login fails"}
    window.toasts.act()
    window.settle()
    assert subjects(screen) == ["Login fails"]


def test_marks_are_tickets_and_stay_when_rows_move(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    mark(screen, window, "Invoice twice")
    change(window, [tickets["Wrong size"]], SetStatus(TicketStatus.OPEN))
    window.settle()
    assert subjects(screen)[0] == "Wrong size"
    assert screen.selected() == (tickets["Invoice twice"],)
    go_to(screen, window, "Solved")
    assert screen.selected() == (tickets["Invoice twice"],)
    press(screen, window, Qt.Key.Key_Escape)
    assert len(screen.listing.marks) == 0
    back(window)


def test_a_range_and_the_whole_list_can_be_marked(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.rows.selectRow(1)
    press(screen, window, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(screen.listing.marks) == 2
    press(screen, window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.listing.marks) == 4
    screen.list.grab()
    assert unspoken(screen) == []


# Going on


def test_a_solved_ticket_makes_room_for_the_next(window: InlineWindow, screen: InboxScreen) -> None:
    order = subjects(screen)
    screen.list.rows.selectRow(1)
    window.settle()
    screen.ticket.status.activated.emit(list(TicketStatus).index(TicketStatus.SOLVED))
    window.settle()
    assert screen.conversation is not None
    assert screen.conversation.ticket.subject == order[2]
    back(window)


def test_who_wants_to_stay_stays(window: InlineWindow, screen: InboxScreen) -> None:
    window.settings = replace(window.settings, after_ticket="stay")
    order = subjects(screen)
    screen.list.rows.selectRow(1)
    window.settle()
    screen.ticket.status.activated.emit(list(TicketStatus).index(TicketStatus.SOLVED))
    window.settle()
    assert screen.conversation is not None
    assert screen.conversation.ticket.subject == order[1]
    back(window)
    window.settings = replace(window.settings, after_ticket="next")


def test_a_ticket_that_leaves_the_list_or_was_never_in_it_stays_open(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    """Also the last of the list, whose row Qt takes from under the cursor."""
    last = subjects(screen)[-1]
    screen.list.rows.selectRow(3)
    window.settle()
    change(window, [tickets[last]], SetStatus(TicketStatus.SOLVED))
    window.settle()
    assert last not in subjects(screen)
    assert screen.ticket_presenter.ticket_id == tickets[last]
    screen.list.rows.selectRow(2)
    window.settle()
    back(window)
    change(window, [tickets["Refund please"]], SetStatus(TicketStatus.PENDING))
    screen.open_ticket(tickets["Refund please"])
    window.settle()
    assert screen.conversation is not None
    assert screen.conversation.ticket.subject == "Refund please"
    assert screen.list.rows.current() == -1
    back(window)


# Finding


def test_what_is_typed_finds_everywhere_and_return_lists_it_and_opens_the_first(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    screen.open_ticket(tickets["Parcel lost"])
    QTest.keyClicks(screen.list.search, "refund")
    window.settle()
    found = screen.list.found
    assert found.isVisible()
    assert [offer.title for offer in (found.model.row(n) for n in range(found.model.rowCount())) if offer][:1] == [
        "Refund please"
    ]
    QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
    window.settle()
    assert subjects(screen) == ["Refund please"]
    assert (screen.ticket_presenter.ticket_id, screen.list.rows.current()) == (tickets["Refund please"], 0)
    press(screen, window, Qt.Key.Key_Escape)
    assert len(subjects(screen)) == 4


def test_an_arrow_and_return_open_what_was_found(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    QTest.keyClicks(screen.list.search, "invoice")
    window.settle()
    QTest.keyClick(screen.list.search, Qt.Key.Key_Down)
    QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
    window.settle()
    assert screen.ticket_presenter.ticket_id == tickets["Invoice twice"]


def test_a_query_that_cannot_be_read_says_so_and_help_is_beside_it(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.search.setText("colour:red")
    window.settle()
    assert screen.list.found.empty.isVisible()
    assert "colour" in screen.list.found.empty.words()
    assert not screen.list.found.list_all.isVisible()
    screen.list.search.clear()
    screen.list.head.help.click()
    window.settle()
    examples = [line for line in screen.list.found.findChildren(type(screen.list.head.help)) if ":" in line.text()]
    assert examples
    examples[0].click()
    assert screen.list.search.text() == examples[0].text()
