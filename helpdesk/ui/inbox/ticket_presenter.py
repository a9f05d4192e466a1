"""One ticket opened: its conversation, and what the agent does to it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.conversation import Conversation, OutboxEntry
from helpdesk.domain.events import DraftDecided, DraftReady, DraftRequested, Event, ReplyChanged, TicketChanged, TicketReceived
from helpdesk.domain.ids import DraftId, OutboxId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.bridge import Bridge, Delays, Handle

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk
    from helpdesk.services.inbox import Inbox

SAVE_MS = 250
MOVED = (TicketReceived, TicketChanged, DraftRequested, DraftReady, DraftDecided, ReplyChanged)


class TicketView(Protocol):
    def show_nothing_chosen(self) -> None: ...

    def show_opening(self) -> None: ...

    def show_ticket(self, conversation: Conversation) -> None: ...

    def show_reply_text(self, text: str) -> None: ...

    def show_note_text(self, text: str) -> None: ...

    def show_saved(self, words: str) -> None: ...

    def show_sending(self, busy: bool) -> None: ...

    def show_ticket_trouble(self, error: Exception) -> None: ...


class Notices(Protocol):
    """News that are not bound to one pane."""

    def report(self, error: Exception) -> None: ...

    def say(self, words: str) -> None: ...

    def offer_undo(self, entry: OutboxEntry, undo: Callable[[], None]) -> None:
        """While the reply has not left, `undo` takes it back."""
        ...


class TicketPresenter:
    """A half-typed reply is saved a quarter second after a keystroke and before another ticket opens; it survives a crash.
    A note in progress is kept per ticket while the program runs. News about the open ticket never touch what is being typed."""

    def __init__(self, view: TicketView, notices: Notices, bridge: Bridge, delays: Delays) -> None:
        self.ticket_id: TicketId | None = None
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._reply = ""
        self._shown = False
        self._notes: dict[TicketId, str] = {}
        self._opening: Handle | None = None
        self._saving = delays(SAVE_MS, self._save)
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
        self.leave()
        self.ticket_id = ticket_id
        self._shown = False
        self._view.show_opening()
        self._ask(self._opened)

    def close(self) -> None:
        self.leave()
        self.ticket_id = None
        self._shown = False
        self._view.show_nothing_chosen()

    def leave(self) -> None:
        """Saves what is typed: before another ticket, another screen or the end."""
        self._saving.flush()

    def retry(self) -> None:
        if self.ticket_id is not None:
            self._ask(self._view.show_ticket if self._shown else self._opened)

    def heard(self, event: Event) -> None:
        if self._shown and isinstance(event, MOVED) and event.ticket_id == self.ticket_id:
            self._ask(self._view.show_ticket)

    def type_reply(self, text: str) -> None:
        self._reply = text
        if self._shown:
            self._view.show_saved("Saving…")
            self._saving.start()

    def type_note(self, text: str) -> None:
        if self.ticket_id is not None:
            self._notes[self.ticket_id] = text

    def send_reply(self) -> None:
        if self._desk is None or self.ticket_id is None or not self._reply.strip():
            return
        self._saving.flush()
        self._view.show_sending(True)
        sent = partial(self._desk.inbox.reply, self.ticket_id, self._reply)
        self._bridge.call(sent, self._replied, self._refused, keep=True)

    def add_note(self) -> None:
        if self._desk is None or self.ticket_id is None:
            return
        ticket, text = self.ticket_id, self._notes.get(self.ticket_id, "")
        if text.strip():
            work = partial(self._desk.inbox.add_note, ticket, text)
            self._view.show_sending(True)
            self._bridge.call(work, lambda _: self._noted(ticket), self._refused, keep=True)

    def set_status(self, status: TicketStatus) -> None:
        if self._desk is not None and self.ticket_id is not None:
            work = partial(self._desk.inbox.set_status, self.ticket_id, status)
            self._bridge.call(work, lambda _: self._ask(self._view.show_ticket), self._status_refused, keep=True)

    def request_draft(self) -> None:
        if self._desk is not None and self.ticket_id is not None:
            work = partial(self._desk.inbox.request_draft, self.ticket_id)
            self._bridge.call(work, self._draft_requested, self._refused, keep=True)

    def undo(self, outbox_id: OutboxId, ticket_id: TicketId) -> None:
        """Takes a reply back out of the outbox and its text into the composer, in front of what is typed there."""
        if self._desk is not None:
            self._saving.flush()
            work = partial(taken_back, self._desk.inbox, outbox_id, ticket_id)
            self._bridge.call(work, partial(self._undone, ticket_id), self._notices.report, keep=True)

    def _ask(self, done: Callable[[Conversation], None]) -> None:
        if self._desk is None or self.ticket_id is None:
            return
        if self._opening is not None:
            self._opening.cancel()
        work = partial(self._desk.inbox.open, self.ticket_id)
        self._opening = self._bridge.call(work, done, self._view.show_ticket_trouble)

    def _opened(self, conversation: Conversation) -> None:
        self._shown = True
        self._reply = conversation.composed
        self._view.show_ticket(conversation)
        self._view.show_reply_text(conversation.composed)
        self._view.show_note_text(self._notes.get(conversation.ticket.id, ""))
        self._view.show_saved("Saved" if conversation.composed else "")

    def _save(self) -> None:
        if self._desk is not None and self.ticket_id is not None:
            work = partial(self._desk.inbox.compose, self.ticket_id, self._reply)
            self._bridge.call(work, lambda _: self._view.show_saved("Saved"), self._not_saved, keep=True)

    def _not_saved(self, error: Exception) -> None:
        self._view.show_saved("Not saved")
        self._notices.report(error)

    def _replied(self, entry: OutboxEntry) -> None:
        self._view.show_sending(False)
        if entry.ticket_id == self.ticket_id:
            self._reply = ""
            self._view.show_reply_text("")
            self._view.show_saved("")
            self._ask(self._view.show_ticket)
        self._notices.offer_undo(entry, partial(self.undo, entry.id, entry.ticket_id))

    def _noted(self, ticket_id: TicketId) -> None:
        self._notes.pop(ticket_id, None)
        self._view.show_sending(False)
        if ticket_id == self.ticket_id:
            self._view.show_note_text("")
            self._ask(self._view.show_ticket)

    def _refused(self, error: Exception) -> None:
        self._view.show_sending(False)
        self._notices.report(error)

    def _status_refused(self, error: Exception) -> None:
        self._refused(error)
        self._ask(self._view.show_ticket)

    def _draft_requested(self, _: DraftId) -> None:
        self._notices.say("A draft is on its way. It appears in Review when it is written.")

    def _undone(self, ticket_id: TicketId, text: str) -> None:
        self._notices.say("The reply was taken back; its text is in the editor again.")
        if ticket_id != self.ticket_id or not self._shown:
            self.open(ticket_id)
            return
        self._saving.stop()
        self._reply = text
        self._view.show_reply_text(text)
        self._view.show_saved("Saved")
        self._ask(self._view.show_ticket)


async def taken_back(inbox: "Inbox", outbox_id: OutboxId, ticket_id: TicketId) -> str:
    """The composer's text after the undo: what was sent, then what has been typed since."""
    typed = (await inbox.open(ticket_id)).composed
    text = await inbox.undo_reply(outbox_id)
    if not typed.strip():
        return text
    both = f"{text}\n\n{typed}"
    await inbox.compose(ticket_id, both)
    return both
