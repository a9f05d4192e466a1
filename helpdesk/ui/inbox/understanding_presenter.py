"""What the open ticket's message was read as, and an agent's corrections of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.events import DraftReady, Event, TicketChanged, TicketReceived
from helpdesk.domain.ids import TicketId
from helpdesk.domain.understanding import Understood
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.inbox.ticket_presenter import Notices

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk
    from helpdesk.services.understanding import Understanding

READ_ANEW = (TicketReceived, TicketChanged, DraftReady)

Shown = tuple[Understood, Mapping[str, Sequence[str]]]


class UnderstandingView(Protocol):
    def clear(self) -> None: ...

    def show_reading(self, understood: Understood, choices: Mapping[str, Sequence[str]]) -> None: ...


class UnderstandingPresenter:
    """Reading a ticket never holds up showing it: the chips come when they are there."""

    def __init__(self, view: UnderstandingView, notices: Notices, bridge: Bridge) -> None:
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._ticket_id: TicketId | None = None
        self._asking: Handle | None = None
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._ask()

    def open(self, ticket_id: int) -> None:
        if ticket_id != self._ticket_id:
            self._ticket_id = TicketId(ticket_id)
            self._view.clear()
            self._ask()

    def heard(self, event: Event) -> None:
        if isinstance(event, READ_ANEW) and event.ticket_id == self._ticket_id:
            self._ask()

    def correct(self, name: str, value: str) -> None:
        if self._desk is not None and self._ticket_id is not None:
            work = partial(self._desk.understanding.correct, self._ticket_id, name, value)
            self._bridge.call(work, lambda _: self._ask(), self._notices.report, keep=True)

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        if self._desk is not None and self._ticket_id is not None:
            work = partial(read, self._desk.understanding, self._ticket_id)
            self._asking = self._bridge.call(work, partial(self._read, self._ticket_id), self._notices.report)

    def _read(self, ticket_id: TicketId, shown: Shown) -> None:
        if ticket_id == self._ticket_id:
            self._view.show_reading(*shown)


async def read(understanding: "Understanding", ticket_id: TicketId) -> Shown:
    return await understanding.shown(ticket_id), await understanding.choices()
