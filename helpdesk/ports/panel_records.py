"""What an agent keeps with tickets and with the people who write them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from helpdesk.domain.custom_field import CustomField
from helpdesk.domain.ids import AgentId, RequesterId, TicketId
from helpdesk.domain.people import Agent, Requester
from helpdesk.domain.snoozing import FollowUp
from helpdesk.domain.ticket_link import LinkedTicket, TicketLink
from helpdesk.domain.ticket_panel import AgentLoad, Copy, Identity, PastTicket, RequesterNote, Step

Sleep = tuple[datetime, str]
"""Until when, and what the agent wrote to himself."""


class PanelRecords(Protocol):
    """Of a ticket. What `put_…` is given as None is taken away."""

    async def definitions(self) -> list[CustomField]:
        """In their order."""
        ...

    async def put_definition(self, key: str, field: CustomField | None) -> None:
        """The values of a field that is taken away stay, and are there again when it comes back."""
        ...

    async def fields(self, tickets: Collection[TicketId]) -> Mapping[tuple[TicketId, str], str]:
        """Every value that is set, by ticket and key."""
        ...

    async def put_fields(self, values: Sequence[tuple[TicketId, str, str | None]]) -> None: ...

    async def snoozed(self, ticket_id: TicketId) -> Sleep | None: ...

    async def sleepers_due(self, now: datetime, limit: int) -> list[TicketId]:
        """Whose time has come, the longest ago first."""
        ...

    async def follow_up(self, ticket_id: TicketId) -> FollowUp | None: ...

    async def put_follow_up(self, ticket_id: TicketId, follow_up: FollowUp | None) -> None: ...

    async def follow_ups_due(self, now: datetime, limit: int) -> list[FollowUp]: ...

    async def steps(self, ticket_id: TicketId) -> list[Step]:
        """The checklist in its order."""
        ...

    async def step(self, step_id: int) -> Step | None: ...

    async def add_step(self, ticket_id: TicketId, text: str) -> Step:
        """At the end."""
        ...

    async def put_step(self, step_id: int, step: Step | None) -> None: ...

    async def linked(self, ticket_id: TicketId) -> list[LinkedTicket]: ...

    async def has_link(self, link: TicketLink) -> bool: ...

    async def put_link(self, link: TicketLink, there: bool) -> None: ...

    async def tags(self, begins: str, limit: int) -> list[str]:
        """In use on any ticket, the most used first."""
        ...

    async def copies(self, ticket_id: TicketId) -> list[Copy]: ...

    async def put_copy(self, ticket_id: TicketId, address: str, name: str | None) -> None: ...


class PeopleRecords(Protocol):
    """Agents, and requesters with their identities."""

    async def agents(self) -> list[Agent]:
        """By name."""
        ...

    async def agent(self, agent_id: AgentId) -> Agent | None: ...

    async def loads(self) -> list[AgentLoad]:
        """Every agent by name with his tickets that are not solved."""
        ...

    async def put_agent(self, agent_id: AgentId, agent: Agent | None) -> None: ...

    async def add_agent(self, name: str, email: str) -> Agent: ...

    async def tickets_of(self, agent_id: AgentId) -> list[TicketId]: ...

    async def requester(self, requester_id: RequesterId) -> Requester:
        """Raises NotFound."""
        ...

    async def main_of(self, requester_id: RequesterId) -> RequesterId:
        """The main identity of that person: itself, when it was merged into none."""
        ...

    async def merged_into(self, requester_id: RequesterId) -> RequesterId | None: ...

    async def put_merged(self, requester_id: RequesterId, main_id: RequesterId | None, agent: str) -> None: ...

    async def identities(self, main_id: RequesterId) -> list[Identity]:
        """The main one first, then by number."""
        ...

    async def note(self, requester_id: RequesterId) -> RequesterNote | None: ...

    async def put_note(self, requester_id: RequesterId, note: RequesterNote | None) -> None: ...

    async def history(self, people: Collection[RequesterId], limit: int) -> tuple[list[PastTicket], int, int]:
        """Newest first, how many in all, and how many of them are not solved."""
        ...

    async def maybe_same(self, people: Collection[RequesterId], limit: int) -> list[Requester]:
        """Others of exactly that name of two words or more, or of that address written otherwise, that nobody said are
        somebody else."""
        ...

    async def apart(self, one: RequesterId, other: RequesterId) -> bool: ...

    async def put_apart(self, one: RequesterId, other: RequesterId, apart: bool) -> None: ...

    async def found(self, words: str, limit: int) -> list[Requester]:
        """Requesters whose name or address begins with that or holds it."""
        ...
