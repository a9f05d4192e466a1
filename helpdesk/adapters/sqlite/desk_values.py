"""The desk's own values by name: marks and numbers there is one of."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t

_NEW = insert(t.desk)
VALUE = sa.select(t.desk.c.value).where(t.desk.c.name == sa.bindparam("name"))
KEEP = _NEW.on_conflict_do_update(index_elements=["name"], set_={"value": _NEW.excluded.value})


async def value_of(connection: AsyncConnection, name: str) -> str | None:
    """None when it was never kept."""
    return await connection.scalar(VALUE, {"name": name})


async def keep_value(connection: AsyncConnection, name: str, value: str) -> None:
    await connection.execute(KEEP, {"name": name, "value": value})
