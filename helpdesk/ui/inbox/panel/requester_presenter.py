"""The person of the open ticket: read when the panel may show it, the note kept on every pause."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.events import ChangeTurned, Event, TicketReceived
from helpdesk.ui.language import day_and_clock, tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import RequesterId
    from helpdesk.domain.people import Requester
    from helpdesk.domain.ticket_panel import RequesterSheet
    from helpdesk.services.desk import Desk
    from helpdesk.services.ticketing.requesters import Requesters
    from helpdesk.ui.bridge import Bridge, Delays, Handle

SAVE_MS, FIND_MS = 600, 250
OFFERED = 6


class RequesterView(Protocol):
    def show_none(self) -> None: ...

    def show_person(self, sheet: RequesterSheet) -> None: ...

    def show_note(self, text: str) -> None: ...

    def show_saved(self, words: str) -> None: ...

    def show_found(self, people: Sequence[Requester]) -> None: ...

    def clear_search(self) -> None: ...


class RequesterPresenter:
    def __init__(self, view: RequesterView, report: Callable[[Exception], None], bridge: Bridge, delays: Delays) -> None:
        self.requester_id: RequesterId | None = None
        self._view, self._report, self._bridge = view, report, bridge
        self._desk: Desk | None = None
        self._sheet: RequesterSheet | None = None
        self._typed: str | None = None
        self._wanted = ""
        self._asking: Handle | None = None
        self._finding: Handle | None = None
        self._saving, self._search = delays(SAVE_MS, self._save), delays(FIND_MS, self._find)
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._ask()

    def opened(self, conversation: Conversation | None) -> None:
        wanted = conversation.requester.id if conversation else None
        if wanted == self.requester_id:
            self._ask()
            return
        self.left()
        self.requester_id, self._sheet, self._typed = wanted, None, None
        self._view.clear_search()
        self._view.show_none()
        self._ask()

    def left(self) -> None:
        self._saving.flush()

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned | TicketReceived):
            self._ask()

    def type_note(self, text: str) -> None:
        self._typed = text
        self._view.show_saved(tr("Saving…"))
        self._saving.start()

    def search(self, words: str) -> None:
        self._wanted = words
        self._search.start()

    def merge(self, other: RequesterId) -> None:
        self._act(lambda people, one: people.merge(one, other))
        self._view.clear_search()

    def apart(self, other: RequesterId) -> None:
        self._act(lambda people, one: people.not_the_same(one, other))

    def separate(self, other: RequesterId) -> None:
        self._act(lambda people, _: people.separate(other))

    def _act(self, work: Callable[[Requesters, RequesterId], Awaitable[object]]) -> None:
        if self._desk is not None and self._sheet is not None:
            done = partial(work, self._desk.ticketing.requesters, self._sheet.main.id)
            self._bridge.call(done, lambda _: self._ask(), self._refused, keep=True)

    def _save(self) -> None:
        if self._typed is None or self._desk is None or self._sheet is None:
            return
        text, self._typed = self._typed, None
        work = partial(self._desk.ticketing.requesters.note, self._sheet.main.id, text)
        self._bridge.call(work, lambda _: self._ask(), partial(self._not_saved, text), keep=True)

    def _not_saved(self, text: str, error: Exception) -> None:
        if self._typed is None:
            self._typed = text
        self._view.show_saved(tr("Not saved"))
        self._report(error)

    def _find(self) -> None:
        if self._finding is not None:
            self._finding.cancel()
        if self._desk is not None and self._sheet is not None:
            work = partial(self._desk.ticketing.requesters.find, self._wanted, OFFERED + len(self._sheet.ids))
            self._finding = self._bridge.call(work, self._found, self._report)

    def _found(self, people: Sequence[Requester]) -> None:
        known = self._sheet.ids if self._sheet else ()
        self._view.show_found([who for who in people if who.id not in known][:OFFERED])

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        if self._desk is not None and self.requester_id is not None:
            work = partial(self._desk.ticketing.requesters.sheet, self.requester_id)
            self._asking = self._bridge.call(work, partial(self._read, self.requester_id), self._report)

    def _read(self, asked: RequesterId, sheet: RequesterSheet) -> None:
        if asked != self.requester_id:
            return
        first, self._sheet = self._sheet is None or self._sheet.note != sheet.note, sheet
        self._view.show_person(sheet)
        if self._typed is not None:
            return
        if first:
            self._view.show_note(sheet.note.text if sheet.note else "")
        self._view.show_saved(
            tr("{agent}, {when}", agent=sheet.note.agent, when=day_and_clock(sheet.note.at)) if sheet.note else ""
        )

    def _refused(self, error: Exception) -> None:
        self._report(error)
        self._ask()
