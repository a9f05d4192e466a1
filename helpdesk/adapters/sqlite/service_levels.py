"""Calendars and service levels."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import rules_tables as r
from helpdesk.adapters.sqlite.query_terms import Terms
from helpdesk.adapters.sqlite.ticket_query import shown
from helpdesk.domain.business_hours import Calendar
from helpdesk.domain.errors import NotFound
from helpdesk.domain.rule_json import calendar_json, calendar_of, level_json, level_of
from helpdesk.domain.service_level import ServiceLevel


class SqliteServiceLevels:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def calendars(self) -> list[Calendar]:
        found = await self._db.execute(sa.select(r.calendars).order_by(r.calendars.c.name))
        return [calendar_of(row, row["id"]) for row in found.mappings()]

    async def save_calendar(self, calendar: Calendar, at: datetime) -> int:
        return await put(self._db, r.calendars, calendar.id, calendar_json(calendar) | {"changed_at": at})

    async def levels(self) -> list[ServiceLevel]:
        c = r.service_levels.c
        found = await self._db.execute(sa.select(r.service_levels).order_by(c.position, c.id))
        return [level_of(row, row["id"], row["changed_at"]) for row in found.mappings()]

    async def save_level(self, level: ServiceLevel) -> int:
        return await put(self._db, r.service_levels, level.id, level_json(level) | {"changed_at": level.changed_at})

    async def put_level(self, level_id: int, level: ServiceLevel | None) -> None:
        values = None if level is None else level_json(level) | {"changed_at": level.changed_at}
        await restore(self._db, r.service_levels, level_id, values)

    async def put_calendar(self, calendar_id: int, calendar: Calendar | None, at: datetime) -> None:
        values = None if calendar is None else calendar_json(calendar) | {"changed_at": at}
        await restore(self._db, r.calendars, calendar_id, values)

    async def arrange(self, levels: Sequence[int]) -> None:
        await arrange(self._db, r.service_levels, levels)


def of_tickets(terms: Terms) -> list[str]:
    """Conditions as filters of `tickets` as `t`, those of its cell included."""
    cells = f"t.cell IN (SELECT c.id FROM ticket_cells c WHERE {shown(terms)})"
    return [cells, *(f"t.id IN ({seed})" for seed in terms.seeds), *terms.rows]


async def put(db: AsyncConnection, table: sa.Table, known: int, values: Mapping[str, Any]) -> int:
    """Into the row of that number, or a new one, behind the others, for 0. Raises NotFound."""
    if known:
        changed = await db.execute(table.update().where(table.c.id == known).values(**values))
        if not changed.rowcount:
            raise NotFound(table.name.rstrip("s").replace("_", " "), str(known))
        return known
    made = (await db.execute(table.insert().values(**values, **await _behind(db, table)))).inserted_primary_key
    assert made is not None
    return int(made[0])


async def restore(db: AsyncConnection, table: sa.Table, known: int, values: Mapping[str, Any] | None) -> None:
    """Makes the row of that number so, whether it is there, and stays where it stands, or not; None takes it away."""
    if values is None:
        await db.execute(table.delete().where(table.c.id == known))
        return
    added = insert(table).values(id=known, **values, **await _behind(db, table))
    await db.execute(added.on_conflict_do_update(index_elements=["id"], set_=dict(values)))


async def _behind(db: AsyncConnection, table: sa.Table) -> dict[str, int]:
    """The position after the last, in a table that has an order."""
    if "position" not in table.c:
        return {}
    return {"position": (await db.scalar(sa.select(sa.func.max(table.c.position))) or 0) + 1}


async def arrange(db: AsyncConnection, table: sa.Table, order: Sequence[int]) -> None:
    for position, known in enumerate(order):
        await db.execute(table.update().where(table.c.id == known).values(position=position))
