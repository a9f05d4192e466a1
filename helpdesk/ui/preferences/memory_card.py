"""What the desk remembers of sent replies, to read and to forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.assist_words import mark_of, stands_on
from helpdesk.ui.kit import Label, SafeText, button, printable, row
from helpdesk.ui.language import day, mark, number, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from helpdesk.domain.past_answer import KeptAnswer

ABOUT = mark(
    "Replies you approved, without any sentence that repeats a customer's own words. The nearest one is shown to the model as "
    "an example while its articles still say the same."
)
NOTHING = mark("Nothing is remembered.")
FORGET_ALL = mark("Forget all…")
LIST_HEIGHT, TEXT_HEIGHT = 96, 96


class MemoryCard(QFrame):
    """Passive. `seen` is emitted each time the card comes into view, `forget_wanted` carries an answer's number."""

    seen = Signal()
    forget_wanted = Signal(int)
    forget_all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[int, KeptAnswer] = {}
        self._is_seen = False
        self._state = Label(tr(NOTHING), wraps=True)
        self.listing = QListWidget()
        self.listing.setAccessibleName(tr("Remembered answers"))
        self.listing.setMaximumHeight(theme.scaled(LIST_HEIGHT))
        self.text = SafeText(tr("The remembered answer"))
        self.text.setMaximumHeight(theme.scaled(TEXT_HEIGHT))
        self.look = button(tr("Look again"), "quiet", name=tr("Look again what is remembered"))
        self.forget = button(tr("Forget it"), name=tr("Forget the chosen answer for good"))
        self.forget_all = button(tr(FORGET_ALL), "quiet", name=tr("Forget all remembered answers for good"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(Label(tr("Remembered answers"), "section"), None, self.look))
        layout.addWidget(Label(tr(ABOUT), "caption", wraps=True))
        for part in (self._state, self.listing, self.text, row(self.forget, None, self.forget_all)):
            layout.addWidget(part)
        theme.dress(self, "card")
        self.listing.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self.chosen()))
        self.forget_all.clicked.connect(self._ask_or_forget_all)
        self.look.clicked.connect(self.seen)
        self.show_answers(())

    def show_answers(self, answers: Sequence[KeptAnswer]) -> None:
        self._answers = {one.id: one for one in answers}
        self.listing.clear()
        for one in answers:
            item = QListWidgetItem(
                tr(
                    "{at} · ticket {ticket_id} · {mark_of} · {answer}",
                    at=day(one.at),
                    ticket_id=one.ticket_id,
                    mark_of=mark_of(one),
                    answer=printable(" ".join(one.answer.split())[:80]),
                )
            )
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.listing.addItem(item)
        self.say(tr("{count} remembered.", count=len(answers)) if answers else tr(NOTHING))
        for part in (self.listing, self.text, self.forget, self.forget_all):
            part.setVisible(bool(answers))
        self.forget_all.setText(tr(FORGET_ALL))
        self._show_chosen()

    def say(self, words: str) -> None:
        self._state.say(words)

    def words(self) -> str:
        return self._state.text()

    def chosen(self) -> int:
        """0 when none is."""
        place = self.listing.currentRow()
        return int(self.listing.item(place).data(Qt.ItemDataRole.UserRole)) if place >= 0 else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self.seen.emit)

    def _ask_or_forget_all(self) -> None:
        """The first click asks, the second does it."""
        if self.forget_all.text() == tr(FORGET_ALL):
            self.forget_all.setText(tr("Really forget all {count}?", count=number(len(self._answers))))
        else:
            self.forget_all_wanted.emit()

    def _show_chosen(self) -> None:
        answer = self._answers.get(self.chosen())
        self.text.show_source(f"{answer.answer}\n\n{stands_on(answer)}".strip() if answer else "")
        self.forget.setEnabled(answer is not None)
