"""The file changed on disk while it was edited here: both texts in one, and three ways on, none of which overwrites unseen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.knowledge.diff_lines import spoken_totals
from helpdesk.ui.knowledge.diff_view import DiffView
from helpdesk.ui.language import lowered, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.word_diff import Change


class ConflictPane(QFrame):
    mine_kept = Signal()
    theirs_taken = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keep = button(tr("Read the file in, keep my text"), "primary")
        self.take = button(tr("Take the file, drop my text"), "danger")
        self.back = button(tr("Back to my text"), key="Esc")
        self.diff = DiffView(tr("From the file on disk to the text typed here"))
        self._words = Label("", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(tr("The file changed on disk"), "title"))
        layout.addWidget(self._words)
        layout.addWidget(self.diff, 1)
        layout.addWidget(row(None, self.back, self.take, self.keep))
        self.keep.clicked.connect(self.mine_kept)
        self.keep.clicked.connect(self.closed)
        self.take.clicked.connect(self.theirs_taken)
        self.back.clicked.connect(self.closed)

    def show_conflict(self, path: str, changes: "Sequence[Change]") -> None:
        """`changes` lead from the text on disk to the one typed here."""
        self._words.say(
            tr(
                "Nothing was saved: {path} is not what you started from. Below, + and − show what your text would "
                "change in the file as it is now ({totals}).",
                path=one_line(path),
                totals=lowered(spoken_totals(changes)),
            )
        )
        self.diff.show_changes(changes)
        self.back.setFocus()

    def words(self) -> str:
        return f"{self._words.text()}\n{self.diff.toPlainText()}"
