"""One ticket's reply and note: opened, kept, sent, taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.composing import PLAIN, Wish, WritingKind
from helpdesk.domain.conversation import Letter
from helpdesk.domain.events import Event, ReplyChanged, TicketChanged, WritingChanged
from helpdesk.domain.forgotten import overlooked
from helpdesk.ui.inbox.composing.composer import Saved
from helpdesk.ui.inbox.composing.keeping import SAVE_MS, Keeper
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.domain.composing import OutgoingFile, Version, Writing
    from helpdesk.domain.conversation import OutboxEntry
    from helpdesk.domain.forgotten import Overlooked
    from helpdesk.domain.ids import OutboxId, TicketId
    from helpdesk.domain.ticket import TicketStatus
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays, Handle
    from helpdesk.ui.inbox.ticket_presenter import Notices


class WritingView(Protocol):
    def show_opening(self) -> None: ...

    def show_writing(self, writing: Writing) -> None: ...

    def show_text(self, kind: WritingKind, text: str) -> None: ...

    def turn_to(self, kind: WritingKind) -> None: ...

    def show_files(self, files: Sequence[OutgoingFile]) -> None: ...

    def show_saved(self, state: Saved) -> None: ...

    def show_signature(self, signature: str, wanted: bool) -> None: ...

    def show_sending(self, busy: bool) -> None: ...

    def show_overlooked(self, found: Sequence[Overlooked]) -> None: ...

    def show_versions(self, versions: Sequence[Version]) -> None: ...

    def clear_overlooked(self) -> None: ...

    def rest(self) -> None:
        """There is nothing more to write on this ticket: the keyboard goes back to reading, where its keys are commands."""
        ...

    def done_with(self, ticket_id: TicketId) -> None:
        """A reply was sent."""
        ...

    def show_ticket(self, ticket_id: TicketId) -> None: ...


class WritingPresenter:
    """News about the open ticket never touch what is being typed."""

    def __init__(self, view: WritingView, notices: Notices, bridge: Bridge, delays: Delays) -> None:
        self.ticket_id: TicketId | None = None
        self.writing: Writing | None = None
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._opening: Handle | None = None
        self._signature, self._sign = "", True
        self._texts: dict[WritingKind, str] = {}
        self._asked: Wish | None = None
        self._strokes = 0
        self._typed_here = False
        self.keeper = Keeper(view, notices.report, bridge, delays)
        self._once_saved = delays(SAVE_MS, self.read)
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        """May come again with another desk: what is typed stays."""
        self._desk = desk
        self.keeper.desk_ready(desk)
        if self.ticket_id is not None:
            self.read()

    def open(self, ticket_id: TicketId | None) -> None:
        """The same ticket again changes nothing."""
        if ticket_id == self.ticket_id:
            return
        self.leave()
        self.ticket_id, self.writing, self._texts, self._sign, self._typed_here = ticket_id, None, {}, True, False
        if ticket_id is not None:
            self._view.show_opening()
            self.read()

    def leave(self) -> None:
        self.keeper.flush()

    def read(self) -> None:
        """What the store has; while something typed is not there yet, the editor knows better: also when that gets there
        between the question and the answer."""
        if self._desk is None or self.ticket_id is None:
            return
        if self._opening is not None:
            self._opening.cancel()
        ticket_id, desk = self.ticket_id, self._desk
        strokes = None if self.keeper.unsaved(ticket_id) else self._strokes

        async def work() -> tuple[Writing, str]:
            return await desk.composing.open(ticket_id), await desk.composing.signature(ticket_id)

        self._opening = self._bridge.call(work, partial(self._read, strokes), self._notices.report)

    def heard(self, event: Event) -> None:
        if not isinstance(event, ReplyChanged | TicketChanged | WritingChanged) or self.writing is None:
            return
        if event.ticket_id == self.ticket_id and (not isinstance(event, WritingChanged) or self._written_elsewhere()):
            self.read()

    def _written_elsewhere(self) -> bool:
        """While something of ours is on its way, the news is of that, or will be overtaken by it."""
        return self.ticket_id is not None and not self.keeper.unsaved(self.ticket_id)

    def type(self, kind: WritingKind, text: str) -> None:
        before = self._texts.get(kind)
        if self.ticket_id is not None and self.writing is not None and before != text:
            self._texts[kind] = text
            self._strokes += 1
            self._typed_here = True
            self._asked = None
            self.keeper.keep(self.ticket_id, kind, text, before)

    def text(self, kind: WritingKind) -> str:
        """As it stands in the editor."""
        return self._texts.get(kind, "")

    def toggle_signature(self) -> None:
        self._sign = not self._sign
        self._view.show_signature(self._signature, self._sign)

    def send(self, status: TicketStatus | None = None, at: datetime | None = None, follow_up_days: int = 0) -> None:
        """Asks first when something looks forgotten; asked for the same once more, it is sent."""
        text = self._texts.get(WritingKind.REPLY, "")
        if self._desk is None or self.ticket_id is None or self.writing is None or not text.strip():
            return
        wish = Wish(status, at, follow_up_days, self._signature if self._sign else "")
        found = overlooked(text, len(self.writing.files_of(WritingKind.REPLY)))
        if found and self._asked is None:
            self._asked = wish
            self._view.show_overlooked(found)
            return
        self._asked = None
        self._view.clear_overlooked()
        self._view.show_sending(True)
        self.keeper.forget(self.ticket_id, WritingKind.REPLY)
        work = partial(self._desk.inbox.reply, self.ticket_id, text, wish)
        self._bridge.call(work, self._sent, partial(self._refused, self.ticket_id, WritingKind.REPLY, text), keep=True)

    def send_all_the_same(self) -> None:
        asked = self._asked or PLAIN
        self.send(asked.status, asked.at, asked.follow_up_days)

    def add_note(self) -> None:
        text = self._texts.get(WritingKind.NOTE, "")
        if self._desk is None or self.ticket_id is None or not text.strip():
            return
        self._view.show_sending(True)
        self.keeper.forget(self.ticket_id, WritingKind.NOTE)
        work = partial(self._desk.inbox.add_note, self.ticket_id, text)
        failed = partial(self._refused, self.ticket_id, WritingKind.NOTE, text)
        self._bridge.call(work, partial(self._noted, self.ticket_id), failed, keep=True)

    def undo(self, outbox_id: OutboxId, ticket_id: TicketId, letter: Letter) -> None:
        """Takes a reply or a forward back out of the outbox; its text and files are being written again."""
        if self._desk is not None:
            self.keeper.flush()
            work = partial(self._desk.inbox.undo_reply, outbox_id)
            self._bridge.call(work, partial(self._undone, ticket_id, letter), self._notices.report, keep=True)

    def gone(self, entry: OutboxEntry, kind: WritingKind) -> None:
        """The text is in the outbox now."""
        self.emptied(entry.ticket_id, kind)
        self._notices.offer_undo(entry, partial(self.undo, entry.id, entry.ticket_id, entry.kind))

    def put(self, kind: WritingKind, text: str) -> None:
        """The store has it so; it is to be written on."""
        self._texts[kind] = text
        self._view.turn_to(kind)
        self._view.show_text(kind, text)
        self._view.show_saved(Saved.SAVED)
        self.read()

    def emptied(self, ticket_id: TicketId, kind: WritingKind) -> None:
        if ticket_id == self.ticket_id:
            self._typed_here = False
            self._texts[kind] = ""
            self._view.show_text(kind, "")
            self._view.show_saved(Saved.NOTHING)
            self._view.rest()
            self.read()

    def look_back(self, kind: WritingKind) -> None:
        if self._desk is not None and self.ticket_id is not None:
            self.keeper.flush()
            work = partial(self._desk.composing.versions, self.ticket_id, kind)
            self._bridge.call(work, self._view.show_versions, self._notices.report)

    def _read(self, strokes: int | None, found: tuple[Writing, str]) -> None:
        writing, self._signature = found
        if writing.ticket_id != self.ticket_id:
            return
        first, self.writing = self.writing is None, writing
        self._view.show_files(writing.files)
        self._view.show_signature(self._signature, self._sign)
        if strokes != self._strokes or self.keeper.unsaved(writing.ticket_id):
            self._once_saved.start()
            return
        texts = {kind: writing.text(kind) for kind in WritingKind}
        if self._typed_here and any(was and not texts[kind].startswith(was) for kind, was in self._texts.items()):
            self._notices.say(tr("This text was changed in another window. What stood here is among its earlier versions."))
        self._typed_here = self._typed_here and texts == self._texts
        self._texts = texts
        self._view.show_writing(writing)
        if first:
            self._view.show_saved(Saved.SAVED if any(self._texts.values()) else Saved.NOTHING)

    def _sent(self, entry: OutboxEntry) -> None:
        self._view.show_sending(False)
        self.gone(entry, WritingKind.REPLY)
        self._view.done_with(entry.ticket_id)

    def _noted(self, ticket_id: TicketId, _: None) -> None:
        self._view.show_sending(False)
        self.emptied(ticket_id, WritingKind.NOTE)

    def _refused(self, ticket_id: TicketId, kind: WritingKind, text: str, error: Exception) -> None:
        self._view.show_sending(False)
        self.keeper.keep(ticket_id, kind, text)
        self._notices.report(error)

    def _undone(self, ticket_id: TicketId, letter: Letter, text: str) -> None:
        if letter is Letter.RATING:
            self._notices.say(tr("Taken back: this customer is not asked for a rating."))
            return
        self._notices.say(tr("It was taken back; text and files are in the editor again."))
        if ticket_id == self.ticket_id:
            self.put(WritingKind(letter), text)
        else:
            self._view.show_ticket(ticket_id)
