"""What is typed reaches the store a quarter second later at the latest, and is found there after a crash."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.ui.inbox.composing.composer import Saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.composing import WritingKind
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays

SAVE_MS = 250
AGAIN_MS = 2_000


class SavingView(Protocol):
    def show_saved(self, state: Saved) -> None: ...


class Keeper:
    """Texts by ticket and kind. One save of a text is under way at a time, so that an older one never comes after a newer one;
    what could not be saved stays here and is tried again until it is. `report` hears of the first failure in a row. The store
    is told over which text each was written: another window may have written there meanwhile."""

    def __init__(self, view: SavingView, report: Callable[[Exception], object], bridge: Bridge, delays: Delays) -> None:
        self._view = view
        self._report = report
        self._bridge = bridge
        self._desk: Desk | None = None
        self._waiting: dict[tuple[TicketId, WritingKind], str] = {}
        self._under_way: set[tuple[TicketId, WritingKind]] = set()
        self._stood: dict[tuple[TicketId, WritingKind], str | None] = {}
        self._forgotten: set[tuple[TicketId, WritingKind]] = set()
        self._failing = False
        self._soon = delays(SAVE_MS, self.save)
        self._again = delays(AGAIN_MS, self.save)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._under_way.clear()
        self.save()

    def keep(self, ticket_id: TicketId, kind: WritingKind, text: str, before: str | None = None) -> None:
        """`before` is what was shown until now, None when that is not known."""
        self._waiting[ticket_id, kind] = text
        self._stood.setdefault((ticket_id, kind), before)
        self._view.show_saved(Saved.FAILED if self._failing else Saved.SAVING)
        self._soon.start()

    def unsaved(self, ticket_id: TicketId) -> bool:
        """Whether something of this ticket is not in the store yet."""
        return any(key[0] == ticket_id for key in (*self._waiting, *self._under_way))

    def forget(self, ticket_id: TicketId, kind: WritingKind) -> None:
        """The text has gone elsewhere: it was sent."""
        self._waiting.pop((ticket_id, kind), None)
        self._stood.pop((ticket_id, kind), None)
        self._forgotten.update({(ticket_id, kind)} & self._under_way)

    def flush(self) -> None:
        """Before another ticket, another screen or the end."""
        self._soon.stop()
        self.save()

    def save(self) -> None:
        desk = self._desk
        if desk is None:
            return
        for (ticket_id, kind), text in list(self._waiting.items()):
            key = (ticket_id, kind)
            if key not in self._under_way:
                del self._waiting[key]
                self._under_way.add(key)
                work = partial(desk.composing.keep, ticket_id, kind, text, self._stood.pop(key, None))
                self._bridge.call(work, partial(self._kept, key, text), partial(self._not_kept, key, text), keep=True)

    def _kept(self, key: tuple[TicketId, WritingKind], text: str, _: None) -> None:
        self._under_way.discard(key)
        self._forgotten.discard(key)
        self._failing = False
        if key in self._waiting:
            self._stood[key] = text
            self._soon.start()
        elif not self._waiting and not self._under_way:
            self._view.show_saved(Saved.SAVED)

    def _not_kept(self, key: tuple[TicketId, WritingKind], text: str, error: Exception) -> None:
        self._under_way.discard(key)
        if key in self._forgotten:
            self._forgotten.discard(key)
            return
        self._waiting.setdefault(key, text)
        self._view.show_saved(Saved.FAILED)
        if not self._failing:
            self._failing = True
            self._report(error)
        self._again.start()
