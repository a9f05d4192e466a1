"""Which tickets something is for: put together from conditions, or typed, and how many these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button
from helpdesk.ui.kit.conditions_edit import ConditionsEdit, Offered
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.language import mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Collection

TYPED_HINT = mark("Which tickets, like topic:billing priority:high; empty for every ticket")


class WhichTickets(QFrame):
    """Passive. `turn_wanted` asks for the other of its two faces. `left_out` are fields nothing can hang on here, `why` says so
    to who looks for them."""

    changed = Signal()
    turn_wanted = Signal()

    def __init__(self, title: str, left_out: Collection[str] = (), why: str = "") -> None:
        super().__init__()
        self.lines = ConditionsEdit(Offered(left_out, me=False))
        self.query = QLineEdit()
        self.query.setPlaceholderText(tr(TYPED_HINT))
        self.query.setAccessibleName(title)
        self.turn = button("", "quiet")
        self._count = Label("", "strong")
        self._said = Label("", "caption", wraps=True)
        self._said.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.XS, 0, theme.XS)
        layout.setSpacing(theme.XS)
        layout.addWidget(flow(Label(title, "section"), far=(self._count, self.turn)))
        if why:
            layout.addWidget(Label(why, "caption", wraps=True))
        for part in (self.lines, self.query, self._said):
            layout.addWidget(part)
        self.lines.changed.connect(self.changed)
        self.query.textEdited.connect(lambda _: self.changed.emit())
        self.turn.clicked.connect(self.turn_wanted)
        self.show_face(typed=False)
        self.show_count(None)

    @property
    def typed(self) -> bool:
        """Whether the line is on display in which conditions are typed."""
        return self.lines.isHidden()

    def show_face(self, *, typed: bool) -> None:
        self.lines.setVisible(not typed)
        self.query.setVisible(typed)
        self.turn.setText(tr("Put conditions together") if typed else tr("Type them instead"))
        self.turn.setAccessibleName(self.turn.text())

    def say(self, words: str, *, well: bool = True) -> None:
        theme.dress(self._said, "caption" if well else "poor")
        self._said.say(words)
        self._said.setVisible(bool(words))

    def show_count(self, count: int | None) -> None:
        """None for every ticket there is, and will be."""
        self._count.say(tr("Every ticket") if count is None else trn("{n} ticket fits now", "{n} tickets fit now", count))

    def show_no_count(self) -> None:
        self._count.say("")

    def words(self) -> str:
        return f"{self._count.text()} {self._said.text()}".strip()
