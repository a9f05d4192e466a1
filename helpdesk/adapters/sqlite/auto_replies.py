"""Answers that leave by themselves, and what must be known before one does."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.assessments import CANDIDATE
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.desk_values import keep_value, value_of
from helpdesk.domain.certificate import POOLED, Certificate
from helpdesk.domain.conversation import RETRIEVABLE, OutboxState
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import DraftId, OutboxId, TicketId
from helpdesk.domain.sending import DESK, AutoReply
from helpdesk.domain.surroundings import Surroundings
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.ports import Clock
from helpdesk.ports.sending_records import NewAutoReply

SEEN = "sending.seen"
PLACE = "sending.place"
# The sum keeps SQLite from walking the index of all drafts there ever were instead of that of the time asked for.
DRAFTS = sa.func.count(sa.distinct(c.assessments.c.draft_id + 0))
PASSED = (c.assessments.c.would_send == 1) | (c.assessments.c.sent == 1)
PASSED_BUT = sa.select(DRAFTS).where(
    c.assessments.c.at >= sa.bindparam("since"), PASSED, c.assessments.c.draft_id != sa.bindparam("but")
)
# One statement, since the gate asks while the only writer of the store is held. Intake notes which mail a machine wrote.
SURROUNDINGS = sa.text("""
WITH asked AS (SELECT id, author, at FROM messages WHERE ticket_id = :ticket AND kind = 'customer'),
newest AS (SELECT id, author FROM asked ORDER BY at DESC, id DESC LIMIT 1)
SELECT k.channel, k.priority, k.status, r.name, r.email,
    (SELECT author FROM newest) AS newest,
    (SELECT author FROM asked ORDER BY at, id LIMIT 1) AS first,
    EXISTS (SELECT 1 FROM json_each(k.tags) WHERE value = 'automatic') OR EXISTS (
        SELECT 1 FROM activity a WHERE a.ticket_id = k.id AND coalesce(json_extract(a.details, '$.automatic'), '') <> ''
    ) AS automatic,
    (SELECT count(*) FROM attachments WHERE message_id = (SELECT id FROM newest)) AS attachments,
    EXISTS (SELECT 1 FROM drafts WHERE ticket_id = k.id AND id > :draft) OR EXISTS (
        SELECT 1 FROM activity a WHERE a.ticket_id = k.id AND a.kind = 'ticket.received' AND a.at > d.created_at
        AND a.draft_id IS NOT :draft
    ) AS wrote_again,
    k.composed <> '' OR d.edited IS NOT NULL
        OR (d.claimed_by <> '' AND (d.claimed_until IS NULL OR d.claimed_until > :now))
        OR EXISTS (SELECT 1 FROM messages WHERE ticket_id = k.id AND kind <> 'customer' AND id > (SELECT id FROM newest))
        OR EXISTS (
            SELECT 1 FROM outbox o WHERE o.ticket_id = k.id AND o.state IN ('queued', 'sending', 'uncertain', 'failed')
            AND o.id NOT IN (SELECT outbox_id FROM auto_replies WHERE outbox_id = o.id)
        ) AS person_at_it,
    (
        SELECT count(*) FROM auto_replies s JOIN outbox o ON o.id = s.outbox_id
        WHERE s.at >= :since AND lower(o.recipient) = lower(r.email) AND o.state <> 'undone'
    ) AS sent_lately
FROM tickets k JOIN requesters r ON r.id = k.requester_id JOIN drafts d ON d.ticket_id = k.id
WHERE k.id = :ticket AND d.id = :draft
""")
_o = t.outbox.c
ENTRIES = sa.select(c.auto_replies, _o.ticket_id, _o.subject, _o.recipient, _o.state, _o.not_before.label("leaves")).join(
    t.outbox, _o.id == c.auto_replies.c.outbox_id
)


class SqliteAutoReplies:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def add(self, reply: NewAutoReply) -> None:
        await self._db.execute(c.auto_replies.insert().values(**vars(reply), at=self._clock.now()))

    async def surroundings(self, ticket_id: TicketId, draft_id: DraftId, since: datetime) -> Surroundings:
        given = {"ticket": ticket_id, "draft": draft_id, "now": moment_text(self._clock.now()), "since": moment_text(since)}
        row = (await self._db.execute(SURROUNDINGS, given)).mappings().one_or_none()
        if row is None:
            raise NotFound("ticket", str(ticket_id))
        return Surroundings(
            address=row["email"],
            channel=ChannelName(row["channel"]),
            priority=Priority(row["priority"]),
            status=TicketStatus(row["status"]),
            same_sender=row["newest"] in (row["name"], row["email"], row["first"]),
            automatic=bool(row["automatic"]),
            attachments=row["attachments"],
            wrote_again=bool(row["wrote_again"]),
            person_at_it=bool(row["person_at_it"]),
            sent_lately=row["sent_lately"],
        )

    async def waiting(self) -> list[AutoReply]:
        return await self._found(ENTRIES.where(t.outbox.c.state == OutboxState.QUEUED).order_by(t.outbox.c.id))

    async def of_entry(self, outbox_id: OutboxId) -> AutoReply | None:
        found = await self._found(ENTRIES.where(t.outbox.c.id == outbox_id))
        return found[0] if found else None

    async def listed(self, limit: int) -> list[AutoReply]:
        return await self._found(ENTRIES.order_by(t.outbox.c.id.desc()).limit(limit))

    async def _found(self, query: sa.Select[Any]) -> list[AutoReply]:
        return [AutoReply(**row) for row in (await self._db.execute(query)).mappings()]

    async def left(self, since: datetime) -> int:
        own = sa.select(sa.func.count()).select_from(c.auto_replies.join(t.outbox, t.outbox.c.id == c.auto_replies.c.outbox_id))
        gone = (t.outbox.c.state == OutboxState.SENT) & (c.auto_replies.c.at >= since)
        return await self._db.scalar(own.where(gone)) or 0

    async def put_back(self, reply: AutoReply) -> bool:
        o, d, now = t.outbox.c, t.drafts.c, self._clock.now()
        unsent = t.outbox.update().where(o.id == reply.outbox_id, o.state.in_(RETRIEVABLE))
        if not (await self._db.execute(unsent.values(state=OutboxState.UNDONE))).rowcount:
            return False
        state = DraftState.SUPERSEDED if await self._overtaken(reply) else DraftState.IN_REVIEW
        approved = t.drafts.update().where(d.id == reply.draft_id, d.state == DraftState.APPROVED)
        await self._db.execute(approved.values(state=state, revision=d.revision + 1, updated_at=now))
        await self._db.execute(t.decisions.update().where(t.decisions.c.id == reply.decision_id).values(undone=1))
        return True

    async def _overtaken(self, reply: AutoReply) -> bool:
        """The ticket has a newer draft, or a person answered it meanwhile."""
        d, o = t.drafts.c, t.outbox.c
        newer = sa.exists().where(d.ticket_id == reply.ticket_id, d.id > reply.draft_id)
        by_hand = sa.exists().where(o.ticket_id == reply.ticket_id, o.id > reply.outbox_id, o.state != OutboxState.UNDONE)
        return bool(await self._db.scalar(sa.select(newer | by_hand)))

    async def passed(self, since: datetime, apart_from: DraftId) -> int:
        return await self._db.scalar(PASSED_BUT, {"since": since, "but": apart_from}) or 0

    async def hours(self, since: datetime, until: datetime) -> list[int]:
        a = c.assessments.c
        hour = sa.func.substr(sa.type_coerce(a.at, sa.Text), 1, 13)
        counted = sa.select(DRAFTS).where(a.at >= since, a.at < until, PASSED)
        return list(await self._db.scalars(counted.group_by(hour)))

    async def held(self, since: datetime) -> Mapping[str, int]:
        a, nothing = c.assessments.c, ("", CANDIDATE)
        by_draft = sa.select(a.draft_id, sa.func.max(a.held_by).label("why")).where(a.at >= since, a.held_by.not_in(nothing))
        of_each = by_draft.group_by(a.draft_id).subquery()
        found = await self._db.execute(sa.select(of_each.c.why, sa.func.count()).group_by(of_each.c.why))
        return {row.why: row[1] for row in found}

    async def qualified(self, certificates: Sequence[Certificate], since: datetime, never: Sequence[str]) -> int:
        return await self._count(sa.or_(sa.false(), *(_lets_go(one) for one in certificates)), since, never)

    async def above(self, line: float, since: datetime, never: Sequence[str]) -> int:
        return await self._count(c.assessments.c.score >= line, since, never)

    async def _count(self, chosen: sa.ColumnElement[bool], since: datetime, never: Sequence[str]) -> int:
        a = c.assessments.c
        counted = sa.select(DRAFTS).where(a.at >= since, a.sendable == 1, a.topic.not_in(never), chosen)
        return await self._db.scalar(counted) or 0

    async def drafted(self, since: datetime) -> tuple[int, datetime | None]:
        a = c.assessments.c
        first = sa.func.min(a.at)
        row = (await self._db.execute(sa.select(DRAFTS, first).where(a.at >= since))).one()
        return int(row[0]), row[1]

    async def decision_times(self, since: datetime) -> list[tuple[str, datetime]]:
        d = t.decisions.c
        # In the order of an index that holds all of it.
        wanted = sa.select(d.agent, d.decided_at).where(d.decided_at >= since, d.agent != DESK)
        wanted = wanted.order_by(d.decided_at, d.undone)
        return [(row.agent, row.decided_at) for row in await self._db.execute(wanted)]

    async def seen(self) -> datetime | None:
        kept = await value_of(self._db, SEEN)
        try:
            return None if kept is None else datetime.fromisoformat(kept)
        except ValueError:
            return datetime.max.replace(tzinfo=UTC)

    async def look(self, now: datetime) -> None:
        await keep_value(self._db, SEEN, moment_text(now))

    async def place(self) -> str | None:
        return await value_of(self._db, PLACE)

    async def at(self, place: str) -> None:
        await keep_value(self._db, PLACE, place)


def _lets_go(certificate: Certificate) -> sa.ColumnElement[bool]:
    a = c.assessments.c
    able = (a.scorer == certificate.scorer) & (a.fingerprint == certificate.fingerprint) & (a.score >= certificate.cut)
    if certificate.topic != POOLED:
        return able & (a.topic == certificate.topic)
    within = a.topic.in_(certificate.topics) if certificate.topics else sa.true()
    return able & within & a.topic.not_in(certificate.out)
