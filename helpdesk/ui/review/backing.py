"""What the sentence at the caret stands on, beside it: the passage with the span that backs it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from helpdesk.domain.proof import Proof, SentenceProof
from helpdesk.ui import proof_wording, theme
from helpdesk.ui.kit import ElidedLabel, Label, SafeText, glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.language import tr
from helpdesk.ui.review.proof_line import LOOKS


class Backing(QFrame):
    """Hidden until a sentence is shown."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._level = Label("", "strong")
        self._where = ElidedLabel("", "caption")
        self._why = Label("", "caption", wraps=True)
        self._text = SafeText(tr("Passage behind the sentence"))
        close = glyph_button("close", tr("Close the passage"), key="Esc")
        close.clicked.connect(self.closed)
        head = QFrame()
        line = QHBoxLayout(head)
        line.setContentsMargins(edges(theme.L, theme.XS, theme.XS, theme.XS))
        line.setSpacing(theme.S)
        line.addWidget(self._level)
        line.addWidget(self._where, 1)
        line.addWidget(close)
        theme.dress(head, "ruled")
        inner = QVBoxLayout()
        inner.setContentsMargins(edges(theme.L, theme.XS, theme.S, theme.S))
        inner.setSpacing(theme.XS)
        inner.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(inner, 1)
        theme.dress(self, "pane")
        self.hide()

    def show_sentence(self, proof: Proof, one: SentenceProof) -> None:
        source = proof.source(one)
        self._level.say(proof_wording.SUPPORT[one.level])
        theme.dress(self._level, LOOKS[one.level][1])
        marks = " ".join(f"[{n}]" for n in source.marks) if source else ""
        self._where.say(f"{marks} {source.title}".strip() if source else "")
        why = proof_wording.support(one)
        self._why.say(why)
        self._why.setVisible(bool(why))
        self._text.show_span(source.text if source else "", one.span)
        self._text.setVisible(source is not None)
        self.show()

    def said(self) -> str:
        return self._text.marked_text()

    def words(self) -> str:
        return "" if self.isHidden() else f"{self._level.text()} {self._why.text()}".strip()
