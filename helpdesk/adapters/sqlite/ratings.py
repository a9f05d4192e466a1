"""What customers were asked, and what they answered."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.rules_tables import rating_requests as asked
from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.label import Hindsight
from helpdesk.domain.rating import Rating, RatingRequest, Satisfaction, summed
from helpdesk.domain.ticket import AUTOMATIC

REQUESTS = sa.select(
    asked.c.id,
    asked.c.ticket_id,
    asked.c.outbox_id,
    t.outbox.c.message_id,
    asked.c.asked_at,
    asked.c.used_at,
).join(t.outbox, t.outbox.c.id == asked.c.outbox_id)


TO_ASK = sa.text(
    """
WITH solved AS (
    SELECT k.id, (SELECT max(at) FROM status_changes s WHERE s.ticket_id = k.id AND s.status = 'solved') AS at
    FROM tickets k JOIN requesters r ON r.id = k.requester_id
    WHERE k.status IN ('solved', 'closed') AND k.updated_at >= :since AND k.hidden = 0 AND k.merged_into IS NULL
    AND r.email <> ''
)
SELECT id FROM solved WHERE at BETWEEN :since AND :until
AND EXISTS (SELECT 1 FROM messages WHERE ticket_id = solved.id AND kind = 'public-reply')
AND NOT EXISTS (SELECT 1 FROM ticket_tags WHERE ticket_id = solved.id AND tag = :automatic)
AND NOT EXISTS (SELECT 1 FROM understandings WHERE ticket_id = solved.id AND name IN ('spam', 'automatic')
    AND coalesce(nullif(corrected, ''), value) = 'yes')
AND NOT EXISTS (SELECT 1 FROM rating_requests WHERE ticket_id = solved.id)
AND NOT EXISTS (SELECT 1 FROM outbox WHERE kind <> 'reply' AND kind = 'rating' AND ticket_id = solved.id
    AND (state <> 'undone' OR created_at >= solved.at))
ORDER BY id LIMIT :most
"""
)


class SqliteRatings:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def ask(self, token: str, ticket_id: TicketId, outbox_id: OutboxId, at: datetime) -> None:
        await self._db.execute(asked.insert().values(token=token, ticket_id=ticket_id, outbox_id=outbox_id, asked_at=at))

    async def to_ask(self, since: datetime, until: datetime, limit: int) -> list[TicketId]:
        given = {"since": moment_text(since), "until": moment_text(until), "most": limit, "automatic": AUTOMATIC}
        return [TicketId(one) for one in await self._db.scalars(TO_ASK, given)]

    async def answered(self, ticket_id: TicketId) -> bool:
        k = asked.c
        return await self._db.scalar(sa.select(k.id).where(k.ticket_id == ticket_id, k.stars > 0).limit(1)) is not None

    async def by_token(self, token: str) -> RatingRequest | None:
        return await self._request(REQUESTS.where(asked.c.token == token))

    async def by_reply(self, message_id: str) -> RatingRequest | None:
        return await self._request(REQUESTS.where(t.outbox.c.message_id == message_id).order_by(asked.c.id.desc()).limit(1))

    async def use(self, request: RatingRequest, stars: int, at: datetime) -> bool:
        k = asked.c
        this = asked.update().where(k.id == request.id, k.used_at.is_(None))
        if not (await self._db.execute(this.values(used_at=at, stars=stars))).rowcount:
            return False
        others = asked.update().where(k.ticket_id == request.ticket_id, k.used_at.is_(None))
        await self._db.execute(others.values(used_at=at))
        return True

    async def of_ticket(self, ticket_id: TicketId) -> list[Rating]:
        return await self._ratings(_rated().where(c.outcomes.c.ticket_id == ticket_id))

    async def newest(self, limit: int) -> list[Rating]:
        return await self._ratings(_rated().limit(limit))

    async def satisfaction(self, since: datetime) -> Satisfaction:
        k = asked.c
        replies = await self._db.scalar(sa.select(sa.func.count(k.outbox_id.distinct())).where(k.asked_at >= since)) or 0
        given = await self._ratings(_rated().where(c.outcomes.c.at >= since))
        return summed(max(replies, len(given)), [one.stars for one in given])

    async def _request(self, query: sa.Select[Any]) -> RatingRequest | None:
        row = (await self._db.execute(query)).one_or_none()
        return None if row is None else RatingRequest(*row)

    async def _ratings(self, query: sa.Select[Any]) -> list[Rating]:
        return [Rating(TicketId(row.ticket_id), row.stars, row.at) for row in await self._db.execute(query)]


def _rated() -> sa.Select[Any]:
    k = c.outcomes.c
    return sa.select(k.ticket_id, k.stars, k.at).where(k.kind == Hindsight.RATING).order_by(k.at.desc(), k.id.desc())
