"""What is kept of readings, and the desk's intents with the words that teach them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.understanding import Intent, Read
from helpdesk.ports.understanding import Example

Kept = Mapping[str, tuple[Read, MessageId]]
"""What is kept of a ticket by the reading's name, each with the message it was read from."""


@dataclass(frozen=True)
class KeptExample:
    """`embedder` is the fingerprint its vector was made with, empty without one."""

    id: int
    example: Example
    embedder: str


class UnderstandingRecords(Protocol):
    async def of(self, ticket_id: TicketId) -> Kept: ...

    async def keep(self, ticket_id: TicketId, message_id: MessageId, reads: Mapping[str, Read]) -> None:
        """In the place of what was kept before, correction included. Again with the same changes nothing."""
        ...

    async def correct(self, ticket_id: TicketId, name: str, value: str, by: str) -> bool:
        """Empty takes the correction back. False when nothing of that name is kept."""
        ...


class IntentRecords(Protocol):
    async def all(self) -> list[Intent]:
        """By name."""
        ...

    async def save(self, intent: Intent) -> None:
        """Adds it, or changes description and `never_auto` of the one of that name."""
        ...

    async def remove(self, name: str) -> bool:
        """With its examples. False when there is none of that name."""
        ...

    async def examples(self) -> list[KeptExample]: ...

    async def teach(self, intent: str, ticket_id: TicketId | None, texts: Sequence[str]) -> None:
        """A ticket teaches one intent: what it taught before is forgotten. Raises NotFound."""
        ...

    async def forget_ticket(self, ticket_id: TicketId) -> None:
        """What the ticket taught."""
        ...

    async def keep_vectors(self, embedder: str, vectors: Mapping[int, bytes]) -> None:
        """Of examples, by id."""
        ...
