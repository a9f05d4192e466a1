"""What is proven so far, laid out: a heading for each drafter, a row for each topic, a line for each thing said of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.evidence import DrafterEvidence, Evidence
from helpdesk.ui.kit import Label
from helpdesk.ui.language import tr


class EvidenceCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._shown: Evidence | None = None
        self._inside = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._layout.setSpacing(theme.S)
        self._layout.addWidget(Label(tr("What is proven so far"), "strong"))
        self._layout.addWidget(self._inside)
        theme.dress(self, "card")

    def show_evidence(self, found: Evidence) -> None:
        if found == self._shown:
            return
        self._shown = found
        before, self._inside = self._inside, laid_out(found)
        self._layout.replaceWidget(before, self._inside)
        before.deleteLater()

    def words(self) -> str:
        found = self._shown or Evidence((), ())
        rows = [
            f"{one.drafter}, {topic.topic}: {'; '.join(w for w, _ in topic.said)}"
            for one in found.drafters
            for topic in one.topics
        ]
        return "\n".join((*rows, *found.around))


def laid_out(found: Evidence) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.L)
    grid.setVerticalSpacing(theme.XS)
    grid.setColumnStretch(1, 1)
    for drafter in found.drafters:
        _add_drafter(grid, drafter)
    for words in found.around:
        grid.addWidget(_copied(words, "muted" if found.drafters else ""), grid.rowCount(), 0, 1, 2)
    return made


def _add_drafter(grid: QGridLayout, drafter: DrafterEvidence) -> None:
    grid.addWidget(Label(drafter.drafter, "section"), grid.rowCount(), 0, 1, 2)
    for topic in drafter.topics:
        row = grid.rowCount()
        grid.addWidget(Label(topic.topic), row, 0, Qt.AlignmentFlag.AlignTop)
        for down, (words, tone) in enumerate(topic.said):
            grid.addWidget(_copied(words, tone), row + down, 1)
    grid.setRowMinimumHeight(grid.rowCount(), theme.S)


def _copied(words: str, role: str) -> Label:
    """With the mouse: a stop of the keyboard at every line would be a long way through the page."""
    made = Label(words, role, wraps=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
