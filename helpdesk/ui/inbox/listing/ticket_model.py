"""The rows of the ticket list as Qt asks for them: one wide row, or a row of columns."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from helpdesk.domain.ticket import Priority, TicketRow
from helpdesk.ui import wording
from helpdesk.ui.inbox.listing.columns import BY_NAME, Column, begun_words
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr
from helpdesk.ui.panel_words import sleeps_words

Index = QModelIndex | QPersistentModelIndex


class TicketModel(PagedModel[TicketRow]):
    """Without columns it is one column wide and the delegate tells the whole row."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(spoken_row)
        self._marks = marks
        self._columns: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def use_columns(self, names: tuple[str, ...]) -> None:
        """Names nobody knows are passed over; none at all is the look in two lines."""
        self.beginResetModel()
        self._columns = tuple(BY_NAME[name] for name in names if name in BY_NAME)
        self.endResetModel()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else max(1, len(self._columns))

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else known

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr(self._columns[section].title) if section < len(self._columns) else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.DisplayRole and self._columns:
            row = self.row(index.row())
            return "" if row is None else self._columns[index.column()].words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index.row())
            if row is not None and row.id in self._marks:
                return tr("marked, {row}", row=spoken_row(row))
        return super().data(index, role)


def spoken_row(row: TicketRow) -> str:
    parts = [
        one_line(row.subject) or tr("(no subject)"),
        tr("from {requester}", requester=one_line(row.requester)),
        wording.STATUSES[row.status],
    ]
    if row.priority is not Priority.NORMAL:
        parts.append(tr("priority: {priority}", priority=wording.PRIORITIES[row.priority]))
    if asleep := sleeps_words(row.snoozed_until, datetime.now(UTC)):
        parts.append(asleep)
    if row.draft_state:
        parts.append(tr("draft: {state}", state=wording.DRAFT_STATES[row.draft_state]))
    if row.writing:
        parts.append(begun_words(row))
    if row.assignee:
        parts.append(tr("assigned to {agent}", agent=one_line(row.assignee)))
    if row.due_state == "missed":
        parts.append(tr("overdue"))
    parts.append(tr("number {number}", number=row.id))
    return ", ".join(parts)
