"""Views the desk made itself."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.lists_tables import views
from helpdesk.domain.ticket_query import SavedView, as_json, from_json
from helpdesk.ports import Clock


class SqliteViews:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def all(self) -> list[SavedView]:
        found = await self._db.execute(sa.select(views).order_by(views.c.position, views.c.id))
        return [SavedView(row["id"], row["name"], from_json(row["query"]), row["position"]) for row in found.mappings()]

    async def put(self, view: SavedView) -> int:
        values: dict[str, Any] = {"name": view.name, "query": as_json(view.query), "position": view.position}
        known = {"id": view.id} if view.id else {}
        added = insert(views).values(**known, **values, created_at=self._clock.now())
        made = await self._db.execute(added.on_conflict_do_update(index_elements=["id"], set_=values))
        assert made.inserted_primary_key is not None
        return view.id or int(made.inserted_primary_key[0])

    async def remove(self, view_id: int) -> None:
        await self._db.execute(views.delete().where(views.c.id == view_id))
