"""What the desk remembers of sent replies, to read and to forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from helpdesk.ui import theme
from helpdesk.ui.assist_words import mark_of, stands_on
from helpdesk.ui.kit import Label, SafeText, button, printable, row
from helpdesk.ui.language import day, mark, number, tr
from helpdesk.ui.preferences.keyed_list import KeyedList
from helpdesk.ui.preferences.saying_card import SeenCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.past_answer import KeptAnswer

ABOUT = mark(
    "Replies you approved, without any sentence that repeats a customer's own words. The nearest one is shown to the model as "
    "an example while its articles still say the same."
)
NOTHING = mark("Nothing is remembered.")
FORGET_ALL = mark("Forget all…")
LIST_HEIGHT, TEXT_HEIGHT = 96, 96


class MemoryCard(SeenCard):
    """Passive. `forget_wanted` carries an answer's number."""

    forget_wanted = Signal(int)
    forget_all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[int, KeptAnswer] = {}
        self._state = Label(tr(NOTHING), wraps=True)
        self.listing: KeyedList[int] = KeyedList(tr("Remembered answers"), LIST_HEIGHT)
        self.text = SafeText(tr("The remembered answer"))
        self.text.setMaximumHeight(theme.scaled(TEXT_HEIGHT))
        self.look = button(tr("Look again"), "quiet", name=tr("Look again what is remembered"))
        self.forget = button(tr("Forget it"), name=tr("Forget the chosen answer for good"))
        self.forget_all = button(tr(FORGET_ALL), "quiet", name=tr("Forget all remembered answers for good"))
        head, about = row(Label(tr("Remembered answers"), "section"), None, self.look), Label(tr(ABOUT), "caption", wraps=True)
        self._place(head, about, self._state, self.listing, self.text, row(self.forget, None, self.forget_all))
        self.listing.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self.chosen()))
        self.forget_all.clicked.connect(self._ask_or_forget_all)
        self.look.clicked.connect(self.seen)
        self.show_answers(())

    def show_answers(self, answers: Sequence[KeptAnswer]) -> None:
        self._answers = {one.id: one for one in answers}
        self.listing.show_lines([(one.id, line_of(one)) for one in answers])
        self._state.say(tr("{count} remembered.", count=len(answers)) if answers else tr(NOTHING))
        self.say("", well=True)
        for part in (self.text, self.forget, self.forget_all):
            part.setVisible(bool(answers))
        self.forget_all.setText(tr(FORGET_ALL))
        self._show_chosen()

    def words(self) -> str:
        return f"{self._state.text()} {self._said.text()}".strip()

    def chosen(self) -> int:
        """0 when none is."""
        return self.listing.chosen() or 0

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


def line_of(one: KeptAnswer) -> str:
    return tr(
        "{at} · ticket {ticket_id} · {mark_of} · {answer}",
        at=day(one.at),
        ticket_id=one.ticket_id,
        mark_of=mark_of(one),
        answer=printable(" ".join(one.answer.split())[:80]),
    )
