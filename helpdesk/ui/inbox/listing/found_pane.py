"""What is found everywhere while one types: tickets, articles and macros, best first, instead of the list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import EmptyState, Label, button, column, row, scrolling
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.palette import STEPS, Offer, offer_look
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.language import tr


class FoundPane(QFrame):
    """The keyboard stays in the search field: arrows choose a line, Return takes it, or lists every ticket with these words
    while none is chosen."""

    listed = Signal()
    left = Signal()
    word_wanted = Signal(str)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line
        self.model: PagedModel[Offer] = PagedModel(lambda offer: ", ".join(filter(None, (offer.title, offer.about, offer.key))))
        self.rows = RowsView(tr("What was found"), self.model, LookDelegate(offer_look))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said = Label("", "caption", wraps=True)
        self.list_all = button(tr("List the tickets"), "quiet", key="Return")
        self.empty = EmptyState("search", "", "")
        self._head = row(theme.S, self.said, self.list_all, gap=theme.XS, margin=2, role="ruled")
        self._help = QWidget()
        self._help_lines = QVBoxLayout(self._help)
        self._help_lines.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self._help_lines.setSpacing(theme.XS)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.rows)
        self._pages.addWidget(scrolling(self._help))
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._pages, 1)
        line.installEventFilter(self)
        self.rows.clicked.connect(lambda _: self.take())
        self.list_all.clicked.connect(self.listed)

    def show_found(self, offers: Sequence[Offer], said: str, nothing: str) -> None:
        chosen = self.rows.current()
        self.model.fill(offers)
        self.rows.mark(min(chosen, len(offers) - 1))
        self.said.say(said)
        self._head.setVisible(bool(offers))
        self.empty.say(nothing, said)
        self._pages.setCurrentWidget(self.rows if offers else self.empty)

    def begin(self) -> None:
        """Something else is typed: no line is chosen until the arrows choose one."""
        self.rows.mark(-1)

    def show_help(self, lines: Sequence[tuple[str, str]]) -> None:
        """(example, what it finds); a click puts the example into the field."""
        while (taken := self._help_lines.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.deleteLater()
        for example, words in lines:
            written = button(example, "row", name=tr("{example}: {words}", example=example, words=words))
            written.clicked.connect(lambda _=False, text=example: self.word_wanted.emit(text))
            self._help_lines.addWidget(column(written, Label(words, "caption", wraps=True), gap=0))
        self._help_lines.addStretch(1)
        self.said.say(tr("How to search. A click writes the example."))
        self._head.show()
        self._pages.setCurrentIndex(1)

    def take(self) -> None:
        offer = self.model.row(self.rows.current()) if self.rows.current() >= 0 else None
        if offer is None or self._pages.currentIndex() == 1:
            self.listed.emit()
        else:
            offer.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in STEPS and self.isVisible():
                self._step(STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isVisible():
                self.take()
                return True
            if key == Qt.Key.Key_Down:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _step(self, rows: int) -> None:
        if self.rows.current() == 0 and rows < 0:
            self.rows.mark(-1)
        else:
            self.rows.step(rows)
