"""Requesters ask; agents answer."""

from dataclasses import dataclass

from helpdesk.domain.ids import AgentId, RequesterId


@dataclass(frozen=True)
class Requester:
    id: RequesterId
    name: str
    email: str


@dataclass(frozen=True)
class Agent:
    id: AgentId
    name: str
    email: str
