"""What customers say of answers, and who hears of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.events import Event, RatingReceived
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rating import Rating, RatingRequest, Satisfaction, kept_form, says_only_stars, stars_in, tokens_in
from helpdesk.ports import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.learning import Later

VALID = timedelta(days=180)
"""So long after the reply a number is still an answer to it."""


@dataclass(frozen=True)
class RatedMessage:
    """A customer's message that gives stars; `thread` is the reply it is about. `only`: it wants no answer."""

    request: RatingRequest
    stars: int
    only: bool

    @property
    def thread(self) -> str:
        return self.request.message_id


@dataclass(frozen=True)
class Ratings:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    later: Later

    async def recognised(self, records: Records, message: IncomingMessage) -> RatedMessage | None:
        """Whether it answers a question of ours, asked of nobody but its sender; None when it does not, or did so before."""
        if message.automatic:
            return None
        request = await self._request(records, message)
        stars = None if request is None else stars_in(message.subject, message.body)
        if request is None or stars is None or request.used_at is not None or self.clock.now() - request.asked_at > VALID:
            return None
        if await records.tickets.joins(replace(message, thread=request.message_id)) is None:
            return None
        return RatedMessage(request, stars, says_only_stars(message.body))

    async def keep(self, records: Records, rated: RatedMessage) -> list[Event]:
        """In the transaction that takes the message in; gives the events for after it."""
        ticket_id, now = rated.request.ticket_id, self.clock.now()
        if not await records.ratings.use(rated.request, rated.stars, now):
            return []
        await records.log.note("ticket.rated", ticket_id=ticket_id, stars=rated.stars)
        _, events = await self.later.heard(records, ticket_id, rated.stars)
        return [RatingReceived(ticket_id, rated.stars), *events]

    async def of_ticket(self, ticket_id: TicketId) -> list[Rating]:
        """Newest first."""
        return await self.store.read(lambda records: records.ratings.of_ticket(ticket_id))

    async def newest(self, limit: int = 50) -> list[Rating]:
        return await self.store.read(lambda records: records.ratings.newest(limit))

    async def satisfaction(self, since: datetime) -> Satisfaction:
        return await self.store.read(lambda records: records.ratings.satisfaction(since))

    async def last_days(self, days: int = 30) -> Satisfaction:
        return await self.satisfaction(self.clock.now() - timedelta(days=days))

    async def _request(self, records: Records, message: IncomingMessage) -> RatingRequest | None:
        for token in tokens_in(message.subject, message.body):
            if found := await records.ratings.by_token(kept_form(token)):
                return found
        return await records.ratings.by_reply(message.thread) if message.thread else None
