"""Asking before a change that others feel: what will happen, and which drafts and answers stand on what changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from helpdesk.domain.draft import DraftState
from helpdesk.domain.glance import glance
from helpdesk.domain.quotation import within_quotes
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, SafeText, button, row
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.popover import Popover
from helpdesk.ui.language import number, tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QObject

    from helpdesk.domain.article_history import Impact

WIDTH = 620
LIST_HEIGHT, LIST_LOWEST = 200, 60
MOST_LISTED = 200
QUOTED = 140
BELOW = "    "


@dataclass(frozen=True)
class Question:
    """`second` is the label of another way out, `danger` marks what cannot be taken back, `typed` is what must be typed before
    the answer may be yes."""

    title: str
    words: str
    action: str
    impacts: Sequence[Impact] = ()
    danger: bool = False
    second: str = ""
    typed: str = ""


class Ask(Protocol):
    """`act` is done when the answer is yes, `other` for the second answer, if there is one."""

    def __call__(self, question: Question, act: Callable[[], object], other: Callable[[], object] | None = None) -> None: ...


class ConfirmSheet(Popover):
    """Lies over the middle of the screen until it is answered; Esc answers no. The rest of the screen waits, and what was
    opened over it goes."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("Please confirm"))
        self._act: Callable[[], object] | None = None
        self._other: Callable[[], object] | None = None
        self._shade = QWidget(host)
        self._shade.hide()
        self._title = Label("", "title", wraps=True)
        self._words = Label("", wraps=True)
        self._listed = Label("", "section", wraps=True)
        self._list = SafeText(tr("Drafts and answers that stand on it"))
        self.typed = QLineEdit()
        self._wanted = ""
        self.confirm = button("")
        self.second = button("")
        self.cancel = button(tr("Cancel"), key="Esc")
        for part in (self._title, self._words, self._listed, self._list, self.typed):
            self.body.addWidget(part)
        self.body.addWidget(row(None, self.cancel, self.second, self.confirm))
        self.body.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        self.body.setSpacing(theme.S)
        self.typed.textChanged.connect(self._weigh)
        self.typed.returnPressed.connect(self.confirm.click)
        self.confirm.clicked.connect(lambda: self._answer(self._act))
        self.second.clicked.connect(lambda: self._answer(self._other))
        self.cancel.clicked.connect(self.close_up)
        self.closed.connect(self._shade.hide)
        host.installEventFilter(self)

    def ask(self, question: Question, act: Callable[[], object], other: Callable[[], object] | None = None) -> None:
        self._act, self._other = act, other
        self._title.say(question.title)
        self._words.say(question.words)
        for made, text in ((self.confirm, question.action), (self.second, question.second)):
            made.setText(text.replace("&", "&&"))
            made.setAccessibleName(text)
            made.setVisible(bool(text))
        theme.dress(self.confirm, "danger" if question.danger else "primary")
        self._listed.say(impact_heading(question.impacts))
        self._list.show_source("\n".join(impact_lines(question.impacts[:MOST_LISTED])))
        for part in (self._listed, self._list):
            part.setVisible(bool(question.impacts))
        self._ask_to_type(question.typed)
        self.setAccessibleName(f"{question.title} {question.words}")
        self._open()

    def words(self) -> str:
        return "\n".join((self._title.text(), self._words.text(), self._listed.text(), self._list.toPlainText())).strip()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays among the answers."""
        all_of_them = (self._list, self.typed, self.cancel, self.second, self.confirm)
        parts = [part for part in all_of_them if not part.isHidden() and part.isEnabled()]
        at = next((n for n, part in enumerate(parts) if part.hasFocus()), 0)
        parts[(at + (1 if forward else -1)) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _ask_to_type(self, wanted: str) -> None:
        hint = tr("Type {wanted} to confirm", wanted=wanted)
        self._wanted = wanted
        self.typed.clear()
        self.typed.setPlaceholderText(hint)
        self.typed.setAccessibleName(hint)
        self.typed.setVisible(bool(wanted))
        self._weigh()

    def _weigh(self) -> None:
        self.confirm.setEnabled(self.typed.text().strip() == self._wanted)

    def _first(self) -> QWidget:
        """What takes the keys: the safe answer when it cannot be taken back."""
        if self._wanted:
            return self.typed
        return self.cancel if self.confirm.property("role") == "danger" else self.confirm

    def _open(self) -> None:
        if self._waits(self._open):
            return
        opened = self._asked()
        if opened is not None:
            opened.close_up()
        self._shade.setGeometry(self._host.rect())
        self._shade.show()
        self._shade.raise_()
        self.open_above(self._host)
        self._place()

    def _place(self) -> None:
        self._shade.setGeometry(self._host.rect())
        self._fit(self._host.width() - 2 * theme.S, self._host.height() - 2 * theme.S)
        room = self._host.size() - self.size()
        self.move(QPoint(max(0, room.width() // 2), max(0, room.height() // 3)))

    def _fit(self, width: int, height: int) -> None:
        """Every word and answer is seen whole: where there is little room, the list is scrolled."""
        width = min(width, theme.scaled(WIDTH))
        self._list.setFixedHeight(theme.scaled(LIST_HEIGHT))
        over = self.body.totalHeightForWidth(width) - height
        if over > 0 and not self._list.isHidden():
            self._list.setFixedHeight(max(LIST_LOWEST, self._list.height() - over))
        self.setFixedSize(width, self.body.totalHeightForWidth(width))

    def _answer(self, act: Callable[[], object] | None) -> None:
        self.close_up()
        if act is not None:
            act()


def impact_heading(impacts: Sequence[Impact]) -> str:
    """'2 drafts and 1 sent answer stand on it; of 1 the quoted words are gone'. A draft that quotes twice is one draft."""
    all_of_them = {impact.draft_id for impact in impacts}
    sent = len({impact.draft_id for impact in impacts if impact.state == DraftState.SENT})
    gone = len({impact.draft_id for impact in impacts if impact.gone})
    drafts = len(all_of_them) - sent
    parts = [trn("{n} draft", "{n} drafts", drafts)] * bool(drafts)
    parts += [trn("{n} sent answer", "{n} sent answers", sent)] * bool(sent)
    both = tr(" and ").join(parts)
    said = (
        trn("{both} stands on it", "{both} stand on it", len(all_of_them), both=both)
        if parts
        else tr("No draft and no answer stands on it")
    )
    return tr("{said}; of {gone} the quoted words are gone", said=said, gone=number(gone)) if gone else said


def impact_lines(impacts: Sequence[Impact]) -> Iterator[str]:
    """Each draft and answer with what it quotes below it; those whose words are gone come first."""
    several = len({impact.path for impact in impacts}) > 1
    of_drafts: dict[int, list[Impact]] = {}
    for impact in sorted(impacts, key=lambda impact: not impact.gone):
        of_drafts.setdefault(impact.draft_id, []).append(impact)
    for of_one in of_drafts.values():
        first = of_one[0]
        state, subject = wording.DRAFT_STATES.get(first.state, first.state), one_line(first.subject) or tr("(no subject)")
        yield f"• {tr('{state} · ticket {ticket_id}, {subject}', state=state, ticket_id=first.ticket_id, subject=subject)}"
        for impact in of_one:
            told = (impact.path if several else "", quote_words(impact))
            if any(told):
                yield f"{BELOW}{': '.join(part for part in told if part)}"


def quote_words(impact: Impact) -> str:
    quote = within_quotes(one_line(glance(impact.quote)))
    if len(quote) > QUOTED:
        quote = f"{quote[:QUOTED].rsplit(' ', 1)[0]}…"
    said = tr("“{quote}”", quote=quote) if quote else ""
    return f"{said}{tr(' — these words are gone')}" if said and impact.gone else said
