"""Agents from the store to their card and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.events import ChangeTurned, Event
from helpdesk.domain.ids import AgentId
from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.ticket_panel import AgentLoad
    from helpdesk.services.desk import Desk
    from helpdesk.services.ticketing.agents import Agents
    from helpdesk.ui.bridge import Bridge


class AgentsView(Protocol):
    def show_agents(self, loads: Sequence[AgentLoad], me: str) -> None: ...

    def begin_anew(self) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...


class AgentsPresenter:
    def __init__(self, view: AgentsView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._look()

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned) and "agent" in event.facets:
            self._look()

    def add(self, name: str, email: str) -> None:
        self._do(lambda agents: agents.add(name, email), tr("Added: {name}", name=name))

    def change(self, agent_id: int, name: str, email: str) -> None:
        self._do(lambda agents: agents.change(AgentId(agent_id), name, email), tr("Changed: {name}", name=name))

    def remove(self, agent_id: int) -> None:
        self._do(lambda agents: agents.remove(AgentId(agent_id)), tr("Removed."))

    def _do(self, work: Callable[[Agents], Awaitable[object]], done: str) -> None:
        if self._desk is not None:
            self._bridge.call(partial(work, self._desk.ticketing.agents), lambda _: self._done(done), self._failed, keep=True)

    def _done(self, words: str) -> None:
        self._view.begin_anew()
        self._view.say(words, well=True)
        self._look()

    def _look(self) -> None:
        if self._desk is not None:
            show = partial(self._view.show_agents, me=self._desk.settings.agent_name)
            self._bridge.call(partial(known, self._desk.ticketing.agents), show, self._failed)

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}", well=False)


async def known(agents: Agents) -> list[AgentLoad]:
    await agents.me()
    return await agents.loads()
