"""A message on its way to a third person: begun, addressed, sent, discarded. Its text is kept like that of a reply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.errors import BadInput, NotYetSaid
from helpdesk.domain.forgotten import overlooked
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.domain.article import FileFailure
    from helpdesk.domain.composing import Writing
    from helpdesk.domain.conversation import OutboxEntry
    from helpdesk.domain.forgotten import Overlooked
    from helpdesk.domain.forwarding import KnownAddress
    from helpdesk.domain.ids import MessageId, TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays
    from helpdesk.ui.inbox.composing.writing_presenter import WritingPresenter
    from helpdesk.ui.inbox.ticket_presenter import Notices

FORWARD = WritingKind.FORWARD
SAVE_MS = 250


class ForwardingView(Protocol):
    def show_forwarding(self) -> None:
        """The text to forward is on display, to be written above."""
        ...

    def show_known(self, known: Sequence[KnownAddress]) -> None: ...

    def show_sending(self, busy: bool) -> None: ...

    def show_cautions(self, words: Sequence[str]) -> None: ...

    def show_overlooked(self, found: Sequence[Overlooked]) -> None: ...

    def clear_overlooked(self) -> None: ...

    def show_refusal(self, reason: str) -> None: ...


class ForwardingPresenter:
    """`writing` has the text; cautions that were shown once on a ticket are not shown again for the same words."""

    def __init__(
        self, view: ForwardingView, writing: WritingPresenter, notices: Notices, bridge: Bridge, delays: Delays
    ) -> None:
        self._view = view
        self._writing = writing
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._typed: tuple[TicketId, str] | None = None
        self._told: tuple[str, ...] = ()
        self._warned = False
        self._at: datetime | None = None
        self._untouched: tuple[TicketId, str, int] | None = None
        self._soon = delays(SAVE_MS, self._keep)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def leave(self) -> None:
        """Before another ticket, another screen or the end."""
        self.keep_address()
        self._told, self._warned = (), False

    def keep_address(self) -> None:
        """What was typed last, without waiting."""
        self._soon.stop()
        self._keep()

    def let_go(self) -> None:
        """Before another ticket: a forward to which nobody added a word, an address or a file was none."""
        begun, self._untouched = self._untouched, None
        desk, ticket_id = self._desk, self._writing.ticket_id
        if desk is not None and ticket_id is not None and begun == self._stands(ticket_id):
            self._writing.keeper.forget(ticket_id, FORWARD)
            self._bridge.call(partial(desk.forwarding.discard, ticket_id), lambda _: None, self._notices.report, keep=True)

    def begin(self, message_id: MessageId) -> None:
        ticket_id = self._writing.ticket_id
        desk = self._desk
        if desk is None or ticket_id is None or self._writing.writing is None:
            return

        async def work() -> tuple[Sequence[FileFailure], Writing]:
            return await desk.forwarding.begin(ticket_id, message_id), await desk.composing.open(ticket_id)

        self._writing.keeper.flush()
        is_first = not self._writing.text(FORWARD).strip()
        self._bridge.call(work, partial(self._begun, is_first), self._notices.report, keep=True)

    def type_address(self, typed: str) -> None:
        """Kept a moment later."""
        self._untouched = None
        if self._writing.ticket_id is not None:
            self._typed = (self._writing.ticket_id, typed)
            self._soon.start()

    def look_up(self) -> None:
        ticket_id = self._writing.ticket_id
        if self._desk is not None and ticket_id is not None:
            self._bridge.call(partial(self._desk.forwarding.known, ticket_id), self._view.show_known, self._notices.report)

    def send(self, address: str, at: datetime | None = None) -> None:
        """Asks first when something looks forgotten or is not for outsiders."""
        ticket_id, text = self._writing.ticket_id, self._writing.text(FORWARD)
        if self._desk is None or ticket_id is None or self._writing.writing is None or not text.strip():
            return
        self._at = at
        found = () if self._warned else overlooked(_above(text), len(self._writing.writing.files_of(FORWARD)))
        if found:
            self._warned = True
            self._view.show_overlooked(found)
            return
        self._typed = None
        self._view.show_sending(True)
        self._writing.keeper.forget(ticket_id, FORWARD)
        work = partial(self._desk.forwarding.send, ticket_id, text, address, at, read=self._told)
        self._bridge.call(work, self._sent, partial(self._refused, ticket_id, text), keep=True)

    def send_all_the_same(self, address: str) -> None:
        self.send(address, self._at)

    def discard(self) -> None:
        ticket_id = self._writing.ticket_id
        if self._desk is not None and ticket_id is not None:
            self._typed = None
            self._writing.keeper.forget(ticket_id, FORWARD)
            work = partial(self._desk.forwarding.discard, ticket_id)
            self._bridge.call(work, partial(self._discarded, ticket_id), self._notices.report, keep=True)

    def _keep(self) -> None:
        typed, self._typed = self._typed, None
        if self._desk is not None and typed is not None:
            work = partial(self._desk.forwarding.address, *typed)
            self._bridge.call(work, lambda _: None, self._notices.report, keep=True)

    def _begun(self, is_first: bool, found: tuple[Sequence[FileFailure], Writing]) -> None:
        refused, begun = found
        if refused:
            names = ", ".join(file.path for file in refused)
            self._notices.say(tr("There was no room for {names}: attach it to a mail of its own.", names=names))
        if begun.ticket_id == self._writing.ticket_id:
            self._writing.put(FORWARD, begun.forward)
            self._untouched = self._stands(begun.ticket_id, begun) if is_first and not begun.to else None
            self._view.show_forwarding()

    def _stands(self, ticket_id: TicketId, writing: Writing | None = None) -> tuple[TicketId, str, int]:
        known = writing or self._writing.writing
        return ticket_id, self._writing.text(FORWARD), len(known.files_of(FORWARD)) if known is not None else 0

    def _sent(self, entry: OutboxEntry) -> None:
        self._view.show_sending(False)
        self._view.clear_overlooked()
        self._writing.gone(entry, FORWARD)

    def _refused(self, ticket_id: TicketId, text: str, error: Exception) -> None:
        self._view.show_sending(False)
        self._writing.keeper.keep(ticket_id, FORWARD, text)
        if isinstance(error, NotYetSaid):
            self._told = (*self._told, *error.reasons)
            self._view.show_cautions(error.reasons)
        elif isinstance(error, BadInput):
            self._view.show_refusal(error.reason)
        else:
            self._notices.report(error)

    def _discarded(self, ticket_id: TicketId, _: None) -> None:
        self._writing.emptied(ticket_id, FORWARD)
        self._notices.say(tr("Discarded. It is among the earlier versions of this text."))


def _above(text: str) -> str:
    """The agent's own words: what is quoted speaks of files of its own."""
    return text.partition("\n----------")[0]
