"""The table of the desk's synonyms."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Banner, Label, Tone, button, glyph_button, row
from helpdesk.ui.knowledge.shipped_words import ShippedWords
from helpdesk.ui.language import mark, tr, trn

EXPLAINED = mark(
    "A search for one of these words also finds passages that have another of them. Write down what your customers call a "
    "thing, and what your articles call it: “bill” and “invoice, receipt”."
)
HEADS = (mark("Word"), mark("Words of the same meaning"))


class SynonymsPane(QFrame):
    """Passive. `saved` carries the lines as typed, and the names of the shipped ones that are switched off."""

    saved = Signal(list, list)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        self.table.setAccessibleName(tr("Synonyms"))
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(0, 200)
        self.add = button(tr("Add a line"), name=tr("Add a line of synonyms"))
        self.remove = button(tr("Remove line"), name=tr("Remove the chosen line"))
        self.save = button(tr("Save synonyms"), "primary")
        self.shipped = ShippedWords()
        self._banner = Banner()
        self._lay_out()
        self.add.clicked.connect(self.add_line)
        self.remove.clicked.connect(self.remove_line)
        self.save.clicked.connect(lambda: self.saved.emit(self.lines(), self.shipped.off()))
        self.table.installEventFilter(self)

    def _lay_out(self) -> None:
        close = glyph_button("close", tr("Close the synonyms"), key="Esc")
        close.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        layout.setSpacing(theme.S)
        layout.addWidget(row(Label(tr("Synonyms"), "title"), None, close))
        layout.addWidget(Label(tr(EXPLAINED), "muted", wraps=True))
        layout.addWidget(self._banner)
        layout.addWidget(self.table, 1)
        layout.addWidget(row(self.add, self.remove, None))
        layout.addWidget(self.shipped, 1)
        layout.addWidget(row(None, self.save))
        theme.dress(self, "pane")

    def enter(self) -> None:
        self._banner.clear()
        self.table.setFocus()

    def show_synonyms(self, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        self.table.setRowCount(0)
        for word, same in sorted(synonyms.items()):
            self._put(word, ", ".join(same))
        if not synonyms:
            self._put("", "")

    def lines(self) -> list[tuple[str, str]]:
        return [(self._cell(number, 0), self._cell(number, 1)) for number in range(self.table.rowCount())]

    def say_saved(self, count: int) -> None:
        kept = tr("No synonyms are kept now.") if not count else trn("{n} line saved.", "{n} lines saved.", count)
        self._banner.say(tr("{kept} The next search uses them.", kept=kept), Tone.QUIET)

    def refuse(self, number: int, reason: str) -> None:
        self._banner.say(
            tr(
                "Line {number}: {reason}. Nothing was saved; correct the line and save again.", number=number + 1, reason=reason
            ),
            Tone.ERROR,
        )
        self.table.setCurrentCell(number, 0)
        self.table.setFocus()

    def say_trouble(self, sentence: str) -> None:
        self._banner.say(sentence, Tone.ERROR)

    def words(self) -> str:
        return self._banner.words() if not self._banner.isHidden() else ""

    def add_line(self) -> None:
        self._put("", "")
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.editItem(self.table.currentItem())

    def remove_line(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete empties a cell, as in any table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            for cell in self.table.selectedItems():
                cell.setText("")
            return True
        return super().eventFilter(watched, event)

    def _put(self, word: str, same: str) -> None:
        number = self.table.rowCount()
        self.table.insertRow(number)
        self.table.setItem(number, 0, QTableWidgetItem(word))
        self.table.setItem(number, 1, QTableWidgetItem(same))

    def _cell(self, number: int, column: int) -> str:
        cell = self.table.item(number, column)
        return cell.text() if cell is not None else ""
