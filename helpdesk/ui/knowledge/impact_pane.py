"""What stands on an article: the drafts and the answers already sent that cite it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.article_history import Impact
from helpdesk.ui import theme
from helpdesk.ui.kit import EmptyState, Label
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.knowledge.confirm import impact_heading
from helpdesk.ui.knowledge.history_rows import impact_look
from helpdesk.ui.language import mark, tr

NOTHING = (
    mark("Nothing stands on it"),
    mark("No open draft and no sent answer cites this article: a change touches nobody."),
    "",
)
MOST = 2_000


class ImpactPane(QFrame):
    """Passive. `ticket_requested` carries the ticket of the row that was opened."""

    ticket_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model: PagedModel[Impact] = PagedModel(lambda one: impact_look(one).spoken)
        self.rows = RowsView(tr("What stands on this article"), self._model, LookDelegate(impact_look))
        self._said = Label("", "muted", wraps=True)
        self._none = EmptyState("done", *map(tr, NOTHING))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.S, 0, 0)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.M, 0, theme.M, 0)
        inside.addWidget(self._said)
        layout.addLayout(inside)
        layout.addWidget(self._stack, 1)
        self.rows.row_opened.connect(self._open)

    def await_impact(self) -> None:
        self._model.fill(())
        self._said.say(tr("Looking…"))
        self._stack.setCurrentWidget(self.rows)

    def show_impact(self, impacts: Sequence[Impact]) -> None:
        self._model.fill(impacts[:MOST])
        hint = tr(" Return or a double click opens the ticket.")
        self._said.say(f"{impact_heading(impacts)}.{hint}" if impacts else "")
        self._stack.setCurrentWidget(self.rows if impacts else self._none)

    def words(self) -> str:
        return self._said.text() or self._none.words()

    def _open(self, number: int) -> None:
        impact = self._model.row(number)
        if impact is not None:
            self.ticket_requested.emit(impact.ticket_id)
