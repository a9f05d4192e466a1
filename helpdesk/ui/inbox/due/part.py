"""Keeps the due line in step with the ticket on display and with the clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from helpdesk.domain.events import DueChanged, PromisesTold, RatingReceived
from helpdesk.domain.rating import BEST
from helpdesk.domain.service_level import DueState, next_due
from helpdesk.ui.due_words import PROMISES, TONES, due_line, standing_words
from helpdesk.ui.inbox.due.line import DueLine, PromisesPopover
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import day, mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.events import Event
    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.rating import Rating
    from helpdesk.ports.promise_records import OwedPromise
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.frame import Inbox

EVERY_MS = 30_000
DUE = Intent("due", ("Shift+D",), mark("What is promised on this ticket"), mark("Ticket"))


class DuePart:
    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self.widget = DueLine()
        self.popover: PromisesPopover | None = None
        self._desk: Desk | None = None
        self._ticket: TicketId | None = None
        self._owed: Sequence[OwedPromise] = ()
        self._stars = ""
        self._later = inbox.context.delays(EVERY_MS, self._tick)
        self.widget.asked.connect(self.show_all)
        inbox.context.bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def opened(self, conversation: Conversation | None) -> None:
        ticket = None if conversation is None else conversation.ticket.id
        if ticket != self._ticket:
            self._owed, self._stars = (), ""
            self._say()
        self._ticket = ticket
        self.load()

    def left(self) -> None:
        self._later.stop()
        if self.popover is not None:
            self.popover.close_up()

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return ((DUE, self.show_all),)

    def heard(self, event: Event) -> None:
        about: tuple[TicketId, ...] = ()
        if isinstance(event, DueChanged):
            about = event.tickets
        elif isinstance(event, PromisesTold):
            about = (*event.soon, *event.missed)
        elif isinstance(event, RatingReceived):
            about = (event.ticket_id,)
        if self._ticket in about:
            self.load()

    def load(self) -> None:
        desk, ticket = self._desk, self._ticket
        if desk is None or ticket is None:
            return
        bridge = self._inbox.context.bridge
        bridge.call(lambda: desk.service_levels.of_ticket(ticket), lambda owed: self._show(ticket, owed))
        bridge.call(lambda: desk.ratings.of_ticket(ticket), lambda ratings: self._show_rating(ticket, ratings))

    def show_all(self) -> None:
        """Every promise of the ticket, in a popover."""
        if self._ticket is None:
            return
        now = datetime.now(UTC)
        rows = [(PROMISES[one.standing.promise], standing_words(one.standing, now), _tone(one, now)) for one in self._owed]
        anchor = self.widget if self.widget.isVisible() else self._inbox.pane
        if self.popover is None:
            self.popover = PromisesPopover(anchor.window())
        self.popover.show_rows(rows, anchor)

    def _show(self, ticket: TicketId, owed: Sequence[OwedPromise]) -> None:
        if ticket == self._ticket:
            self._owed = owed
            self._say()

    def _show_rating(self, ticket: TicketId, ratings: Sequence[Rating]) -> None:
        if ticket != self._ticket:
            return
        self._stars = ""
        if ratings:
            newest = ratings[0]
            self._stars = tr("Rated {stars} of {best} on {day}", stars=newest.stars, best=BEST, day=day(newest.at))
        self._say()

    def _tick(self) -> None:
        self._say()

    def _say(self) -> None:
        """Only what presses: a promise that has time is in the side panel and in the list."""
        first = next_due([one.standing for one in self._owed])
        told = next((one.told for one in self._owed if one.standing == first), DueState.NONE)
        words, tone = ("", "")
        now = datetime.now(UTC)
        if first is not None and first.due_at is not None and (told in TONES or first.due_at <= now):
            words, tone = due_line(first.due_at, first.promise, told, now)
        self.widget.say(words, tone, self._stars)
        if self._owed:
            self._later.start()


def _tone(owed: OwedPromise, now: datetime) -> str:
    due = owed.standing.due_at
    if owed.standing.open and due is not None and due <= now:
        return TONES[DueState.MISSED]
    return TONES.get(owed.told, "") if owed.standing.open else "muted"
