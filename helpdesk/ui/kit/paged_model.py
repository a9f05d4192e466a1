"""A list of any length over pages that arrive later: what the inbox and the article list scroll through."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from helpdesk.ui.language import mark

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
PAGE = 100
KEPT_PAGES = 24
ASKED_AT_ONCE = 3
ROW = int(Qt.ItemDataRole.UserRole)


class PagedModel(QAbstractTableModel, Generic[Row]):
    """One column; `data(index, ROW)` is the frozen row, None while its page is on the way.

    Painting only notes which pages are missing; the newest few are asked for by `page_wanted(offset, limit)` when control is
    back at the event loop, so that a long fling asks for where it ends, not for all it passed. `put` takes the answer.
    `refresh` asks again and keeps showing what is there meanwhile; `restart` begins a new list.
    """

    page_wanted = Signal(int, int)
    arrived = Signal()

    def __init__(self, words: Callable[[Row], str], awaited: str = mark("Loading")) -> None:
        """`words` says a row in one line: the display text, and what a screen reader speaks."""
        super().__init__()
        self._words = words
        self._awaited = awaited
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._missing: list[int] = []
        self._asked: set[int] = set()
        self._total = 0
        self._known = False
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    @property
    def known(self) -> bool:
        """Whether the length of the list has been told yet."""
        return self._known

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == ROW:
            return self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            return self._awaited if row is None else self._words(row)
        return None

    def row(self, number: int) -> Row | None:
        """The row when its page is here; otherwise None, and the page is on its way."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            self._note_missing(page)
            return None
        self._pages.move_to_end(page)
        place = number - page * PAGE
        return rows[place] if 0 <= place < len(rows) else None

    def find(self, wanted: Callable[[Row], bool]) -> int:
        """The number of the first such row among the pages that are here, else -1."""
        for page, rows in sorted(self._pages.items()):
            for place, row in enumerate(rows):
                if wanted(row):
                    return page * PAGE + place
        return -1

    def restart(self) -> None:
        """A new list: nothing is known of it yet."""
        self.beginResetModel()
        self._pages.clear()
        self._missing.clear()
        self._asked.clear()
        self._total = 0
        self._known = False
        self.endResetModel()
        self._note_missing(0)

    def refresh(self) -> None:
        """Asks again for the pages used last and forgets the others."""
        kept = list(self._pages)[-ASKED_AT_ONCE:]
        for page in list(self._pages):
            if page not in kept:
                del self._pages[page]
        self._asked.clear()
        self._missing.clear()
        for page in kept or [0]:
            self._missing.append(page)
        self._asking.start()

    def put(self, offset: int, rows: Sequence[Row], total: int) -> None:
        page = offset // PAGE
        self._asked.discard(page)
        self._known = True
        self._resize(total)
        shown = tuple(rows[: max(0, total - offset)])
        if shown:
            self._pages[page] = shown
            self._pages.move_to_end(page)
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
            self.dataChanged.emit(self.index(offset, 0), self.index(offset + len(shown) - 1, 0))
        self.arrived.emit()

    def fill(self, rows: Sequence[Row]) -> None:
        """The whole list at once, for lists that are never long; more than the kept pages would be forgotten."""
        self._missing.clear()
        self._asked.clear()
        self._resize(len(rows))
        for offset in range(0, len(rows), PAGE):
            self.put(offset, rows[offset : offset + PAGE], len(rows))
        self._known = True
        self.arrived.emit()

    def gave_up(self, offset: int) -> None:
        """The page could not be had; it is asked for again when it is next painted."""
        self._asked.discard(offset // PAGE)

    def _resize(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            for page in [p for p in self._pages if p * PAGE >= total]:
                del self._pages[page]
            self.endRemoveRows()

    def _note_missing(self, page: int) -> None:
        if page in self._asked or page in self._missing:
            return
        self._missing.append(page)
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        wanted, self._missing = self._missing[-ASKED_AT_ONCE:], []
        for page in wanted:
            self._asked.add(page)
            self.page_wanted.emit(page * PAGE, PAGE)
