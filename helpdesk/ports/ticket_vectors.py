"""Vectors of answered tickets, by which tickets like another are found. They are kept in the store alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.ids import TicketId


@dataclass(frozen=True)
class TicketWords:
    """What a ticket's vector is made of: its subject and what its customer wrote first."""

    ticket_id: TicketId
    subject: str
    body: str


@dataclass(frozen=True)
class TicketVector:
    """`hash` is of the text that was embedded; `vector` little-endian float32, L2-normalised, zeros when it has no words."""

    ticket_id: TicketId
    hash: str
    vector: bytes


class TicketVectorRecords(Protocol):
    async def lacking(self, embedder: str, limit: int) -> list[TicketId]:
        """Answered tickets (with a public reply) that have no vector of this embedder yet, newest first."""
        ...

    async def words(self, ticket_id: TicketId) -> TicketWords:
        """Raises NotFound."""
        ...

    async def words_of(self, tickets: Collection[TicketId]) -> list[TicketWords]:
        """Of those that are there, by id."""
        ...

    async def known(self, embedder: str, hashes: Collection[str]) -> Mapping[str, bytes]:
        """hash → vector of texts embedded before."""
        ...

    async def put(self, embedder: str, vectors: Sequence[TicketVector]) -> None: ...

    async def page(self, embedder: str, after: TicketId, limit: int) -> list[tuple[TicketId, bytes]]:
        """(ticket, vector) of tickets with a greater id than `after`, by id; those that were looked at need not be answered."""
        ...

    async def answered(self, apart_from: TicketId) -> int:
        """How many other tickets have a public reply."""
        ...

    async def forget_others(self, embedder: str) -> None:
        """Drops the vectors of every other embedder."""
        ...
