"""Agents, and requesters as the people they are."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import panel_tables as p
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.lists_tables import ticket_cells
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import AgentId, RequesterId, TicketId
from helpdesk.domain.people import Agent, Requester
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.domain.ticket_panel import AgentLoad, Identity, PastTicket, RequesterNote
from helpdesk.ports import Clock

DONE = (TicketStatus.SOLVED, TicketStatus.CLOSED)


class SqlitePeople:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def agents(self) -> list[Agent]:
        c = t.agents.c
        found = await self._db.execute(sa.select(c.id, c.name, c.email).order_by(sa.func.lower(c.name)))
        return [Agent(AgentId(r.id), r.name, r.email) for r in found]

    async def agent(self, agent_id: AgentId) -> Agent | None:
        return next((one for one in await self.agents() if one.id == agent_id), None)

    async def loads(self) -> list[AgentLoad]:
        c = ticket_cells.c
        counted = sa.select(c.assignee, sa.func.sum(c.tickets).label("n")).where(c.shown == 1, c.status.not_in(DONE))
        busy = {r.assignee: r.n for r in await self._db.execute(counted.group_by(c.assignee))}
        return [AgentLoad(one, busy.get(one.id, 0)) for one in await self.agents()]

    async def put_agent(self, agent_id: AgentId, agent: Agent | None) -> None:
        if agent is None:
            await self._db.execute(t.agents.delete().where(t.agents.c.id == agent_id))
            return
        values = {"name": agent.name, "email": agent.email}
        put = insert(t.agents).values(id=agent_id, created_at=self._clock.now(), **values)
        await self._db.execute(put.on_conflict_do_update(index_elements=["id"], set_=values))

    async def add_agent(self, name: str, email: str) -> Agent:
        added = await self._db.execute(t.agents.insert().values(name=name, email=email, created_at=self._clock.now()))
        assert added.inserted_primary_key is not None
        return Agent(AgentId(int(added.inserted_primary_key[0])), name, email)

    async def tickets_of(self, agent_id: AgentId) -> list[TicketId]:
        cells = sa.select(ticket_cells.c.id).where(ticket_cells.c.assignee == agent_id)
        asked = sa.select(t.tickets.c.id).where(t.tickets.c.cell.in_(cells), t.tickets.c.assignee_id == agent_id)
        return [TicketId(one) for one in await self._db.scalars(asked)]

    async def requester(self, requester_id: RequesterId) -> Requester:
        c = t.requesters.c
        row = (await self._db.execute(sa.select(c.id, c.name, c.email).where(c.id == requester_id))).one_or_none()
        if row is None:
            raise NotFound("requester", str(requester_id))
        return Requester(RequesterId(row.id), row.name, row.email)

    async def main_of(self, requester_id: RequesterId) -> RequesterId:
        return await self.merged_into(requester_id) or requester_id

    async def merged_into(self, requester_id: RequesterId) -> RequesterId | None:
        c = p.requester_identities.c
        found = await self._db.scalar(sa.select(c.main_id).where(c.requester_id == requester_id))
        return None if found is None else RequesterId(found)

    async def put_merged(self, requester_id: RequesterId, main_id: RequesterId | None, agent: str) -> None:
        c = p.requester_identities.c
        if main_id is None:
            await self._db.execute(p.requester_identities.delete().where(c.requester_id == requester_id))
            return
        values = {"main_id": main_id, "agent": agent, "at": self._clock.now()}
        put = insert(p.requester_identities).values(requester_id=requester_id, **values)
        await self._db.execute(put.on_conflict_do_update(index_elements=["requester_id"], set_=values))

    async def identities(self, main_id: RequesterId) -> list[Identity]:
        r, i = t.requesters.c, p.requester_identities.c
        merged = sa.select(i.requester_id).where(i.main_id == main_id)
        tickets = sa.select(sa.func.count()).where(t.tickets.c.requester_id == r.id, t.tickets.c.hidden == 0).scalar_subquery()
        asked = (
            sa.select(r.id, r.name, r.email, r.created_at, tickets.label("tickets"))
            .where((r.id == main_id) | r.id.in_(merged))
            .order_by(r.id != main_id, r.id)
        )
        return [
            Identity(Requester(RequesterId(one.id), one.name, one.email), one.id == main_id, one.tickets, one.created_at)
            for one in await self._db.execute(asked)
        ]

    async def note(self, requester_id: RequesterId) -> RequesterNote | None:
        c = p.requester_notes.c
        row = (await self._db.execute(sa.select(c.text, c.agent, c.at).where(c.requester_id == requester_id))).one_or_none()
        return None if row is None else RequesterNote(row.text, row.agent, row.at)

    async def put_note(self, requester_id: RequesterId, note: RequesterNote | None) -> None:
        if note is None:
            await self._db.execute(p.requester_notes.delete().where(p.requester_notes.c.requester_id == requester_id))
            return
        values = {"text": note.text, "agent": note.agent, "at": note.at}
        put = insert(p.requester_notes).values(requester_id=requester_id, **values)
        await self._db.execute(put.on_conflict_do_update(index_elements=["requester_id"], set_=values))

    async def history(self, people: Collection[RequesterId], limit: int) -> tuple[list[PastTicket], int, int]:
        c = t.tickets.c
        theirs = (c.requester_id.in_(people), c.merged_into.is_(None), c.hidden == 0)
        unsolved = sa.func.count().filter(c.status.not_in(DONE))
        total, undone = (await self._db.execute(sa.select(sa.func.count(), unsolved).where(*theirs))).one()
        asked = sa.select(c.id, c.subject, c.status, c.priority, c.created_at).where(*theirs)
        found = await self._db.execute(asked.order_by(c.created_at.desc(), c.id.desc()).limit(limit))
        past = [
            PastTicket(TicketId(r.id), r.subject, TicketStatus(r.status), Priority(r.priority), r.created_at) for r in found
        ]
        return past, total, undone

    async def maybe_same(self, people: Collection[RequesterId], limit: int) -> list[Requester]:
        r, i, a = t.requesters.c, p.requester_identities.c, p.apart_requesters.c
        known = (await self._db.execute(sa.select(r.name, r.email).where(r.id.in_(people)))).all()
        names = [one.name for one in known if " " in one.name.strip()]
        addresses = {spelling for one in known if one.email for spelling in (one.email, one.email.lower())}
        told = sa.or_(
            sa.exists().where(a.requester_id == r.id, a.other_id.in_(people)),
            sa.exists().where(a.other_id == r.id, a.requester_id.in_(people)),
        )
        merged = sa.exists().where(i.requester_id == r.id)
        asked = (
            sa.select(r.id, r.name, r.email)
            .where(r.name.in_(names) | r.email.in_(addresses), r.id.not_in(people), ~told, ~merged)
            .order_by(r.id)
            .limit(limit)
        )
        return [Requester(RequesterId(one.id), one.name, one.email) for one in await self._db.execute(asked)]

    async def apart(self, one: RequesterId, other: RequesterId) -> bool:
        a = p.apart_requesters.c
        first, second = sorted((one, other))
        asked = sa.select(a.other_id).where(a.requester_id == first, a.other_id == second)
        return await self._db.scalar(asked) is not None

    async def put_apart(self, one: RequesterId, other: RequesterId, apart: bool) -> None:
        a = p.apart_requesters.c
        first, second = sorted((one, other))
        if apart:
            made = insert(p.apart_requesters).values(requester_id=first, other_id=second)
            await self._db.execute(made.on_conflict_do_nothing())
        else:
            await self._db.execute(p.apart_requesters.delete().where(a.requester_id == first, a.other_id == second))

    async def found(self, words: str, limit: int) -> list[Requester]:
        r = t.requesters.c
        typed = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        holds = r.name.ilike(f"%{typed}%", escape="\\") | r.email.ilike(f"%{typed}%", escape="\\")
        asked = sa.select(r.id, r.name, r.email).where(holds).order_by(r.name, r.id).limit(limit)
        return [Requester(RequesterId(one.id), one.name, one.email) for one in await self._db.execute(asked)]
