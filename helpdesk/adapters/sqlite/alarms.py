"""Alarms: what stopped sending by itself until an admin looked."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.domain.sending import Alarm, AlarmKind
from helpdesk.ports import Clock

STANDING = sa.select(c.alarms).where(c.alarms.c.cleared_at.is_(None)).order_by(c.alarms.c.id)


class SqliteAlarms:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def raise_(self, kind: AlarmKind, certificate_id: int | None, details: Mapping[str, Any]) -> int:
        a = c.alarms.c
        standing = await self._db.scalar(sa.select(a.id).where(a.kind == kind, a.cleared_at.is_(None)).limit(1))
        if standing is not None:
            return int(standing)
        values = {"kind": kind, "certificate_id": certificate_id, "details": dict(details), "at": self._clock.now()}
        made = (await self._db.execute(c.alarms.insert().values(**values))).inserted_primary_key
        assert made is not None
        return int(made[0])

    async def standing(self) -> list[Alarm]:
        found = (await self._db.execute(STANDING)).mappings()
        return [Alarm(**{**row, "kind": AlarmKind(row["kind"])}) for row in found]

    async def clear(self, by: str) -> int:
        standing = c.alarms.update().where(c.alarms.c.cleared_at.is_(None))
        return (await self._db.execute(standing.values(cleared_at=self._clock.now(), cleared_by=by))).rowcount
