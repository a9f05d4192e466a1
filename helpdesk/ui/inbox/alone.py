"""The inbox around one ticket: everything that can be done with it, and no list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui.inbox import keys
from helpdesk.ui.inbox.panel_room import StayingPanel
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit.screen import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit.screen import ScreenContext

ALSO = ("back", "page-down", "page-up", "panel")
ELSEWHERE = ("own-window",)


class TicketAlone(InboxScreen):
    """The list is there but asks for nothing and is never seen. Other tickets open in the main window."""

    offered = tuple(
        intent
        for intent in keys.INTENTS
        if (intent.group == keys.TICKET or intent.name in ALSO) and intent.name not in ELSEWHERE
    )

    panel_room = StayingPanel

    def __init__(self, context: ScreenContext, ticket_id: TicketId) -> None:
        self._first = ticket_id
        super().__init__(context)

    def furnish(self) -> Iterator[None]:
        for _ in super().furnish():
            yield
        self.list.hide()
        self.list.rail.hide()
        self.ticket.apart.hide()
        self.panel.hide()

    @property
    def ticket_id(self) -> TicketId:
        return self.ticket_presenter.ticket_id or self._first

    def desk_ready(self, desk: Desk) -> None:
        self.ticket_presenter.desk_ready(desk)
        self.reading.desk_ready(desk)
        self.assist_presenter.desk_ready(desk)
        self.intake.presenter.desk_ready(desk)
        for placed in self.parts:
            placed.part.desk_ready(desk)

    def entered(self, place: Place) -> None:
        """The keys work before anything was clicked."""
        self.setFocus()
        self.assist_presenter.entered()
        self._show_ticket(self.ticket_id)

    def tell_parts(self, conversation: Conversation | None) -> None:
        """A keyboard that is in nothing yet is seen where one reads."""
        super().tell_parts(conversation)
        if self.hasFocus():
            self.pane.setFocus()

    def open_ticket(self, ticket_id: TicketId) -> None:
        if ticket_id == self.ticket_id:
            self._show_ticket(ticket_id)
        else:
            self.context.navigate(Place("inbox", ticket_id=ticket_id))

    def keep(self) -> None:
        """What is typed reaches the store now: another window comes to the front."""
        self.writing.presenter.leave()

    def advance(self, done: TicketId) -> None:
        """The window is this ticket's: there is no next one."""

    def fold_panel(self) -> None:
        self.room.open(self.panel.isHidden())

    def back(self) -> None:
        self.work.setCurrentWidget(self.ticket)
        self.pane.setFocus()
