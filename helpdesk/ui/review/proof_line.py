"""How many sentences of the reply their sources back, and the way to the next that they do not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from helpdesk.domain.proof import Level, Proof
from helpdesk.ui import proof_wording, theme
from helpdesk.ui.kit import ElidedLabel, Label, button
from helpdesk.ui.language import tr
from helpdesk.ui.review import keys

LOOKS = {Level.SUPPORTED: ("✓", "good"), Level.WEAK: ("~", "fair"), Level.UNSUPPORTED: ("!", "poor")}


class ProofLine(QFrame):
    """Hidden while there is nothing to tell."""

    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = Label("", "good")
        self._words = ElidedLabel("", "caption")
        self._next = button(tr("Next to check"), "quiet", name=tr("Go to the next sentence to check"), key=keys.DOUBT)
        self._next.clicked.connect(self.next_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S)
        line.addWidget(self._mark)
        line.addWidget(self._words, 1)
        line.addWidget(self._next)
        self.hide()

    def show_proof(self, proof: Proof | None) -> None:
        if proof is None or not proof.sentences:
            self.hide()
            return
        levels = {one.level for one in proof.sentences}
        worst = next(level for level in (Level.UNSUPPORTED, Level.WEAK, Level.SUPPORTED) if level in levels)
        mark, look = LOOKS[worst]
        self._mark.say(mark)
        theme.dress(self._mark, look)
        self._words.say(proof_wording.counted(proof))
        self._next.setVisible(worst is not Level.SUPPORTED)
        self.setAccessibleName(proof_wording.counted(proof))
        self.show()

    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()
