"""The rows of a page that comes into a long list are painted a few at a time, so that nothing else in the window waits."""

from time import sleep

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from helpdesk.ui.kit.ageing import Ageing
from helpdesk.ui.kit.paged_model import PAGE, ROW, PagedModel
from helpdesk.ui.kit.row_look import LookDelegate, RowLook
from helpdesk.ui.kit.rows_view import A_PAINTING, RowsView

Index = QModelIndex | QPersistentModelIndex


@pytest.fixture
def unhurried() -> None:
    """Here rows are put off as in use."""


class Seen(QStyledItemDelegate):
    """What was painted since: (row, column, words); a None for each time the clock had its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[tuple[int, int, str] | None] = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.log.append((index.row(), index.column(), index.data(ROW)))

    @property
    def cells(self) -> set[tuple[int, int, str]]:
        return {one for one in self.log if one is not None}


class InColumns(PagedModel[str]):
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2


def shown(qtbot: QtBot) -> tuple[InColumns, Seen, RowsView]:
    model, seen = InColumns(str), Seen()
    view = RowsView("Tickets", model, seen)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    return model, seen, view


def test_other_things_have_their_turn_while_the_rows_of_a_page_come_into_sight(qtbot: QtBot) -> None:
    model, seen, view = shown(qtbot)
    model.put(0, ["before"] * PAGE, PAGE)
    rows = 1 + view.rowAt(view.viewport().height() - 1)
    assert rows > 8
    qtbot.waitUntil(lambda: (rows - 1, 1, "before") in seen.cells)
    clock = QTimer(view, interval=0)
    clock.timeout.connect(lambda: seen.log.append(None))
    clock.start()
    seen.log.clear()
    model.put(0, ["after"] * PAGE, PAGE)
    everything = {(row, column, "after") for row in range(rows) for column in range(2)}
    qtbot.waitUntil(lambda: seen.cells >= everything)
    painted = [at for at, one in enumerate(seen.log) if one is not None and one[2] == "after"]
    assert None in seen.log[painted[0] : painted[-1]]


def test_rows_that_take_long_are_put_off_one_by_one_and_all_come(qtbot: QtBot) -> None:
    painted: list[str | None] = []

    def slow(row: str) -> RowLook:
        sleep(1.2 * A_PAINTING)
        painted.append(row)
        return RowLook(row)

    model = PagedModel[str](str)
    view = RowsView("Tickets", model, LookDelegate(slow))
    qtbot.addWidget(view)
    view.resize(400, 600)
    clock = QTimer(view, interval=0)
    clock.timeout.connect(lambda: painted.append(None))
    model.put(0, [str(number) for number in range(PAGE)], PAGE)
    view.show()
    clock.start()
    rows = [str(number) for number in range(1 + view.rowAt(view.viewport().height() - 1))]
    assert len(rows) > 8
    qtbot.waitUntil(lambda: set(rows) <= set(painted))
    begun = painted.index(None)
    together = "".join("." if one is None else "x" for one in painted[begun:]).split(".")
    assert max(map(len, together)) == 1


def test_a_list_that_grows_shorter_while_its_rows_come_loses_nothing(qtbot: QtBot) -> None:
    model, seen, _ = shown(qtbot)
    model.put(0, ["before"] * PAGE, PAGE)
    model.put(0, ["after", "all"], 2)
    qtbot.waitUntil(lambda: seen.cells >= {(0, 0, "after"), (1, 0, "all")})
    model.restart()
    qtbot.wait(20)
    assert model.rowCount() == 0


def test_ages_in_a_list_go_on_while_nobody_touches_it(qtbot: QtBot) -> None:
    model, seen, view = shown(qtbot)
    model.put(0, ["2 min", "7 min"], 2)
    qtbot.waitUntil(lambda: (1, 0, "7 min") in seen.cells)
    qtbot.wait(20)
    seen.log.clear()
    passing = view.findChild(Ageing)
    assert isinstance(passing, Ageing)
    passing.setInterval(0)
    qtbot.waitUntil(lambda: seen.cells >= {(0, 0, "2 min"), (1, 0, "7 min")})
