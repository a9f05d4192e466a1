"""One ticket opened: its conversation, and what the agent does to it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.conversation import Conversation, OutboxEntry
from helpdesk.domain.events import (
    DraftDecided,
    DraftReady,
    DraftRequested,
    Event,
    ReplyChanged,
    TicketChanged,
    TicketReceived,
    TicketsChanged,
)
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

FINISHED = (TicketStatus.SOLVED, TicketStatus.CLOSED)
MOVED = (TicketReceived, TicketChanged, DraftRequested, DraftReady, DraftDecided, ReplyChanged)


class TicketView(Protocol):
    def show_nothing_chosen(self) -> None: ...

    def show_opening(self) -> None: ...

    def show_ticket(self, conversation: Conversation) -> None: ...

    def show_ticket_trouble(self, error: Exception) -> None: ...


class Notices(Protocol):
    """News that are not bound to one pane."""

    def report(self, error: Exception) -> None: ...

    def say(self, words: str) -> None: ...

    def offer_undo(self, entry: OutboxEntry, undo: Callable[[], None]) -> None:
        """While the reply has not left, `undo` takes it back."""
        ...


class TicketPresenter:
    """Keeps the ticket on display as it is in the store. `led_to` hears of another ticket that came in its place."""

    def __init__(self, view: TicketView, notices: Notices, bridge: Bridge) -> None:
        self.ticket_id: TicketId | None = None
        self.dealt_with: Callable[[TicketId], object] = lambda _: None
        self.led_to: Callable[[TicketId], object] = lambda _: None
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._before: TicketId | None = None
        self._shown = False
        self._opening: Handle | None = None
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        """May come again with another desk: what is open and what is typed stay."""
        self._desk = desk
        if self.ticket_id is None:
            self._view.show_nothing_chosen()
        else:
            self._ask(self._view.show_ticket if self._shown else self._opened)

    def open(self, ticket_id: TicketId) -> None:
        """Before the desk is there, the ticket is remembered."""
        if ticket_id == self.ticket_id and self._shown:
            return
        self._before = self.ticket_id
        self.ticket_id = ticket_id
        self._shown = False
        self._view.show_opening()
        self._ask(self._opened)

    def close(self) -> None:
        """The ticket on display is none any more."""
        self.ticket_id = None
        self._shown = False
        self._view.show_nothing_chosen()

    def retry(self) -> None:
        if self.ticket_id is not None:
            self._ask(self._view.show_ticket if self._shown else self._opened)

    def heard(self, event: Event) -> None:
        moved = isinstance(event, MOVED) and event.ticket_id == self.ticket_id
        among = isinstance(event, TicketsChanged) and self.ticket_id in event.ticket_ids
        if self._shown and (moved or among):
            self._ask(self._view.show_ticket)

    def set_status(self, status: TicketStatus) -> None:
        if self._desk is not None and self.ticket_id is not None:
            work = partial(self._desk.inbox.set_status, self.ticket_id, status)
            self._bridge.call(work, lambda _: self._status_set(status), self._status_refused, keep=True)

    def request_draft(self) -> None:
        if self._desk is not None and self.ticket_id is not None:
            work = partial(self._desk.inbox.request_draft, self.ticket_id)
            self._bridge.call(work, self._draft_requested, self._notices.report, keep=True)

    def _ask(self, done: Callable[[Conversation], None]) -> None:
        if self._desk is None or self.ticket_id is None:
            return
        if self._opening is not None:
            self._opening.cancel()
        work = partial(self._desk.inbox.open, self.ticket_id)
        self._opening = self._bridge.call(work, partial(self._landed, done), self._view.show_ticket_trouble)

    def _landed(self, done: Callable[[Conversation], None], conversation: Conversation) -> None:
        """A ticket that was merged leads to the one it was merged into; said to whoever opens it, not to who merged it."""
        asked, found = self.ticket_id, conversation.ticket.id
        if asked != found:
            self.ticket_id = found
            self.led_to(found)
        if conversation.ticket.withdrawn:
            if not self._shown:
                self._notices.say(tr("Ticket {number} was taken back; it is in the history.", number=found))
            self.close()
            return
        if found not in (asked, self._before):
            self._notices.say(tr("Ticket {asked} was merged into ticket {found}.", asked=asked, found=found))
        done(conversation)

    def _opened(self, conversation: Conversation) -> None:
        self._shown = True
        self._view.show_ticket(conversation)

    def _status_set(self, status: TicketStatus) -> None:
        self._ask(self._view.show_ticket)
        if status in FINISHED and self.ticket_id is not None:
            self.dealt_with(self.ticket_id)

    def _status_refused(self, error: Exception) -> None:
        self._notices.report(error)
        self._ask(self._view.show_ticket)

    def _draft_requested(self, _: DraftId) -> None:
        self._notices.say(tr("A draft is on its way. It appears in Review when it is written."))
