"""What the parts of the inbox tell each other, and what comes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.inbox.assist_presenter import Part
from helpdesk.ui.kit import Place

if TYPE_CHECKING:
    from helpdesk.ui.inbox.screen import InboxScreen


def connect(inbox: InboxScreen) -> None:
    inbox.panel.closed.connect(inbox.fold_panel)
    inbox.work.currentChanged.connect(inbox.room.fit)
    _connect_list(inbox)
    _connect_intake(inbox)
    _connect_ticket(inbox)
    _connect_assist(inbox)
    _connect_outbox(inbox)


def _connect_list(inbox: InboxScreen) -> None:
    pane, listing = inbox.list, inbox.listing
    pane.row_chosen.connect(inbox.open_row)
    pane.row_opened.connect(inbox.to_ticket)
    pane.import_requested.connect(inbox.intake.choose_files)
    pane.import_cancelled.connect(inbox.intake.presenter.cancel_import)
    pane.head.new.clicked.connect(inbox.new_ticket)
    pane.head.outbox.clicked.connect(inbox.show_outbox)
    listing.opened.connect(inbox.open_ticket)
    listing.merging.connect(inbox.matters.ask_where)
    listing.editing.connect(inbox.edit_views)


def _connect_intake(inbox: InboxScreen) -> None:
    intake = inbox.intake
    intake.ticket_wanted.connect(inbox.from_form)
    intake.result_wanted.connect(partial(inbox.work.setCurrentWidget, inbox.result))
    intake.form_wanted.connect(partial(inbox.work.setCurrentWidget, inbox.form))
    intake.progressed.connect(inbox.list.show_progress)
    intake.ended.connect(inbox.list.end_progress)
    inbox.form.closed.connect(inbox.back)
    inbox.result.closed.connect(inbox.back)


def _connect_ticket(inbox: InboxScreen) -> None:
    pane, presenter = inbox.ticket, inbox.ticket_presenter
    presenter.dealt_with = inbox.advance
    presenter.led_to = inbox.list_presenter.chose_elsewhere
    pane.status_chosen.connect(lambda status: presenter.set_status(TicketStatus(status)))
    pane.draft_requested.connect(presenter.request_draft)
    pane.review_requested.connect(inbox.open_in_review)
    pane.apart.clicked.connect(inbox.open_apart)
    pane.retry_requested.connect(presenter.retry)
    pane.ticket_shown.connect(inbox.reading.open)
    pane.understanding.corrected.connect(inbox.reading.correct)
    pane.conversation_shown.connect(inbox.tell_parts)


def _connect_assist(inbox: InboxScreen) -> None:
    pane, presenter = inbox.ticket.assist, inbox.assist_presenter
    pane.toggled.connect(lambda part: presenter.toggle(Part(part)))
    pane.model_wanted.connect(presenter.ask_model)
    pane.retry_requested.connect(presenter.retry)
    pane.ticket_chosen.connect(inbox.open_ticket)
    navigate = inbox.context.navigate
    pane.article_chosen.connect(lambda article_id: navigate(Place("knowledge", article_id=article_id)))


def _connect_outbox(inbox: InboxScreen) -> None:
    inbox.replies.undo_wanted.connect(inbox.take_back)
    inbox.replies.ticket_wanted.connect(inbox.open_ticket)
    inbox.outbox.troubled.connect(inbox.list.head.show_troubled)
    inbox.outbox.closed.connect(inbox.back)
