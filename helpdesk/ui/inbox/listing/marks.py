"""Which tickets are marked, whatever the list does meanwhile: marks are tickets, never rows."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from helpdesk.domain.ids import TicketId


class Marks(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._marked: dict[TicketId, None] = {}
        self.anchor = -1

    def __contains__(self, ticket_id: TicketId) -> bool:
        return ticket_id in self._marked

    def __len__(self) -> int:
        return len(self._marked)

    def all(self) -> tuple[TicketId, ...]:
        """In the order they were marked."""
        return tuple(self._marked)

    def toggle(self, ticket_id: TicketId) -> None:
        if ticket_id in self._marked:
            del self._marked[ticket_id]
        else:
            self._marked[ticket_id] = None
        self.changed.emit()

    def add(self, tickets: Iterable[TicketId]) -> None:
        self._marked.update(dict.fromkeys(tickets))
        self.changed.emit()

    def put(self, tickets: Iterable[TicketId]) -> None:
        self._marked = dict.fromkeys(tickets)
        self.changed.emit()

    def clear(self) -> None:
        self.anchor = -1
        if self._marked:
            self._marked.clear()
            self.changed.emit()
