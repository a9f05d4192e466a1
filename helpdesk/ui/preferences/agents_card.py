"""Who works at this desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import mark, tr
from helpdesk.ui.panel_words import load_words
from helpdesk.ui.preferences.keyed_list import KeyedList
from helpdesk.ui.preferences.saying_card import SayingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.people import Agent
    from helpdesk.domain.ticket_panel import AgentLoad

ABOUT = mark(
    "Tickets can be given to these people, and notes can name them. The one who sits here is added by the name under “You”. "
    "Removing somebody gives the tickets back to nobody; Ctrl+Z in the inbox takes it back."
)
LIST_HEIGHT = 112


class AgentsCard(SayingCard):
    """Passive. `add_wanted` carries name and address, `change_wanted` a number with both, `remove_wanted` a number."""

    add_wanted = Signal(str, str)
    change_wanted = Signal(int, str, str)
    remove_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._agents: tuple[Agent, ...] = ()
        self.listing: KeyedList[int] = KeyedList(tr("Agents"), LIST_HEIGHT)
        self.name = line_edit(tr("Name of the agent"), tr("Name"), 120)
        self.email = line_edit(tr("Mail address of the agent"), tr("Mail address (may be empty)"), 254)
        self.add = button(tr("Add"), name=tr("Add an agent of that name"))
        self.change = button(tr("Save change"), "quiet", name=tr("Change the chosen agent to that"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen agent"))
        self._lay_out()
        self.listing.currentRowChanged.connect(self._show_chosen)
        self.add.clicked.connect(lambda: self.add_wanted.emit(self.name.text(), self.email.text()))
        self.change.clicked.connect(lambda: self.change_wanted.emit(self._chosen().id, self.name.text(), self.email.text()))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._chosen().id))
        self._allow(ready=False)

    def show_agents(self, loads: Sequence[AgentLoad], me: str) -> None:
        self._agents = tuple(one.agent for one in loads)
        self.listing.show_lines([(one.agent.id, one_line(load_words(one, me))) for one in loads])
        self._allow(ready=True)

    def begin_anew(self) -> None:
        self.name.clear()
        self.email.clear()

    def _chosen(self) -> Agent:
        return self._agents[self.listing.currentRow()]

    def _show_chosen(self, place: int) -> None:
        if place >= 0:
            self.name.setText(self._chosen().name)
            self.email.setText(self._chosen().email)
        self._allow(ready=True)

    def _allow(self, *, ready: bool) -> None:
        chosen = ready and self.listing.currentRow() >= 0
        self.add.setEnabled(ready)
        self.change.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _lay_out(self) -> None:
        head, about = Label(tr("Agents"), "section"), Label(tr(ABOUT), "caption", wraps=True)
        last = row(self.add, self.change, self.remove, None)
        self._place(head, about, self.listing, self.name, self.email, last)
