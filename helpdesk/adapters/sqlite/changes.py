"""The line of operations: what was done, step by step, and what was turned round."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.changes_tables import change_steps, operations
from helpdesk.adapters.sqlite.ticket_values import SqliteTicketValues, among
from helpdesk.domain import change as c
from helpdesk.domain.change import NewOperation, Operation, OperationId, Spot, Step
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.ports.change_records import Timed

_o, _s = operations.c, change_steps.c

_NEWEST_MESSAGE = sa.select(sa.func.coalesce(sa.func.max(t.messages.c.id), 0)).scalar_subquery()
ADD = operations.insert().values(last_message=_NEWEST_MESSAGE)
COUNT = (
    operations.update()
    .where(_o.id == sa.bindparam("operation"))
    .values(
        steps=_o.steps + sa.bindparam("more_steps"),
        tickets=_o.tickets + sa.bindparam("more_tickets"),
        ticket_id=sa.func.coalesce(_o.ticket_id, sa.bindparam("first_ticket")),
        last_message=_NEWEST_MESSAGE,
    )
)
"""Every change counts itself by these: built once, which takes longer than asking."""


class SqliteChanges(SqliteTicketValues):
    async def add(self, made: NewOperation) -> OperationId:
        steps, tickets, first = counted(made.steps)
        values = {
            "kind": made.kind,
            "agent": made.agent,
            "at": self._clock.now(),
            "words": {"moves": c.digest(made.steps), **made.words},
            "undoes": made.undoes,
            "undoable": int(made.undoable),
            "steps": steps,
            "tickets": tickets,
            "ticket_id": first,
        }
        kept = await self._db.execute(ADD, values)
        assert kept.inserted_primary_key is not None
        operation_id = OperationId(kept.inserted_primary_key[0])
        await self._keep(operation_id, made.steps)
        if made.undoes is not None and made.whole:
            await self.turned(operation_id)
        return operation_id

    async def turned(self, operation_id: OperationId) -> None:
        """What was itself an undoing no longer is: what it had undone stands again."""
        undone = (await self.get(operation_id)).undoes
        await self._db.execute(operations.update().where(_o.id == undone).values(undone_by=operation_id))
        first = sa.select(_o.undoes).where(_o.id == undone).scalar_subquery()
        await self._db.execute(operations.update().where(_o.id == first, _o.undone_by == undone).values(undone_by=None))

    async def unfinished(self, operation_id: OperationId) -> OperationId | None:
        begun = sa.select(sa.func.max(_o.id)).where(_o.undoes == operation_id, _o.undone_by.is_(None))
        found = await self._db.scalar(begun)
        return None if found is None else OperationId(found)

    async def extend(self, operation_id: OperationId, steps: Sequence[Step]) -> None:
        if not steps:
            return
        await self._keep(operation_id, steps)
        count, tickets, first = counted(steps)
        more = {"more_steps": count, "more_tickets": tickets, "first_ticket": first}
        await self._db.execute(COUNT, {**more, "operation": operation_id})
        if c.digest(tuple(steps)):
            this = _o.id == operation_id
            words = await self._db.scalar(sa.select(_o.words).where(this)) or {}
            told = {**words, "moves": c.digest(tuple(steps), c.told_moves(words))}
            await self._db.execute(operations.update().where(this).values(words=told))

    async def _keep(self, operation_id: OperationId, steps: Sequence[Step]) -> None:
        if not steps:
            return
        await self._db.execute(
            change_steps.insert(),
            [
                {
                    "operation_id": operation_id,
                    "ticket_id": step.spot.ticket_id,
                    "facet": step.spot.facet,
                    "key": step.spot.key,
                    "before": step.before,
                    "after": step.after,
                }
                for step in steps
            ],
        )

    async def get(self, operation_id: OperationId) -> Operation:
        found = (await self._db.execute(sa.select(operations).where(_o.id == operation_id))).mappings().one_or_none()
        if found is None:
            raise NotFound("operation", str(operation_id))
        return _operation(found)

    async def steps(self, operation_id: OperationId, limit: int | None = None) -> list[Step]:
        wanted = sa.select(change_steps).where(_s.operation_id == operation_id).order_by(_s.id).limit(limit)
        return [_step(row) for row in (await self._db.execute(wanted)).mappings()]

    async def earlier_steps(self, operation_id: OperationId, before: int | None, limit: int) -> list[Step]:
        wanted = sa.select(change_steps).where(_s.operation_id == operation_id).order_by(_s.id.desc()).limit(limit)
        if before is not None:
            wanted = wanted.where(_s.id < before)
        return [_step(row) for row in (await self._db.execute(wanted)).mappings()][::-1]

    async def listed(self, limit: int, before: OperationId | None = None, ticket_id: TicketId | None = None) -> list[Operation]:
        wanted = sa.select(operations).order_by(_o.id.desc()).limit(limit)
        if before is not None:
            wanted = wanted.where(_o.id < before)
        if ticket_id is not None:
            wanted = wanted.where(_o.id.in_(sa.select(_s.operation_id).where(_s.ticket_id == ticket_id)))
        return [_operation(row) for row in (await self._db.execute(wanted)).mappings()]

    async def last(self, agent: str) -> Operation | None:
        stands = (_o.agent == agent) & _o.undone_by.is_(None) & (_o.undoable == 1)
        return await self._first(stands & _o.kind.not_in((c.UNDO, c.REDO)))

    async def last_undone(self, agent: str) -> Operation | None:
        newest = await self._first((_o.agent == agent) & (_o.undoable == 1) & (_o.kind != c.REDO))
        if newest is None or newest.kind != c.UNDO:
            return None
        return await self._first((_o.agent == agent) & (_o.kind == c.UNDO) & _o.undone_by.is_(None))

    async def _first(self, where: sa.ColumnElement[bool]) -> Operation | None:
        found = await self._db.execute(sa.select(operations).where(where).order_by(_o.id.desc()).limit(1))
        row = found.mappings().one_or_none()
        return None if row is None else _operation(row)

    async def moved_since(self, steps: Sequence[Step]) -> dict[int, Timed]:
        earlier, later = change_steps.alias("earlier"), change_steps.alias("later")
        same = (
            later.c.ticket_id.is_not_distinct_from(earlier.c.ticket_id)
            & (later.c.facet == earlier.c.facet)
            & (later.c.key == earlier.c.key)
            & (later.c.id > earlier.c.id)
        )
        newest = (
            sa.select(earlier.c.id.label("of"), sa.func.max(later.c.id).label("newest"))
            .select_from(earlier.join(later, same))
            .where(among(earlier.c.id, [step.id for step in steps]), later.c.operation_id != earlier.c.operation_id)
            .group_by(earlier.c.id)
            .subquery()
        )
        query = _timed().add_columns(newest.c["of"]).join(newest, newest.c.newest == _s.id)
        return {row["of"]: _moved(row) for row in (await self._db.execute(query)).mappings()}

    async def of_ticket_since(self, ticket_id: TicketId, moment: datetime) -> list[Timed]:
        touching = sa.select(_s.operation_id).where(_s.ticket_id == ticket_id)
        mine = (_s.ticket_id == ticket_id) | (_s.facet == c.HOME)
        wanted = _timed().where(_s.operation_id.in_(touching), mine, _o.at > moment).order_by(_s.id.desc())
        return [_moved(row) for row in (await self._db.execute(wanted)).mappings()]

    async def worked_on(self, tickets: Collection[TicketId], since: OperationId) -> set[TicketId]:
        """By anybody's hand or mail: another operation, a second message, a reply on its way, a decision."""
        m, then = t.messages.c, sa.select(_o.last_message).where(_o.id == since).scalar_subquery()
        done = [among(_s.ticket_id, tickets), _s.operation_id > since, _o.agent != c.THE_DESK, _o.undone_by.is_(None)]
        busy = [
            sa.select(_s.ticket_id).join(operations, _o.id == _s.operation_id).where(*done, _o.undoes.is_(None)),
            sa.select(m.ticket_id).where(among(m.ticket_id, tickets), m.id > then),
            sa.select(t.outbox.c.ticket_id).where(among(t.outbox.c.ticket_id, tickets)),
            sa.select(t.decisions.c.ticket_id).where(among(t.decisions.c.ticket_id, tickets), t.decisions.c.undone == 0),
        ]
        return {TicketId(one) for query in busy for one in await self._db.scalars(query) if one is not None}

    async def said_since(self, tickets: Collection[TicketId], operation_id: OperationId) -> int:
        m, then = t.messages.c, sa.select(_o.last_message).where(_o.id == operation_id).scalar_subquery()
        wanted = sa.select(sa.func.count()).where(among(m.ticket_id, tickets), m.id > then)
        return await self._db.scalar(wanted) or 0


def counted(steps: Sequence[Step]) -> tuple[int, int, TicketId | None]:
    """How many of them are told of, on how many tickets, and the first of these."""
    tickets = {step.spot.ticket_id for step in steps if step.spot.ticket_id is not None}
    return sum(step.spot.facet not in c.SILENT for step in steps), len(tickets), min(tickets, default=None)


def _timed() -> sa.Select[Any]:
    return sa.select(change_steps, _o.at, _o.agent, _o.kind).join(operations, _o.id == _s.operation_id)


def _moved(row: sa.RowMapping) -> Timed:
    return Timed(_step(row), row["at"], row["agent"], row["kind"])


def _step(row: sa.RowMapping) -> Step:
    ticket = None if row["ticket_id"] is None else TicketId(row["ticket_id"])
    return Step(Spot(row["facet"], ticket, row["key"]), row["before"], row["after"], row["id"])


def _operation(row: sa.RowMapping) -> Operation:
    values = {name: value for name, value in row.items() if name != "last_message"}
    return Operation(**{**values, "undoable": bool(row["undoable"])})
