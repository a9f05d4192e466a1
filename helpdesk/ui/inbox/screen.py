"""Places list and work area, and turns keys and clicks into intents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from helpdesk.domain.conversation import Letter
from helpdesk.domain.ids import OutboxId
from helpdesk.ui import theme
from helpdesk.ui.inbox import keys
from helpdesk.ui.inbox.assist_presenter import AssistPresenter, Part
from helpdesk.ui.inbox.bringing_in import BringingIn
from helpdesk.ui.inbox.composing.composer import NOTE, REPLY
from helpdesk.ui.inbox.composing.part import ComposerPart
from helpdesk.ui.inbox.drawer.matter_part import MatterPart
from helpdesk.ui.inbox.frame import LISTED, OUTBOX, Placed, Slot
from helpdesk.ui.inbox.listing.listing import Listing
from helpdesk.ui.inbox.notices import InboxNotices
from helpdesk.ui.inbox.outbox_side import OutboxSide
from helpdesk.ui.inbox.panel_room import NARROWEST_LIST, NARROWEST_WORK, PanelRoom
from helpdesk.ui.inbox.parts import made_parts
from helpdesk.ui.inbox.side_panel import SidePanel
from helpdesk.ui.inbox.ticket_pane import TicketPane
from helpdesk.ui.inbox.ticket_presenter import TicketPresenter
from helpdesk.ui.inbox.understanding_presenter import UnderstandingPresenter
from helpdesk.ui.inbox.wiring import connect
from helpdesk.ui.kit import Place, Screen, split
from helpdesk.ui.kit.screen import APART

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from helpdesk.domain.change import Change
    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.conversation import ConversationPane
    from helpdesk.ui.kit import ScreenContext

WIDTHS = (400, 624, 280)


class InboxScreen(Screen):
    offered = keys.INTENTS
    panel_room: type[PanelRoom] = PanelRoom

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.context = context
        self.conversation: Conversation | None = None
        self.parts, self._pages = tuple[Placed, ...](), dict[str, QWidget]()
        self.room = self.panel_room(self)
        self.begin(context)

    def furnish(self) -> Iterator[None]:
        self.notices, context = InboxNotices(self.context), self.context
        self.listing = Listing(context)
        self.list, self.list_presenter = self.listing.pane, self.listing.presenter
        yield
        self._lay_out()
        yield
        self.ticket = TicketPane()
        self.intake = BringingIn(self, context, self.notices)
        self.form, self.result, self.replies = self.intake.form, self.intake.result, OutboxSide(context, self.notices)
        self.outbox, self.outbox_presenter = self.replies.pane, self.replies.presenter
        for page in (self.ticket, self.form, self.outbox, self.result, self.listing.editor):
            self.work.addWidget(page)
            yield
        self.ticket_presenter = TicketPresenter(self.ticket, self.notices, context.bridge)
        self.reading = UnderstandingPresenter(self.ticket.understanding, self.notices, context.bridge)
        self.assist_presenter = AssistPresenter(self.ticket.assist, context.bridge)
        for placed in made_parts(self):
            self._hang(placed)
            yield
        connect(self)
        self._bind_keys()

    def desk_ready(self, desk: Desk) -> None:
        presenters = (self.listing, self.ticket_presenter, self.reading, self.assist_presenter, self.outbox_presenter)
        for presenter in (*presenters, self.intake.presenter):
            presenter.desk_ready(desk)
        for placed in self.parts:
            placed.part.desk_ready(desk)

    def entered(self, place: Place) -> None:
        self.assist_presenter.entered()
        section, _, number = place.section.partition(":")
        if section == OUTBOX:
            self.outbox_presenter.want(OutboxId(int(number)) if number.isdecimal() else None)
            self.show_outbox()
        elif place.section == "new":
            self.new_ticket()
        elif place.section == "clipboard":
            self.intake.take_clipboard()
        elif place.section.startswith(LISTED):
            self.listing.list_those(place.section.removeprefix(LISTED))
        else:
            self.list_presenter.begin_with(place.section)
            self._to_list()
            if place.ticket_id is not None:
                self.open_ticket(place.ticket_id)

    def keyboard_home(self) -> QWidget:
        return self.list.rows

    def columns(self) -> Sequence[QWidget]:
        return (self.list.rail, self.list, self.work, self.panel)

    def here(self) -> Place:
        """At the ticket that is shown, or the one that will be: not at one that was asked for since and is not there."""
        view, shown = self.list_presenter.chosen_view, self.conversation
        ticket_id = self.ticket_presenter.ticket_id if shown is None else shown.ticket.id
        return Place("inbox", ticket_id, section=f"view:{view.id}" if view is not None else "")

    def take_files(self, paths: Sequence[Path]) -> None:
        self.intake.take_files(paths)

    def take_text(self, text: str) -> None:
        self.intake.take_text(text)

    def left(self) -> None:
        self.listing.left()
        self._leave_ticket()
        self.assist_presenter.left()

    # Doors for the parts and the user

    @property
    def writing(self) -> ComposerPart:
        return next(placed.part for placed in self.parts if isinstance(placed.part, ComposerPart))

    @property
    def matters(self) -> MatterPart:
        return next(placed.part for placed in self.parts if isinstance(placed.part, MatterPart))

    @property
    def pane(self) -> ConversationPane:
        return self.ticket.conversation

    def selected(self) -> tuple[TicketId, ...]:
        if len(self.listing.marks):
            return self.listing.marks.all()
        ticket_id = self.ticket_presenter.ticket_id
        return () if ticket_id is None else (ticket_id,)

    def change_marked(self, change: Change | None) -> None:
        self.list.bulk.want(change)

    def unmark(self) -> None:
        self.listing.marks.clear()

    def reload(self) -> None:
        self.ticket_presenter.retry()

    def advance(self, done: TicketId) -> None:
        if done == self.ticket_presenter.ticket_id:
            self.listing.advance(done)

    def show_tab(self, name: str) -> None:
        if self.room.show_tab(name):
            self.panel.enter()
        else:
            self.fold_panel()

    def fold_panel(self) -> None:
        """Opens or closes the side panel."""
        self.room.open(self.panel.isHidden())
        if self.panel.isHidden():
            self._to_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()

    def show_page(self, name: str) -> None:
        self.work.setCurrentWidget(self._pages[name])

    def open_ticket(self, ticket_id: TicketId) -> None:
        self.list_presenter.chose_elsewhere(ticket_id)
        self._show_ticket(ticket_id)

    def open_row(self, row: int) -> None:
        ticket_id = self.list_presenter.choose(row)
        if ticket_id is not None:
            self._show_ticket(ticket_id)

    def new_ticket(self) -> None:
        self.work.setCurrentWidget(self.form)
        self.form.start()

    def show_outbox(self) -> None:
        self.work.setCurrentWidget(self.outbox)
        self.replies.enter()

    def _lay_out(self) -> None:
        self.work, self.panel = QStackedWidget(), SidePanel()
        theme.dress(self.work, "pane")
        parts = split((self.list, 1), (self.work, 3), (self.panel, 1), sizes=[theme.scaled(width) for width in WIDTHS])
        self.list.setMinimumWidth(NARROWEST_LIST)
        self.work.setMinimumWidth(NARROWEST_WORK)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list.rail)
        layout.addWidget(parts, 1)

    def _hang(self, placed: Placed) -> None:
        self.parts = (*self.parts, placed)
        if placed.slot is Slot.PANEL:
            self.panel.add(placed.name, placed.title, placed.part.widget)
        elif placed.slot is Slot.PAGE:
            self._pages[placed.name] = placed.part.widget
            self.work.addWidget(placed.part.widget)
        else:
            self.ticket.place(placed.slot, placed.part.widget)

    def _show_ticket(self, ticket_id: TicketId) -> None:
        if ticket_id != self.ticket_presenter.ticket_id:
            self._leave_ticket()
        self.work.setCurrentWidget(self.ticket)
        self.ticket_presenter.open(ticket_id)

    def _leave_ticket(self) -> None:
        for placed in self.parts:
            placed.part.left()

    def tell_parts(self, conversation: Conversation | None) -> None:
        self.conversation = conversation
        self.assist_presenter.opened(conversation)
        for placed in self.parts:
            placed.part.opened(conversation)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "send": self._submit,
            "reply": partial(self._write, REPLY),
            "note": partial(self._write, NOTE),
            "draft": self.ticket_presenter.request_draft,
            "review": self.open_in_review,
            "reading": self.ticket.to_readings,
            **{part.value: partial(self.assist_presenter.toggle, part) for part in Part},
            "undo": self.context.toasts.act,
            "next": partial(self.list.rows.step, 1),
            "previous": partial(self.list.rows.step, -1),
            "back": self.back,
            "page-down": partial(self.ticket.conversation.scroll_by, 0.8),
            "page-up": partial(self.ticket.conversation.scroll_by, -0.8),
            "panel": self.fold_panel,
            "search": self._to_search,
            "new": self.new_ticket,
            "import": self.intake.choose_files,
            "outbox": self.show_outbox,
            "own-window": self.open_apart,
            **self.listing.acts(),
        }
        for intent in self.offered:
            self.context.shortcuts.add(self, intent, acts[intent.name])
        for placed in self.parts:
            for intent, act in placed.part.intents():
                self.context.shortcuts.add(self, intent, act)

    def back(self) -> None:
        """One step back: to the ticket, from there to the list, and in the list out of a search and of the marks."""
        if self.work.currentWidget() is self.ticket and (self.list.has_keyboard() or self.list.finds()):
            self.listing.leave_finding()
        self.work.setCurrentWidget(self.ticket)
        self._to_list()

    def open_apart(self) -> None:
        """The ticket on display in a window of its own."""
        if self.ticket_presenter.ticket_id is not None:
            self.writing.presenter.leave()
            self.context.navigate(Place("inbox", ticket_id=self.ticket_presenter.ticket_id, section=APART))

    def open_in_review(self) -> None:
        if self.ticket_presenter.ticket_id is not None:
            self._leave_ticket()
            self.context.navigate(Place("review", ticket_id=self.ticket_presenter.ticket_id))

    def _submit(self) -> None:
        if self.work.currentWidget() is self.form:
            self.form.send()
        elif self.work.currentWidget() is self.listing.editor:
            self.listing.editor.submit()
        elif self.work.currentWidget() is self.ticket and self.ticket.shows_ticket():
            self.writing.composer.submit()

    def _write(self, mode: int) -> None:
        if self.ticket.shows_ticket():
            self.work.setCurrentWidget(self.ticket)
            self.writing.composer.write(mode)

    def to_ticket(self, row: int) -> None:
        self.open_row(row)
        if self.ticket.shows_ticket():
            self.work.setCurrentWidget(self.ticket)
            self.writing.composer.enter()

    def from_form(self, ticket_id: TicketId) -> None:
        """The form goes, and with it the field that had the keyboard."""
        self.open_ticket(ticket_id)
        self.list.rows.setFocus()

    def edit_views(self, editing: bool) -> None:
        self.work.setCurrentWidget(self.listing.editor if editing else self.ticket)
        if not editing:
            self.list.rows.setFocus()

    def _to_list(self) -> None:
        """The panel makes way where it had taken the room."""
        if self.list.isHidden():
            self.room.open(False)
        self.list.enter()

    def _to_search(self) -> None:
        self._to_list()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def take_back(self, outbox_id: OutboxId, ticket_id: TicketId, letter: str) -> None:
        self.work.setCurrentWidget(self.ticket)
        self.writing.undo(outbox_id, ticket_id, Letter(letter))
