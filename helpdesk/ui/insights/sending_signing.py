"""Where an admin signs: what is promised and what not, what it would take over, and the line that must be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QLineEdit, QVBoxLayout

from helpdesk.domain.signature import typed
from helpdesk.ui import sending_words, theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.keyboard_place import KeyboardPlace
from helpdesk.ui.kit.number_box import number_box
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from helpdesk.domain.autosend import Offer

LINE = 0.9
REASON = mark("Say what you looked at and why sending may go on. It is kept with your name.")


class SigningCard(QFrame):
    """Passive. Hidden until something is to be signed or allowed again; Esc leaves without. The line is typed in the language
    of the window, and signed and kept as the desk says it everywhere."""

    signed = Signal(str)
    allowed = Signal(str)
    line_chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ""
        self._came_from = KeyboardPlace(self)
        self._title = Label("", "title")
        self._sentences = Label("", "strong", wraps=True, selectable=True)
        self._caveats = Label("", wraps=True, selectable=True)
        self._offered = Label("", wraps=True, selectable=True)
        self._ask = Label("", wraps=True, selectable=True)
        self._refusal = Label("", "poor", wraps=True)
        self.line = score_box()
        self._line_row = row(Label(tr("Send from a score of")), self.line, None)
        self.typed = QLineEdit()
        self.sign = button("", "primary")
        self.cancel = button(tr("Cancel"), key="Esc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        for part in (self._title, self._line_row, self._sentences, self._caveats, self._offered, self._ask, self.typed):
            layout.addWidget(part)
        layout.addWidget(self._refusal)
        layout.addWidget(row(None, self.cancel, self.sign))
        theme.dress(self, "card")
        self.line.valueChanged.connect(self.line_chosen)
        self.typed.textChanged.connect(self._weigh)
        self.typed.returnPressed.connect(self.sign.click)
        self.sign.clicked.connect(self._give)
        self.cancel.clicked.connect(self.close_up)
        self.hide()

    def ask_signature(self, offer: Offer, agent: str) -> None:
        """`offer` without certificates is an override; asking again for another line keeps what was typed."""
        override = not offer.certificates
        self._title.say(tr("Send without proof") if override else tr("Turn sending by itself on"))
        self._sentences.say("\n".join(map(reason_said, offer.sentences)))
        self._caveats.say("\n".join(map(reason_said, offer.caveats)))
        self._offered.say(sending_words.offered(offer))
        shown = reason_said(offer.wanted)
        self._ask.say(tr("You sign as {agent}. Type exactly this: {wanted}", agent=agent, wanted=shown))
        self._line_row.setVisible(override)
        self._open(offer.wanted, tr("Sign and turn on"), tr("Type: {wanted}", wanted=shown))

    def ask_reason(self, words: str) -> None:
        """`words` say what stands."""
        self._title.say(tr("Allow sending again"))
        self._sentences.say(words)
        self._ask.say(tr(REASON))
        self._line_row.hide()
        for part in (self._caveats, self._offered):
            part.say("")
        self._open("", tr("Allow again"), tr("Why sending may go on"))

    def refuse(self, words: str) -> None:
        self._refusal.say(words)
        self._refusal.show()
        self.typed.setFocus()

    def close_up(self) -> None:
        self.typed.clear()
        self.hide()
        self._came_from.give_back()

    def words(self) -> str:
        parts = (self._title, self._sentences, self._caveats, self._offered, self._ask, self._refusal)
        return "\n".join(part.text() for part in parts if part.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def _open(self, wanted: str, action: str, hint: str) -> None:
        fresh = self.isHidden()
        if fresh:
            self._came_from.remember()
        self._wanted = wanted
        self._refusal.say("")
        self._refusal.hide()
        self.sign.setText(action)
        self.sign.setAccessibleName(action)
        self.typed.setPlaceholderText(hint)
        self.typed.setAccessibleName(hint)
        for part in (self._caveats, self._offered):
            part.setVisible(bool(part.text()))
        self._weigh()
        self.show()
        if fresh:
            self.typed.setFocus()

    def _weigh(self) -> None:
        said = self.typed.text().strip()
        self.sign.setEnabled(typed(said, reason_said(self._wanted)) if self._wanted else bool(said))

    def _give(self) -> None:
        if self._wanted:
            self.signed.emit(self._wanted)
        else:
            self.allowed.emit(self.typed.text())


def score_box() -> QDoubleSpinBox:
    box = number_box(QDoubleSpinBox())
    box.setRange(0.5, 0.99)
    box.setSingleStep(0.01)
    box.setValue(LINE)
    box.setAccessibleName(tr("Send from this score on"))
    return box
