"""The panel's parts of the inbox: tabs of the ticket and of the person, who has it in the bar above, a line when it sleeps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.ui.inbox.frame import LISTED, Placed, Slot
from helpdesk.ui.inbox.panel import keys
from helpdesk.ui.inbox.panel.asking import Asking
from helpdesk.ui.inbox.panel.assignee_box import AssigneeBox
from helpdesk.ui.inbox.panel.requester_presenter import RequesterPresenter
from helpdesk.ui.inbox.panel.requester_tab import RequesterTab
from helpdesk.ui.inbox.panel.sheet_presenter import SheetPresenter
from helpdesk.ui.inbox.panel.sleep_line import SleepLine
from helpdesk.ui.inbox.panel.ticket_tab import TicketTab
from helpdesk.ui.kit import Place
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.conversation import Conversation
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.frame import Inbox
    from helpdesk.ui.kit.shortcuts import Intent

TICKET, REQUESTER = "ticket", "requester"


def panel_parts(inbox: Inbox) -> Iterator[Placed]:
    ticket = TicketPart(inbox)
    yield Placed(Slot.HEAD, Beside(ticket.assignee))
    yield Placed(Slot.NOTICE, Beside(ticket.line))
    yield Placed(Slot.PANEL, ticket, TICKET, mark("Ticket"))
    yield Placed(Slot.PANEL, RequesterPart(inbox), REQUESTER, mark("Requester"))


class Beside:
    """Only a place: the ticket's part says what stands in it."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget

    def desk_ready(self, desk: Desk) -> None:
        return

    def opened(self, conversation: Conversation | None) -> None:
        return

    def left(self) -> None:
        return

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return ()


class TicketPart:
    def __init__(self, inbox: Inbox) -> None:
        self.widget, self.assignee, self.line = TicketTab(), AssigneeBox(), SleepLine()
        self.presenter = SheetPresenter(self.widget, self.assignee, self.line, inbox.notices, inbox.context.bridge)
        self.asking = Asking(inbox, self.presenter, self.widget)
        self._inbox = inbox
        self.desk_ready, self.opened = self.presenter.desk_ready, self.presenter.opened
        self._connect()

    def left(self) -> None:
        """Nothing here waits to be saved: a line that is left tells by itself."""

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        tab, asking = self.widget, self.asking
        return (
            (keys.ASSIGN, asking.assignee),
            (keys.ASSIGN_ME, asking.assign_me),
            (keys.PRIORITY, asking.priority),
            (keys.SNOOZE, asking.snooze),
            (keys.FOLLOW_UP, asking.follow_up),
            (keys.TAGS, partial(asking.tags, partial(self._enter, tab.tags.line))),
            (keys.CHECKLIST, partial(self._enter, tab.checklist.line)),
            (keys.LINKS, partial(self._enter, tab.links.line)),
        )

    def _enter(self, part: QWidget) -> None:
        if self.presenter.sheet is not None:
            self._inbox.show_tab(TICKET)
            self.widget.enter(part)

    def _no_number(self, word: str) -> None:
        self._inbox.notices.say(tr("“{word}” is no number of a ticket.", word=word))

    def _connect(self) -> None:
        tab, does = self.widget, self.presenter
        self.line.acted.connect(does.line_acted)
        self.assignee.chosen.connect(does.assign)
        tab.priority_chosen.connect(does.set_priority)
        tab.tags.added.connect(does.add_tag)
        tab.tags.removed.connect(does.remove_tag)
        tab.tags.entered.connect(partial(does.look_for_tags, tab.tags.offer))
        tab.snooze_wanted.connect(self.asking.snooze)
        tab.follow_up_wanted.connect(self.asking.follow_up)
        tab.follow_up_dropped.connect(does.drop_follow_up)
        tab.any_case_wanted.connect(does.follow_up_in_any_case)
        tab.fields.changed.connect(does.fill)
        tab.checklist.added.connect(does.add_step)
        tab.checklist.ticked.connect(does.tick)
        tab.checklist.removed.connect(does.remove_step)
        tab.links.added.connect(does.link)
        tab.links.removed.connect(does.unlink)
        tab.links.refused.connect(self._no_number)
        tab.links.opened.connect(self._inbox.open_ticket)
        tab.copies.added.connect(does.add_copy)
        tab.copies.removed.connect(does.remove_copy)


class RequesterPart:
    def __init__(self, inbox: Inbox) -> None:
        self.widget = RequesterTab()
        context = inbox.context
        self.presenter = RequesterPresenter(self.widget, context.report, context.bridge, context.delays)
        self._inbox = inbox
        self.desk_ready, self.opened, self.left = self.presenter.desk_ready, self.presenter.opened, self.presenter.left
        tab, does = self.widget, self.presenter
        tab.note_typed.connect(does.type_note)
        tab.searched.connect(does.search)
        tab.merge_wanted.connect(does.merge)
        tab.apart_wanted.connect(does.apart)
        tab.separate_wanted.connect(does.separate)
        tab.ticket_wanted.connect(inbox.open_ticket)
        tab.all_wanted.connect(lambda query: context.navigate(Place("inbox", section=LISTED + query)))

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return ((keys.REQUESTER, partial(self._inbox.show_tab, REQUESTER)),)
