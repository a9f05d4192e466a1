"""What becomes of a draft: approved, rejected, escalated, put off, drafted again, and all of that taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.errors import DraftSuperseded, DraftWasATest, NotYetSaid, Refused
from helpdesk.ui import wording
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import tr
from helpdesk.ui.review import notices, steps
from helpdesk.ui.review.contract import Notice, Offer, Weight

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from helpdesk.domain.decision import Decided, RejectReason
    from helpdesk.domain.ids import DecisionId
    from helpdesk.domain.label import HandedOn
    from helpdesk.services.review import Review
    from helpdesk.ui.review.contract import Sheet
    from helpdesk.ui.review.display import Display

UNDO_SECONDS = 10.0


class Deciding:
    """`superseded` is called when the draft turned out to be over already."""

    def __init__(self, display: Display, superseded: Callable[[], None]) -> None:
        self._display = display
        self._superseded = superseded
        self._unread: frozenset[str] = frozenset()

    def approve(self, read: Iterable[str] = ()) -> None:
        """`read` is what else the agent was told, besides the cautions on the sheet."""
        text, on_display = self._display.edit.decided_text(), self._display.sheet
        shown = on_display.item.cautions if on_display else ()
        seen = frozenset((*(caution.words for caution in shown), *read))
        self._decide(lambda review, sheet: review.approve(sheet.draft.id, sheet.draft.revision, text, read=seen))

    def approve_anyway(self) -> None:
        """With what was just said read."""
        self._display.say(None)
        self.approve(self._unread)

    def reject(self, reason: RejectReason, note: str = "") -> None:
        self._decide(lambda review, sheet: review.reject(sheet.draft.id, sheet.draft.revision, reason, note))

    def escalate(self, note: str, draft_is: HandedOn | None = None) -> None:
        self._decide(lambda review, sheet: review.escalate(sheet.draft.id, sheet.draft.revision, note, draft_is))

    def skip(self) -> None:
        display = self._display
        review, sheet = display.review, display.sheet
        if review is None or sheet is None or display.busy:
            return
        display.rest(True)
        unsaved, following = display.edit.unsaved(), display.following()
        display.view.end_writing()
        display.open(lambda: steps.skip(review, sheet.draft.id, unsaved, following))
        display.soon.start()

    def regenerate(self, hint: str) -> None:
        display = self._display
        review, sheet = display.review, display.sheet
        if review is None or sheet is None or display.busy or sheet.being_written:
            return
        display.rest(True)
        display.edit.save()
        display.open(lambda: steps.redraft(review, sheet.draft.id, hint))

    def undo(self, decision_id: DecisionId) -> None:
        display = self._display
        review = display.review
        if review is None:
            return
        leaving, unsaved = display.current, display.edit.unsaved()
        display.opening = True
        display.bridge.call(
            lambda: steps.undo(review, decision_id, leaving, unsaved),
            partial(display.opened, display.begin(), notices.UNDONE),
            self._not_undone,
            keep=True,
        )
        display.soon.start()

    def _decide(self, deciding: Callable[[Review, Sheet], Awaitable[Decided]]) -> None:
        display = self._display
        review, sheet = display.review, display.sheet
        if review is None or sheet is None or display.busy or not sheet.decidable:
            return
        display.rest(True)
        display.edit.unsaved()
        following = display.following()
        display.bridge.call(
            lambda: steps.decide(review, lambda: deciding(review, sheet), following),
            partial(self._decided, display.begin(), sheet),
            self._not_decided,
            keep=True,
        )

    def _decided(self, turn: int, sheet: Sheet, outcome: steps.Outcome) -> None:
        decided, display = outcome.decided, self._display
        display.drop(sheet.draft.id)
        display.view.end_writing()
        seconds = (decided.undo_until - decided.decision.decided_at).total_seconds() if decided.undo_until else 0.0
        sends = decided.outbox_id is not None
        undo = partial(self.undo, decided.decision.id) if seconds > 0 or not sends else None
        said = notices.of_decision(decided, sheet)
        counted = Toast(said, tr("Undo") if undo else "", undo, seconds or UNDO_SECONDS, counts=sends)
        display.context.toasts.show_toast(counted)
        display.opened(turn, None, outcome.sheet)

    def _not_decided(self, error: Exception) -> None:
        display = self._display
        if isinstance(error, DraftWasATest):
            display.show_true(error)
            return
        display.rest(False)
        if isinstance(error, DraftSuperseded):
            self._superseded()
            return
        display.edit.put_back(soon=isinstance(error, Refused))
        if isinstance(error, NotYetSaid):
            self._unread = frozenset(error.reasons)
            display.say(notices.not_yet_said(error, doubted=display.proof.doubted))
        elif isinstance(error, Refused):
            display.say(Notice(wording.of(error).sentence, Weight.WARNING, Offer.NONE, wording.of(error).title))
        else:
            display.say(notices.not_decided(error))
        display.soon.start()

    def _not_undone(self, error: Exception) -> None:
        self._display.opening = False
        self._display.context.report(error)
        self._display.soon.start()
