"""Macros."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import drafting_tables as t
from helpdesk.domain.macro import Macro
from helpdesk.ports import Clock


class SqliteMacros:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def all(self) -> list[Macro]:
        c = t.macros.c
        found = await self._db.execute(sa.select(c.id, c.name, c.text, c.language, c.created_at).order_by(c.name))
        return [Macro(*row) for row in found]

    async def save(self, name: str, text: str, language: str) -> bool:
        is_new = await self._db.scalar(sa.select(t.macros.c.id).where(t.macros.c.name == name)) is None
        values = {"text": text, "language": language}
        added = insert(t.macros).values(name=name, created_at=self._clock.now(), **values)
        await self._db.execute(added.on_conflict_do_update(index_elements=["name"], set_=values))
        return is_new

    async def remove(self, name: str) -> bool:
        return (await self._db.execute(t.macros.delete().where(t.macros.c.name == name))).rowcount > 0
