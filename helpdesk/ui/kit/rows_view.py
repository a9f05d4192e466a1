"""The list widget of every screen: rows of one height over a model that may be very long."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from helpdesk.ui.kit.ageing import Ageing
from helpdesk.ui.kit.paged_model import ROW, Index, PagedModel
from helpdesk.ui.kit.row_painting import two_line_height

A_TURN = 4
"""Rows that are painted in one turn of the event loop when a page comes: while much else computes each takes milliseconds."""
A_PAINTING = 0.008
"""Seconds after which a painting of rows puts off those still to come to the next turn."""


def row_to_paint(option: QStyleOptionViewItem, index: Index) -> Any:
    """For delegates: the row, or None while it is on the way or put off."""
    view = option.widget
    return None if isinstance(view, RowsView) and view.puts_off(index.row()) else index.data(ROW)


class Pace:
    """How long one painting goes on. Its first row is never put off."""

    def __init__(self) -> None:
        self._until = 0.0
        self._row, self._is_over = -1, False

    def begin(self) -> None:
        self._until, self._row = monotonic() + A_PAINTING, -1

    def is_over(self, row: int) -> bool:
        """Asked at every cell; a row is painted or put off as a whole."""
        if row != self._row:
            self._is_over = self._row >= 0 and monotonic() > self._until
            self._row = row
        return self._is_over


class RowsView(QTableView):
    """`row_chosen` tells the row the user moved to, as soon as its page is here (End may lead to one that is not yet);
    `row_opened` that Return or a double click asked for it. A row keeps its height whatever it holds, so a hundred thousand
    rows cost no more than those in sight; `height` is asked again when the look changes."""

    row_chosen = Signal(int)
    row_opened = Signal(int)

    def __init__(
        self, name: str, model: PagedModel[Any], delegate: QStyledItemDelegate, height: Callable[[], int] = two_line_height
    ) -> None:
        super().__init__()
        self._height = height
        self._quiet = False
        self._rows = model
        self._awaited = -1
        self._came: tuple[int, int] | None = None
        self._pace = Pace()
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(self._show_some)
        self._ageing = Ageing(self, self._tell_ages)
        model.arrived.connect(self._arrived)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self._be_a_list()
        self.fit_heights()
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def _be_a_list(self) -> None:
        """Of a table: chosen row by row, without a grid, without heads."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen row stays in sight where it was."""
        below = self.visualRect(self.currentIndex()).bottom()
        super().resizeEvent(event)
        if event.size().height() < below <= event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_height"):
            self.fit_heights()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last row; a table would go along the one it is in."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: self._rows.rowCount() - 1}
        if action in ends:
            return self._rows.index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, _: str) -> None:
        """Letters are commands: one that is none leads nowhere."""

    def fit_heights(self) -> None:
        height = self._height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 2)

    def mark(self, row: int) -> None:
        """Moves the cursor without telling anybody and without scrolling away from what the user looks at; -1 takes it away."""
        self._quiet = True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.current():
            scrolled = self.verticalScrollBar().value()
            self.selectRow(row)
            self.verticalScrollBar().setValue(scrolled)
        self._quiet = False

    def current(self) -> int:
        index = self.currentIndex()
        return index.row() if index.isValid() else -1

    def selectRow(self, row: int) -> None:
        """Qt's own asks which column is at the edge where reading begins; from right to left it finds none and does nothing.
        The cursor goes to the column that stands first now, so that a list does not move sideways."""
        self.setCurrentIndex(self._rows.index(row, max(0, self.horizontalHeader().logicalIndex(0))))

    def step(self, rows: int) -> None:
        """For keys: moves the choice by so many rows, staying in the list."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.selectRow(min(last, max(0, self.current() + rows)))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not selected.isEmpty() and not self._quiet:
            self._awaited = selected.indexes()[0].row()
            self._arrived()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Rows in sight that came are painted a few a turn, so that keys and clocks have theirs in between."""
        self._note_came(first.row(), last.row())
        self._show_some()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pace.begin()
        super().paintEvent(event)

    def puts_off(self, row: int) -> bool:
        """Whether this painting has gone on long enough; the row then comes with one of the next turns."""
        if not self._pace.is_over(row):
            return False
        self._note_came(row, row)
        self._showing.start()
        return True

    def _note_came(self, first: int, last: int) -> None:
        self._came = (first, last) if self._came is None else (min(first, self._came[0]), max(last, self._came[1]))

    def _show_some(self) -> None:
        if self._came is None:
            return
        lowest = self.rowAt(self.viewport().height() - 1)
        top = max(self._came[0], self.rowAt(0))
        bottom = min(self._came[1], self._rows.rowCount() - 1 if lowest < 0 else lowest)
        self._came = (top + A_TURN, bottom) if top + A_TURN <= bottom else None
        if top <= bottom:
            last = self._rows.index(min(bottom, top + A_TURN - 1), self._rows.columnCount() - 1)
            super().dataChanged(self._rows.index(top, 0), last, [])
        if self._came is not None:
            self._showing.start()

    def _tell_ages(self) -> None:
        """A few rows a turn, as when a page comes."""
        self._came = (0, self._rows.rowCount() - 1)
        self._show_some()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Qt moves the cursor off a row that goes: nobody chose the row it lands on."""
        quiet, self._quiet = self._quiet, True
        super().rowsAboutToBeRemoved(parent, start, end)
        self._quiet = quiet

    def _arrived(self) -> None:
        awaited = self._awaited
        chosen = awaited >= 0 and self.selectionModel().isRowSelected(awaited)
        if chosen and self._rows.row(awaited) is None:
            return
        self._awaited = -1
        if chosen:
            self.row_chosen.emit(awaited)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current when the keyboard comes in: nobody chose it, and Down would skip it.
        super().focusInEvent(event)
        if self.selectionModel().selection().isEmpty():
            self.setCurrentIndex(QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.current() >= 0:
            self.row_opened.emit(self.current())
        else:
            super().keyPressEvent(event)
