"""Agents from the store to their card and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.events import ChangeTurned
from helpdesk.domain.ids import AgentId
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.card_presenter import CardPresenter

if TYPE_CHECKING:
    from helpdesk.domain.events import Event
    from helpdesk.domain.ticket_panel import AgentLoad
    from helpdesk.services.ticketing.agents import Agents
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.agents_card import AgentsCard


class AgentsPresenter(CardPresenter["AgentsCard"]):
    def __init__(self, card: AgentsCard, bridge: Bridge) -> None:
        super().__init__(card, bridge)
        card.add_wanted.connect(self.add)
        card.change_wanted.connect(self.change)
        card.remove_wanted.connect(self.remove)
        bridge.listen(self.heard)

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned) and "agent" in event.facets:
            self.look()

    def add(self, name: str, email: str) -> None:
        self._change(lambda desk: desk.ticketing.agents.add(name, email), lambda _: tr("Added: {name}", name=name))

    def change(self, agent_id: int, name: str, email: str) -> None:
        known = AgentId(agent_id)
        self._change(lambda desk: desk.ticketing.agents.change(known, name, email), lambda _: tr("Changed: {name}", name=name))

    def remove(self, agent_id: int) -> None:
        self._change(lambda desk: desk.ticketing.agents.remove(AgentId(agent_id)), lambda _: tr("Removed."))

    def look(self) -> None:
        if self._desk is not None:
            show = partial(self._card.show_agents, me=self._desk.settings.agent_name)
            self._bridge.call(partial(loads, self._desk.ticketing.agents), show, self._card.tell)


async def loads(agents: Agents) -> list[AgentLoad]:
    """With the one who sits here, who is added when they are not there yet."""
    await agents.me()
    return await agents.loads()
