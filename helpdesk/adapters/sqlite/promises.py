"""What every ticket is owed, and the queue of tickets to be reckoned."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rules_tables as r
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.query_terms import compiled
from helpdesk.adapters.sqlite.service_levels import SqliteServiceLevels, of_tickets
from helpdesk.adapters.sqlite.ticket_query import where
from helpdesk.domain.condition import Conditions, Seen
from helpdesk.domain.conversation import PUBLIC, MessageKind
from helpdesk.domain.ids import TicketId
from helpdesk.domain.service_level import DONE, DueState, Promise, PromiseState, Said, Standing, Timeline, next_due
from helpdesk.domain.ticket import TicketStatus
from helpdesk.domain.trends import PromiseTally, spread
from helpdesk.ports.promise_records import DueTicket, OwedPromise, PromiseCounts

SHOWN = ("due_at", "due_kind", "due_state")
KINDS = sa.func.json_each(json.dumps(list(Promise))).table_valued("value", name="kinds")


class SqlitePromises(SqliteServiceLevels):
    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self._db = connection

    async def reckon_all(self) -> int:
        c, p = t.tickets.c, r.promises.c
        alive = sa.select(c.id).where(c.status.not_in(DONE))
        owed = sa.select(p.ticket_id).where(p.state.in_((PromiseState.RUNNING, PromiseState.PAUSED)))
        wanted = sa.union(alive, owed).subquery()
        await self._db.execute(
            r.promise_work.insert().prefix_with("OR IGNORE").from_select(["ticket_id"], sa.select(wanted.c.id))
        )
        return await self.waiting_count()

    async def waiting(self, limit: int) -> list[TicketId]:
        found = await self._db.scalars(sa.select(r.promise_work.c.ticket_id).order_by(r.promise_work.c.ticket_id).limit(limit))
        return [TicketId(one) for one in found]

    async def waiting_count(self) -> int:
        return await self._db.scalar(sa.select(sa.func.count()).select_from(r.promise_work)) or 0

    async def fitting(self, conditions: Conditions, tickets: Sequence[TicketId], now: datetime) -> set[TicketId]:
        terms = compiled(conditions, Seen(now))
        wanted = f"t.id IN ({terms.listed(tickets)})"
        found = f"SELECT t.id FROM tickets t WHERE {where([wanted, *of_tickets(terms)])}"
        return {TicketId(row[0]) for row in await answered(self._db, found, terms.values)}

    async def timelines(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, Timeline]:
        c, m, s = t.tickets.c, t.messages.c, r.status_changes.c
        shown = (c.hidden == 0) & c.merged_into.is_(None)
        opened = await self._db.execute(sa.select(c.id, c.created_at).where(c.id.in_(tickets), shown))
        public = sa.select(m.ticket_id, m.at, m.kind).where(m.ticket_id.in_(tickets), m.kind.in_(PUBLIC))
        said: dict[int, list[Said]] = {}
        for row in await self._db.execute(public.order_by(m.at, m.id)):
            said.setdefault(row.ticket_id, []).append(Said(row.at, row.kind == MessageKind.CUSTOMER))
        statuses: dict[int, list[tuple[datetime, TicketStatus]]] = {}
        noted = sa.select(s.ticket_id, s.at, s.status).where(s.ticket_id.in_(tickets)).order_by(s.id)
        for row in await self._db.execute(noted):
            statuses.setdefault(row.ticket_id, []).append((row.at, TicketStatus(row.status)))
        return {
            TicketId(row.id): Timeline(row.created_at, said.get(row.id, ()), statuses.get(row.id, ())) for row in opened.all()
        }

    async def owed(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, list[OwedPromise]]:
        found = await self._db.execute(sa.select(r.promises).where(r.promises.c.ticket_id.in_(tickets)))
        owed: dict[TicketId, list[OwedPromise]] = {}
        for row in found.mappings():
            owed.setdefault(TicketId(row["ticket_id"]), []).append(_owed(row))
        return owed

    async def keep(self, reckoned: Mapping[TicketId, Sequence[OwedPromise]]) -> list[TicketId]:
        tickets = list(reckoned)
        await self._db.execute(r.promises.delete().where(r.promises.c.ticket_id.in_(tickets)))
        rows = [_row(one) for several in reckoned.values() for one in several]
        if rows:
            await self._db.execute(r.promises.insert(), rows)
        await self._db.execute(r.promise_work.delete().where(r.promise_work.c.ticket_id.in_(tickets)))
        c = t.tickets.c
        found = await self._db.execute(sa.select(c.id, c.due_at, c.due_kind, c.due_state).where(c.id.in_(tickets)))
        before = {row.id: (row.due_at, row.due_kind, row.due_state) for row in found}
        changed = [one for one in tickets if one in before and before[one] != _shown(reckoned[one])]
        if changed:
            shown = t.tickets.update().where(c.id == sa.bindparam("ticket"))
            rows = [{"ticket": one, **dict(zip(SHOWN, _shown(reckoned[one]), strict=True))} for one in changed]
            await self._db.execute(shown.values({name: sa.bindparam(name) for name in SHOWN}), rows)
        return changed

    async def come_due(self, now: datetime, state: DueState, limit: int) -> list[DueTicket]:
        p = r.promises.c
        moment = p.due_at if state is DueState.MISSED else p.warn_at
        untold = (DueState.NONE, DueState.SOON) if state is DueState.MISSED else (DueState.NONE,)
        ripe = sa.select(p.ticket_id, p.level_id, p.kind, p.due_at).where(
            p.state == PromiseState.RUNNING, p.told.in_(untold), moment <= now
        )
        found = await self._db.execute(ripe.order_by(moment).limit(limit))
        return [DueTicket(TicketId(row.ticket_id), row.level_id, Promise(row.kind), row.due_at) for row in found]

    async def told(self, tickets: Sequence[DueTicket], state: DueState) -> None:
        p = r.promises.c
        for one in tickets:
            this = (p.ticket_id == one.ticket_id) & (p.kind == one.promise) & (p.due_at == one.due_at)
            await self._db.execute(r.promises.update().where(this).values(told=state))
        ids = list(dict.fromkeys(one.ticket_id for one in tickets))
        await self.keep(await self.owed(ids))

    async def counts(self, since: datetime) -> list[PromiseCounts]:
        p, missed = r.promises.c, _missed()
        running = p.state.in_((PromiseState.RUNNING, PromiseState.PAUSED)) & ~missed
        wanted = sa.select(
            p.level_id,
            sa.func.sum(sa.case((p.state == PromiseState.KEPT, 1), else_=0)),
            sa.func.sum(sa.case((missed, 1), else_=0)),
            sa.func.sum(sa.case((running, 1), else_=0)),
        )
        found = await self._db.execute(wanted.where(p.started_at >= since).group_by(p.level_id))
        return [PromiseCounts(*row) for row in found]

    async def ended(self, since: datetime, until: datetime) -> list[PromiseTally]:
        """One walk along an index for each kind of each level; its durations come as one JSON array: thousands of rows cost
        more to hand over than to find."""
        p, s = r.promises.c, r.service_levels.c
        kept, missed = (sa.func.count().filter(how) for how in (p.state == PromiseState.KEPT, _missed()))
        waits = sa.func.json_group_array(p.took_seconds).filter(p.took_seconds.is_not(None))
        begun = (p.level_id == s.id) & (p.kind == KINDS.c.value) & (p.started_at >= since) & (p.started_at < until)
        counted = sa.select(sa.func.json_array(kept, missed, waits)).where(begun).correlate(r.service_levels, KINDS)
        each = r.service_levels.join(KINDS, sa.true())
        wanted = sa.select(s.name, KINDS.c.value, counted.scalar_subquery()).select_from(each)
        found = await self._db.execute(wanted.order_by(s.position, s.id, KINDS.c.value))
        tallies = [(level, Promise(kind), *json.loads(told)) for level, kind, told in found]
        return [
            PromiseTally(level, kind, kept, missed, spread(waits).median)
            for level, kind, kept, missed, waits in tallies
            if kept or missed
        ]


def _missed() -> sa.ColumnElement[bool]:
    """Met too late, or overdue now."""
    p = r.promises.c
    return (p.state == PromiseState.BROKEN) | ((p.state == PromiseState.RUNNING) & (p.told == DueState.MISSED))


def _owed(row: Mapping[Any, Any]) -> OwedPromise:
    standing = Standing(
        promise=Promise(row["kind"]),
        state=PromiseState(row["state"]),
        started_at=row["started_at"],
        due_at=row["due_at"],
        warn_at=row["warn_at"],
        left=timedelta(seconds=row["left_seconds"]),
        met_at=row["met_at"],
    )
    return OwedPromise(TicketId(row["ticket_id"]), row["level_id"], standing, DueState(row["told"]))


def _row(owed: OwedPromise) -> dict[str, Any]:
    one = owed.standing
    return {
        "ticket_id": owed.ticket_id,
        "kind": one.promise,
        "level_id": owed.level_id,
        "state": one.state,
        "started_at": one.started_at,
        "due_at": one.due_at,
        "warn_at": one.warn_at,
        "left_seconds": round(one.left.total_seconds()),
        "met_at": one.met_at,
        "told": owed.told,
    }


def _shown(owed: Sequence[OwedPromise]) -> tuple[datetime | None, str, str]:
    """What a list says of the ticket: when what falls due, and how that stands."""
    first = next_due([one.standing for one in owed])
    if first is None:
        return None, "", DueState.NONE
    if first.due_at is None:
        return None, first.promise, DueState.PAUSED
    told = next(one.told for one in owed if one.standing == first)
    return first.due_at, first.promise, told or DueState.RUNNING
