"""What a person asks of a message and the desk answers. A plain class: it knows the pane by what it may tell it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from helpdesk.domain.errors import NotReady
from helpdesk.services.obstacles import in_words
from helpdesk.ui import wording
from helpdesk.ui.change_words import said_of, who
from helpdesk.ui.conversation.entries import Happening
from helpdesk.ui.language import tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.change import Operation
    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import AttachmentId, MessageId, TicketId
    from helpdesk.domain.safe_html import SafeHtml
    from helpdesk.services.assistance.translating import Translated
    from helpdesk.services.desk import Desk
    from helpdesk.services.reading import AttachmentLook, Original
    from helpdesk.ui.bridge import Bridge, Handle

MOST_HAPPENINGS = 500
T = TypeVar("T")


class ReadingView(Protocol):
    def show_busy(self, message_id: MessageId, words: str) -> None: ...

    def show_html(self, message_id: MessageId, html: SafeHtml | None) -> None: ...

    def show_translation(self, message_id: MessageId, words: str, by: str) -> None: ...

    def show_message_trouble(self, message_id: MessageId, words: str) -> None: ...

    def show_happenings(self, happenings: Sequence[Happening]) -> None: ...


class Windows(Protocol):
    """What opens over the screen for a while, and news."""

    def show_original(self, message_id: MessageId, original: Original | None) -> None: ...

    def show_picture(self, look: AttachmentLook) -> None: ...

    def say(self, words: str) -> None: ...

    def report(self, error: Exception) -> None: ...


class ConversationReader:
    """`happenings_wanted` stays from ticket to ticket."""

    def __init__(self, view: ReadingView, windows: Windows, bridge: Bridge) -> None:
        self._view = view
        self._windows = windows
        self._bridge = bridge
        self._desk: Desk | None = None
        self._conversation: Conversation | None = None
        self._looked_at: tuple[TicketId, int] | None = None
        self._translating: Handle | None = None
        self.happenings_wanted = False

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.opened(self._conversation)

    def opened(self, conversation: Conversation | None) -> None:
        """With every new state of the ticket on display."""
        self._conversation = conversation
        if conversation is None or self._desk is None:
            self._looked_at = None
            return
        look = (conversation.ticket.id, len(conversation.messages))
        if look != self._looked_at:
            self._looked_at = look
            self._bridge.call(partial(self._desk.reading.looked, conversation.ticket.id))
        if self.happenings_wanted:
            self._ask_happenings()

    def html(self, message_id: MessageId) -> None:
        if self._desk is not None:
            self._view.show_busy(message_id, tr("Making its layout harmless…"))
            work = partial(self._desk.reading.html, message_id)
            self._bridge.call(work, partial(self._view.show_html, message_id), partial(self._not_laid_out, message_id))

    def translate(self, message_id: MessageId) -> None:
        """Into the agent's own language. The newest wish counts: a model does one thing at a time."""
        if self._desk is None:
            return
        if self._translating is not None:
            self._translating.cancel()
        self._view.show_busy(message_id, tr("Being translated…"))
        ticket = self._conversation.ticket.id if self._conversation is not None else None
        if ticket is not None:
            work = partial(self._desk.assistance.translate, ticket, message_id)
            failed = partial(self._not_translated, message_id)
            self._translating = self._bridge.call(work, partial(self._translated, message_id), failed)

    def original(self, message_id: MessageId) -> None:
        self._call(lambda desk: partial(desk.reading.original, message_id), partial(self._windows.show_original, message_id))

    def look(self, attachment_id: AttachmentId) -> None:
        self._call(lambda desk: partial(desk.reading.look, attachment_id), self._windows.show_picture)

    def save(self, attachment_id: AttachmentId, path: str) -> None:
        self._call(lambda desk: partial(desk.reading.save, attachment_id, Path(path)), partial(self._saved, path))

    def save_original(self, message_id: MessageId, path: str) -> None:
        self._call(lambda desk: partial(desk.reading.save_original, message_id, Path(path)), partial(self._saved, path))

    def toggle_happenings(self) -> None:
        """What was done to the ticket, between the messages: shown or folded away."""
        self.happenings_wanted = not self.happenings_wanted
        if self.happenings_wanted:
            self._ask_happenings()
        else:
            self._view.show_happenings(())

    def _ask_happenings(self) -> None:
        conversation = self._conversation
        if conversation is not None:
            ticket = conversation.ticket.id
            self._call(
                lambda desk: partial(desk.changes.listed, MOST_HAPPENINGS, ticket_id=ticket), partial(self._happened, ticket)
            )

    def _happened(self, ticket: TicketId, operations: Sequence[Operation]) -> None:
        if self.happenings_wanted and self._conversation is not None and self._conversation.ticket.id == ticket:
            self._view.show_happenings([_told(operation) for operation in operations])
            if not operations:
                self._windows.say(tr("Nothing was changed on this ticket yet."))

    def _saved(self, path: str, _: None) -> None:
        self._windows.say(tr("Saved {path}.", path=path))

    def _translated(self, message_id: MessageId, told: Translated) -> None:
        self._view.show_translation(message_id, told.text, told.by)

    def _not_translated(self, message_id: MessageId, error: Exception) -> None:
        if isinstance(error, NotReady):
            why = reason_said(in_words(error))
            self._view.show_message_trouble(message_id, tr("The model did not translate it: {why_not}.", why_not=why))
        else:
            self._not_laid_out(message_id, error)

    def _not_laid_out(self, message_id: MessageId, error: Exception) -> None:
        self._view.show_message_trouble(message_id, wording.of(error).sentence)

    def _call(self, work: Callable[[Desk], Callable[[], Awaitable[T]]], done: Callable[[T], object]) -> None:
        if self._desk is not None:
            self._bridge.call(work(self._desk), done, self._windows.report)


def _told(operation: Operation) -> Happening:
    return Happening(operation.at, tr("{who}: {what}", who=who(operation), what=said_of(operation)))
