"""What is typed reaches the store a quarter second later at the latest, and is found there after a crash."""

from __future__ import annotations

from collections import Counter
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
    """Texts by ticket and kind. The store writes in the order it is asked, so an older save never comes after a newer one of
    the same text; what could not be saved stays here and is tried again until it is. `report` hears of the first failure in a
    row. The store is told over which text each was written: another window may have written there meanwhile."""

    def __init__(self, view: SavingView, report: Callable[[Exception], object], bridge: Bridge, delays: Delays) -> None:
        self._view = view
        self._report = report
        self._bridge = bridge
        self._desk: Desk | None = None
        self._waiting: dict[tuple[TicketId, WritingKind], str] = {}
        self._under_way: Counter[tuple[TicketId, WritingKind]] = Counter()
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
        if (ticket_id, kind) in self._under_way:
            self._forgotten.add((ticket_id, kind))

    def flush(self) -> None:
        """Before another ticket, another screen or the end: after that nobody may be here to save the rest."""
        self._soon.stop()
        for key in list(self._waiting):
            self._send(key)

    def save(self) -> None:
        """All but what follows a save that is under way: more of that may come."""
        for key in [key for key in self._waiting if key not in self._under_way]:
            self._send(key)

    def _send(self, key: tuple[TicketId, WritingKind]) -> None:
        if self._desk is not None:
            text, before = self._waiting.pop(key), self._stood.pop(key, None)
            self._under_way[key] += 1
            work = partial(self._desk.composing.keep, *key, text, before)
            self._bridge.call(work, partial(self._kept, key, text), partial(self._not_kept, key, text), keep=True)

    def _landed(self, key: tuple[TicketId, WritingKind]) -> bool:
        """Whether no newer save of that text is behind it."""
        self._under_way -= Counter([key])
        return key not in self._under_way

    def _kept(self, key: tuple[TicketId, WritingKind], text: str, _: None) -> None:
        self._failing = False
        if not self._landed(key):
            return
        self._forgotten.discard(key)
        if key in self._waiting:
            self._stood[key] = text
            self._soon.start()
        elif not self._waiting and not self._under_way:
            self._view.show_saved(Saved.SAVED)

    def _not_kept(self, key: tuple[TicketId, WritingKind], text: str, error: Exception) -> None:
        if not self._landed(key):
            return
        if key in self._forgotten:
            self._forgotten.discard(key)
            return
        self._waiting.setdefault(key, text)
        self._view.show_saved(Saved.FAILED)
        if not self._failing:
            self._failing = True
            self._report(error)
        self._again.start()
