"""A statement is one trip to its connection's thread.

SQLAlchemy's cursor over aiosqlite makes four of each (cursor, execute, fetch, close), and a trip costs more than most of our
statements do. Here the thread makes the cursor, runs the statement, fetches and closes in one go; rows are held in memory
either way. A transaction begins along with its first statement; one that has none, one that has ended, and one that only read
end without a trip that is waited for.
Who is in that thread already (see called_there) needs no trip at all.
"""
# ruff: noqa: SLF001 - aiosqlite has no public way to run a function in a connection's thread; SQLAlchemy does it like this too

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from threading import get_ident
from typing import Any, TypeVar

from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor
from sqlalchemy.util.concurrency import await_

T = TypeVar("T")

READING, WRITING = "BEGIN", "BEGIN IMMEDIATE"


@dataclass(frozen=True)
class Task:
    """A statement, and what has to go before it."""

    first: str
    how: str
    operation: Any
    parameters: Any


@dataclass(frozen=True)
class Told:
    """What a cursor knew when it was closed."""

    rows: Sequence[Any] = ()
    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None


NOTHING = Told()


class OneTripCursor(AsyncAdapt_aiosqlite_cursor):
    __slots__ = ("_told",)

    arraysize = 1
    _adapt_connection: Any

    def __init__(self, adapt_connection: Any) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._told = NOTHING
        self._rows = deque()

    @property
    def description(self) -> Any:
        return self._told.description

    @property
    def rowcount(self) -> int:
        return self._told.rowcount

    @property
    def lastrowid(self) -> Any:
        return self._told.lastrowid

    def execute(self, operation: Any, parameters: Any = None) -> None:
        self._run("execute", operation, () if parameters is None else parameters)

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        self._run("executemany", operation, seq_of_parameters)

    def _run(self, how: str, operation: Any, parameters: Any) -> None:
        at = self._adapt_connection
        self._told = NOTHING
        try:
            run = partial(done, self._connection._conn.cursor, Task(at.begun(), how, operation, parameters))
            self._told = run() if at.thread == get_ident() else await_(at.there(run))
        except Exception as error:  # noqa: BLE001 - SQLAlchemy's way to tell a closed connection
            at._handle_exception(error)
        self._rows = deque(self._told.rows)

    async def _async_soft_close(self) -> None:
        """There is nothing open."""

    def close(self) -> None:
        self._rows.clear()


def done(made: Callable[[], Any], task: Task) -> Told:
    """In the connection's thread."""
    cursor = made()
    try:
        if task.first:
            cursor.execute(task.first)
        getattr(cursor, task.how)(task.operation, task.parameters)
        rows = cursor.fetchall() if cursor.description else ()
        return Told(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()


class OneTripConnection(AsyncAdapt_aiosqlite_connection):
    """`opening` is the statement that begins a transaction, `thread` the connection's, once it has done something."""

    __slots__ = ("_is_open", "_next", "opening", "thread")

    _cursor_cls: Any = OneTripCursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.opening, self._next, self._is_open, self.thread = "", "", False, 0

    async def there(self, work: Callable[[], T]) -> T:
        """`work` in the connection's thread, in one trip. What is asked at once is worked on in that order, without the loop in
        between."""
        result: T = await self._connection._execute(self._arrived, work)
        return result

    def _arrived(self, work: Callable[[], T]) -> T:
        self.thread = get_ident()
        return work()

    def begin(self) -> None:
        self._next = self.opening

    def begun(self) -> str:
        """What has to go before the next statement; from then on a transaction may be open, whatever becomes of it."""
        first, self._next = self._next, ""
        self._is_open = self._is_open or bool(first)
        return first

    def commit(self) -> None:
        self._end(super().commit)

    def rollback(self) -> None:
        self._end(super().rollback)

    def _end(self, waiting: Callable[[], None]) -> None:
        """Whoever only read waits for nothing: the thread comes to it before it comes to the next one's first statement."""
        was_open, self._next, self._is_open = self._is_open, "", False
        if was_open and self.opening == READING and self._connection._connection:
            self._connection._tx.put_nowait((None, self._connection._conn.rollback))
        elif was_open:
            waiting()
