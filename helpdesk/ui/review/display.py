"""The draft on display and everything that hangs on it: the text in the editor, its proof, the notice above it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.errors import DraftWasATest
from helpdesk.domain.ids import DraftId
from helpdesk.ui import wording
from helpdesk.ui.review import notices, steps
from helpdesk.ui.review.contract import Notice, Offer, Sheet, Waiting, Weight
from helpdesk.ui.review.editing import EditKeeper
from helpdesk.ui.review.proving import ProofKeeper

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.domain.decision import QueueRow
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.services.review import Review
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.review.contract import ReviewView

    Told = Notice | Callable[[Sheet], Notice] | None
    """What is said of a sheet that comes on display; a function is told it first."""

REFRESH_MILLISECONDS = 120
HELD_MILLISECONDS = 10_000
"""So often a draft that another agent has is asked for again."""
ROWS = 200
"""Rows of the queue that are read at once."""


class Display:
    """Drafts are opened one after another: of two that are asked for, the later one is shown. `missed` is called with an error
    of the editor's text that could not be saved."""

    def __init__(self, view: ReviewView, context: ScreenContext, missed: Callable[[Exception], None]) -> None:
        self.view = view
        self.context = context
        self.bridge = context.bridge
        self.desk: Desk | None = None
        self.sheet: Sheet | None = None
        self.rows: tuple[QueueRow, ...] = ()
        self._waiting = 0
        self._reach = ROWS
        self.busy = False
        self.opening = False
        self._turn = 0
        self._wanted: TicketId | None = None
        self._notice: Notice | None = None
        self._dismissed: Notice | None = None
        self.edit = EditKeeper(context.bridge, context.delays, view.show_saved, missed)
        self.proof = ProofKeeper(context.bridge, context.delays, view.show_proof)
        self._unseen = False
        self._behind = False
        self.soon = context.delays(REFRESH_MILLISECONDS, self._keep_up)
        self._held = context.delays(HELD_MILLISECONDS, self._ask_again)

    @property
    def current(self) -> DraftId | None:
        return self.sheet.draft.id if self.sheet else None

    @property
    def review(self) -> Review | None:
        return self.desk.review if self.desk else None

    def desk_ready(self, desk: Desk) -> None:
        """The draft on display goes on in a desk that was opened anew, by whatever name the agent has there."""
        before, self.desk = self.desk, desk
        sheet, review = self.sheet, desk.review
        if sheet is not None and before is not None and not self.busy:
            unsaved, name = self.edit.unsaved(), before.settings.agent_name
            self.open(lambda: steps.hold_on(review, sheet.draft.id, unsaved, name))
            self.soon.start()
        self.refresh()

    def want(self, ticket_id: TicketId | None) -> None:
        """The ticket to open as soon as the queue is here."""
        self._wanted = ticket_id or self._wanted

    def refresh(self) -> None:
        self._behind = False
        if self.desk is not None:
            desk = self.desk
            self.bridge.call(partial(steps.queue, desk, self._reach), self._queue_came, self._queue_failed)

    def _keep_up(self) -> None:
        """A queue nobody looks at is read when somebody does: mails that come in by the hundred change it as often."""
        if self._unseen:
            self._behind = True
        else:
            self.refresh()

    def looked_at(self, seen: bool) -> None:
        """Whether somebody may be looking from now on."""
        self._unseen = not seen
        if seen and self._behind:
            self.refresh()

    def more(self) -> None:
        """The rows of the queue that follow those on display are read too."""
        if self._reach <= len(self.rows) < self._waiting:
            self._reach += ROWS
            self.refresh()

    def following(self) -> DraftId | None:
        """The free draft under the one on display, for who went down the queue; at its head the store knows best."""
        ids = [row.draft_id for row in self.rows]
        at = ids.index(self.current) if self.current in ids else 0
        return next((row.draft_id for row in self.rows[at + 1 :] if not row.claimed_by), None) if at else None

    def drop(self, draft_id: DraftId) -> None:
        """It was decided on and is in the queue no more."""
        self.rows = tuple(row for row in self.rows if row.draft_id != draft_id)
        self._waiting = max(len(self.rows), self._waiting - 1)

    def select(self, draft_id: DraftId) -> None:
        review = self.review
        if review is None or self.busy or draft_id == self.current:
            return
        unsaved, leaving = self.edit.unsaved(), self.current
        self.open(lambda: steps.take(review, draft_id, unsaved, leaving))

    def begin(self) -> int:
        """The number of a new turn: what comes of an older one is not shown."""
        self._turn += 1
        return self._turn

    @property
    def turn(self) -> int:
        return self._turn

    def open(self, work: Callable[[], Awaitable[Sheet | None]], notice: Told = None) -> None:
        self.opening = True
        turn = self.begin()
        self.bridge.call(work, partial(self.opened, turn, notice), partial(self._not_opened, turn), keep=True)

    def show_true(self, error: DraftWasATest) -> None:
        """In the place of a test draft, together with what was planted. What was typed into that one goes with it; the actions
        rest until it is here."""
        review = self.review
        if review is not None:
            self.edit.forget()
            self.open(lambda: steps.take(review, DraftId(error.draft_id)), notices.was_a_test(error))
            self.soon.start()

    def opened(self, turn: int, notice: Told, sheet: Sheet | None) -> None:
        if turn != self._turn:
            return
        self.opening = False
        self.rest(False)
        if sheet is None:
            self._nothing_open()
            return
        self.sheet = sheet
        if sheet.held_by:
            self._held.start()
        self.view.show_sheet(sheet)
        self.look(sheet.draft.ticket_id)
        self._follow(sheet)
        told = notice(sheet) if callable(notice) else notice
        self.say(told or notices.of_sheet(sheet, self.context.settings().writer))
        self._show_queue()

    def look(self, ticket_id: TicketId | None) -> None:
        """Its draft is written first, and never changed by itself; None when nobody looks at a ticket here any more."""
        if self.desk is not None:
            self.bridge.call(partial(steps.look, self.desk, ticket_id))

    def shows(self, ticket_id: TicketId) -> bool:
        return self.sheet is not None and self.sheet.draft.ticket_id == ticket_id

    def say(self, notice: Notice | None) -> None:
        self._notice = notice
        self.view.show_notice(None if notice in notices.OF_EVERY_DRAFT and self._dismissed is notice else notice)

    def dismiss(self) -> None:
        """What is said of every draft alike is said no more today once it was waved away."""
        self._dismissed = self._notice

    def rest(self, busy: bool) -> None:
        self.busy = busy
        self.view.show_busy(busy)

    def typed(self, text: str) -> None:
        self.edit.typed(text)
        self.proof.typed(text)

    def _follow(self, sheet: Sheet) -> None:
        if self.desk is not None:
            shown = self.view.text()
            self.edit.follow(self.desk, sheet, shown)
            self.proof.follow(self.desk, sheet, shown)

    def _not_opened(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        if isinstance(error, DraftWasATest):
            self.show_true(error)
            return
        self.opening = False
        self.rest(False)
        self.say(Notice(wording.of(error).sentence, Weight.ERROR, Offer.NEXT, wording.of(error).title))
        self._show_queue()
        self.soon.start()

    def _ask_again(self) -> None:
        """A claim ends by itself, and nothing is heard of that."""
        sheet, review, turn = self.sheet, self.review, self._turn
        if sheet is None or review is None or not sheet.held_by or self.opening:
            return

        def came(fresh: Sheet) -> None:
            if fresh.held_by:
                self._held.start()
            elif turn == self._turn:
                self.opened(turn, notices.FREE, fresh)
                self.refresh()

        self.bridge.call(lambda: steps.take(review, sheet.draft.id), came)

    def _nothing_open(self) -> None:
        self.sheet = None
        self.edit.forget()
        self.proof.forget()
        self.look(None)
        self.say(None)
        self.view.show_waiting(Waiting.LOADING if self.rows else Waiting.NOTHING)
        self.refresh()

    def _queue_came(self, queue: steps.Queue) -> None:
        self.rows, self._waiting = queue.rows, queue.shift.waiting
        self._show_queue()
        self.view.show_outlook(queue.outlook)
        self.view.show_shift(queue.shift)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self.shows(wanted):
            self._open_ticket(wanted)
        elif self.opening:
            return
        elif self.sheet is None and queue.rows:
            self.select(queue.rows[0].draft_id)
        elif self.sheet is None:
            self.view.show_waiting(queue.waiting)

    def _show_queue(self) -> None:
        self.view.show_queue(self.rows, self.current, self._waiting)

    def _queue_failed(self, error: Exception) -> None:
        if self.sheet is None:
            self.view.show_waiting(Waiting.BROKEN, wording.line(error))
        else:
            self.context.report(error)

    def _open_ticket(self, ticket_id: TicketId) -> None:
        review = self.review
        if review is not None and not self.busy:
            leaving = self.current
            self.edit.save()
            self.open(lambda: steps.take_latest(review, ticket_id, leaving))
