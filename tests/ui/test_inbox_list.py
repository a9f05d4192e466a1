"""A hundred thousand tickets: only what is looked at is asked for."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, Priority, TicketRow, TicketStatus
from helpdesk.ui.inbox.listing.list_pane import TicketListPane
from helpdesk.ui.inbox.listing.list_presenter import ListState
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.inbox.listing.ticket_model import TicketModel
from helpdesk.ui.inbox.listing.ticket_rows import TicketRows
from helpdesk.ui.kit import EmptyState
from helpdesk.ui.kit.paged_model import KEPT_PAGES, PAGE, ROW, PagedModel

MANY = 100_000


def ticket(number: int) -> TicketRow:
    return TicketRow(
        id=TicketId(number),
        subject=f"Ticket {number}",
        requester="Ana Ruiz",
        status=TicketStatus.OPEN,
        priority=Priority.NORMAL,
        channel=ChannelName.FILE,
        topic="parcels",
        updated_at=datetime(2026, 11, 20, tzinfo=UTC),
        draft_state="in-review",
        confidence=0.7,
    )


class Source:
    """Answers pages when told to, and remembers what it was asked."""

    def __init__(self, model: PagedModel[TicketRow], total: int) -> None:
        self.asked: list[int] = []
        self.total = total
        self.at_once = True
        self._model = model
        model.page_wanted.connect(self.page)

    def page(self, offset: int, limit: int) -> None:
        self.asked.append(offset)
        if self.at_once:
            self.answer(offset, limit)

    def answer(self, offset: int, limit: int = PAGE) -> None:
        rows = [ticket(number) for number in range(offset, min(offset + limit, self.total))]
        self._model.put(offset, rows, self.total)


@pytest.fixture
def model() -> TicketModel:
    return TicketModel(Marks())


@pytest.fixture
def view(qtbot: QtBot, model: TicketModel) -> TicketRows:
    made = TicketRows(model, Marks())
    qtbot.addWidget(made)
    made.resize(420, 640)
    made.show()
    return made


def calm(condition: Callable[[], bool] | None = None) -> None:
    """Lets zero timers fire and paints happen; at most a second."""
    for _ in range(200):
        QTest.qWait(5)
        if condition is None or condition():
            break
    else:
        pytest.fail("it did not come to rest")
    QTest.qWait(5)


def test_the_model_keeps_the_rules_of_models(model: TicketModel, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    source = Source(model, 250)
    model.restart()
    calm(lambda: model.known)
    source.total = 120
    model.refresh()
    calm()
    source.total = 330
    model.refresh()
    calm()
    model.fill([ticket(1), ticket(2)])
    model.fill([])
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_jump_to_the_end_asks_for_the_end_only(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    assert model.rowCount() == MANY
    source.asked.clear()
    view.scrollToBottom()
    calm()
    assert source.asked
    assert all(offset >= MANY - 2 * PAGE for offset in source.asked)
    last = model.row(MANY - 1)
    assert last is not None
    assert last.subject == f"Ticket {MANY - 1}"


def test_home_and_end_lead_to_the_first_and_the_last_row(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    view.selectRow(3)
    for key, row in ((Qt.Key.Key_End, source.total - 1), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(view, key)
        assert view.current() == row


def test_a_long_fling_asks_for_where_it_ends(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    source.asked.clear()
    for row in range(0, 90_000, 500):
        model.row(row)
    calm()
    assert len(source.asked) <= 5
    assert 89_500 // PAGE * PAGE in source.asked


def test_memory_stays_small_however_far_one_scrolls(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    for row in range(0, MANY, 2_000):
        view.scrollTo(model.index(row, 0))
        calm(lambda row=row: model.row(row) is not None)  # type: ignore[misc]
    assert len(model._pages) <= KEPT_PAGES
    assert model.row(98_000) is not None
    assert len(source.asked) < 200


def test_a_row_on_its_way_says_so_and_is_not_opened(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    source.at_once = False
    view.scrollToBottom()
    calm()
    index = model.index(MANY - 1, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Loading"
    assert index.data(ROW) is None
    for offset in list(source.asked):
        source.answer(offset)
    assert index.data(Qt.ItemDataRole.DisplayRole).startswith(f"Ticket {MANY - 1}, from Ana Ruiz, Open, draft: To review")


def test_a_refresh_keeps_what_is_seen_until_the_answer_comes(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    view.selectRow(3)
    source.at_once = False
    model.refresh()
    calm()
    shown = model.row(3)
    assert shown is not None
    assert shown.id == 3
    source.total = MANY + 1
    source.answer(0)
    assert model.rowCount() == MANY + 1
    assert view.current() == 3


def test_marking_a_row_neither_opens_nor_scrolls(model: TicketModel, view: TicketRows, qtbot: QtBot) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    with qtbot.assertNotEmitted(view.row_chosen):
        view.mark(50)
    assert view.current() == 50
    assert view.verticalScrollBar().value() == 0
    assert source.asked
    view.mark(-1)
    assert view.current() == -1


def test_headings_of_groups_stand_in_a_long_list_without_moving_its_numbers(model: TicketModel, view: TicketRows) -> None:
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    plain = view.rowHeight(1)
    view.show_bands({0: "Urgent  10", 10: "High  89,990", 90_000: "Normal  10,000"})
    assert [view.rowHeight(row) > plain for row in (0, 1, 10, 90_000, 90_001)] == [True, False, True, True, False]
    view.scrollTo(model.index(90_000, 0))
    calm()
    assert model.row(90_000) is not None
    view.grab()
    assert len(source.asked) < 10
    view.show_bands({})
    assert {view.rowHeight(row) for row in (0, 10, 90_000)} == {plain}


def test_a_table_of_a_hundred_thousand_shows_its_cells(model: TicketModel, view: TicketRows) -> None:
    view.use_columns([("number", 60), ("subject", 200), ("priority", 80)])
    source = Source(model, MANY)
    model.restart()
    calm(lambda: model.known)
    assert source.asked == [0]
    cells = [model.index(7, column).data(Qt.ItemDataRole.DisplayRole) for column in range(model.columnCount())]
    assert cells == ["7", "Ticket 7", "Normal"]
    assert model.index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Ticket 7, from Ana Ruiz")
    view.grab()


def test_a_list_that_takes_long_to_come_says_so_where_it_will_stand(model: TicketModel, qtbot: QtBot) -> None:
    pane = TicketListPane(model, Marks())
    qtbot.addWidget(pane)
    pane.show()
    said = pane.findChild(EmptyState)
    assert said is not None and not said.isVisible()
    pane.show_list_state(ListState.LOADING)
    qtbot.waitUntil(said.isVisible)
    assert said.words().startswith("Loading")
    pane.show_list_state(ListState.ROWS)
    assert pane.rows.isVisible() and not said.isVisible()


def test_a_list_that_is_still_coming_says_so_also_after_a_search_was_begun_and_left(model: TicketModel, qtbot: QtBot) -> None:
    pane = TicketListPane(model, Marks())
    qtbot.addWidget(pane)
    pane.show()
    said = pane.findChild(EmptyState)
    assert said is not None
    pane.show_list_state(ListState.LOADING)
    qtbot.waitUntil(said.isVisible)
    pane.show_finding(True)
    assert not said.isVisible()
    pane.show_finding(False)
    assert said.isVisible() and said.words().startswith("Loading")
    pane.show_list_state(ListState.ROWS)
    assert pane.rows.isVisible()
