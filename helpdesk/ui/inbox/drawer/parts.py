"""History and tickets as they were, hung into the inbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from helpdesk.ui.inbox.drawer.history_pane import HistoryPane
from helpdesk.ui.inbox.drawer.history_presenter import HistoryPresenter
from helpdesk.ui.inbox.drawer.matter_part import MatterPart
from helpdesk.ui.inbox.drawer.then_page import ThenPage
from helpdesk.ui.inbox.frame import Placed, Slot
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.frame import Inbox

CHANGES = mark("Changes")
HISTORY = Intent("history", ("H",), mark("What was changed"), CHANGES)
UNDO = Intent("undo-change", ("Ctrl+Z",), mark("Take the last change back"), CHANGES)
REDO = Intent("redo-change", ("Ctrl+Shift+Z",), mark("Do again what was taken back"), CHANGES)
SECONDS = 10.0


class Telling:
    """News of what was taken back, with the way to the opposite."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def tell(self, words: str, action: str = "", again: Callable[[], object] | None = None) -> None:
        self._inbox.context.toasts.show_toast(Toast(words, action, again, SECONDS))

    def lead(self, ticket_id: TicketId) -> None:
        self._inbox.open_ticket(ticket_id)

    def report(self, error: Exception) -> None:
        self._inbox.context.report(error)


class HistoryPart:
    def __init__(self, inbox: Inbox, then: ThenPart) -> None:
        self._inbox = inbox
        self._then = then
        self.widget = HistoryPane()
        self.presenter = HistoryPresenter(self.widget, Telling(inbox), inbox.context.bridge)
        pane, presenter = self.widget, self.presenter
        pane.shown.connect(presenter.load)
        pane.scope_chosen.connect(presenter.choose_scope)
        pane.row_chosen.connect(presenter.choose)
        pane.turn_requested.connect(presenter.turn)
        pane.then_requested.connect(self._show_before)
        pane.earlier_requested.connect(presenter.load_earlier)
        pane.retry_requested.connect(presenter.load)

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)

    def opened(self, conversation: Conversation | None) -> None:
        self.presenter.opened(None if conversation is None else conversation.ticket.id)

    def left(self) -> None:
        return None

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return (
            (HISTORY, partial(self._inbox.show_tab, "history")),
            (UNDO, self.presenter.undo_last),
            (REDO, self.presenter.redo_last),
        )

    def _show_before(self, _: int) -> None:
        operation = self.widget.chosen()
        shown = self._inbox.conversation
        if operation is not None and operation.ticket_id is not None:
            only = operation.tickets == 1 or shown is None
            ticket_id = operation.ticket_id if only or shown is None else shown.ticket.id
            self._then.show(ticket_id, operation.at - timedelta(microseconds=1))


class ThenPart:
    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._desk: Desk | None = None
        self._ticket_id: TicketId | None = None
        self.widget = ThenPage()
        self.widget.moment_chosen.connect(self._read)
        self.widget.closed.connect(inbox.back)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def opened(self, conversation: Conversation | None) -> None:
        return None

    def left(self) -> None:
        self._ticket_id = None

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return ()

    def show(self, ticket_id: TicketId, moment: datetime) -> None:
        self._ticket_id = ticket_id
        self.widget.show_moment(moment)
        self._read(moment)
        self._inbox.show_page("as-it-was")
        self.widget.enter()

    def _read(self, moment: datetime) -> None:
        if self._desk is not None and self._ticket_id is not None:
            work = partial(self._desk.changes.at, self._ticket_id, moment)
            self._inbox.context.bridge.call(work, self.widget.show_then, self.widget.show_then_trouble)


def drawer_parts(inbox: Inbox) -> Iterator[Placed]:
    then = ThenPart(inbox)
    history = HistoryPart(inbox, then)
    yield Placed(Slot.NOTICE, MatterPart(inbox, history.presenter.turn_one))
    yield Placed(Slot.PAGE, then, "as-it-was")
    yield Placed(Slot.PANEL, history, "history", mark("History"))
