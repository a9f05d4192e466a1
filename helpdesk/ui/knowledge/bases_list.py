"""The list of knowledge bases: how each is, at a glance, and which one is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.article import KnowledgeBase
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.ui import theme
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate, one_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.knowledge.article_rows import BaseLine, base_lines, base_look, spoken_base
from helpdesk.ui.language import tr

MOST_ROWS = 5


class BasesList(QFrame):
    """As high as its bases need, up to five; the others scroll. `chosen` carries a base's id, None for all of them."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model: PagedModel[BaseLine] = PagedModel(spoken_base)
        self._lines: list[BaseLine] = []
        self.rows = RowsView(tr("Knowledge bases"), self._model, LookDelegate(base_look, single=True), one_line_height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows)
        theme.dress(self, "ruled")
        self.rows.row_chosen.connect(lambda row: self.chosen.emit(self.kb_id(row)))

    def show_bases(self, bases: list[KnowledgeBase]) -> None:
        had = self.current()
        self._lines = base_lines(bases)
        self._model.fill(self._lines)
        self.setVisible(bool(self._lines))
        self.rows.setFixedHeight(min(MOST_ROWS, max(1, len(self._lines))) * one_line_height() + 4)
        at = next((n for n, line in enumerate(self._lines) if line.base is not None and line.base.id == had), 0)
        self.rows.mark(at if self._lines else -1)

    def current(self) -> KnowledgeBaseId | None:
        return self.kb_id(self.rows.current())

    def choose(self, row: int) -> None:
        self.rows.selectRow(row)

    def kb_id(self, row: int) -> KnowledgeBaseId | None:
        base = self._lines[row].base if 0 <= row < len(self._lines) else None
        return base.id if base is not None else None
