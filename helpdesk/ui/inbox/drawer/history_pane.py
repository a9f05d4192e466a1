"""The history drawer: what was changed, newest first, what the chosen change did, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.change import Operation
from helpdesk.ui import theme
from helpdesk.ui.change_words import said_of
from helpdesk.ui.inbox.drawer.operation_rows import operation_look
from helpdesk.ui.kit import Banner, EmptyState, Label, button, column
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.language import tr


class HistoryPane(QFrame):
    """Passive. Rows are told by their number in what was shown."""

    shown = Signal()
    scope_chosen = Signal(int)
    row_chosen = Signal(int)
    turn_requested = Signal(int)
    then_requested = Signal(int)
    earlier_requested = Signal()
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._operations: Sequence[Operation] = ()
        self._model: PagedModel[Operation] = PagedModel(lambda one: operation_look(one).spoken)
        self.scope = Segments(tr("Whose history"), (tr("This ticket"), tr("Everything")))
        self.rows = RowsView(tr("Changes, newest first"), self._model, LookDelegate(operation_look))
        self.setFocusProxy(self.rows)
        self.turn = button(tr("Take back"))
        self.then = button(tr("As it was before"), name=tr("Show the ticket as it was before this change"))
        self.earlier = button(tr("Show earlier changes"), "quiet")
        self._details = Label("", "caption", wraps=True, selectable=True)
        self._details.setAccessibleName(tr("What the chosen change did"))
        self._banner = Banner()
        self._empty = EmptyState(
            "refresh", tr("Nothing changed yet"), tr("What is changed here is listed, and can be taken back.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        below = column(self._details, flow(self.turn, self.then, gap=theme.S), gap=theme.S, margin=theme.S, role="foot")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.scope, self._banner):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.earlier)
        layout.addWidget(below)
        self._connect()
        self.show_scope(ticket=False, everything=True)
        self.show_operations((), more=False, known=False)

    def _connect(self) -> None:
        self.scope.chosen.connect(self.scope_chosen)
        self.rows.row_chosen.connect(self.row_chosen)
        self.rows.row_opened.connect(self.then_requested)
        self.turn.clicked.connect(lambda: self.turn_requested.emit(self.rows.current()))
        self.then.clicked.connect(lambda: self.then_requested.emit(self.rows.current()))
        self.earlier.clicked.connect(self.earlier_requested)
        self._banner.acted.connect(self.retry_requested)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def show_scope(self, *, ticket: bool, everything: bool) -> None:
        """`ticket`: there is one whose history could be shown."""
        self.scope.segment(0).setEnabled(ticket)
        self.scope.choose(int(everything))

    def show_operations(self, operations: Sequence[Operation], *, more: bool, known: bool = True) -> None:
        """The chosen row stays the chosen one, wherever it is now."""
        before = self.chosen()
        self._operations = operations
        self._banner.clear()
        self._model.fill(operations)
        self._stack.setCurrentWidget(self._empty if known and not operations else self.rows)
        self.earlier.setVisible(more)
        again = next((n for n, one in enumerate(operations) if before is not None and one.id == before.id), -1)
        self.rows.mark(again)
        self._offer(operations[again] if again >= 0 else None)

    def show_steps(self, lines: Sequence[str]) -> None:
        """What the chosen operation did, one line each."""
        chosen = self.chosen()
        self._details.say("\n".join((said_of(chosen), *lines)) if chosen is not None else "")
        self._offer(chosen)

    def show_history_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def chosen(self) -> Operation | None:
        at = self.rows.current()
        return self._operations[at] if 0 <= at < len(self._operations) else None

    def details(self) -> str:
        return self._details.text()

    def _offer(self, operation: Operation | None) -> None:
        if operation is None:
            self._details.say("")
        self.turn.setEnabled(operation is not None and operation.undoable and not operation.undone)
        self.then.setEnabled(operation is not None and operation.ticket_id is not None)
