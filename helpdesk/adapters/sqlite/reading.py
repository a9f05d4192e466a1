"""Originals, attachments' content and mentions."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.reading_tables import mentions
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import AttachmentId, MessageId, TicketId
from helpdesk.ports import Clock
from helpdesk.ports.reading_records import AttachmentFile, KeptSource, UnreadMention


class SqliteReading:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def source(self, message_id: MessageId) -> KeptSource | None:
        s = t.sources.c
        joined = t.messages.outerjoin(t.sources)
        wanted = sa.select(s.kind, s.name, s.raw).select_from(joined).where(t.messages.c.id == message_id)
        row = (await self._db.execute(wanted)).one_or_none()
        if row is None:
            raise NotFound("message", str(message_id))
        return None if row.raw is None else KeptSource(row.kind, row.name, row.raw)

    async def attachment(self, attachment_id: AttachmentId) -> AttachmentFile:
        a = t.attachments.c
        row = (
            await self._db.execute(sa.select(a.id, a.name, a.media_type, a.content).where(a.id == attachment_id))
        ).one_or_none()
        if row is None:
            raise NotFound("attachment", str(attachment_id))
        return AttachmentFile(*row)

    async def names(self) -> list[str]:
        return list(await self._db.scalars(sa.select(t.agents.c.name).where(t.agents.c.name != "").order_by(t.agents.c.name)))

    async def mention(self, message_id: MessageId, ticket_id: TicketId, names: Sequence[str]) -> None:
        known = await self._db.scalars(sa.select(t.agents.c.id).where(t.agents.c.name.in_(names)))
        named = [
            {"message_id": message_id, "ticket_id": ticket_id, "agent_id": agent, "at": self._clock.now()} for agent in known
        ]
        if named:
            await self._db.execute(mentions.insert().prefix_with("OR IGNORE"), named)

    async def unread(self, agent: str, limit: int) -> list[UnreadMention]:
        m = t.messages.c
        wanted = (
            sa.select(m.ticket_id, m.id, m.author, m.body, m.kind)
            .select_from(mentions.join(t.messages))
            .where(mentions.c.agent_id == _agent(agent), mentions.c.read_at.is_(None))
            .order_by(mentions.c.id.desc())
            .limit(limit)
        )
        return [UnreadMention(*row[:4], MessageKind(row.kind)) for row in await self._db.execute(wanted)]

    async def looked(self, agent: str, ticket_id: TicketId) -> bool:
        waiting = (mentions.c.ticket_id == ticket_id, mentions.c.agent_id == _agent(agent), mentions.c.read_at.is_(None))
        done = await self._db.execute(mentions.update().where(*waiting).values(read_at=self._clock.now()))
        return done.rowcount > 0


def _agent(name: str) -> sa.ScalarSelect[int]:
    return sa.select(t.agents.c.id).where(t.agents.c.name == name).scalar_subquery()
