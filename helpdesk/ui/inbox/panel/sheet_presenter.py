"""The ticket beside its conversation: read when it opens, told to the views, and what the agent wants done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.conversation import PUBLIC, Conversation, MessageKind
from helpdesk.domain.events import ChangeTurned, Event, TicketWoke
from helpdesk.domain.snoozing import Woke
from helpdesk.domain.thanks import only_thanks
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.domain.ticket_link import Relation
from helpdesk.ui.language import tr
from helpdesk.ui.panel_words import asleep_words, unfinished_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.people import Agent
    from helpdesk.domain.ticket_panel import TicketSheet
    from helpdesk.services.desk import Desk
    from helpdesk.services.ticketing import Ticketing
    from helpdesk.ui.bridge import Bridge, Handle

WAKE, REOPEN = "wake", "reopen"
TAG, STEP, LINK, COPY = "tag", "step", "link", "copy"
DONE = (TicketStatus.SOLVED, TicketStatus.CLOSED)
Shown = tuple["TicketSheet", "Sequence[Agent]", "datetime"]


class SheetView(Protocol):
    def show_none(self) -> None: ...

    def show_sheet(self, sheet: TicketSheet, now: datetime) -> None: ...

    def put_back(self, part: str, words: str) -> None:
        """What was entered in that part and not taken."""
        ...


class AssigneeView(Protocol):
    def show_none(self) -> None: ...

    def show_agents(self, agents: Sequence[Agent], me: str) -> None: ...

    def show_assignee(self, agent: Agent | None) -> None: ...


class LineView(Protocol):
    def hide(self) -> None: ...

    def say(self, words: str, action: str, act: str, *, warns: bool = False) -> None: ...


class News(Protocol):
    def report(self, error: Exception) -> None: ...

    def say(self, words: str) -> None: ...


class SheetPresenter:
    """What an agent does here publishes TicketChanged, upon which the inbox shows the ticket anew and calls `opened`."""

    def __init__(self, view: SheetView, assignee: AssigneeView, line: LineView, news: News, bridge: Bridge) -> None:
        self.ticket_id: TicketId | None = None
        self.sheet: TicketSheet | None = None
        self.agents: Sequence[Agent] = ()
        self.desk: Desk | None = None
        self._view, self._assignee, self._line, self._news, self._bridge = view, assignee, line, news, bridge
        self._conversation: Conversation | None = None
        self._asking: Handle | None = None
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self.desk = desk
        self._ask()

    def opened(self, conversation: Conversation | None) -> None:
        self._conversation = conversation
        known = self.ticket_id
        self.ticket_id = conversation.ticket.id if conversation else None
        if known != self.ticket_id:
            self.sheet = None
            self._line.hide()
            self._view.show_none()
            self._assignee.show_none()
        self._ask()

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned):
            self._ask()
        elif isinstance(event, TicketWoke):
            self._news.say(woke_words(event))

    def act(self, work: Callable[[Ticketing], Awaitable[object]]) -> None:
        """Does it; a refusal is reported and the views show what is true."""
        if self.desk is not None:
            self._bridge.call(partial(work, self.desk.ticketing), failed=self._refused, keep=True)

    def with_ticket(self, work: Callable[[Ticketing, TicketId], Awaitable[object]]) -> None:
        ticket_id = self.ticket_id
        if ticket_id is not None:
            self.act(lambda ticketing: work(ticketing, ticket_id))

    def _enter(self, part: str, words: str, work: Callable[[Ticketing, TicketId], Awaitable[object]]) -> None:
        """What is not taken is there again to be corrected, while its ticket is."""
        ticket_id = self.ticket_id
        if self.desk is not None and ticket_id is not None:
            refused = partial(self._not_entered, ticket_id, part, words)
            self._bridge.call(partial(work, self.desk.ticketing, ticket_id), failed=refused, keep=True)

    def _not_entered(self, ticket_id: TicketId, part: str, words: str, error: Exception) -> None:
        self._refused(error)
        if ticket_id == self.ticket_id:
            self._view.put_back(part, words)

    # What the tab asks for

    def assign(self, name: str) -> None:
        self.with_ticket(lambda work, one: work.agents.assign([one], name or "nobody"))

    def set_priority(self, priority: str) -> None:
        self.with_ticket(lambda work, one: work.set_priority([one], Priority(priority)))

    def add_tag(self, tag: str) -> None:
        self._enter(TAG, tag, lambda work, one: work.tag([one], add=[tag]))

    def remove_tag(self, tag: str) -> None:
        self.with_ticket(lambda work, one: work.tag([one], remove=[tag]))

    def fill(self, key: str, value: str) -> None:
        self.with_ticket(lambda work, one: work.fields.put([one], key, value))

    def add_step(self, text: str) -> None:
        self._enter(STEP, text, lambda work, one: work.checklist.add(one, text))

    def tick(self, step_id: int, done: bool) -> None:
        self.act(lambda work: work.checklist.tick(step_id, done))

    def remove_step(self, step_id: int) -> None:
        self.act(lambda work: work.checklist.remove(step_id))

    def link(self, relation: str, other: TicketId) -> None:
        self._enter(LINK, str(other), lambda work, one: work.links.add(one, Relation(relation), other))

    def unlink(self, relation: str, other: TicketId) -> None:
        self.with_ticket(lambda work, one: work.links.remove(one, Relation(relation), other))

    def add_copy(self, address: str) -> None:
        self._enter(COPY, address, lambda work, one: work.copies.add(one, address))

    def remove_copy(self, address: str) -> None:
        self.with_ticket(lambda work, one: work.copies.remove(one, address))

    def drop_follow_up(self) -> None:
        self.with_ticket(lambda work, one: work.sleeping.follow_up(one, None))

    def follow_up_in_any_case(self, wanted: bool) -> None:
        set_now = self.sheet.follow_up if self.sheet else None
        if set_now is not None:
            at, note = set_now.at, set_now.note
            self.with_ticket(lambda work, one: work.sleeping.follow_up(one, at, note, unless_answered=not wanted))

    def look_for_tags(self, offer: Callable[[Sequence[str]], None]) -> None:
        """Those in use, asked for when somebody is about to type one: there may be a million tickets."""
        if self.desk is not None:
            self._bridge.call(self.desk.ticketing.tags, offer, self._news.report)

    def line_acted(self, act: str) -> None:
        if act == WAKE:
            self.with_ticket(lambda work, one: work.sleeping.wake([one]))
        elif act == REOPEN and self.desk is not None and self.ticket_id is not None:
            work = partial(self.desk.inbox.set_status, self.ticket_id, TicketStatus.OPEN)
            self._bridge.call(work, failed=self._refused, keep=True)

    # Inside

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        if self.desk is not None and self.ticket_id is not None:
            work = partial(read, self.desk, self.ticket_id)
            self._asking = self._bridge.call(work, partial(self._read, self.ticket_id), self._news.report)

    def _read(self, ticket_id: TicketId, shown: Shown) -> None:
        if ticket_id != self.ticket_id or self.desk is None:
            return
        self.sheet, self.agents, now = shown
        self._assignee.show_agents(self.agents, self.desk.settings.agent_name)
        self._assignee.show_assignee(self.sheet.assignee)
        self._view.show_sheet(self.sheet, now)
        self._show_line(self.sheet, now)

    def _show_line(self, sheet: TicketSheet, now: datetime) -> None:
        if sheet.snoozed_until is not None:
            said = asleep_words(sheet.snoozed_until, now, only_thanks=self._only_thanks())
            self._line.say(f"{said} {sheet.snooze_note}".strip(), tr("Wake now"), WAKE)
        elif sheet.ticket.status in DONE and sheet.open_steps:
            self._line.say(unfinished_words(len(sheet.open_steps), len(sheet.steps)), tr("Open it again"), REOPEN, warns=True)
        else:
            self._line.hide()

    def _only_thanks(self) -> bool:
        said = [m for m in self._conversation.messages if m.kind in PUBLIC] if self._conversation else []
        if not said or said[-1].kind is not MessageKind.CUSTOMER:
            return False
        return only_thanks(said[-1].body, [said[-1].author, *(one.name for one in self.agents)])

    def _refused(self, error: Exception) -> None:
        self._news.report(error)
        self._ask()


async def read(desk: Desk, ticket_id: TicketId) -> Shown:
    work = desk.ticketing
    await work.agents.me()
    return await work.sheet(ticket_id), await work.agents.all(), work.now()


def woke_words(event: TicketWoke) -> str:
    if event.note:
        return tr("Ticket {number} is back: {note}", number=event.ticket_id, note=event.note)
    if event.why is Woke.FOLLOW_UP:
        return tr("Ticket {number} is back: it is to be followed up.", number=event.ticket_id)
    return tr("Ticket {number} is back: it has slept enough.", number=event.ticket_id)
