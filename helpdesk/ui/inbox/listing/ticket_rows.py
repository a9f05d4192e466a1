"""The ticket list itself: one row is open, any number are marked."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView

from helpdesk.domain.ticket_query import SortBy
from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.columns import Column
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.inbox.listing.row_delegate import BOX, Look, TicketRowDelegate, band_height, row_height
from helpdesk.ui.inbox.listing.ticket_model import TicketModel
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.language import tr

MOST_BANDS = 500
NARROWEST = 48


class TicketRows(RowsView):
    """Ctrl+click or a click on the box marks a row, Shift+click and Shift+arrows all from the last marked one to here. A row
    can be dragged away: `drag_wanted` carries its ticket."""

    drag_wanted = Signal(int)
    toggled = Signal(int)
    ranged = Signal(int, int)
    sort_wanted = Signal(str)
    columns_changed = Signal(list)

    def __init__(self, model: TicketModel, marks: Marks) -> None:
        self.look = Look(marks)
        self._model = model
        self._marks = marks
        self._setting = False
        self._widths: dict[str, int] = {}
        super().__init__(tr("Tickets"), model, TicketRowDelegate(self.look), partial(row_height, self.look))
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(NARROWEST)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(self._head_clicked)
        head.sectionResized.connect(self._columns_moved)
        head.sectionMoved.connect(self._columns_moved)
        self.setDragEnabled(True)
        marks.changed.connect(self.viewport().update)

    def use_columns(self, columns: Sequence[tuple[str, int]]) -> None:
        """(name, width); none but fields of the desk's own: the look in two lines."""
        self._setting = True
        head = self.horizontalHeader()
        self._model.use_columns([name for name, _ in columns])
        self.look.columns, self.look.beside = self._model.columns, self._model.beside
        for at in range(head.count()):
            head.moveSection(head.visualIndex(at), at)
        table = bool(self._model.columns)
        head.setVisible(table)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive if table else QHeaderView.ResizeMode.Stretch)
        widths = self._widths = dict(columns)
        for at, column in enumerate(self._model.columns):
            head.resizeSection(at, widths[column.name])
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if table else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self._setting = False
        self.fit_heights()

    def shown_columns(self) -> list[tuple[str, int]]:
        """In the order on display."""
        head, columns = self.horizontalHeader(), self._model.columns
        if not columns:
            return [(one.name, self._widths[one.name]) for one in self._model.beside]
        order = [head.logicalIndex(at) for at in range(len(columns))]
        return [(columns[at].name, head.sectionSize(at)) for at in order]

    def show_sorted(self, column: Column | None, *, descending: bool) -> None:
        head = self.horizontalHeader()
        self.look.by_creation = column is not None and column.sort is SortBy.CREATED
        head.setSortIndicatorShown(column is not None and column in self._model.columns)
        if column is not None and column in self._model.columns:
            # Qt's arrow points down for rising, ours everywhere up.
            order = Qt.SortOrder.AscendingOrder if descending else Qt.SortOrder.DescendingOrder
            head.setSortIndicator(self._model.columns.index(column), order)

    def show_asked(self, asked: tuple[str, ...]) -> None:
        """Words that stand out in the subjects."""
        if asked != self.look.asked:
            self.look.asked = asked
            self.viewport().update()

    def show_bands(self, bands: Mapping[int, str]) -> None:
        """Headings of groups, by the row they stand over; a list of very many groups has none. Rows that went and came again
        have lost the room for theirs."""
        passed = self.look.bands
        self.look.bands = dict(bands) if len(bands) <= MOST_BANDS else {}
        height = row_height(self.look)
        for row in passed.keys() - self.look.bands.keys():
            self._fit(row, height)
        for row in self.look.bands:
            self._fit(row, height + band_height())
        if self.look.bands != passed:
            self.viewport().update()

    def fit_heights(self) -> None:
        self.setUpdatesEnabled(False)
        super().fit_heights()
        for row in self.look.bands:
            self._fit(row, row_height(self.look) + band_height())
        self.setUpdatesEnabled(True)

    def _fit(self, row: int, height: int) -> None:
        side = self.verticalHeader()
        if row < side.count() and side.sectionSize(row) != height:
            side.resizeSection(row, height)

    def startDrag(self, _: Qt.DropAction) -> None:
        ticket = self._model.row(self.current())
        if ticket is not None:
            self.drag_wanted.emit(ticket.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        modifiers = event.modifiers()
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.ranged.emit(self._from(), row)
                return
            if modifiers & Qt.KeyboardModifier.ControlModifier or self._on_box(event.position().toPoint()):
                self.toggled.emit(row)
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shift and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            anchor = self._from()
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
            self.ranged.emit(anchor, self.current())
            return
        super().keyPressEvent(event)

    def _from(self) -> int:
        return self._marks.anchor if self._marks.anchor >= 0 else max(0, self.current())

    def _on_box(self, at: QPoint) -> bool:
        inwards = self.viewport().width() - at.x() if self.isRightToLeft() else at.x()
        first = self.horizontalHeader().visualIndex(self.columnAt(at.x())) == 0
        return bool(len(self._marks)) and first and inwards < theme.M + BOX + theme.XS

    def _head_clicked(self, section: int) -> None:
        if section < len(self._model.columns):
            self.sort_wanted.emit(self._model.columns[section].name)

    def _columns_moved(self) -> None:
        if not self._setting and self._model.columns:
            self.columns_changed.emit(self.shown_columns())
