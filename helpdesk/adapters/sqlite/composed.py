"""Statements put together for what somebody asks at the moment."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

NOT_KEPT = {"compiled_cache": None}


async def answered(db: AsyncConnection, query: str, values: Mapping[str, object]) -> Sequence[Any]:
    """The rows. What changes from call to call is in `values`. A day words hundreds of queries by its filters and searches:
    kept compiled they would be thirteen kilobytes each, and compiling one takes no more than forty microseconds."""
    return (await db.execute(sa.text(query), dict(values), execution_options=NOT_KEPT)).all()
