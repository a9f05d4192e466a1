"""Places list and work area, and turns keys and clicks into intents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget

from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.inbox import keys
from helpdesk.ui.inbox.assist_presenter import AssistPresenter, Part
from helpdesk.ui.inbox.composer import NOTE, REPLY
from helpdesk.ui.inbox.intake_presenter import SUFFIXES, IntakePresenter, counted, wanted_file
from helpdesk.ui.inbox.list_pane import ALL, TicketListPane
from helpdesk.ui.inbox.list_presenter import TicketListPresenter, spoken_row
from helpdesk.ui.inbox.new_ticket import NewTicketForm
from helpdesk.ui.inbox.notices import InboxNotices
from helpdesk.ui.inbox.outbox_pane import OutboxPane
from helpdesk.ui.inbox.outbox_presenter import OutboxPresenter, spoken_entry
from helpdesk.ui.inbox.ticket_pane import TicketPane
from helpdesk.ui.inbox.ticket_presenter import TicketPresenter
from helpdesk.ui.inbox.understanding_presenter import UnderstandingPresenter
from helpdesk.ui.kit import Place, Screen
from helpdesk.ui.kit.failures_list import ImportResult
from helpdesk.ui.kit.file_drop import FileDrop
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.progress_feed import ProgressFeed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.conversation import OutboxEntry, TicketImportReport
    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.progress import Progress
    from helpdesk.domain.ticket import TicketRow
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext

WIDTHS = (456, 744)


class InboxScreen(Screen):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        notices = InboxNotices(context)
        self._feed = ProgressFeed(self)
        self.ticket = TicketPane()
        self.form = NewTicketForm()
        self.result = ImportResult("Messages imported")
        tickets: PagedModel[TicketRow] = PagedModel(spoken_row)
        self.list = TicketListPane(tickets)
        self.list_presenter = TicketListPresenter(self.list, tickets, context.bridge, context.delays)
        self.ticket_presenter = TicketPresenter(self.ticket, notices, context.bridge, context.delays)
        self.reading = UnderstandingPresenter(self.ticket.understanding, notices, context.bridge)
        self.assist_presenter = AssistPresenter(self.ticket.assist, context.bridge)
        entries: PagedModel[OutboxEntry] = PagedModel(spoken_entry)
        self.outbox = OutboxPane(entries)
        self.outbox_presenter = OutboxPresenter(self.outbox, entries, notices, context.bridge, context.delays)
        self.intake = IntakePresenter(self, notices, context.bridge, self._feed)
        self.work = QStackedWidget()
        self._drop = FileDrop(self, "Let go to import these messages", wanted_file)
        self._lay_out()
        self._connect()
        self._bind_keys()

    def desk_ready(self, desk: Desk) -> None:
        self.list_presenter.desk_ready(desk)
        self.ticket_presenter.desk_ready(desk)
        self.reading.desk_ready(desk)
        self.assist_presenter.desk_ready(desk)
        self.outbox_presenter.desk_ready(desk)
        self.intake.desk_ready(desk)

    def entered(self, place: Place) -> None:
        self.assist_presenter.entered()
        if place.section == "outbox":
            self.show_outbox()
        elif place.section == "new":
            self.new_ticket()
        elif place.ticket_id is not None:
            self.open_ticket(place.ticket_id)
        else:
            self.list.rows.setFocus()

    def left(self) -> None:
        self.ticket_presenter.leave()
        self.assist_presenter.left()

    # Doors for the user

    def open_ticket(self, ticket_id: TicketId) -> None:
        self.work.setCurrentWidget(self.ticket)
        self.list_presenter.chose_elsewhere(ticket_id)
        self.ticket_presenter.open(ticket_id)

    def open_row(self, row: int) -> None:
        ticket_id = self.list_presenter.choose(row)
        if ticket_id is not None:
            self.work.setCurrentWidget(self.ticket)
            self.ticket_presenter.open(ticket_id)

    def new_ticket(self) -> None:
        self.work.setCurrentWidget(self.form)
        self.form.start()

    def show_outbox(self) -> None:
        self.work.setCurrentWidget(self.outbox)
        self.outbox_presenter.load()
        self.outbox.rows.setFocus()

    def choose_files(self) -> None:
        dialog = QFileDialog(self, "Import messages")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"Messages ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.import_files)
        dialog.open()

    def import_files(self, paths: Sequence[str | Path]) -> None:
        self.intake.import_files([Path(path) for path in paths])

    # What the presenters ask for

    def show_import_progress(self, progress: Progress) -> None:
        self.list.show_progress(progress)

    def end_import_progress(self) -> None:
        self.list.end_progress()

    def show_import_report(self, report: TicketImportReport) -> None:
        said = f"{counted(report.received, 'message')} came in."
        if report.duplicates:
            said += f" {counted(report.duplicates, 'message')} had come in before and changed nothing."
        if report.failed:
            self.result.show_result(said, report.failed)
            self.work.setCurrentWidget(self.result)
        else:
            self._context.toasts.say(said)

    def show_new_ticket_busy(self, busy: bool) -> None:
        self.form.show_busy(busy)

    def show_new_ticket_refused(self, error: Exception) -> None:
        self.form.show_refused(error)

    def show_made_ticket(self, ticket_id: TicketId) -> None:
        self.form.clear()
        self._context.toasts.say(f"Ticket {ticket_id} created. A draft is on its way.")
        self.open_ticket(ticket_id)

    # Inside

    def _lay_out(self) -> None:
        for page in (self.ticket, self.form, self.outbox, self.result):
            self.work.addWidget(page)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.work)
        split.setChildrenCollapsible(False)
        split.setSizes(list(WIDTHS))
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 3)
        self.list.setMinimumWidth(340)
        self.work.setMinimumWidth(420)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _connect(self) -> None:
        listing = self.list
        listing.filter_chosen.connect(self.list_presenter.filter_by)
        listing.search_typed.connect(self.list_presenter.search)
        listing.search_entered.connect(self._to_found)
        listing.retry_requested.connect(self.list_presenter.retry)
        listing.row_chosen.connect(self.open_row)
        listing.row_opened.connect(self._to_ticket)
        listing.new_requested.connect(self.new_ticket)
        listing.import_requested.connect(self.choose_files)
        listing.import_cancelled.connect(self.intake.cancel_import)
        listing.outbox_requested.connect(self.show_outbox)
        self._drop.dropped.connect(self.import_files)
        self._feed.progressed.connect(self._progressed)
        self.form.submitted.connect(self.intake.make_ticket)
        self.form.closed.connect(self.back)
        self.result.closed.connect(self.back)
        self._connect_ticket()
        self._connect_outbox()

    def _connect_ticket(self) -> None:
        pane, presenter = self.ticket, self.ticket_presenter
        pane.composer.reply_typed.connect(presenter.type_reply)
        pane.composer.note_typed.connect(presenter.type_note)
        pane.composer.send_requested.connect(presenter.send_reply)
        pane.composer.note_requested.connect(presenter.add_note)
        pane.status_chosen.connect(lambda status: presenter.set_status(TicketStatus(status)))
        pane.draft_requested.connect(presenter.request_draft)
        pane.review_requested.connect(self.open_in_review)
        pane.retry_requested.connect(presenter.retry)
        pane.ticket_shown.connect(self.reading.open)
        pane.understanding.corrected.connect(self.reading.correct)
        self._connect_assist()

    def _connect_assist(self) -> None:
        pane, presenter = self.ticket.assist, self.assist_presenter
        self.ticket.conversation_shown.connect(presenter.opened)
        pane.toggled.connect(lambda part: presenter.toggle(Part(part)))
        pane.model_wanted.connect(presenter.ask_model)
        pane.retry_requested.connect(presenter.retry)
        pane.ticket_chosen.connect(self.open_ticket)
        pane.article_chosen.connect(lambda article_id: self._context.navigate(Place("knowledge", article_id=article_id)))

    def _connect_outbox(self) -> None:
        pane, presenter = self.outbox, self.outbox_presenter
        pane.row_chosen.connect(presenter.choose)
        pane.retry_requested.connect(presenter.retry)
        pane.confirm_requested.connect(presenter.confirm_sent)
        pane.take_back_requested.connect(self._take_back)
        pane.ticket_requested.connect(self._open_ticket_of_reply)
        pane.reload_requested.connect(presenter.load)
        pane.troubled.connect(self.list.show_troubled)
        pane.closed.connect(self.back)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "send": self._submit,
            "reply": partial(self._write, REPLY),
            "note": partial(self._write, NOTE),
            "draft": self.ticket_presenter.request_draft,
            "review": self.open_in_review,
            "reading": self.ticket.understanding.enter,
            **{part.value: partial(self.assist_presenter.toggle, part) for part in Part},
            "undo": self._context.toasts.act,
            "next": partial(self.list.rows.step, 1),
            "previous": partial(self.list.rows.step, -1),
            "back": self.back,
            "page-down": partial(self.ticket.conversation.scroll_by, 0.8),
            "page-up": partial(self.ticket.conversation.scroll_by, -0.8),
            "search": self._to_search,
            "new": self.new_ticket,
            "outbox": self.show_outbox,
            "filter-1": partial(self.list.choose_filter, 0),
            "filter-8": partial(self.list.choose_filter, ALL),
        }
        for intent in keys.INTENTS:
            self._context.shortcuts.add(self, intent, acts[intent.name])

    def back(self) -> None:
        """One step back: to the ticket, and from there to the list."""
        self.work.setCurrentWidget(self.ticket)
        self.list.rows.setFocus()

    def open_in_review(self) -> None:
        if self.ticket_presenter.ticket_id is not None:
            self.ticket_presenter.leave()
            self._context.navigate(Place("review", ticket_id=self.ticket_presenter.ticket_id))

    def _progressed(self, progress: Progress) -> None:
        self.intake.progressed(progress)

    def _submit(self) -> None:
        if self.work.currentWidget() is self.form:
            self.form.send()
        elif self.work.currentWidget() is self.ticket and self.ticket.shows_ticket():
            self.ticket.composer.submit()

    def _write(self, mode: int) -> None:
        if self.ticket.shows_ticket():
            self.work.setCurrentWidget(self.ticket)
            self.ticket.composer.write(mode)

    def _to_ticket(self, row: int) -> None:
        self.open_row(row)
        self._write(self.ticket.composer.mode.current())

    def _to_search(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _to_found(self) -> None:
        self.list_presenter.search_at_once()
        self.list.rows.setFocus()

    def _take_back(self) -> None:
        entry = self.outbox_presenter.chosen
        if entry is not None and entry.by_itself:
            self.outbox_presenter.take_back()
        elif entry is not None:
            self.work.setCurrentWidget(self.ticket)
            self.ticket_presenter.undo(entry.id, entry.ticket_id)

    def _open_ticket_of_reply(self) -> None:
        entry = self.outbox_presenter.chosen
        if entry is not None:
            self.open_ticket(entry.ticket_id)
