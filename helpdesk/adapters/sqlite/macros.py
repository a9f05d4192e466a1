"""Macros."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import drafting_tables as t
from helpdesk.domain.macro import Macro
from helpdesk.domain.rule import Action, action_of
from helpdesk.ports import Clock

_c = t.macros.c
ALL = sa.select(_c.id, _c.name, _c.text, _c.language, _c.created_at, _c.actions).order_by(_c.name)
"""Every draft asks this: built once, which takes longer than asking."""


class SqliteMacros:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def all(self) -> list[Macro]:
        return [
            Macro(r.id, r.name, r.text, r.language, r.created_at, tuple(action_of(one) for one in r.actions))
            for r in await self._db.execute(ALL)
        ]

    async def save(self, name: str, text: str, language: str, actions: Sequence[Action] = ()) -> bool:
        is_new = await self._db.scalar(sa.select(t.macros.c.id).where(t.macros.c.name == name)) is None
        values = {"text": text, "language": language, "actions": [str(action) for action in actions]}
        added = insert(t.macros).values(name=name, created_at=self._clock.now(), **values)
        await self._db.execute(added.on_conflict_do_update(index_elements=["name"], set_=values))
        return is_new

    async def remove(self, name: str) -> bool:
        return (await self._db.execute(t.macros.delete().where(t.macros.c.name == name))).rowcount > 0
