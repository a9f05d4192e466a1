"""Tickets taken by the mouse and let go over a view: one simple change brings them into it, and can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QDrag

from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.view_button import TICKETS
from helpdesk.ui.kit import Label
from helpdesk.ui.language import trn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.services.views import Way
    from helpdesk.ui.inbox.listing.bulk_presenter import BulkPresenter
    from helpdesk.ui.inbox.listing.list_pane import TicketListPane
    from helpdesk.ui.inbox.listing.marks import Marks
    from helpdesk.ui.kit import ScreenContext


class Dragging(QObject):
    """Which views would take the tickets is asked while they are on their way; a view that would not says so."""

    def __init__(self, pane: TicketListPane, marks: Marks, bulk: BulkPresenter, context: ScreenContext) -> None:
        super().__init__(pane)
        self._pane, self._marks, self._bulk, self._context = pane, marks, bulk, context
        self._desk: Desk | None = None
        self._ways: Mapping[int, Way] = {}
        pane.rows.drag_wanted.connect(self._drag)
        pane.rail.let_go.connect(self.let_go)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def let_go(self, view_id: int) -> None:
        way = self._ways.get(view_id)
        if way is not None:
            self._bulk.apply(way.tickets, way.change)

    def _found(self, ways: Mapping[int, Way]) -> None:
        self._ways = ways
        self._pane.rail.offer(frozenset(ways))

    def _drag(self, ticket_id: TicketId) -> None:
        """That ticket, or all that are marked when it is among them."""
        if self._desk is None:
            return
        tickets = self._marks.all() if ticket_id in self._marks else (ticket_id,)
        asking = self._context.bridge.call(partial(self._desk.views.ways_in, tickets), self._found, self._context.report)
        self._carry(trn("{n} ticket", "{n} tickets", len(tickets)))
        asking.cancel()
        self._ways = {}
        self._pane.rail.offer(None)

    def _carry(self, words: str) -> None:
        """Until the mouse lets go."""
        carried = QMimeData()
        carried.setData(TICKETS, b"")
        seen = Label(words, "strong")
        theme.clothe(seen)
        seen.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        drag = QDrag(self._pane.rows)
        drag.setMimeData(carried)
        drag.setPixmap(seen.grab())
        drag.exec(Qt.DropAction.MoveAction)
