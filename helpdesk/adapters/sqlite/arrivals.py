"""What came in, a batch at a time: a handful of statements for a hundred messages, since each one is a trip to the driver's
thread."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.drafts import correlation
from helpdesk.adapters.sqlite.noting import Noting
from helpdesk.adapters.sqlite.tickets import tags_of
from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.ids import DraftId, SourceId, TicketId
from helpdesk.ports import Clock, RawTicket
from helpdesk.ports.store import ArrivalNote


class SqliteArrivals:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def keep(self, tickets: Sequence[RawTicket]) -> list[SourceId]:
        known = await self._kept(tickets)
        missing = {(r.digest, r.kind): r for r in tickets if (r.digest, r.kind) not in known}
        if missing:
            now = self._clock.now()
            values = [
                {"sha256": r.digest, "kind": r.kind, "name": r.name, "raw": r.raw, "received_at": now} for r in missing.values()
            ]
            await self._db.execute(t.sources.insert(), values)
            known = await self._kept(tickets)
        return [known[r.digest, r.kind] for r in tickets]

    async def _kept(self, tickets: Sequence[RawTicket]) -> Mapping[tuple[str, str], SourceId]:
        c = t.sources.c
        found = await self._db.execute(sa.select(c.id, c.sha256, c.kind).where(c.sha256.in_({r.digest for r in tickets})))
        return {(r.sha256, r.kind): SourceId(r.id) for r in found}

    async def settle(self, outcomes: Sequence[tuple[SourceId, str]]) -> None:
        change = (
            t.sources.update()
            .where(t.sources.c.id == sa.bindparam("kept"))
            .values(state=sa.bindparam("became"), failure=sa.bindparam("because"))
        )
        values = [{"kept": source, "became": "failed" if why else "parsed", "because": why} for source, why in outcomes]
        if values:
            await self._db.execute(change, values)

    async def unsettled(self) -> list[tuple[SourceId, str, str, bytes]]:
        c = t.sources.c
        found = await self._db.execute(sa.select(c.id, c.kind, c.name, c.raw).where(c.state == "kept").order_by(c.id))
        return [(SourceId(r.id), r.kind, r.name, r.raw) for r in found]

    async def open_tickets(self, messages: Sequence[IncomingMessage]) -> list[tuple[TicketId, bool]]:
        known = await self._received(messages)
        fresh = {_source(m): m for m in reversed(messages) if _source(m) not in known}
        opened = dict(zip(fresh, await self._opened(list(fresh.values())), strict=True))
        known |= opened
        again = await Noting(self._db, self._clock).brought_back(set(known.values()) - set(opened.values()))
        opened |= {source: ticket for source, ticket in known.items() if ticket in again}
        return [(known[_source(m)], opened.pop(_source(m), None) is not None) for m in messages]

    async def request_drafts(self, tickets: Sequence[TicketId]) -> list[DraftId]:
        if not tickets:
            return []
        m, now = t.messages.c, self._clock.now()
        asked = sa.select(m.ticket_id, sa.func.max(m.at).label("at")).where(m.ticket_id.in_(tickets)).group_by(m.ticket_id)
        waiting = {row.ticket_id: row.at for row in await self._db.execute(asked)}
        values = [
            {
                "ticket_id": ticket,
                "hint": "",
                "reasons": [],
                "signals": {},
                "waiting_since": waiting.get(ticket, now),
                "created_at": now,
                "updated_at": now,
                "correlation": correlation(),
            }
            for ticket in tickets
        ]
        return [DraftId(made) for made in await self._insert(t.drafts, values)]

    async def note(self, kind: str, notes: Sequence[ArrivalNote]) -> None:
        now = self._clock.now()
        values = [
            {"at": now, "kind": kind, "ticket_id": n.ticket_id, "draft_id": n.draft_id, "details": dict(n.details)}
            for n in notes
        ]
        if values:
            await self._db.execute(t.activity.insert(), values)

    async def _received(self, messages: Sequence[IncomingMessage]) -> dict[str, TicketId]:
        c = t.messages.c
        sources = [_source(m) for m in messages]
        found = await self._db.execute(sa.select(c.source, c.ticket_id).where(c.source.in_(sources)))
        return {r.source: TicketId(r.ticket_id) for r in found}

    async def _opened(self, messages: Sequence[IncomingMessage]) -> list[TicketId]:
        if not messages:
            return []
        requesters = await self._requesters(messages)
        values = [
            {
                "subject": m.subject,
                "requester_id": requesters[_person(m)],
                "channel": m.channel,
                "source": _source(m),
                "tags": tags_of(m),
                "created_at": m.at,
                "updated_at": m.at,
            }
            for m in messages
        ]
        tickets = [TicketId(made) for made in await self._insert(t.tickets, values)]
        await self._say(tickets, messages)
        return tickets

    async def _requesters(self, messages: Sequence[IncomingMessage]) -> Mapping[tuple[str, str], int]:
        """By address; without one, by name."""
        people = {_person(m): m for m in reversed(messages)}
        known = await self._known_people(people)
        new = [m for person, m in people.items() if person not in known]
        if new:
            now = self._clock.now()
            made = await self._insert(t.requesters, [{"name": m.name, "email": m.email, "created_at": now} for m in new])
            known |= zip((_person(m) for m in new), made, strict=True)
        return known

    async def _known_people(self, people: Mapping[tuple[str, str], IncomingMessage]) -> dict[tuple[str, str], int]:
        c = t.requesters.c
        known_as = sa.select(c.id, c.name, sa.func.lower(c.email).label("address"))
        addressed = known_as.where(c.email.collate("NOCASE").in_([email for email, _ in people if email]))
        nameless = known_as.where(c.email == "", c.name.in_([name for email, name in people if not email]))
        query = addressed.union_all(nameless)
        known: dict[tuple[str, str], int] = {}
        for row in await self._db.execute(query.order_by("id")):
            known.setdefault((row.address, "" if row.address else row.name), row.id)
        return known

    async def _say(self, tickets: Sequence[TicketId], messages: Sequence[IncomingMessage]) -> None:
        said = [
            {
                "ticket_id": ticket,
                "kind": MessageKind.CUSTOMER,
                "author": m.name or m.email,
                "body": m.body,
                "source": _source(m),
                "source_id": m.raw_id,
                "message_id": m.message_id,
                "at": m.at,
            }
            for ticket, m in zip(tickets, messages, strict=True)
        ]
        ids = await self._insert(t.messages, said)
        attached = [
            {"message_id": said_id, "name": a.name, "media_type": a.media_type, "size": len(a.content), "content": a.content}
            for said_id, m in zip(ids, messages, strict=True)
            for a in m.attachments
        ]
        if attached:
            await self._db.execute(t.attachments.insert(), attached)

    async def _insert(self, table: sa.Table, values: Sequence[dict[str, Any]]) -> list[int]:
        """The new ids, in the order of the values. They are the ones SQLite would choose; the writer is alone."""
        last = await self._db.scalar(sa.select(sa.func.max(table.c.id))) or 0
        ids = list(range(last + 1, last + 1 + len(values)))
        await self._db.execute(table.insert(), [{"id": one, **row} for one, row in zip(ids, values, strict=True)])
        return ids


def _source(message: IncomingMessage) -> str:
    return f"{message.channel}:{message.source}"


def _person(message: IncomingMessage) -> tuple[str, str]:
    return (message.email.lower(), "") if message.email else ("", message.name)
