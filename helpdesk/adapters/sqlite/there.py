"""A connection, for who is in its thread already (see called_there)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from helpdesk.adapters.sqlite.one_trip import OneTripConnection


class There:
    """As much of an AsyncConnection as records use, and `told`."""

    def __init__(self, connection: sa.Connection) -> None:
        self._db = connection

    async def execute(self, *asked: Any, **how: Any) -> sa.CursorResult[Any]:
        return self._db.execute(*asked, **how)

    async def scalar(self, *asked: Any) -> Any:
        return self._db.scalar(*asked)

    async def scalars(self, *asked: Any) -> sa.ScalarResult[Any]:
        return self._db.scalars(*asked)

    async def exec_driver_sql(self, *asked: Any) -> sa.CursorResult[Any]:
        return self._db.exec_driver_sql(*asked)

    def told(self, query: str, values: Mapping[str, object]) -> Sequence[tuple[Any, ...]]:
        """The rows as the driver has them: what SQLAlchemy does around a statement takes longer than most of them do. It goes
        wrong as any other does."""
        at = cast("OneTripConnection", self._db.connection.dbapi_connection)
        cursor = at.cursor()
        try:
            cursor.execute(query, values)
            return cast("Sequence[tuple[Any, ...]]", cursor.fetchall())
        except at.dbapi.Error as error:
            raise DBAPIError.instance(query, None, error, at.dbapi.Error, hide_parameters=True) from error
