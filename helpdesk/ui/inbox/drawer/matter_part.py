"""One matter on several tickets: suggested, merged, split, each with its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.change import HIDDEN, MERGED_INTO
from helpdesk.domain.condition import Condition, Conditions, Field, Operator
from helpdesk.domain.events import ChangeTurned, Event, TicketChanged, TicketsChanged
from helpdesk.domain.spoken import pieces
from helpdesk.domain.ticket_query import TicketQuery
from helpdesk.ui.inbox.drawer import merging
from helpdesk.ui.inbox.drawer.matter_line import MatterLine
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.change import Operation, OperationId
    from helpdesk.domain.conversation import Conversation
    from helpdesk.domain.ids import MessageId, TicketId
    from helpdesk.domain.ticket import TicketPage
    from helpdesk.services.changing.matters import Mergeable, SameMatter
    from helpdesk.services.changing.merging import MergePreview
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.frame import Inbox
    from helpdesk.ui.kit.pick_popover import PickPopover
    from helpdesk.ui.kit.popover import Popover

CHANGES = mark("Changes")
MERGE = Intent("merge", ("Shift+M",), mark("Merge into another ticket"), CHANGES)
SPLIT = Intent("split", ("Shift+S",), mark("Split messages off into a ticket of their own"), CHANGES)
SECONDS = 12.0
FIND_MS, MOST_FOUND = 150, 8


class MatterPart:
    """The line is asked for when a ticket is opened, something is said on it, or tickets go and come by an undo."""

    def __init__(self, inbox: Inbox, take_back: Callable[[OperationId], object]) -> None:
        self._inbox = inbox
        self._take_back = take_back
        self._desk: Desk | None = None
        self._ticket_id: TicketId | None = None
        self._said = 0
        self._found: tuple[SameMatter, ...] = ()
        self._asked: tuple[PickPopover, frozenset[TicketId]] | None = None
        self._finding = inbox.context.delays(FIND_MS, self._find)
        self.widget = MatterLine()
        self.widget.merge_requested.connect(self._merge_found)
        self.widget.apart_requested.connect(self._tell_apart)
        self.widget.open_requested.connect(self._open_first)
        inbox.pane.wishes.splits = True
        inbox.pane.wishes.split.connect(self.ask_what)
        inbox.context.bridge.listen(self._heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def _heard(self, event: Event) -> None:
        """A suggested ticket may be gone; taking a merge or an import back, or doing it again, changes which there are."""
        changed: frozenset[TicketId] = frozenset()
        if isinstance(event, TicketChanged):
            changed = frozenset((event.ticket_id,))
        elif isinstance(event, TicketsChanged):
            changed = event.ticket_ids
        turned = isinstance(event, ChangeTurned) and {MERGED_INTO, HIDDEN} & event.facets
        if turned or changed & {one.ticket.ticket_id for one in self._found}:
            self._look()

    def opened(self, conversation: Conversation | None) -> None:
        ticket_id = None if conversation is None else conversation.ticket.id
        said = 0 if conversation is None else len(conversation.messages)
        if (ticket_id, said) != (self._ticket_id, self._said):
            self._ticket_id, self._said = ticket_id, said
            self._show(())
            self._look()

    def left(self) -> None:
        return None

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return ((MERGE, self.ask_where), (SPLIT, self.ask_what))

    def ask_where(self) -> None:
        """The marked tickets, or the one on display, into a ticket that stays."""
        tickets = self._inbox.selected()
        if self._desk is None or not tickets:
            return
        work = partial(self._desk.matters.mergeable, tickets)
        self._inbox.context.bridge.call(work, partial(self._ask_which, tickets), self._inbox.notices.report)

    def _ask_which(self, tickets: Sequence[TicketId], found: Mergeable) -> None:
        suggested = [one.ticket.ticket_id for one in self._found]
        asked = merging.which(self.widget.window(), found, suggested)
        asked.chosen.connect(partial(self._merge_into, tickets))
        asked.written.connect(partial(self._merge_into, tickets))
        asked.line.textChanged.connect(self._finding.start)
        asked.closed.connect(self._asked_enough)
        self._asked = asked, frozenset(tickets)
        asked.open_on_top()

    def _asked_enough(self) -> None:
        self._asked = None

    def _find(self) -> None:
        """Any ticket by its subject, not only those of the same person."""
        if self._desk is not None and self._asked is not None and pieces(typed := self._asked[0].typed()):
            wanted = TicketQuery(Conditions((Condition(Field.SUBJECT, Operator.CONTAINS, (typed,)),)))
            work = partial(self._desk.views.page, wanted, 0, MOST_FOUND)
            self._inbox.context.bridge.call(work, partial(self._met, typed), self._inbox.notices.report)

    def _met(self, typed: str, found: TicketPage) -> None:
        if self._asked is not None:
            asked, tickets = self._asked
            asked.extend(typed, [merging.choice(row.id, row.subject) for row in found.rows if row.id not in tickets])

    def ask_what(self, first: int | None = None) -> None:
        """`first` is the message that is marked when it is asked."""
        shown = self._inbox.conversation
        if self._desk is None or shown is None or len(shown.messages) < 2:
            self._inbox.notices.say(tr("A ticket with one message cannot be split."))
            return
        asked = merging.SplitPopover(self.widget.window(), shown.messages, shown.ticket.subject, first)
        asked.chosen.connect(partial(self._split, shown.ticket.id))
        self._ask(asked)

    def _ask(self, question: Popover) -> None:
        """In the middle of the window, and gone for good when it is closed."""
        host = self.widget.window()
        question.closed.connect(question.deleteLater)
        question.open_above(host)
        question.move((host.width() - question.width()) // 2, max(0, (host.height() - question.height()) // 3))

    def _look(self) -> None:
        if self._desk is not None and self._ticket_id is not None:
            work = partial(self._desk.matters.suggested, self._ticket_id)
            self._inbox.context.bridge.call(work, partial(self._arrived, self._ticket_id), self._inbox.notices.report)

    def _arrived(self, ticket_id: TicketId, found: tuple[SameMatter, ...]) -> None:
        if ticket_id == self._ticket_id:
            self._show(found)

    def _show(self, found: tuple[SameMatter, ...]) -> None:
        self._found = found
        self.widget.show_matters(found)

    def _merge_found(self) -> None:
        if self._desk is not None and self._ticket_id is not None and self._found:
            self._merge(self._ticket_id, [one.ticket.ticket_id for one in self._found])

    def _merge_into(self, tickets: Sequence[TicketId], written: str) -> None:
        target = merging.number_in(written)
        if self._desk is None or target is None:
            return
        sources = [one for one in tickets if one != target]
        work = partial(self._desk.changes.merge_preview, target, sources)
        self._inbox.context.bridge.call(work, self._previewed, self._inbox.notices.report)

    def _previewed(self, preview: MergePreview) -> None:
        go_on = partial(self._merge, preview.target.id, [one.id for one in preview.sources])
        asked = merging.confirmation(self.widget.window(), preview)
        asked.chosen.connect(lambda choice: go_on() if choice == merging.MERGE else None)
        self._ask(asked)

    def _merge(self, target: TicketId, sources: Sequence[TicketId]) -> None:
        if self._desk is not None:
            self._show(())
            work = partial(self._desk.changes.merge, target, sources)
            self._inbox.context.bridge.call(work, self._merged, self._inbox.notices.report, keep=True)

    def _merged(self, operation: Operation) -> None:
        target, count = operation.words["target"], len(operation.words["sources"])
        words = trn("{n} ticket merged into #{target}.", "{n} tickets merged into #{target}.", count, target=target)
        self._offer_undo(words, operation)
        self._inbox.unmark()
        self._inbox.open_ticket(target)

    def _split(self, ticket_id: TicketId, messages: tuple[MessageId, ...], subject: str) -> None:
        if self._desk is not None:
            work = partial(self._desk.changes.split, ticket_id, messages, subject)
            self._inbox.context.bridge.call(work, self._was_split, self._inbox.notices.report, keep=True)

    def _was_split(self, operation: Operation) -> None:
        made, count = operation.words["target"], operation.words["messages"]
        words = trn("{n} message is now ticket #{ticket}.", "{n} messages are now ticket #{ticket}.", count, ticket=made)
        self._offer_undo(words, operation)
        self._inbox.open_ticket(made)

    def _offer_undo(self, words: str, operation: Operation) -> None:
        undo = partial(self._take_back, operation.id)
        self._inbox.context.toasts.show_toast(Toast(words, tr("Undo"), undo, SECONDS))

    def _tell_apart(self) -> None:
        if self._desk is not None and self._ticket_id is not None:
            others = [one.ticket.ticket_id for one in self._found]
            self._show(())
            work = partial(self._desk.matters.tell_apart, self._ticket_id, others)
            self._inbox.context.bridge.call(work, failed=self._inbox.notices.report, keep=True)

    def _open_first(self) -> None:
        if self._found:
            self._inbox.open_ticket(self._found[0].ticket.ticket_id)
