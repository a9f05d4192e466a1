"""The changes of a suggestion, one a line, each to be taken or left for itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from helpdesk.domain.rewriting import Edit
from helpdesk.ui import theme
from helpdesk.ui.kit import printable
from helpdesk.ui.language import tr

LONGEST = 60
MOST_LINES = 6


class EditsList(QListWidget):
    """Arrow keys move, Space takes or leaves. Emits `chosen` whenever that changes."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Changes to take or leave"))
        theme.dress(self, "entries")
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _: self.chosen.emit())

    def show_edits(self, edits: Sequence[Edit]) -> None:
        """All of them taken."""
        self.blockSignals(True)
        self.clear()
        for edit in edits:
            line = QListWidgetItem(told(edit))
            line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Checked)
            line.setData(Qt.ItemDataRole.UserRole, edit.n)
            self.addItem(line)
        self.blockSignals(False)
        if edits:
            self.setCurrentRow(0)
        height = max(1, self.sizeHintForRow(0)) * min(MOST_LINES, max(1, len(edits)))
        self.setFixedHeight(height + 2 * self.frameWidth() + 4)

    def taken(self) -> frozenset[int]:
        lines = (self.item(at) for at in range(self.count()))
        return frozenset(line.data(Qt.ItemDataRole.UserRole) for line in lines if line.checkState() is Qt.CheckState.Checked)


def told(edit: Edit) -> str:
    """'these words → those', 'without: these words', 'new: those'."""
    removed, added = short(edit.removed), short(edit.added)
    if removed and added:
        return f"{removed} → {added}"
    return tr("without: {removed}", removed=removed) if removed else tr("new: {added}", added=added)


def short(words: str) -> str:
    flat = " ".join(printable(words).split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"
