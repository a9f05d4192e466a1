"""A notice over the conversation: something written on this ticket has not left, and why or when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.conversation import TROUBLED, Letter, OutboxState
from helpdesk.domain.events import ReplyChanged
from helpdesk.ui.inbox.frame import OUTBOX
from helpdesk.ui.inbox.outbox_presenter import held_up, state_words, unsure
from helpdesk.ui.kit import Banner, Place, Tone
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr, trn
from helpdesk.ui.reason_words import reason_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.conversation import Conversation, OutboxEntry
    from helpdesk.domain.events import Event
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.frame import Inbox
    from helpdesk.ui.kit.shortcuts import Intent


class UnsentPart:
    """What leaves in a moment is told by its own countdown, and a mail that asks for a rating by nobody."""

    def __init__(self, inbox: Inbox) -> None:
        self._context = inbox.context
        self.widget = Banner()
        self._desk: Desk | None = None
        self._ticket: TicketId | None = None
        self._told: OutboxEntry | None = None
        self.widget.acted.connect(self._to_outbox)
        inbox.context.bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def opened(self, conversation: Conversation | None) -> None:
        ticket = None if conversation is None else conversation.ticket.id
        if ticket != self._ticket:
            self.widget.clear()
        self._ticket = ticket
        self.load()

    def left(self) -> None:
        return

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return ()

    def heard(self, event: Event) -> None:
        if isinstance(event, ReplyChanged):
            self.load()

    def load(self) -> None:
        desk, ticket = self._desk, self._ticket
        if desk is not None and ticket is not None:
            self._context.bridge.call(lambda: desk.outbox.unsent(ticket), partial(self._show, ticket))

    def _show(self, ticket: TicketId, entries: Sequence[OutboxEntry]) -> None:
        told = [entry for entry in entries if to_be_told(entry)]
        if ticket != self._ticket:
            return
        if not told:
            self.widget.clear()
            return
        first = self._told = told[0]
        more = trn("{n} more has not left.", "{n} more have not left.", len(told) - 1) if told[1:] else ""
        until = tr("Until then it can be taken back.") if first.state is OutboxState.QUEUED and not first.error else ""
        said = " ".join(part for part in (reason_sentence(first.error), until, more) if part)
        self.widget.say(said, tone_of(first), title=title_of(first), action=tr("Show in the outbox"), closable=False)

    def _to_outbox(self) -> None:
        if self._told is not None:
            self._context.navigate(Place("inbox", section=f"{OUTBOX}:{self._told.id}"))


def to_be_told(entry: OutboxEntry) -> bool:
    waits = entry.state is OutboxState.QUEUED and (entry.scheduled or held_up(entry))
    return entry.kind is not Letter.RATING and (waits or entry.state in TROUBLED)


def title_of(entry: OutboxEntry) -> str:
    whom = one_line(entry.recipient_name or entry.recipient)
    if entry.kind is Letter.FORWARD:
        return tr("Forward to {whom}: {state}", whom=whom, state=state_words(entry))
    return tr("Reply to {whom}: {state}", whom=whom, state=state_words(entry))


def tone_of(entry: OutboxEntry) -> Tone:
    if entry.state is OutboxState.FAILED:
        return Tone.ERROR
    return Tone.WARNING if unsure(entry) else Tone.QUIET
