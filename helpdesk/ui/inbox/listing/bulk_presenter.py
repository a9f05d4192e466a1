"""Changing many tickets: looked at first, done as one step, taken back as one step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from helpdesk.domain.change import CHANGING, SetStatus
from helpdesk.domain.events import Event, JobProgressed
from helpdesk.ui.change_words import undone_words
from helpdesk.ui.inbox.listing.bulk_words import move_words
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.change import Change, Operation, OperationId, Preview, Undone
    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Handle
    from helpdesk.ui.inbox.listing.marks import Marks
    from helpdesk.ui.kit import ScreenContext

T = TypeVar("T")
MOST_MOVES = 3
UNDO_SECONDS = 12.0


class BulkView(Protocol):
    def show_marked(self, marked: int) -> None: ...

    def show_choices(self) -> None: ...

    def show_agents(self, agents: Sequence[str], me: str) -> None: ...

    def ask(self, words: str, answer: str) -> None: ...

    def show_progress(self, progress: Progress) -> None:
        """Of a change of many tickets, this desk's last one; over when all is done."""
        ...


class BulkPresenter:
    """Marks go when the change is made, so that the next one does not strike the same tickets by accident."""

    def __init__(self, view: BulkView, marks: Marks, context: ScreenContext) -> None:
        self._view = view
        self._marks = marks
        self._context = context
        self._desk: Desk | None = None
        self._asked: Callable[[], None] | None = None
        self._looking: Handle | None = None
        marks.changed.connect(self._marked)
        context.bridge.listen(self._heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._context.bridge.call(partial(agents_of, desk), lambda agents: self._view.show_agents(*agents))

    def look(self, change: Change, title: str = "") -> None:
        """Says what the change would do to the marked tickets; `title` is what it changes, where its words do not tell."""
        if self._desk is not None and len(self._marks):
            tickets = self._marks.all()
            work = partial(self._desk.changes.preview, tickets, [change])
            self._call(work, partial(self._show, tickets, change, title))

    def fill(self, key: str, value: str) -> None:
        """A field of the desk's own; what does not fit it is said."""
        if self._desk is not None:
            work = partial(self._desk.ticketing.fields.filled, key, value)
            self._call(work, lambda filled: self.look(filled[1], one_line(filled[0].name)))

    def agree(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked()

    def refuse(self) -> None:
        self._asked = None
        self._view.show_choices()

    def stop(self) -> None:
        """The change that runs ends where it is; what it has done is one change that can be undone."""
        if self._desk is not None:
            self._context.bridge.call(self._desk.changes.stop)

    def _heard(self, event: Event) -> None:
        if isinstance(event, JobProgressed) and event.job == CHANGING:
            self._view.show_progress(replace(event.progress, label=tr("Changing tickets")))

    def _marked(self) -> None:
        self._asked = None
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._view.show_marked(len(self._marks))

    def _show(self, tickets: tuple[TicketId, ...], change: Change, title: str, preview: Preview) -> None:
        moved = preview.tickets - preview.unchanged
        if not moved:
            self._view.ask(trn("The ticket is so already.", "All {n} tickets are so already.", preview.tickets), "")
            return
        said = [f"{move_words(move)} ({move.tickets})" for move in preview.moves[:MOST_MOVES]]
        if len(preview.moves) > MOST_MOVES:
            said.append("…")
        words = [f"{f'{title}: ' if title else ''}{'; '.join(said)}."]
        if preview.unchanged:
            words.append(trn("{n} is so already.", "{n} are so already.", preview.unchanged))
        if preview.retired:
            words.append(trn("{n} waiting draft goes.", "{n} waiting drafts go.", preview.retired))
        self._asked = partial(self.apply, tickets, change)
        self._view.ask(" ".join(words), trn("Change {n} ticket", "Change {n} tickets", moved))

    def apply(self, tickets: tuple[TicketId, ...], change: Change) -> None:
        if self._desk is not None:
            changes, one = self._desk.changes, len(tickets) == 1 and isinstance(change, SetStatus)
            work = partial(changes.apply, tickets, [change], "status") if one else partial(changes.apply_all, tickets, [change])
            self._context.bridge.call(work, self._applied, self._context.report, keep=True)

    def _applied(self, operation: Operation | None) -> None:
        self._marks.clear()
        if operation is None:
            self._context.toasts.say(tr("All of them were so already."))
            return
        words = trn("{n} ticket changed.", "{n} tickets changed.", operation.tickets)
        undo = partial(self._undo, operation.id)
        self._context.toasts.show_toast(Toast(words, tr("Undo"), undo, UNDO_SECONDS))

    def _undo(self, operation_id: OperationId) -> None:
        if self._desk is not None:
            work = partial(self._desk.changes.undo, operation_id)
            self._context.bridge.call(work, self._undone, self._context.report, keep=True)

    def _undone(self, undone: Undone) -> None:
        self._context.toasts.say(undone_words(undone))

    def _call(self, work: Callable[[], Awaitable[T]], done: Callable[[T], object]) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._context.bridge.call(work, done, self._context.report)


async def agents_of(desk: Desk) -> tuple[list[str], str]:
    """Everybody's name, and whose desk this is."""
    return [agent.name for agent in await desk.ticketing.agents.all()], desk.settings.agent_name
