"""Two answers to one customer, side by side, and four keys asked twice: which is better, which is right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, SafeText, button, column, row
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from helpdesk.domain.history import BlindPair
    from helpdesk.services.history import Sides
    from helpdesk.ui.kit import Shortcuts

GROUP = mark("Judging old tickets")
QUESTION_HEIGHT = 170
CHOICES: tuple[tuple[Sides, str, str, str], ...] = (
    ((True, False), "1", mark("1 is better"), mark("1 is right")),
    ((False, True), "2", mark("2 is better"), mark("2 is right")),
    ((True, True), "=", mark("Both are fine"), mark("Both are right")),
    ((False, False), "X", mark("Neither is fine"), mark("Neither is right")),
)
BETTER = mark("Which answer would you rather send? Nobody tells you who wrote which.")
RIGHT = mark("Which of them is right in what it says? Tone and polish do not count.")


class JudgingPane(QFrame):
    """Passive. `judged` carries (better, right) once both were said; `left` asks to go back, `taken_back` for the last one
    anew."""

    judged = Signal(object, object)
    taken_back = Signal()
    left = Signal()

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._better: Sides | None = None
        self._open = False
        self._count = Label("", "section")
        self._subject = Label("", "strong", wraps=True)
        self._asked = Label("", "title", wraps=True)
        self.question = SafeText(tr("The customer's question"))
        self.answers = (SafeText(tr("Answer 1")), SafeText(tr("Answer 2")))
        self.buttons = tuple(button(tr(better), key=key) for _, key, better, _ in CHOICES)
        self.back = button(tr("Take the last one back"), "quiet", name=tr("Judge the ticket before again"), key="Backspace")
        self.leave = button(tr("Back to the trial"), "quiet", name=tr("Back to the trial; this one stays for later"), key="Esc")
        self._lay_out()
        for (sides, key, *_), made in zip(CHOICES, self.buttons, strict=True):
            made.clicked.connect(partial(self.choose, sides))
            shown = "1, 2, =, X" if key == "1" else ""
            words = mark("First better, second better, both, neither") if key == "1" else ""
            intent = Intent(f"judge-{key}", (key,), words, GROUP, shown)
            shortcuts.add(self, intent, partial(self.choose, sides))
        shortcuts.add(self, Intent("judge-back", ("Backspace",), mark("Judge the last one again"), GROUP), self.take_back)
        shortcuts.add(self, Intent("judge-leave", ("Esc",), mark("Back to the trial"), GROUP), self.left.emit)
        self.back.clicked.connect(self.take_back)
        self.leave.clicked.connect(self.left)

    def show_pair(self, pair: BlindPair) -> None:
        self._open = True
        self._count.say(tr("{number} of {of}", number=pair.number, of=pair.of))
        self._subject.say(pair.subject)
        self.question.show_source(pair.question)
        for text, said in zip(self.answers, (pair.first, pair.second), strict=True):
            text.show_source(said)
        self._ask(None)
        self.buttons[0].setFocus()

    def choose(self, sides: Sides, _: bool = False) -> None:
        if not self._open:
            return
        if self._better is None:
            self._ask(sides)
            return
        self._open = False
        self.judged.emit(self._better, sides)

    def take_back(self) -> None:
        """The first of the two answers given on this one, else the last one judged."""
        if self._better is not None:
            self._ask(None)
        else:
            self.taken_back.emit()

    def words(self) -> str:
        return f"{self._count.text()} {self._asked.text()}"

    def _ask(self, better: Sides | None) -> None:
        self._better = better
        self._asked.say(tr(BETTER) if better is None else tr(RIGHT))
        for (_, _, first, second), made in zip(CHOICES, self.buttons, strict=True):
            made.setText(tr(first if better is None else second))
            made.setAccessibleName(made.text())

    def _lay_out(self) -> None:
        self.question.setFixedHeight(theme.scaled(QUESTION_HEIGHT))
        sides = [column(Label(str(n), "title"), text, gap=2) for n, text in enumerate(self.answers, 1)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.M, theme.XL, theme.L)
        layout.setSpacing(theme.S)
        layout.addWidget(row(self._count, None, self.back, self.leave))
        layout.addWidget(self._subject)
        layout.addWidget(self.question)
        layout.addWidget(row(*sides, gap=theme.M), 1)
        layout.addWidget(self._asked)
        layout.addWidget(row(*self.buttons, None))
