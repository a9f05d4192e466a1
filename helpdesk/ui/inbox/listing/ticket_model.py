"""The rows of the ticket list as Qt asks for them: one wide row, or a row of columns."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from helpdesk.domain.condition import CUSTOM
from helpdesk.domain.custom_field import CustomField
from helpdesk.domain.ticket import Priority, TicketRow
from helpdesk.ui import wording
from helpdesk.ui.inbox.listing.columns import COLUMNS, Column, begun_words, own_column
from helpdesk.ui.inbox.listing.marks import Marks
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import mark, tr
from helpdesk.ui.panel_words import sleeps_words

Index = QModelIndex | QPersistentModelIndex
TOLD = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
UNSORTED = mark("The list is not sorted by this; the button at the lower right has what it is sorted and grouped by.")
OWN_UNSORTED = mark(
    "The list cannot be sorted by a field of your own. Conditions of views, or {key}: in a search, find values."
)


class TicketModel(PagedModel[TicketRow]):
    """Without columns it is one column wide and the delegate tells the whole row; fields of the desk's own that are chosen then
    are `beside` what every row says. `every` is what can be chosen."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(self._spoken)
        self._marks = marks
        self._columns: tuple[Column, ...] = ()
        self.beside: tuple[Column, ...] = ()
        self.every: tuple[Column, ...] = COLUMNS

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def know(self, fields: Sequence[CustomField]) -> None:
        """The desk's own fields as they are now."""
        self.every = (*COLUMNS, *map(own_column, fields))

    def named(self, names: Iterable[str]) -> tuple[Column, ...]:
        """Names nobody knows are passed over: a field may have been removed."""
        known = {column.name: column for column in self.every}
        return tuple(known[name] for name in names if name in known)

    def use_columns(self, names: Sequence[str]) -> None:
        """None but fields of the desk's own is the look in two lines."""
        self.beginResetModel()
        chosen = self.named(names)
        table = not all(column.own for column in chosen)
        self._columns, self.beside = (chosen, ()) if table else ((), chosen)
        self.endResetModel()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else max(1, len(self._columns))

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else known

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role in TOLD and column.sort is None:
            return tr(OWN_UNSORTED, key=column.name.removeprefix(CUSTOM)) if column.own else tr(UNSORTED)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.DisplayRole and self._columns:
            row = self.row(index.row())
            return "" if row is None else self._columns[index.column()].words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index.row())
            if row is not None and row.id in self._marks:
                return tr("marked, {row}", row=self._spoken(row))
        return super().data(index, role)

    def _spoken(self, row: TicketRow) -> str:
        return spoken_row(row, own_words(row, self._columns or self.beside))


def own_words(row: TicketRow, columns: Iterable[Column]) -> list[str]:
    """What it says in those of them that are fields of the desk's own."""
    return [f"{one.heading}: {words}" for one in columns if one.own and (words := one.words(row))]


def spoken_row(row: TicketRow, own: Sequence[str] = ()) -> str:
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
    parts += own
    parts.append(tr("number {number}", number=row.id))
    return ", ".join(parts)
