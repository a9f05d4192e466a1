"""Vectors of answered tickets."""

from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import drafting_tables as d
from helpdesk.adapters.sqlite import tables as t
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.ports.ticket_vectors import TicketVector, TicketWords

AT_ONCE = 500


class SqliteTicketVectors:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def lacking(self, embedder: str, limit: int) -> list[TicketId]:
        c, v = t.tickets.c, d.ticket_vectors.c
        has = sa.exists().where(v.ticket_id == c.id, v.embedder == embedder)
        return list(await self._db.scalars(sa.select(c.id).where(_is_answered(), ~has).order_by(c.id.desc()).limit(limit)))

    async def words(self, ticket_id: TicketId) -> TicketWords:
        row = (await self._db.execute(_words().where(t.tickets.c.id == ticket_id))).one_or_none()
        if row is None:
            raise NotFound("ticket", str(ticket_id))
        return TicketWords(TicketId(row.id), row.subject, row.body)

    async def words_of(self, tickets: Collection[TicketId]) -> list[TicketWords]:
        wanted, found = sorted(tickets), list[TicketWords]()
        for start in range(0, len(wanted), AT_ONCE):
            some = _words().where(t.tickets.c.id.in_(wanted[start : start + AT_ONCE])).order_by(t.tickets.c.id)
            found += [TicketWords(TicketId(row.id), row.subject, row.body) for row in await self._db.execute(some)]
        return found

    async def known(self, embedder: str, hashes: Collection[str]) -> Mapping[str, bytes]:
        v = d.ticket_vectors.c
        found = await self._db.execute(sa.select(v.hash, v.vector).where(v.embedder == embedder, v.hash.in_(hashes)))
        return {row.hash: row.vector for row in found}

    async def put(self, embedder: str, vectors: Sequence[TicketVector]) -> None:
        if not vectors:
            return
        fresh = insert(d.ticket_vectors)
        kept = fresh.on_conflict_do_update(
            index_elements=["ticket_id", "embedder"], set_={"hash": fresh.excluded.hash, "vector": fresh.excluded.vector}
        )
        values = [{"ticket_id": one.ticket_id, "embedder": embedder, "hash": one.hash, "vector": one.vector} for one in vectors]
        await self._db.execute(kept, values)

    async def page(self, embedder: str, after: TicketId, limit: int) -> list[tuple[TicketId, bytes]]:
        """By the primary key: found by embedder first, every page would sort all that follow."""
        v = d.ticket_vectors.c
        wanted = sa.select(v.ticket_id, v.vector).where(v.embedder.concat("") == embedder, v.ticket_id > after)
        found = await self._db.execute(wanted.order_by(v.ticket_id).limit(limit))
        return [(TicketId(number), vector) for number, vector in found]

    async def answered(self, apart_from: TicketId) -> int:
        m = t.messages.c
        others = sa.select(sa.func.count(m.ticket_id.distinct())).where(m.kind == MessageKind.PUBLIC_REPLY)
        return await self._db.scalar(others.where(m.ticket_id != apart_from)) or 0

    async def forget_others(self, embedder: str) -> None:
        await self._db.execute(d.ticket_vectors.delete().where(d.ticket_vectors.c.embedder != embedder))


def _is_answered() -> sa.ColumnElement[bool]:
    m = t.messages.c
    return sa.exists().where(m.ticket_id == t.tickets.c.id, m.kind == MessageKind.PUBLIC_REPLY)


def _words() -> sa.Select[tuple[int, str, str]]:
    m = t.messages.c
    said = sa.select(m.body).where(m.ticket_id == t.tickets.c.id, m.kind == MessageKind.CUSTOMER)
    first = said.order_by(m.at, m.id).limit(1).scalar_subquery()
    return sa.select(t.tickets.c.id, t.tickets.c.subject, sa.func.coalesce(first, "").label("body"))
