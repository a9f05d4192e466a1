"""Readings with their corrections, and intents with their examples."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import drafting_tables as t
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.understanding import Intent, Read
from helpdesk.ports import Clock
from helpdesk.ports.understanding import Example
from helpdesk.ports.understanding_records import KeptExample

_u, _NEW = t.understandings.c, insert(t.understandings)
READS = sa.select(_u.name, _u.value, _u.confidence, _u.found_by, _u.corrected, _u.message_id).where(
    _u.ticket_id == sa.bindparam("ticket")
)
KEEP = _NEW.on_conflict_do_update(
    index_elements=["ticket_id", "name"],
    set_={name: _NEW.excluded[name] for name in ("value", "confidence", "found_by", "corrected", "message_id", "at")},
)
"""Every draft asks these: built once, which takes longer than asking."""


class SqliteUnderstandings:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def of(self, ticket_id: TicketId) -> Mapping[str, tuple[Read, MessageId]]:
        found = await self._db.execute(READS, {"ticket": ticket_id})
        return {r[0]: (Read(r[1], r[2], r[3], r[4]), MessageId(r[5])) for r in found}

    async def keep(self, ticket_id: TicketId, message_id: MessageId, reads: Mapping[str, Read]) -> None:
        now = self._clock.now()
        rows = [
            {
                "ticket_id": ticket_id,
                "name": name,
                "value": read.value,
                "confidence": read.confidence,
                "found_by": read.found_by,
                "corrected": read.corrected,
                "message_id": message_id,
                "at": now,
            }
            for name, read in reads.items()
        ]
        await self._db.execute(KEEP, rows)

    async def correct(self, ticket_id: TicketId, name: str, value: str, by: str) -> bool:
        c = t.understandings.c
        changed = t.understandings.update().where(c.ticket_id == ticket_id, c.name == name)
        done = await self._db.execute(changed.values(corrected=value, corrected_by=by if value else "", at=self._clock.now()))
        return done.rowcount > 0


class SqliteIntents:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def all(self) -> list[Intent]:
        i, e = t.intents.c, t.intent_examples.c
        taught = sa.select(sa.func.count()).where(e.intent_id == i.id).correlate(t.intents).scalar_subquery()
        found = await self._db.execute(sa.select(i.name, i.description, i.never_auto, taught).order_by(i.name))
        return [Intent(r[0], r[1], bool(r[2]), r[3]) for r in found]

    async def save(self, intent: Intent) -> None:
        values = {"description": intent.description, "never_auto": int(intent.never_auto)}
        added = insert(t.intents).values(name=intent.name, created_at=self._clock.now(), **values)
        await self._db.execute(added.on_conflict_do_update(index_elements=["name"], set_=values))

    async def remove(self, name: str) -> bool:
        return (await self._db.execute(t.intents.delete().where(t.intents.c.name == name))).rowcount > 0

    async def examples(self) -> list[KeptExample]:
        i, e = t.intents.c, t.intent_examples.c
        query = sa.select(e.id, i.name, e.text, e.vector, e.embedder).join(t.intents, i.id == e.intent_id).order_by(e.id)
        return [KeptExample(r[0], Example(r[1], r[2], r[3] or b""), r[4]) for r in await self._db.execute(query)]

    async def teach(self, intent: str, ticket_id: TicketId | None, texts: Sequence[str]) -> None:
        intent_id = await self._db.scalar(sa.select(t.intents.c.id).where(t.intents.c.name == intent))
        if intent_id is None:
            raise NotFound("intent", intent)
        if ticket_id is not None:
            await self.forget_ticket(ticket_id)
        now = self._clock.now()
        rows = [{"intent_id": intent_id, "ticket_id": ticket_id, "text": text, "created_at": now} for text in texts]
        if rows:
            await self._db.execute(t.intent_examples.insert(), rows)

    async def forget_ticket(self, ticket_id: TicketId) -> None:
        await self._db.execute(t.intent_examples.delete().where(t.intent_examples.c.ticket_id == ticket_id))

    async def keep_vectors(self, embedder: str, vectors: Mapping[int, bytes]) -> None:
        e = t.intent_examples.c
        changed = t.intent_examples.update().where(e.id == sa.bindparam("one"))
        rows = [{"one": number, "made_by": embedder, "made": vector} for number, vector in vectors.items()]
        if rows:
            await self._db.execute(changed.values(embedder=sa.bindparam("made_by"), vector=sa.bindparam("made")), rows)
