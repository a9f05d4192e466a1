"""The review queue: one two-line row a draft, least certain first, painted at a fixed height."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from helpdesk.domain.decision import QueueRow
from helpdesk.domain.ids import DraftId
from helpdesk.ui import theme, wording
from helpdesk.ui.kit.confidence_badge import badge_size, paint_badge
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, cut_start, paint_edge, two_line_height, two_lines
from helpdesk.ui.language import clock, tr
from helpdesk.ui.reason_words import reason_said

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ROW = int(Qt.ItemDataRole.UserRole)
UNDER = ROW + 1
"""The words of the second line."""

MANY = 6
AGES_EVERY = 30_000


class QueueModel(QAbstractListModel):
    """The first rows of a queue; `more_wanted` when its reader comes to the last of them and there are others."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QueueRow] = []
        self._waiting = 0
        self._common: frozenset[str] = frozenset()

    def show_rows(self, rows: Sequence[QueueRow], waiting: int) -> None:
        """Changes only what changed, so that selection and scroll position hold still under the reader's eyes."""
        wanted = list(rows)
        self._waiting, self._common = waiting, common(wanted)
        if [row.draft_id for row in wanted] == [row.draft_id for row in self._rows]:
            self._rows = wanted
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        keep = {row.draft_id for row in wanted}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].draft_id not in keep:
                self.beginRemoveRows(NO_INDEX, at, at)
                del self._rows[at]
                self.endRemoveRows()
        kept = len(self._rows)
        if [row.draft_id for row in wanted[:kept]] != [row.draft_id for row in self._rows]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        self._rows = wanted[:kept]
        if wanted[kept:]:
            self.beginInsertRows(NO_INDEX, kept, len(wanted) - 1)
            self._rows = wanted
            self.endInsertRows()

    def canFetchMore(self, parent: Index = NO_INDEX) -> bool:
        return not parent.isValid() and len(self._rows) < self._waiting

    def fetchMore(self, parent: Index = NO_INDEX) -> None:
        if self.canFetchMore(parent):
            self.more_wanted.emit()

    def row_of(self, draft_id: DraftId | None) -> int:
        return next((at for at, row in enumerate(self._rows) if row.draft_id == draft_id), -1)

    def row_at(self, index: Index) -> QueueRow | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (ROW, UNDER, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index)
        if row is None or role == ROW:
            return row
        if role == UNDER:
            return under(row, self._common)
        return spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else one_line(row.subject)


class QueueDelegate(QStyledItemDelegate):
    def __init__(self) -> None:
        super().__init__()
        self.current: DraftId | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _: Index) -> QSize:
        return QSize(120, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, QueueRow):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = theme.colours()
        painter.save()
        if row.draft_id == self.current:
            painter.fillRect(area, QColor(colours.accent_soft))
            paint_edge(painter, area)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.sunken))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._write(painter, area.adjusted(theme.M, theme.S, -theme.M, -theme.S), row, str(index.data(UNDER)))
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, row: QueueRow, told: str) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        wide = badge_size().width()
        if theme.is_large():  # Beside the badge there would be room for a few letters of the subject only.
            upper, below = two_lines(area)
            badge, lower = cut_start(below, wide)
        else:
            badge, words = cut_start(area, wide)
            upper, lower = two_lines(words)
        paint_badge(painter, badge, row.confidence)
        pen = Pen(painter)
        upper = pen.right(upper, wording.age(row.waiting_since, datetime.now(UTC)), sizes.caption, colours.muted)
        pen.left(upper, one_line(row.subject) or tr("(no subject)"), sizes.body, colours.text, strong=True)
        pen.left(lower, told, sizes.caption, colours.muted)


class QueueList(QListView):
    """Emits `picked` when the user moves to a row, `more_wanted` at the end of the rows. `current` rows are shown without
    emitting."""

    picked = Signal(int)
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = QueueModel()
        self._delegate = QueueDelegate()
        self._settling = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Review queue"))
        self.selectionModel().currentChanged.connect(self._moved)
        self._model.more_wanted.connect(self.more_wanted)
        self._ages = QTimer(self)
        self._ages.setInterval(AGES_EVERY)
        self._ages.timeout.connect(self.viewport().update)
        self._ages.start()

    def show_rows(self, rows: Sequence[QueueRow], current: DraftId | None, waiting: int) -> None:
        self._settling = True
        self._model.show_rows(rows, waiting)
        self._delegate.current = current
        at = self._model.row_of(current)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at))
        else:
            self.clearSelection()
        self._settling = False
        self.viewport().update()

    def _moved(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and not self._settling:
            self.picked.emit(row.draft_id)


def common(rows: Sequence[QueueRow]) -> frozenset[str]:
    """Reasons that tell no draft from another, since most of many that have one have the same."""
    told = Counter(row.reason for row in rows if row.reason)
    return frozenset(reason for reason, times in told.items() if times >= MANY and 2 * times > told.total())


def under(row: QueueRow, not_telling: frozenset[str]) -> str:
    """The second line: who has it if someone has, then who asks, and what speaks against the draft or what it is about."""
    reason = "" if row.reason in not_telling else reason_said(row.reason)
    parts = [holder(row), row.requester, reason or row.topic or row.snippet]
    return " · ".join(one_line(part) for part in parts if part)


def spoken(row: QueueRow) -> str:
    parts = (
        one_line(row.subject),
        tr("from {requester}", requester=one_line(row.requester)),
        row.topic,
        wording.confidence(row.confidence),
        reason_said(row.reason),
        holder(row),
    )
    return ", ".join(part for part in parts if part)


def holder(row: QueueRow) -> str:
    if not row.claimed_by or row.claimed_until is None:
        return tr("{claimed_by} has it", claimed_by=row.claimed_by) if row.claimed_by else ""
    return tr("{claimed_by} has it until {time}", claimed_by=row.claimed_by, time=clock(row.claimed_until))
