"""What customers were asked, and what they answered."""

from datetime import datetime
from typing import Protocol

from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.rating import Rating, RatingRequest, Satisfaction


class RatingRecords(Protocol):
    async def ask(self, token: str, ticket_id: TicketId, outbox_id: OutboxId, at: datetime) -> None:
        """Keeps that the reply asks, with the token's kept form."""
        ...

    async def to_ask(self, since: datetime, until: datetime, limit: int) -> list[TicketId]:
        """Tickets solved between the two moments and done still, answered by us, whose customer has an address and was not
        asked yet; those of spam and of machines are left out. Of what was withdrawn only a new solving is asked about."""
        ...

    async def answered(self, ticket_id: TicketId) -> bool:
        """Whether the customer has answered on this ticket."""
        ...

    async def by_token(self, token: str) -> RatingRequest | None:
        """By its kept form."""
        ...

    async def by_reply(self, message_id: str) -> RatingRequest | None:
        """The newest one under the reply with that Message-ID."""
        ...

    async def use(self, request: RatingRequest, stars: int, at: datetime) -> bool:
        """Counts it, and every other mark of that ticket is spent too; False when it was counted before."""
        ...

    async def of_ticket(self, ticket_id: TicketId) -> list[Rating]:
        """Newest first."""
        ...

    async def newest(self, limit: int) -> list[Rating]: ...

    async def satisfaction(self, since: datetime) -> Satisfaction:
        """Of what was asked and of what was answered since then."""
        ...
