"""Decides what the review screen does: which draft is open, what an intent means, what news means for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.errors import DraftSuperseded, NotYetSaid, Refused
from helpdesk.domain.events import (
    DraftDecided,
    DraftReady,
    DraftRequested,
    DraftTextGrew,
    Event,
    KnowledgeChanged,
    TicketChanged,
    TicketReceived,
)
from helpdesk.ui import wording
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.review import notices, steps
from helpdesk.ui.review.contract import Notice, Offer, Sheet, Waiting, Weight
from helpdesk.ui.review.editing import EditKeeper

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from helpdesk.domain.decision import Decided, QueueRow, RejectReason
    from helpdesk.domain.ids import DecisionId, DraftId, TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.services.review import Review
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.review.contract import ReviewView

REFRESH_MILLISECONDS = 120
UNDO_SECONDS = 10.0


class ReviewPresenter:
    def __init__(self, view: ReviewView, context: ScreenContext) -> None:
        self._view = view
        self._context = context
        self._bridge = context.bridge
        self._desk: Desk | None = None
        self._sheet: Sheet | None = None
        self._rows: tuple[QueueRow, ...] = ()
        self._wanted: TicketId | None = None
        self._turn = 0
        self._busy = False
        self._opening = False
        self._carried = ""
        self._unread: frozenset[str] = frozenset()
        self._notice: Notice | None = None
        self._dismissed: Notice | None = None
        self._refresh = context.delays(REFRESH_MILLISECONDS, self.refresh)
        self._edit = EditKeeper(context.bridge, context.delays, view.show_saved, self._not_saved)
        self._bridge.listen(self.heard)
        view.show_waiting(Waiting.LOADING)

    @property
    def current(self) -> DraftId | None:
        return self._sheet.draft.id if self._sheet else None

    # Coming and going

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.refresh()

    def entered(self, place: Place) -> None:
        self._wanted = place.ticket_id or self._wanted
        if self._desk is not None:
            self.refresh()

    def left(self) -> None:
        """Saves what is unsaved; the claim stays until it expires or another draft is opened, so coming back is instant."""
        self._edit.save()

    def refresh(self) -> None:
        if self._desk is not None:
            desk = self._desk
            self._bridge.call(lambda: steps.queue(desk), self._queue_came, self._queue_failed)

    def _queue_came(self, queue: steps.Queue) -> None:
        self._rows = queue.rows
        self._view.show_queue(queue.rows, self.current)
        self._view.show_being_written(queue.being_written)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self._shows(wanted):
            self._open_ticket(wanted)
        elif self._opening:
            return
        elif self._sheet is None and queue.rows:
            self.select(queue.rows[0].draft_id)
        elif self._sheet is None:
            self._view.show_waiting(queue.waiting)

    def _queue_failed(self, error: Exception) -> None:
        if self._sheet is None:
            self._view.show_waiting(Waiting.BROKEN, wording.line(error))
        else:
            self._context.report(error)

    # Opening a draft

    def select(self, draft_id: DraftId) -> None:
        review = self._review
        if review is None or self._busy or draft_id == self.current:
            return
        unsaved, leaving = self._edit.unsaved(), self.current
        self._open(lambda: steps.take(review, draft_id, unsaved, leaving))

    def move(self, by: int) -> None:
        """To the next (1) or the previous (-1) draft of the queue."""
        ids = [row.draft_id for row in self._rows]
        if not ids:
            return
        at = ids.index(self.current) + by if self.current in ids else 0
        if 0 <= at < len(ids):
            self.select(ids[at])

    def _open_ticket(self, ticket_id: TicketId) -> None:
        review = self._review
        if review is not None and not self._busy:
            leaving = self.current
            self._edit.save()
            self._open(lambda: steps.take_latest(review, ticket_id, leaving))

    def _open(self, work: Callable[[], Awaitable[Sheet | None]], notice: Notice | None = None) -> None:
        self._opening = True
        self._turn += 1
        self._bridge.call(work, partial(self._opened, self._turn, notice), partial(self._not_opened, self._turn), keep=True)

    def _opened(self, turn: int, notice: Notice | None, sheet: Sheet | None) -> None:
        if turn != self._turn:
            return
        self._opening = False
        self._rest(False)
        if sheet is None:
            self._nothing_open()
            return
        self._sheet = sheet
        self._view.show_sheet(sheet)
        self._follow(sheet)
        self._say(notice or notices.of_sheet(sheet, self._context.settings().writer))
        self._view.show_queue(self._rows, self.current)

    def _not_opened(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self._opening = False
        self._rest(False)
        self._say(Notice(wording.of(error).sentence, Weight.ERROR, Offer.NEXT, wording.of(error).title))
        self._view.show_queue(self._rows, self.current)
        self._refresh.start()

    def _follow(self, sheet: Sheet) -> None:
        if self._desk is not None:
            self._edit.follow(self._desk, sheet, self._view.text())

    def _nothing_open(self) -> None:
        self._sheet = None
        self._edit.forget()
        self._say(None)
        self._view.show_waiting(Waiting.LOADING if self._rows else Waiting.NOTHING)
        self.refresh()

    # Intents

    def typed(self, text: str) -> None:
        self._edit.typed(text)

    def approve(self, read: Iterable[str] = ()) -> None:
        """`read` is what else the agent was told, besides the cautions on the sheet."""
        text, shown = self._edit.decided_text(), self._sheet.item.cautions if self._sheet else ()
        seen = frozenset((*(caution.words for caution in shown), *read))
        self._decide(lambda review, sheet: review.approve(sheet.draft.id, sheet.draft.revision, text, read=seen))

    def reject(self, reason: RejectReason, note: str = "") -> None:
        self._decide(lambda review, sheet: review.reject(sheet.draft.id, sheet.draft.revision, reason, note))

    def escalate(self, note: str) -> None:
        self._decide(lambda review, sheet: review.escalate(sheet.draft.id, sheet.draft.revision, note))

    def skip(self) -> None:
        review, sheet = self._review, self._sheet
        if review is None or sheet is None or self._busy:
            return
        self._rest(True)
        unsaved = self._edit.unsaved()
        self._open(lambda: steps.skip(review, sheet.draft.id, unsaved))
        self._refresh.start()

    def regenerate(self, hint: str) -> None:
        review, sheet = self._review, self._sheet
        if review is None or sheet is None or self._busy or sheet.being_written:
            return
        self._rest(True)
        self._edit.save()
        self._open(lambda: steps.redraft(review, sheet.draft.id, hint))

    def undo(self, decision_id: DecisionId) -> None:
        review = self._review
        if review is None:
            return
        leaving, unsaved = self.current, self._edit.unsaved()
        self._opening = True
        self._turn += 1
        self._bridge.call(
            lambda: steps.undo(review, decision_id, leaving, unsaved),
            partial(self._opened, self._turn, notices.UNDONE),
            self._not_undone,
            keep=True,
        )
        self._refresh.start()

    def open_citation(self, n: int) -> None:
        desk, sheet = self._desk, self._sheet
        citation = next((c for c in sheet.draft.citations if c.n == n), None) if sheet else None
        if desk is None or citation is None:
            return
        self._bridge.call(
            lambda: desk.articles.article(citation.article_id, citation.revision_id),
            lambda article: self._view.show_article(article, citation),
            self._context.report,
        )

    def take_offer(self, offer: Offer) -> None:
        """The button of the notice on display."""
        taken: dict[Offer, Callable[[], None]] = {
            Offer.SHOW_NEW_DRAFT: self._show_new_draft,
            Offer.USE_MY_TEXT: self._use_carried,
            Offer.NEXT: partial(self.move, 1),
            Offer.DRAFT_AGAIN: partial(self.regenerate, ""),
            Offer.MODEL_SETTINGS: partial(self._context.navigate, Place("preferences", section="Drafting")),
            Offer.RETRY_SAVING: self._save_again,
            Offer.RETRY: self.refresh,
            Offer.SEND_ANYWAY: self._send_anyway,
        }
        if offer in taken:
            taken[offer]()

    def _use_carried(self) -> None:
        self._say(None)
        self._view.show_text(self._carried)
        self.typed(self._carried)

    def _save_again(self) -> None:
        self._say(None)
        self._edit.save()

    def _send_anyway(self) -> None:
        self._say(None)
        self.approve(self._unread)

    # Deciding

    def _decide(self, deciding: Callable[[Review, Sheet], Awaitable[Decided]]) -> None:
        review, sheet = self._review, self._sheet
        if review is None or sheet is None or self._busy or not sheet.decidable:
            return
        self._rest(True)
        self._edit.unsaved()
        self._turn += 1
        self._bridge.call(
            lambda: steps.decide(review, lambda: deciding(review, sheet)),
            partial(self._decided, self._turn, sheet),
            self._not_decided,
            keep=True,
        )

    def _decided(self, turn: int, sheet: Sheet, outcome: steps.Outcome) -> None:
        decided = outcome.decided
        self._rows = tuple(row for row in self._rows if row.draft_id != sheet.draft.id)
        seconds = (decided.undo_until - decided.decision.decided_at).total_seconds() if decided.undo_until else 0.0
        sends = decided.outbox_id is not None
        undo = partial(self.undo, decided.decision.id) if seconds > 0 or not sends else None
        counted = Toast(
            notices.of_decision(decided, sheet), "Undo" if undo else "", undo, seconds or UNDO_SECONDS, counts=sends
        )
        self._context.toasts.show_toast(counted)
        self._opened(turn, None, outcome.sheet)

    def _not_decided(self, error: Exception) -> None:
        self._rest(False)
        if isinstance(error, DraftSuperseded):
            self._superseded()
            return
        self._edit.put_back(soon=isinstance(error, Refused))
        if isinstance(error, NotYetSaid):
            self._unread = frozenset(error.reasons)
            self._say(notices.not_yet_said(error))
        elif isinstance(error, Refused):
            self._say(Notice(wording.of(error).sentence, Weight.WARNING, Offer.NONE, wording.of(error).title))
        else:
            self._say(notices.not_decided(error))
        self._refresh.start()

    def _not_undone(self, error: Exception) -> None:
        self._opening = False
        self._context.report(error)
        self._refresh.start()

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, DraftSuperseded):
            self._superseded()
        else:
            self._say(notices.not_saved(error))

    # News

    def heard(self, event: Event) -> None:
        match event:
            case DraftTextGrew(draft_id=draft_id, text=text):
                if draft_id == self.current and self._sheet is not None and self._sheet.being_written:
                    self._view.show_stream(text)
                return
            case DraftRequested(draft_id=draft_id, ticket_id=ticket_id) | DraftReady(draft_id=draft_id, ticket_id=ticket_id):
                self._draft_moved(draft_id, ticket_id)
            case DraftDecided(ticket_id=ticket_id) | TicketChanged(ticket_id=ticket_id):
                self._ticket_moved(ticket_id)
            case KnowledgeChanged():
                self._knowledge_moved()
            case TicketReceived():
                pass
            case _:
                return
        self._refresh.start()

    def _draft_moved(self, draft_id: DraftId, ticket_id: TicketId) -> None:
        sheet = self._sheet
        if sheet is None or self._busy or self._review is None:
            return
        if draft_id == sheet.draft.id:
            self._look_again(sheet)
        elif ticket_id == sheet.draft.ticket_id and draft_id > sheet.draft.id:
            self._superseded()

    def _ticket_moved(self, ticket_id: TicketId) -> None:
        if self._sheet is not None and not self._busy and ticket_id == self._sheet.draft.ticket_id:
            self._look_again(self._sheet)

    def _knowledge_moved(self) -> None:
        if self._sheet is not None and not self._busy and self._sheet.draft.citations:
            self._look_again(self._sheet)

    def _look_again(self, sheet: Sheet) -> None:
        """The open draft may have changed under the reader: shows it anew only if it did, and never over typed text."""
        review, turn = self._review, self._turn
        if review is not None and not self._edit.touched:
            self._bridge.call(
                lambda: steps.take(review, sheet.draft.id),
                lambda fresh: self._opened(turn, None, fresh) if fresh != sheet and not self._edit.touched else None,
            )

    def _superseded(self) -> None:
        """The reviewer's own words are never taken away unasked."""
        if self._edit.touched:
            self._say(notices.SUPERSEDED_WHILE_EDITING)
        else:
            self._show_new_draft()

    def _show_new_draft(self) -> None:
        review, sheet = self._review, self._sheet
        if review is None or sheet is None:
            return
        ticket_id, leaving = sheet.draft.ticket_id, sheet.draft.id
        self._carried = self._edit.text if self._edit.touched else ""
        self._edit.forget()
        notice = notices.SUPERSEDED_WITH_TEXT if self._carried else notices.SUPERSEDED
        self._open(lambda: steps.take_latest(review, ticket_id, leaving), notice)

    def dismiss_notice(self) -> None:
        """What is said of every draft alike is said no more today once it was waved away."""
        self._dismissed = self._notice

    def _say(self, notice: Notice | None) -> None:
        self._notice = notice
        self._view.show_notice(None if notice is notices.NO_MODEL and self._dismissed is notice else notice)

    @property
    def _review(self) -> Review | None:
        return self._desk.review if self._desk else None

    def _shows(self, ticket_id: TicketId) -> bool:
        return self._sheet is not None and self._sheet.draft.ticket_id == ticket_id

    def _rest(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
