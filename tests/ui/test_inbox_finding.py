"""Searches that become lists and views, what a list keeps, and what it says when there is nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from helpdesk.domain.change import AddTag, SetPriority
from helpdesk.domain.condition import Condition, Field, Operator
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_query import GroupBy, Sort, SortBy
from helpdesk.ui import theme
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.language import clock, day
from tests.fakes.inbox_hands import receive, subjects
from tests.fakes.inline_window import InlineWindow

AGENT = "Kim"
SUBJECTS = ("Parcel lost", "Invoice twice", "Login fails", "Parcel wet")


@pytest.fixture(scope="module")
def tickets(window: InlineWindow) -> dict[str, TicketId]:
    made = {subject: receive(window, number, subject) for number, subject in enumerate(SUBJECTS)}
    window.bridge.run(window.desk.changes.apply([made["Login fails"]], [SetPriority(Priority.URGENT)]))
    window.bridge.run(window.desk.changes.apply([made["Parcel wet"]], [AddTag("billing")]))
    return made


def look_for(screen: InboxScreen, window: InlineWindow, words: str) -> str:
    """What stands over what was found."""
    screen.list.search.setFocus()
    screen.list.search.setText(words)
    window.settle()
    return screen.list.found.said.text()


def list_all(screen: InboxScreen, window: InlineWindow, words: str) -> list[str]:
    look_for(screen, window, words)
    QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
    window.settle()
    return subjects(screen)


def test_a_search_that_says_how_it_is_sorted_and_grouped_is_listed_so(window: InlineWindow, screen: InboxScreen) -> None:
    assert list_all(screen, window, "parcel sort:subject") == ["Parcel lost", "Parcel wet"]
    assert list_all(screen, window, "parcel sort:-subject") == ["Parcel wet", "Parcel lost"]
    assert list_all(screen, window, "group:priority sort:subject")[0] == "Login fails"
    assert screen.list.rows.look.bands[0].startswith("Urgent")
    screen.list.sort_chosen.emit(Sort(SortBy.SUBJECT, descending=True))
    window.settle()
    assert subjects(screen)[1:] == ["Parcel wet", "Parcel lost", "Invoice twice"]


def test_return_right_after_the_last_letter_lists_what_was_meant(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.search.setFocus()
    screen.list.search.setText("parcle")
    QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
    window.settle()
    assert sorted(subjects(screen)) == ["Parcel lost", "Parcel wet"]


def test_a_search_becomes_a_view_with_all_of_its_words(window: InlineWindow, screen: InboxScreen) -> None:
    list_all(screen, window, 'parcel -tag:billing "lost, maybe"')
    screen.list.rail.new.click()
    window.settle()
    assert screen.listing.editor.query().conditions.all == (
        Condition(Field.TEXT, Operator.CONTAINS, ("parcel",)),
        Condition(Field.TAG, Operator.IS_NOT, ("billing",)),
        Condition(Field.TEXT, Operator.CONTAINS, ('"lost, maybe"',)),
    )
    assert screen.listing.editor.count_words() == "0 tickets now"


def test_escape_leaves_a_search_that_found_nothing(window: InlineWindow, screen: InboxScreen) -> None:
    assert list_all(screen, window, "zebra") == []
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    window.settle()
    assert (screen.list.head.title.text(), len(subjects(screen))) == ("To do", 4)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("\N{FIRE}", "no word"),
        ('"', "no word"),
        ("parcle", "Nobody said that; found with: parcle → parcel"),
        ("parcle -subject:parcel", "Not with parcle → parcel either."),
        ("language:klingon", "cannot be “klingon”"),
        ("is:overdue,unassigned", "cannot be alternatives"),
        ("priority:urgent,high", "1 found"),
    ],
)
def test_what_was_found_is_told_as_it_is(window: InlineWindow, screen: InboxScreen, words: str, said: str) -> None:
    assert said in look_for(screen, window, words)


def test_a_view_is_sorted_the_next_day_as_it_was_left(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.sort_chosen.emit(Sort(SortBy.SUBJECT, descending=False))
    screen.list.head.group_chosen.emit(GroupBy.PRIORITY)
    window.settle()
    tomorrow = window.beside(InboxScreen)
    assert isinstance(tomorrow, InboxScreen)
    to_do = screen.list_presenter.views[0].id
    assert tomorrow.list_presenter.own_sorts[to_do] == (Sort(SortBy.SUBJECT, descending=False), GroupBy.PRIORITY)


def test_headings_keep_their_room_when_a_filter_is_taken_away(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.head.group_chosen.emit(GroupBy.CHANNEL)
    window.settle()
    rows = screen.list.rows
    high = rows.rowHeight(0)
    for _ in range(2):
        screen.list.head.quick.toggle(2)
        window.settle()
        assert rows.rowHeight(0) == high > rows.rowHeight(1)


def test_the_chosen_row_of_a_table_is_marked_once_at_its_beginning(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.head.look_chosen.emit(("subject",))
    window.settle()
    rows = screen.list.rows
    rows.horizontalHeader().moveSection(1, 0)
    rows.selectRow(0)
    window.settle()
    line = rows.visualRect(rows.model().index(0, 1))
    picture = rows.viewport().grab().toImage()
    assert edges(picture, line.center().y()) == 1


def edges(picture: QImage, y: int) -> int:
    """How often the colour of the mark begins along that line."""
    accent = QColor(theme.colours().accent)
    here = [picture.pixelColor(QPoint(x, y)) == accent for x in range(picture.width())]
    return sum(now and not before for before, now in zip([False, *here], here, strict=False))


def test_a_filter_in_force_shows_its_whole_name(window: InlineWindow, screen: InboxScreen) -> None:
    chip = screen.list.head.quick._chips[1]
    around = QPushButton.sizeHint(chip).width() - chip.fontMetrics().horizontalAdvance(chip.text())
    bold = chip.font()
    bold.setWeight(QFont.Weight.DemiBold)
    chip.click()
    window.settle()
    assert chip.width() >= around + QFontMetrics(bold).horizontalAdvance(chip.text())


def test_confidence_is_asked_in_percent(window: InlineWindow, screen: InboxScreen) -> None:
    screen.listing.views.make()
    window.settle()
    lines = screen.listing.editor.conditions.all
    lines.add.click()
    line = lines.lines[-1]
    line.field.setCurrentIndex(line.field.findData(Field.CONFIDENCE))
    line.field.activated.emit(line.field.currentIndex())
    for typed in ("60%", "60", "0.6"):
        line.text.clear()
        QTest.keyClicks(line.text, typed)
        assert line.condition() == Condition(Field.CONFIDENCE, Operator.BELOW, ("0.6",))
    line.text.clear()
    QTest.keyClicks(line.text, "150%")
    assert screen.listing.editor.conditions.faults() == 1


def test_more_than_fit_are_told_as_the_first(window: InlineWindow, screen: InboxScreen) -> None:
    for number in range(100, 113):
        receive(window, number, f"Lamp {number}")
    assert look_for(screen, window, "lamp").startswith("The first")
    assert len(list_all(screen, window, "lamp")) == 13


def test_what_sleeps_says_so_and_until_when_wherever_it_is_found(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    until = datetime.now(UTC) + timedelta(days=3)
    window.bridge.run(window.desk.ticketing.sleeping.snooze([tickets["Parcel lost"]], until))
    QTest.keyClicks(screen.list.search, "parcel")
    window.settle()
    found = screen.list.found.model
    about = {offer.title: offer.about for offer in (found.row(number) for number in range(found.rowCount())) if offer}
    said = f"Asleep until {day(until)} {clock(until)}"
    assert about["Parcel lost"].startswith(said)
    assert "Asleep" not in about["Parcel wet"]
    QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
    window.settle()
    rows = screen.list.rows.model()
    spoken = [str(rows.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for number in range(rows.rowCount())]
    assert [said in row for row in spoken] == [row.startswith("Parcel lost") for row in spoken]
    assert any(said in row for row in spoken)
    window.bridge.run(window.desk.changes.undo_last())
