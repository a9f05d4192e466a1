"""Sending: whether answers leave by themselves, what is proven for it, and everything that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.services.certifying import GoalWish
from helpdesk.ui import theme, wording
from helpdesk.ui.insights.evidence import evidence
from helpdesk.ui.insights.evidence_card import EvidenceCard
from helpdesk.ui.insights.plain_table import PlainTable
from helpdesk.ui.insights.sending_goal import GoalCard, Wished
from helpdesk.ui.insights.sending_list import WentCard
from helpdesk.ui.insights.sending_page import held_table, shadow_words, signed_words, state_shown
from helpdesk.ui.insights.sending_presenter import SendingPresenter
from helpdesk.ui.insights.sending_signing import LINE, SigningCard
from helpdesk.ui.insights.sending_state import StateCard
from helpdesk.ui.insights.tab import InsightsTab, page
from helpdesk.ui.insights.watching import PresentedTab
from helpdesk.ui.kit import Banner, Label, Place, Tone
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from datetime import datetime

    from helpdesk.domain.autosend import Offer
    from helpdesk.domain.errors import NotSigned
    from helpdesk.domain.sending import AutoReply
    from helpdesk.ui.insights.picture import Table
    from helpdesk.ui.insights.sending_page import Known
    from helpdesk.ui.kit import ScreenContext


def build(context: ScreenContext) -> InsightsTab:
    return SendingTab(context)


class SendingTab(PresentedTab[SendingPresenter]):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._known: Known | None = None
        self.banner = Banner()
        self.state = StateCard()
        self.signing = SigningCard()
        self.goal = GoalCard()
        self.evidence = EvidenceCard()
        self.shadow = WordsCard(tr("What it would have sent"))
        self.signed = WordsCard(tr("What was signed"))
        self.held = HeldCard()
        self.went = WentCard()
        self._waiting = Label(tr("Counting…"), "muted")
        self._cards = (self.state, self.went, self.goal, self.evidence, self.shadow, self.held, self.signed)
        page(self, [self.banner, self._waiting, self.state, self.signing, *self._cards[1:]])
        for card in self._cards:
            card.hide()  # a goal set beside one nobody was shown would end what is proven
        self.presenter = SendingPresenter(self, context.bridge, context.delays)
        self._connect()

    def show_known(self, known: Known, now: datetime) -> None:
        if self._known is None:
            self._waiting.hide()
            for card in self._cards:
                card.show()
        self._known = known
        self.state.show_state(state_shown(known, now))
        self.goal.show_goal(known.standing.goal)
        self.evidence.show_evidence(evidence(known.standing))
        self.shadow.say(shadow_words(known.standing))
        self.signed.say(signed_words(known.consents, now))
        self.held.setVisible(bool(known.status.held))
        self.held.show_table(held_table(known.status))
        self.went.show_replies(known.went, now)
        self.went.setVisible(bool(known.went) or known.status.consent is not None)

    def show_offer(self, offer: Offer, agent: str) -> None:
        self.signing.ask_signature(offer, agent)

    def done(self, words: str) -> None:
        self.banner.clear()
        self.signing.close_up()
        self._context.toasts.say(words)

    def refused(self, error: NotSigned) -> None:
        if self.signing.isVisible():
            self.signing.refuse(wording.of(error).sentence)
        else:
            self.banner.tell(error, Tone.WARNING)

    def show_trouble(self, error: Exception) -> None:
        self.banner.tell(error)

    def _connect(self) -> None:
        self.state.stop_wanted.connect(self.presenter.stop)
        self.state.off_wanted.connect(self.presenter.turn_off)
        self.state.sign_wanted.connect(self.presenter.offer)
        self.state.override_wanted.connect(lambda: self.presenter.offer(self.signing.line.value() or LINE))
        self.state.resume_wanted.connect(self._ask_reason)
        self.signing.line_chosen.connect(self.presenter.offer)
        self.signing.signed.connect(self.presenter.sign)
        self.signing.allowed.connect(self.presenter.resume)
        self.goal.wished.connect(self._set_goal)
        self.went.take_back_wanted.connect(self._take_back)
        self.went.ticket_wanted.connect(self._open_ticket)

    def _ask_reason(self) -> None:
        self.signing.ask_reason(self.state.why())

    def _set_goal(self, wished: Wished) -> None:
        self.presenter.set_goal(GoalWish(wished.alpha, wished.delta, wished.topics, wished.never))

    def _take_back(self, reply: AutoReply | None) -> None:
        if reply is not None:
            self.presenter.take_back(reply.outbox_id)

    def _open_ticket(self, reply: AutoReply | None) -> None:
        if reply is not None:
            self._context.navigate(Place("inbox", ticket_id=reply.ticket_id))


class HeldCard(QFrame):
    """Why drafts waited for a person: all reasons at once, as there are few."""

    TITLE = mark("Why drafts waited for a person")

    def __init__(self) -> None:
        super().__init__()
        self.table = PlainTable()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(tr(self.TITLE), "strong"))
        layout.addWidget(self.table)
        theme.dress(self, "card")

    def show_table(self, table: Table) -> None:
        self.table.show_table(tr(self.TITLE), table)
        rows = sum(self.table.rowHeight(line) for line in range(self.table.rowCount()))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 2 * self.table.frameWidth() + 2)


class WordsCard(QFrame):
    """A title and lines to read and copy."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._words = Label("", wraps=True, selectable=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(Label(title, "strong"))
        layout.addWidget(self._words)
        theme.dress(self, "card")

    def say(self, words: str) -> None:
        self._words.say(words)

    def words(self) -> str:
        return self._words.text()
