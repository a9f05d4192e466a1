"""The outbox as a page of the inbox: its pane, who answers it, and what it asks of the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from helpdesk.ui.inbox.outbox_pane import OutboxPane
from helpdesk.ui.inbox.outbox_presenter import OutboxPresenter, spoken_entry
from helpdesk.ui.kit.paged_model import PagedModel

if TYPE_CHECKING:
    from helpdesk.domain.conversation import OutboxEntry
    from helpdesk.ui.inbox.notices import InboxNotices
    from helpdesk.ui.kit import ScreenContext


class OutboxSide(QObject):
    """`undo_wanted` carries what was sent by hand (its number, its ticket, its kind) and is to come back into the editor."""

    undo_wanted = Signal(int, int, str)
    ticket_wanted = Signal(int)

    def __init__(self, context: ScreenContext, notices: InboxNotices) -> None:
        super().__init__()
        entries: PagedModel[OutboxEntry] = PagedModel(spoken_entry)
        self.pane = OutboxPane(entries)
        self.presenter = OutboxPresenter(self.pane, entries, notices, context.bridge, context.delays)
        pane, presenter = self.pane, self.presenter
        pane.row_chosen.connect(presenter.choose)
        pane.retry_requested.connect(presenter.retry)
        pane.confirm_requested.connect(presenter.confirm_sent)
        pane.now_requested.connect(presenter.send_now)
        pane.reload_requested.connect(presenter.load)
        pane.take_back_requested.connect(self._take_back)
        pane.ticket_requested.connect(self._open_ticket)

    def enter(self) -> None:
        self.presenter.load()
        self.pane.rows.setFocus()

    def _take_back(self) -> None:
        entry = self.presenter.chosen
        if entry is not None and entry.by_itself:
            self.presenter.take_back()
        elif entry is not None:
            self.undo_wanted.emit(entry.id, entry.ticket_id, entry.kind.value)

    def _open_ticket(self) -> None:
        entry = self.presenter.chosen
        if entry is not None:
            self.ticket_wanted.emit(entry.ticket_id)
