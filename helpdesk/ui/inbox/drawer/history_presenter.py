"""Lists what was changed and takes it back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.change import Operation, OperationId, Step, Undone
from helpdesk.domain.events import ChangeTurned, Event, TicketChanged, TicketReceived, TicketsChanged
from helpdesk.domain.ids import TicketId
from helpdesk.services.changing.merging import SPLIT
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.change_words import steps_words, undone_words
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

AT_ONCE = 100
STEPS = 400
LINES = 12
NEWS = (TicketChanged, TicketsChanged, TicketReceived, ChangeTurned)


class HistoryView(Protocol):
    def show_scope(self, *, ticket: bool, everything: bool) -> None: ...

    def show_operations(self, operations: Sequence[Operation], *, more: bool, known: bool = True) -> None: ...

    def show_steps(self, lines: Sequence[str]) -> None: ...

    def show_history_trouble(self, error: Exception) -> None: ...

    def chosen(self) -> Operation | None: ...

    def isVisible(self) -> bool: ...  # noqa: N802


class Teller(Protocol):
    """Where news of what was taken back are said; `again` does the opposite. `lead` opens a ticket."""

    def tell(self, words: str, action: str = "", again: Callable[[], object] | None = None) -> None: ...

    def lead(self, ticket_id: TicketId) -> None: ...

    def report(self, error: Exception) -> None: ...


class HistoryPresenter:
    """Reads nothing while the drawer is closed. While no ticket is on display the history is that of everything."""

    def __init__(self, view: HistoryView, teller: Teller, bridge: Bridge) -> None:
        self._view = view
        self._teller = teller
        self._bridge = bridge
        self._desk: Desk | None = None
        self._ticket_id: TicketId | None = None
        self._all = False
        self._rows: list[Operation] = []
        self._reading: Handle | None = None
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.load()

    def opened(self, ticket_id: TicketId | None) -> None:
        if ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self._view.show_scope(ticket=ticket_id is not None, everything=self._everything)
            if not self._all:
                self._begin()

    def choose_scope(self, number: int) -> None:
        self._all = bool(number)
        self._begin()

    def heard(self, event: Event) -> None:
        if isinstance(event, NEWS) and (
            self._everything or not isinstance(event, TicketChanged) or event.ticket_id == self._ticket_id
        ):
            self.load()

    def load(self) -> None:
        """As many as are on display, from the newest."""
        self._read(None, max(AT_ONCE, len(self._rows)), [])

    def load_earlier(self) -> None:
        if self._rows:
            self._read(self._rows[-1].id, AT_ONCE, self._rows)

    def choose(self, _: int = 0) -> None:
        operation = self._view.chosen()
        if self._desk is not None and operation is not None:
            work = partial(self._desk.changes.steps, operation.id, STEPS)
            self._bridge.call(work, partial(self._show_steps, operation), self._view.show_history_trouble)

    def turn(self, _: int = 0) -> None:
        """Takes the chosen operation back, or an undoing."""
        operation = self._view.chosen()
        if operation is not None:
            self.turn_one(operation.id)

    def turn_one(self, operation_id: OperationId) -> None:
        if self._desk is not None:
            self._bridge.call(partial(self._desk.changes.undo, operation_id), self._told, self._teller.report, keep=True)

    def undo_last(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.changes.undo_last, self._told_undone, self._teller.report, keep=True)

    def redo_last(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.changes.redo_last, self._told_redone, self._teller.report, keep=True)

    def _told_undone(self, undone: Undone | None) -> None:
        self._told(undone, tr("There is nothing of yours to take back."))

    def _told_redone(self, undone: Undone | None) -> None:
        self._told(undone, tr("There is nothing to do again."))

    def _told(self, undone: Undone | None, otherwise: str = "") -> None:
        if undone is None or undone.operation is None:
            self._teller.tell(otherwise if undone is None else undone_words(undone))
            return
        action = tr("Take back again") if undone.of.kind == "undo" else tr("Do it again")
        self._teller.tell(undone_words(undone), action, partial(self.turn_one, undone.operation.id))
        if undone.of.kind == SPLIT and self._ticket_id in (None, undone.of.words["target"]):
            self._teller.lead(TicketId(undone.of.words["source"]))

    @property
    def _everything(self) -> bool:
        return self._all or self._ticket_id is None

    def _begin(self) -> None:
        self._rows = []
        self._view.show_operations((), more=False, known=False)
        self.load()

    def _read(self, before: OperationId | None, limit: int, kept: list[Operation]) -> None:
        if self._desk is None or not self._view.isVisible():
            return
        if self._reading is not None:
            self._reading.cancel()
        ticket = None if self._all else self._ticket_id
        work = partial(self._desk.changes.listed, limit + 1, before, ticket)
        self._reading = self._bridge.call(work, partial(self._arrived, limit, kept), self._view.show_history_trouble)

    def _arrived(self, limit: int, kept: list[Operation], found: list[Operation]) -> None:
        self._rows = [*kept, *found[:limit]]
        self._view.show_operations(self._rows, more=len(found) > limit)
        self.choose()

    def _show_steps(self, operation: Operation, steps: Sequence[Step]) -> None:
        chosen = self._view.chosen()
        if chosen is None or chosen.id != operation.id:
            return
        lines = steps_words(steps)
        if len(lines) > LINES or operation.steps > STEPS:
            lines = [*lines[:LINES], trn("and {n} change more", "and {n} changes more", max(1, operation.steps - LINES))]
        self._view.show_steps(lines)
