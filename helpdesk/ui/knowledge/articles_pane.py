"""The article list with its quick filters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.article import ArticleRow
from helpdesk.ui import theme
from helpdesk.ui.kit import EmptyState, column
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.knowledge.article_rows import article_look
from helpdesk.ui.knowledge.list_presenter import QUICK
from helpdesk.ui.language import mark, tr

NONE_OF_THESE = (
    mark("None here"),
    mark("No article of this kind, or with these letters in its title or path."),
    mark("Show all articles"),
)


class ArticlesPane(QFrame):
    """Passive."""

    quick_chosen = Signal(int)
    filter_typed = Signal(str)
    article_chosen = Signal(int)

    def __init__(self, model: PagedModel[ArticleRow]) -> None:
        super().__init__()
        self.quick = Segments(tr("Which articles"), [tr(name) for name, _ in QUICK])
        self.filter = line_edit(tr("Filter the articles by title or path"), tr("Filter by title or path"), 200, clears=True)
        self.rows = RowsView(tr("Articles"), model, LookDelegate(article_look))
        self._none = EmptyState("article", *map(tr, NONE_OF_THESE))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = column(self.quick, self.filter, gap=theme.XS)
        head.setContentsMargins(theme.M, theme.XS, theme.M, theme.S)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self.quick.chosen.connect(self.quick_chosen)
        self.filter.textChanged.connect(self.filter_typed)
        self.rows.row_chosen.connect(self.article_chosen)
        self.rows.row_opened.connect(self.article_chosen)
        self._none.acted.connect(self.show_all)

    def show_total(self, total: int) -> None:
        self._stack.setCurrentWidget(self.rows if total else self._none)

    def show_all(self) -> None:
        self.filter.clear()
        self.quick.choose(0)
        self.quick_chosen.emit(0)
        self.rows.setFocus()

    def words(self) -> str:
        return self._none.words() if self._stack.currentWidget() is self._none else ""
