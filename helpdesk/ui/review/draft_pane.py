"""The right-hand third: how sure, the reply, what it stands on, and the decision."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from helpdesk.domain.draft import Draft
from helpdesk.domain.proof import Proof
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Banner, ChoicePopover, ConfidenceBadge, ElidedLabel, Label, LinePopover, Tone, button, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.language import tr, trn
from helpdesk.ui.review import keys
from helpdesk.ui.review.contract import Notice, Offer, Saved, Sheet
from helpdesk.ui.review.editor import DraftEditor
from helpdesk.ui.review.handing_on import HandingOn
from helpdesk.ui.review.proof_line import ProofLine
from helpdesk.ui.review.sources import Sources
from helpdesk.ui.review.stream_line import StreamLine


class DraftPane(QFrame):
    approve_requested = Signal()
    reject_requested = Signal(str)
    escalate_requested = Signal(str, object)
    regenerate_requested = Signal(str)
    skip_requested = Signal()
    offer_taken = Signal(object)
    notice_dismissed = Signal()
    rewrite_requested = Signal()
    earlier_requested = Signal()
    why_requested = Signal()
    changed_requested = Signal()
    together_requested = Signal()

    def __init__(self, host: QFrame) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._offer = Offer.NONE
        self._badge = ConfidenceBadge()
        self._route = Label("", "strong")
        self._writer = ElidedLabel("", "caption")
        self._saved = Label("", "caption")
        self._banner = Banner()
        self._other = Offer.NONE
        self.proof_line = ProofLine()
        self.editor = DraftEditor()
        self.sources = Sources()
        self.stream = StreamLine()
        self._rewrite = button(
            tr("Rewrite"), "quiet", name=tr("Rewrite: shorter, friendlier, simpler, translated"), key=keys.REWRITE
        )
        self._earlier = button(tr("Earlier texts"), "quiet", name=tr("Earlier texts of this reply"), key=keys.EARLIER)
        self._why = button(tr("Why this draft"), "quiet", key=keys.WHY)
        self._changed = button(tr("What I changed"), "quiet", key=keys.CHANGED)
        self._together = button("", "quiet", key=keys.TOGETHER)
        self._approve = button(tr("Approve"), "primary", name=tr("Approve and send"), key=keys.APPROVE)
        self._reject = button(tr("Reject"), "danger", name=tr("Reject with a reason"), key=keys.REJECT)
        self._escalate = button(tr("Escalate"), name=tr("Escalate with a note"), key=keys.ESCALATE)
        self._redraft = button(tr("Draft again"), name=tr("Draft again, with or without a hint"), key=keys.REDRAFT)
        self._skip = button(tr("Skip"), "quiet", name=tr("Skip this draft"), key=keys.SKIP)
        reasons = [(str(code), words) for code, words in wording.REJECT_REASONS.items()]
        self._reasons = ChoicePopover(host, tr("Why is it rejected?"), reasons)
        self._note = HandingOn(host)
        self._hint = LinePopover(
            host,
            tr("What should be different?"),
            tr("Draft again"),
            hint=tr("Optional: mention the refund form"),
            needed=False,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = row(self._badge, self._route, self._writer, self._saved, gap=theme.S)
        actions = flow(self._approve, self._reject, self._escalate, self._redraft, self._skip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        asks = flow(self._rewrite, self._earlier, self._why, self._changed, self._together, gap=0)
        for part in (head, self._banner, self.stream, asks):
            layout.addWidget(part)
        self._changed.hide()
        self._together.hide()
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.proof_line)
        layout.addWidget(self.sources)
        layout.addWidget(actions)
        theme.dress(self, "pane")

    def _connect(self) -> None:
        self._approve.clicked.connect(self.approve_requested)
        self._skip.clicked.connect(self.skip_requested)
        self._rewrite.clicked.connect(self.rewrite_requested)
        self._earlier.clicked.connect(self.earlier_requested)
        self._why.clicked.connect(self.why_requested)
        self._changed.clicked.connect(self.changed_requested)
        self._together.clicked.connect(self.together_requested)
        self._reject.clicked.connect(self.ask_reason)
        self._escalate.clicked.connect(self.ask_note)
        self._redraft.clicked.connect(self.ask_hint)
        self._reasons.chosen.connect(self.reject_requested)
        self._note.handed_on.connect(self.escalate_requested)
        self._hint.written.connect(self.regenerate_requested)
        self._banner.acted.connect(self._take_offer)
        self._banner.acted_otherwise.connect(lambda: self.offer_taken.emit(self._other))
        self.proof_line.next_wanted.connect(self.editor.go_to_doubt)
        self._banner.dismissed.connect(self.notice_dismissed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sources.fit()

    def show_sheet(self, sheet: Sheet) -> None:
        draft = sheet.draft
        self._sheet = sheet
        self._badge.show_confidence(draft.confidence)
        self._route.say(head_words(draft))
        self._writer.say(written_by(draft))
        self.editor.show_text(sheet.text)
        self.editor.setReadOnly(not sheet.decidable)
        self.sources.show_sources(draft.citations, sheet.item.told)
        self.stream.begin(sheet.being_written)
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        able = self._sheet is not None and self._sheet.decidable and not busy
        for action in self.deciding():
            action.setEnabled(able)
        self._rewrite.setEnabled(able)
        self._redraft.setEnabled(not busy and self._sheet is not None and self._sheet.redraftable)
        self._skip.setEnabled(self._sheet is not None and not busy)

    def show_alike(self, others: int) -> None:
        """How many other customers got a draft from the same passages."""
        said = trn("{n} more like this: answer together", "{n} more like this: answer together", others)
        self._together.setText(said)
        self._together.setAccessibleName(said)
        self._together.setVisible(others > 0)

    def together_words(self) -> str:
        return "" if self._together.isHidden() else self._together.text()

    def show_saved(self, saved: Saved) -> None:
        self._changed.setVisible(saved is not Saved.UNTOUCHED)
        self._saved.say(tr(saved.value))
        theme.dress(self._saved, "poor" if saved is Saved.NOT_SAVED else "caption")

    def show_notice(self, notice: Notice | None) -> None:
        if notice is None:
            self._banner.clear()
            return
        self._offer, self._other = notice.offer, notice.other
        words, title, action = tr(notice.words), tr(notice.title), tr(notice.offer.value)
        self._banner.say(words, Tone(notice.weight.value), title=title, action=action)
        self._banner.offer_also(notice.other.value)

    def act_on_notice(self) -> None:
        if not self._banner.isHidden() and self._offer is not Offer.NONE:
            self._take_offer()

    def show_proof(self, proof: Proof | None) -> None:
        self.editor.show_proof(proof)
        self.proof_line.show_proof(proof)

    def notice_words(self) -> str:
        return "" if self._banner.isHidden() else self._banner.words()

    def saved_words(self) -> str:
        return self._saved.text()

    def deciding(self) -> tuple[QPushButton, ...]:
        return (self._approve, self._reject, self._escalate, self._redraft)

    def show_stream(self, text: str, speed: float) -> None:
        self.editor.show_growing(text)
        self.stream.show_speed(speed)

    def rewrite(self) -> None:
        if self._rewrite.isEnabled():
            self.rewrite_requested.emit()

    def ask_reason(self) -> None:
        if self._reject.isEnabled():
            self._reasons.open_above(self._reject)

    def ask_note(self) -> None:
        if self._escalate.isEnabled():
            self._note.open_above(self._escalate)

    def ask_hint(self) -> None:
        if self._redraft.isEnabled():
            self._hint.open_above(self._redraft)

    def approve(self) -> None:
        if self._approve.isEnabled():
            self.approve_requested.emit()

    def skip(self) -> None:
        if self._skip.isEnabled():
            self.skip_requested.emit()

    def _take_offer(self) -> None:
        offer = self._offer
        self.offer_taken.emit(offer)


def head_words(draft: Draft) -> str:
    return wording.ROUTES[draft.route] if draft.route else wording.DRAFT_STATES[draft.state]


def written_by(draft: Draft) -> str:
    if draft.fingerprint is None:
        return ""
    if draft.fingerprint.writer == "excerpts":
        return tr("quoted from the knowledge base")
    return tr("written by {model}", model=draft.fingerprint.model or draft.fingerprint.writer)
