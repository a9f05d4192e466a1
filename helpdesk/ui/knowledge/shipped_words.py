"""The everyday words that came with the desk, each line to be switched off, or all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from helpdesk.domain.stand_ins import EVERY, ShippedLine
from helpdesk.ui import theme
from helpdesk.ui.kit import Label
from helpdesk.ui.language import mark, tr

EXPLAINED = mark(
    "These lines came with the desk. Only a word that none of your articles has, or in a search for tickets none of them, is "
    "searched as the others of its line, and your own lines go before them. Take the tick away from a line that misleads."
)


class ShippedWords(QWidget):
    """Passive."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = QCheckBox(tr("Use the everyday words shipped with the desk"))
        self.whole.setAccessibleName(self.whole.text())
        self.lines = QListWidget()
        self.lines.setAccessibleName(tr("Words shipped with the desk"))
        theme.dress(self.lines, "entries")
        self.lines.setWordWrap(True)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self.whole)
        layout.addWidget(Label(tr(EXPLAINED), "muted", wraps=True))
        layout.addWidget(self.lines, 1)
        self.whole.toggled.connect(self.lines.setEnabled)

    def show_lines(self, lines: Sequence[ShippedLine], off: frozenset[str]) -> None:
        self.lines.clear()
        for line in lines:
            item = QListWidgetItem(told(line))
            item.setData(Qt.ItemDataRole.UserRole, line.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if line.name in off else Qt.CheckState.Checked)
            self.lines.addItem(item)
        self.whole.setChecked(EVERY not in off)
        self.lines.setEnabled(EVERY not in off)

    def off(self) -> list[str]:
        """Lines switched off, by name; a line keeps its own switch while all are off."""
        every = [self.lines.item(number) for number in range(self.lines.count())]
        names = [item.data(Qt.ItemDataRole.UserRole) for item in every if item.checkState() is Qt.CheckState.Unchecked]
        return names if self.whole.isChecked() else [*names, EVERY]


def told(line: ShippedLine) -> str:
    words = ", ".join(line.words)
    if not line.overruled:
        return words
    return tr("{words} (your lines go before this one: {own})", words=words, own=", ".join(line.overruled))
