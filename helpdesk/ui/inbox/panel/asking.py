"""Questions asked in place: who, how urgent, until when. They hold for the marked tickets, or the one on display. What several
would become is looked at before it is done, as from the bar of the marked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from helpdesk.domain.change import Assign, SetPriority
from helpdesk.domain.errors import BadInput
from helpdesk.domain.snoozing import LONGEST_NOTE, moment_said, presets
from helpdesk.domain.ticket import Priority
from helpdesk.ui import wording
from helpdesk.ui.kit.pick_popover import PickPopover
from helpdesk.ui.language import tr, trn
from helpdesk.ui.panel_words import load_words, moment_words, preset_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.ticket_panel import AgentLoad
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.frame import Inbox
    from helpdesk.ui.inbox.panel.sheet_presenter import SheetPresenter

NOBODY = "nobody"


class Asking:
    """`shown` is the question on display, for as long as it is."""

    def __init__(self, inbox: Inbox, presenter: SheetPresenter, beside: QWidget) -> None:
        self._inbox = inbox
        self._presenter = presenter
        self._beside = beside
        self.shown: PickPopover | None = None

    def assignee(self) -> None:
        tickets, desk = self._inbox.selected(), self._presenter.desk
        if tickets and desk is not None:
            self._inbox.context.bridge.call(desk.ticketing.agents.loads, lambda loads: self._ask_assignee(tickets, loads))

    def assign_me(self) -> None:
        tickets = self._inbox.selected()
        if tickets:
            self._assign(tickets, "me")

    def tags(self, enter: Callable[[], None]) -> None:
        """Of one ticket they are typed in its panel, which `enter` goes to."""
        if len(self._inbox.selected()) > 1:
            self._inbox.change_marked(None)
        else:
            enter()

    def priority(self) -> None:
        tickets = self._inbox.selected()
        if tickets:
            choices = [(one.value, wording.PRIORITIES[one]) for one in reversed(Priority)]
            asked = self._made(counted(tr("Priority"), tickets), choices, tr("low, normal, high, urgent"))
            asked.chosen.connect(lambda key: self._prioritise(tickets, Priority(key)))

    def snooze(self) -> None:
        tickets, desk = self._inbox.selected(), self._presenter.desk
        if not tickets or desk is None:
            return
        sheet = self._presenter.sheet
        kept = sheet.snooze_note if sheet is not None and tickets == (self._presenter.ticket_id,) else ""
        asked = self._moments(counted(tr("Snooze until"), tickets), desk, kept)

        def until(local: datetime, note: str) -> None:
            moment = desk.ticketing.sleeping.moment(local)
            self._presenter.act(lambda work: work.sleeping.snooze(tickets, moment, note))
            when = moment_words(moment, desk.ticketing.now())
            self._inbox.notices.say(trn("Asleep until {when}.", "{n} tickets asleep until {when}.", len(tickets), when=when))
            self._inbox.advance(tickets[0])

        self._answered(asked, until, desk)

    def follow_up(self) -> None:
        ticket_id, desk = self._presenter.ticket_id, self._presenter.desk
        if ticket_id is None or desk is None:
            return
        waits = self._presenter.sheet.follow_up if self._presenter.sheet is not None else None
        asked = self._moments(tr("If there is no answer, come back"), desk, waits.note if waits is not None else "")

        def at(local: datetime, note: str) -> None:
            moment = desk.ticketing.sleeping.moment(local)
            self._presenter.act(lambda work: work.sleeping.follow_up(ticket_id, moment, note))

        self._answered(asked, at, desk)

    # Inside

    def _ask_assignee(self, tickets: Sequence[TicketId], loads: Sequence[AgentLoad]) -> None:
        desk = self._presenter.desk
        me = desk.settings.agent_name if desk else ""
        choices = [(one.agent.name, load_words(one, me)) for one in loads]
        choices.sort(key=lambda choice: choice[0] != me)
        asked = self._made(counted(tr("Give to"), tickets), [*choices, (NOBODY, tr("Nobody"))], tr("Name of an agent"))
        asked.chosen.connect(lambda name: self._assign(tickets, name))

    def _assign(self, tickets: Sequence[TicketId], name: str) -> None:
        desk = self._presenter.desk
        if len(tickets) > 1 and desk is not None:
            self._inbox.change_marked(Assign({"me": desk.settings.agent_name, NOBODY: None}.get(name, name)))
        else:
            self._presenter.act(lambda work: work.agents.assign(tickets, name))

    def _prioritise(self, tickets: Sequence[TicketId], priority: Priority) -> None:
        if len(tickets) > 1:
            self._inbox.change_marked(SetPriority(priority))
        else:
            self._presenter.act(lambda work: work.set_priority(tickets, priority))

    def _moments(self, title: str, desk: Desk, note: str) -> PickPopover:
        now = desk.ticketing.now()
        local = desk.ticketing.sleeping.local()
        choices = [(moment.isoformat(), preset_words(preset, moment.astimezone())) for preset, moment in presets(local)]

        def reading(typed: str) -> str:
            try:
                return moment_words(moment_said(typed, local).astimezone(), now)
            except BadInput:
                return ""

        hint = tr("or write 2h, 3d, fri 14:00, 2026-12-24")
        asked = PickPopover(self._beside.window(), title, choices, hint, reading)
        asked.take_note(tr("A note for that moment, if you like"), note, LONGEST_NOTE)
        return self._opened(asked)

    def _answered(self, asked: PickPopover, take: Callable[[datetime, str], None], desk: Desk) -> None:
        asked.chosen.connect(lambda key: take(datetime.fromisoformat(key), asked.noted()))
        asked.written.connect(lambda typed: take(moment_said(typed, desk.ticketing.sleeping.local()), asked.noted()))

    def _made(self, title: str, choices: Sequence[tuple[str, str]], hint: str) -> PickPopover:
        return self._opened(PickPopover(self._beside.window(), title, choices, hint))

    def _opened(self, asked: PickPopover) -> PickPopover:
        asked.open_on_top()
        if asked.isVisible():
            asked.closed.connect(self._closed)
            self.shown = asked
        return asked

    def _closed(self) -> None:
        self.shown = None


def counted(title: str, tickets: Sequence[TicketId]) -> str:
    return title if len(tickets) == 1 else trn("{title}: {n} ticket", "{title}: {n} tickets", len(tickets), title=title)
