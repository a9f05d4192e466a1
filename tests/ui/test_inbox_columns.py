"""Columns of the list: chosen, moved and made wider, by each view for itself, and there again the next day."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.ids import TicketId
from helpdesk.ui.inbox.listing.columns import USUAL
from helpdesk.ui.inbox.listing.kept_look import FILE
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit.menus import FreshMenu
from helpdesk.ui.language import day
from tests.fakes.inbox_hands import receive, subjects
from tests.fakes.inline_window import InlineWindow

AGENT = "Kim"
TO_DO, MINE, ALL = "To do", "Mine", "All"


@pytest.fixture(scope="module")
def tickets(window: InlineWindow) -> dict[str, TicketId]:
    return {subject: receive(window, number, subject) for number, subject in enumerate(("Parcel lost", "Invoice twice"))}


def offered(screen: InboxScreen) -> dict[str, QAction]:
    menu = screen.list.head.look.menu()
    assert isinstance(menu, FreshMenu)
    menu.refill()
    return {action.text(): action for action in menu.actions() if action.text()}


def pick(screen: InboxScreen, window: InlineWindow, words: str) -> None:
    """An entry of the menu of columns."""
    offered(screen)[words].trigger()
    window.settle()


def go_to(screen: InboxScreen, window: InlineWindow, name: str) -> None:
    place = next(n for n, view in enumerate(screen.list_presenter.views) if view.name == name)
    screen.listing.choose_view(place)
    window.settle()


def names(screen: InboxScreen) -> list[str]:
    return [name for name, _ in screen.list.rows.shown_columns()]


def next_day(window: InlineWindow) -> InboxScreen:
    screen = window.beside(InboxScreen)
    assert isinstance(screen, InboxScreen)
    screen.desk_ready(window.desk)
    window.settle()
    return screen


def test_the_first_column_chosen_is_there_beside_the_usual_ones(window: InlineWindow, screen: InboxScreen) -> None:
    pick(screen, window, "Tags")
    assert (names(screen)[0], names(screen)[-1]) == ("subject", "tags")


def test_columns_are_chosen_sorted_by_and_there_again_the_next_day(window: InlineWindow, screen: InboxScreen) -> None:
    pick(screen, window, "Subject")
    rows = screen.list.rows
    assert names(screen)[:3] == ["subject", "requester", "status"]
    rows.horizontalHeader().resizeSection(0, 333)
    rows.horizontalHeader().moveSection(1, 0)
    rows.horizontalHeader().sectionClicked.emit(0)
    window.settle()
    assert subjects(screen) == ["Invoice twice", "Parcel lost"]
    screen.list.grab()
    assert next_day(window).list.rows.shown_columns()[:2] == [("requester", 130), ("subject", 333)]
    pick(screen, window, "Two lines for each ticket")
    assert next_day(window).list.rows.shown_columns() == []


def test_a_column_that_is_dragged_wider_is_written_once_it_rests(window: InlineWindow, screen: InboxScreen) -> None:
    pick(screen, window, "Subject")
    file = window.workspace.folder / FILE
    before = file.read_bytes()
    for width in (300, 310, 320):
        screen.list.rows.horizontalHeader().resizeSection(0, width)
        assert file.read_bytes() == before
    screen.left()
    assert next_day(window).list.rows.shown_columns()[0] == ("subject", 320)


def test_each_view_keeps_its_own_columns_and_the_others_the_usual_ones(window: InlineWindow, screen: InboxScreen) -> None:
    pick(screen, window, "Tags")
    go_to(screen, window, MINE)
    assert names(screen) == []
    pick(screen, window, "Number")
    go_to(screen, window, ALL)
    assert names(screen) == []
    go_to(screen, window, TO_DO)
    assert names(screen)[-1] == "tags"
    tomorrow = next_day(window)
    assert names(tomorrow)[-1] == "tags"
    go_to(tomorrow, window, MINE)
    assert names(tomorrow)[-1] == "number"
    screen.list.search.setText("parcel")
    screen.listing.list_found()
    window.settle()
    assert (subjects(screen), names(screen)) == (["Parcel lost"], [])


def test_the_columns_of_one_view_become_those_of_all_and_that_can_be_taken_back(
    window: InlineWindow, screen: InboxScreen
) -> None:
    assert "Use these for all views" not in offered(screen), "all views are alike already"
    pick(screen, window, "Tags")
    wanted = names(screen)
    go_to(screen, window, MINE)
    pick(screen, window, "Number")
    go_to(screen, window, TO_DO)
    pick(screen, window, "Use these for all views")
    for view in (MINE, ALL, TO_DO):
        go_to(screen, window, view)
        assert names(screen) == wanted
    assert names(next_day(window)) == wanted
    window.toasts.act()
    go_to(screen, window, ALL)
    assert names(screen) == []
    go_to(screen, window, MINE)
    assert names(screen)[-1] == "number"


def test_a_view_goes_back_to_the_usual_columns(window: InlineWindow, screen: InboxScreen) -> None:
    assert "Back to the usual columns" not in offered(screen)
    pick(screen, window, "Tags")
    screen.list.rows.selectRow(0)
    window.settle()
    pick(screen, window, "Back to the usual columns")
    assert names(screen) == []
    assert screen.list.rows.current() == 0, "the open ticket is still the chosen row"
    assert "Back to the usual columns" not in offered(screen)
    assert names(next_day(window)) == []


def test_a_view_made_from_another_begins_with_its_columns(window: InlineWindow, screen: InboxScreen) -> None:
    pick(screen, window, "Tags")
    screen.listing.views.make()
    window.settle()
    screen.listing.editor.name.setText("To do, copied")
    screen.listing.editor.submit()
    window.settle()
    assert screen.list.head.title.text() == "To do, copied"
    assert names(screen)[-1] == "tags"
    pick(screen, window, "Number")
    go_to(screen, window, TO_DO)
    assert names(screen)[-1] == "tags"


# Fields of the desk's own


@pytest.fixture
def fields(window: InlineWindow, tickets: dict[str, TicketId]) -> Iterator[None]:
    """A number, a date and a yes or no; they and what tickets say in them are gone afterwards."""
    own = window.desk.ticketing.fields
    first, second = tickets["Parcel lost"], tickets["Invoice twice"]
    for name, kind in (("Order", FieldKind.NUMBER), ("Bought", FieldKind.DATE), ("Gift", FieldKind.YES_NO)):
        window.bridge.run(own.define(name, kind))
    for name, value in (("Order", "4711"), ("Bought", "2026-05-31"), ("Gift", "yes")):
        window.bridge.run(own.put([first], name, value))
    window.bridge.run(own.put([second], "Order", "12"))
    window.settle()
    yield
    for field in window.bridge.run(own.all()):
        window.bridge.run(own.remove(field.key))


def pick_own(screen: InboxScreen, window: InlineWindow, name: str) -> None:
    below = offered(screen)["Fields of your own"].menu()
    assert isinstance(below, FreshMenu)
    below.refill()
    next(action for action in below.actions() if action.text() == name).trigger()
    window.settle()


def told(screen: InboxScreen, subject: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    """Cells of the row of that ticket, or what a screen reader says in them."""
    model, row = screen.listing.model, subjects(screen).index(subject)
    return [str(model.index(row, column).data(role)) for column in range(model.columnCount())]


@pytest.mark.usefixtures("fields")
def test_fields_of_the_desks_own_are_columns_in_the_words_of_their_kind(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    pick(screen, window, "Subject")
    for name in ("Order", "Bought", "Gift"):
        pick_own(screen, window, name)
    assert told(screen, "Parcel lost")[-3:] == ["4711", day(date(2026, 5, 31)), "Yes"]
    assert told(screen, "Invoice twice")[-3:] == ["12", "", ""]
    (spoken, *_) = told(screen, "Parcel lost", Qt.ItemDataRole.AccessibleTextRole)
    assert "Order: 4711, Bought: " in spoken and "Gift: Yes" in spoken
    window.bridge.run(window.desk.ticketing.fields.put([tickets["Invoice twice"]], "Order", "5"))
    window.settle()
    assert told(screen, "Invoice twice")[-3:] == ["5", "", ""], "it follows when the field is filled in"
    screen.list.grab()
    assert names(next_day(window))[-3:] == ["custom:order", "custom:bought", "custom:gift"]


@pytest.mark.usefixtures("fields")
def test_two_lines_tell_a_field_that_was_chosen(window: InlineWindow, screen: InboxScreen) -> None:
    plain = screen.list.rows.viewport().grab().toImage()
    pick_own(screen, window, "Order")
    assert screen.list.rows.horizontalHeader().isHidden()
    assert "Order: 4711" in told(screen, "Parcel lost")[0]
    assert screen.list.rows.viewport().grab().toImage() != plain
    pick(screen, window, "Tags")
    assert names(screen) == [*USUAL, "custom:order", "tags"], "the first other column brings the usual ones"
    pick(screen, window, "Two lines for each ticket")
    assert names(screen) == ["custom:order"]
    pick_own(screen, window, "Order")
    assert names(screen) == []


@pytest.mark.usefixtures("fields")
def test_a_list_is_not_sorted_by_a_field_and_its_heading_says_so(window: InlineWindow, screen: InboxScreen) -> None:
    pick(screen, window, "Subject")
    pick_own(screen, window, "Order")
    order, last = subjects(screen), len(names(screen)) - 1
    screen.list.rows.horizontalHeader().sectionClicked.emit(last)
    window.settle()
    assert subjects(screen) == order
    model = screen.listing.model
    said = model.headerData(last, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "cannot be sorted" in str(said)
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None


@pytest.mark.usefixtures("fields")
def test_a_removed_field_takes_its_column_away_and_brings_it_back_when_undone(
    window: InlineWindow, screen: InboxScreen
) -> None:
    pick(screen, window, "Subject")
    pick_own(screen, window, "Order")
    window.bridge.run(window.desk.ticketing.fields.remove("order"))
    window.settle()
    assert names(screen) == list(USUAL)
    assert "Order" not in told(screen, "Parcel lost", Qt.ItemDataRole.AccessibleTextRole)[0]
    assert window.reported == []
    window.bridge.run(window.desk.changes.undo_last())
    window.settle()
    assert names(screen) == [*USUAL, "custom:order"]
    assert told(screen, "Parcel lost")[-1] == "4711"
