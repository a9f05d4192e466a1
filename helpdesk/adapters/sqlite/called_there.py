"""A question to the store is one trip to its connection's thread, however many statements it takes.

What a record object is asked runs in that thread as a whole: its statements run at once there, nobody waits for one, and so its
coroutine ends at the first step. What asks, a service, stays on the loop; between its questions others have their turn.
"""

from collections.abc import AsyncIterator, Coroutine
from functools import partial
from inspect import isasyncgenfunction
from typing import Any, TypeVar, cast

from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.one_trip import OneTripConnection
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.records import SqliteRecords
from helpdesk.adapters.sqlite.there import There
from helpdesk.ports import Clock, Records

T = TypeVar("T")


class Called:
    """One record object, called from the loop."""

    def __init__(self, asked: Any, connection: OneTripConnection) -> None:
        self._asked = asked
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._asked, name)
        return partial(self._each if isasyncgenfunction(method) else self._once, method)

    async def _once(self, method: Any, *given: Any, **named: Any) -> Any:
        return await self._connection.there(lambda: at_once(method(*given, **named)))

    async def _each(self, method: Any, *given: Any, **named: Any) -> AsyncIterator[Any]:
        rows = method(*given, **named)
        try:
            while True:
                yield await self._connection.there(lambda: at_once(anext(rows)))
        except StopAsyncIteration:
            return
        finally:
            await self._connection.there(lambda: at_once(rows.aclose()))


class CalledRecords:
    """All tables behind one connection, each as `Called`."""

    def __init__(self, connection: AsyncConnection, clock: Clock, sender: Sender) -> None:
        plain = connection.sync_connection
        assert plain is not None
        self._at = cast("OneTripConnection", plain.connection.dbapi_connection)
        self._records = SqliteRecords(cast("AsyncConnection", There(plain)), clock, sender)

    def __getattr__(self, name: str) -> Any:
        called = self.__dict__[name] = Called(getattr(self._records, name), self._at)
        return called


def records_of(connection: AsyncConnection, clock: Clock, sender: Sender) -> Records:
    return cast("Records", CalledRecords(connection, clock, sender))


def at_once(coroutine: Coroutine[Any, Any, T]) -> T:
    """What it returns. It may wait for nothing but statements, which run at once here."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return cast("T", done.value)
    coroutine.close()
    raise RuntimeError("a record waited for something that is no statement")
