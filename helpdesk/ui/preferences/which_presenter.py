"""Turns conditions into typed words and back, and counts the tickets they mean while they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.ticket_query import TicketQuery
from helpdesk.ui import wording
from helpdesk.ui.language import tr
from helpdesk.ui.query_tongue import spoken, understood

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.condition import Conditions
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays, Handle
    from helpdesk.ui.known_names import KnownNames
    from helpdesk.ui.preferences.which_tickets import WhichTickets

COUNT_MS = 250


@dataclass(frozen=True)
class Which:
    """Conditions, and how a person would type them: '' where the language has no words for them."""

    conditions: Conditions
    query: str


class WhichPresenter:
    def __init__(self, view: WhichTickets, bridge: Bridge, delays: Delays) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._counting: Handle | None = None
        self._soon = delays(COUNT_MS, self._count)
        view.changed.connect(self._soon.start)
        view.turn_wanted.connect(self.turn)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def offer(self, names: KnownNames) -> None:
        self._view.lines.offer(names)

    def show(self, conditions: Conditions, query: str) -> None:
        """Of what was chosen; on the face that is on display, as far as that can show it."""
        self._view.lines.show_conditions(conditions)
        self._view.query.setText(spoken(query))
        if not query and conditions.every:
            self._view.show_face(typed=False)
        self._view.say("")
        self._view.show_count(None)
        if conditions.every:
            self._view.show_no_count()
            self._soon.start()

    def written(self, desk: Desk) -> Callable[[], Awaitable[Which]]:
        """What the view says now, to be read in the desk's thread. Raises QueryFault there."""
        typed, query, conditions = self._view.typed, self._query(), self._view.lines.written()

        async def made() -> Which:
            if typed:
                return Which(await desk.rules.conditions.read(query), query)
            return Which(conditions, await desk.rules.conditions.spelled(conditions) or "")

        return made

    def turn(self) -> None:
        """Shows the same on the other face, where that can be."""
        desk, typed = self._desk, self._view.typed
        if desk is not None:
            self._bridge.call(self.written(desk), lambda which: self._turned(which, typed=not typed), self._not_read)

    def _turned(self, which: Which, *, typed: bool) -> None:
        if typed and which.conditions.every and not which.query:
            unwritten = tr("The language of the search field has no words for these conditions.")
            self._view.say(tr("A condition has no value yet.") if self._view.lines.faults() else unwritten, well=False)
            return
        self._view.say("")
        self._view.query.setText(spoken(which.query))
        if not typed:
            self._view.lines.show_conditions(which.conditions)
        self._view.show_face(typed=typed)
        (self._view.query if typed else self._view.lines.all.add).setFocus()

    def _count(self) -> None:
        if self._desk is None:
            return
        if self._counting is not None:
            self._counting.cancel()
        view = self._view
        unfinished = not view.typed and bool(view.lines.faults())
        view.say(tr("A condition has no value yet.") if unfinished else "")
        if unfinished:
            view.show_no_count()
            return
        if not (self._query() if view.typed else view.lines.written().every):
            view.show_count(None)
            return
        wanted = TicketQuery(words=self._query()) if view.typed else TicketQuery(view.lines.conditions())
        desk = self._desk
        self._counting = self._bridge.call(lambda: desk.views.counts([wanted]), self._counted, self._not_read)

    def _query(self) -> str:
        return understood(self._view.query.text().strip())

    def _counted(self, counts: Sequence[int]) -> None:
        self._view.show_count(counts[0])

    def _not_read(self, error: Exception) -> None:
        self._view.show_no_count()
        self._view.say(wording.of(error).sentence, well=False)
