"""Rules, the queue of what happened, and the log of what they did."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rules_tables as r
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.query_terms import compiled
from helpdesk.adapters.sqlite.service_levels import arrange, of_tickets, put, restore
from helpdesk.adapters.sqlite.ticket_query import where
from helpdesk.domain.condition import Seen
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.domain.rule import Occasion, Rule, RuleRun
from helpdesk.domain.rule_json import rule_json, rule_of
from helpdesk.ports.rule_records import Ran

MOST_NAMED = 50
"""Tickets of a long run that its row in the log names."""


class SqliteRules:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def all(self) -> list[Rule]:
        c = r.rules.c
        found = await self._db.execute(sa.select(r.rules).order_by(c.position, c.id))
        return [rule_of(row, row["id"], row["changed_at"]) for row in found.mappings()]

    async def save(self, rule: Rule) -> int:
        return await put(self._db, r.rules, rule.id, _values(rule))

    async def put(self, rule_id: int, rule: Rule | None) -> None:
        await restore(self._db, r.rules, rule_id, None if rule is None else _values(rule))

    async def arrange(self, rules: Sequence[int]) -> None:
        await arrange(self._db, r.rules, rules)

    async def work(self, limit: int) -> list[TicketId]:
        w = r.rule_work.c
        first = sa.select(w.ticket_id).group_by(w.ticket_id).order_by(sa.func.min(w.id)).limit(limit)
        return [TicketId(one) for one in await self._db.scalars(first)]

    async def occasions(self, ticket_id: TicketId) -> frozenset[Occasion]:
        c, w = t.tickets.c, r.rule_work.c
        wanted = sa.select(w.occasion).join(t.tickets, c.id == w.ticket_id).where(w.ticket_id == ticket_id, *_shown())
        return frozenset(Occasion(one) for one in await self._db.scalars(wanted.distinct()))

    async def settle(self, ticket_id: TicketId) -> None:
        await self._db.execute(r.rule_work.delete().where(r.rule_work.c.ticket_id == ticket_id))

    async def idle(self, rule: Rule, now: datetime, limit: int) -> list[TicketId]:
        terms = compiled(rule.conditions, Seen(now))
        quiet, this = terms.bound(moment_text(now - timedelta(hours=rule.hours))), terms.bound(rule.id)
        filters = [
            *of_tickets(terms),
            f"t.last_public_at <= {quiet}",
            f"NOT EXISTS (SELECT 1 FROM rule_firings f WHERE f.rule_id = {this} AND f.ticket_id = t.id "
            "AND f.at >= t.last_public_at)",
        ]
        wanted = f"SELECT t.id FROM tickets t WHERE {where(filters)} ORDER BY t.id LIMIT {terms.bound(limit)}"
        return [TicketId(row[0]) for row in await answered(self._db, wanted, terms.values)]

    async def newest(self, limit: int) -> list[TicketId]:
        c = t.tickets.c
        return [
            TicketId(one) for one in await self._db.scalars(sa.select(c.id).where(*_shown()).order_by(c.id.desc()).limit(limit))
        ]

    async def fired(self, rule_id: int, ticket_id: TicketId, since: datetime) -> int:
        f = r.rule_firings.c
        wanted = sa.select(sa.func.count()).where(f.rule_id == rule_id, f.ticket_id == ticket_id, f.at >= since)
        return await self._db.scalar(wanted) or 0

    async def add_run(self, ran: Ran) -> int:
        rule = ran.rule
        values = {
            "rule_id": rule.id,
            "rule": rule.name,
            "occasion": rule.occasion,
            "operation": ran.operation,
            "tickets": len(ran.tickets),
            "failure": ran.failure,
            "at": ran.at,
        }
        made = (await self._db.execute(r.rule_runs.insert().values(**values))).inserted_primary_key
        assert made is not None
        run_id = int(made[0])
        firings = [{"run_id": run_id, "ticket_id": one, "rule_id": rule.id, "at": ran.at} for one in ran.tickets]
        if firings:
            await self._db.execute(r.rule_firings.insert(), firings)
        return run_id

    async def run(self, run_id: int) -> RuleRun:
        found = await self._runs(sa.select(r.rule_runs).where(r.rule_runs.c.id == run_id))
        if not found:
            raise NotFound("run of a rule", str(run_id))
        return found[0]

    async def runs(self, limit: int, rule_id: int = 0) -> list[RuleRun]:
        c = r.rule_runs.c
        wanted = sa.select(r.rule_runs).order_by(c.id.desc()).limit(limit)
        return await self._runs(wanted.where(c.rule_id == rule_id) if rule_id else wanted)

    async def undone(self, run_id: int, at: datetime) -> None:
        await self._db.execute(r.rule_runs.update().where(r.rule_runs.c.id == run_id).values(undone_at=at))

    async def _runs(self, query: sa.Select[Any]) -> list[RuleRun]:
        rows = (await self._db.execute(query)).mappings().all()
        f = r.rule_firings.c
        named = sa.select(f.run_id, f.ticket_id, sa.func.row_number().over(partition_by=f.run_id, order_by=f.id).label("place"))
        some = named.where(f.run_id.in_([row["id"] for row in rows])).subquery()
        tickets: dict[int, list[TicketId]] = {}
        for one in await self._db.execute(sa.select(some).where(some.c.place <= MOST_NAMED).order_by(some.c.place)):
            tickets.setdefault(one.run_id, []).append(TicketId(one.ticket_id))
        return [_run(row, tickets.get(row["id"], [])) for row in rows]


def _shown() -> tuple[sa.ColumnElement[bool], ...]:
    return t.tickets.c.hidden == 0, t.tickets.c.merged_into.is_(None)


def _values(rule: Rule) -> dict[str, Any]:
    return rule_json(rule) | {"stopped": rule.stopped, "changed_at": rule.changed_at}


def _run(row: Mapping[Any, Any], tickets: Sequence[TicketId]) -> RuleRun:
    return RuleRun(
        id=row["id"],
        rule_id=row["rule_id"],
        rule=row["rule"],
        occasion=Occasion(row["occasion"]),
        operation=row["operation"],
        tickets=tuple(tickets),
        count=row["tickets"],
        failure=row["failure"],
        at=row["at"],
        undone_at=row["undone_at"],
    )
