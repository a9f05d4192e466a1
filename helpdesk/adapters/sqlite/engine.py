"""Two engines over one file: a single writer that begins IMMEDIATE, and a pool of readers that cannot write."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from helpdesk.adapters.sqlite import driver
from helpdesk.adapters.sqlite.lending import Lending
from helpdesk.adapters.sqlite.one_trip import READING, WRITING
from helpdesk.domain.errors import DiskFailed, DiskFull, HelpdeskError, ReadOnly, StoreCorrupt, StoreLocked

T = TypeVar("T")

READERS = 4
SETTLE_TRIES = 6
INTERRUPT_SECONDS = 0.1
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "busy_timeout=5000",
    "journal_size_limit=67108864",
)

#: What SQLite says → what it means to a person.
MEANINGS: tuple[tuple[str, Callable[[Path, str], HelpdeskError]], ...] = (
    ("disk is full", lambda path, detail: DiskFull(path)),
    ("readonly database", lambda path, detail: ReadOnly(path)),
    ("unable to open database", lambda path, detail: ReadOnly(path)),
    ("malformed", StoreCorrupt),
    ("not a database", StoreCorrupt),
    ("file is encrypted", StoreCorrupt),
    ("disk i/o error", DiskFailed),
    ("is locked", lambda path, detail: StoreLocked(path)),
)


def meaning(path: Path, error: BaseException) -> HelpdeskError | None:
    """The domain error behind a driver error; None when it is a mistake of ours."""
    said = str(getattr(error, "orig", None) or error)
    for words, made in MEANINGS:
        if words in said.lower():
            return made(path, said)
    return None


@dataclass(frozen=True)
class Engine:
    path: Path
    writer: Lending
    readers: Lending
    turn: asyncio.Lock
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: set[asyncio.Task[Any]] = field(default_factory=set)

    async def read(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """One consistent snapshot; never blocks or is blocked by the writer. A cancelled read interrupts its query, and ends
        only when its connection is back in the pool or closed: one given up half way would outlive the store."""
        held: list[AsyncConnection] = []

        async def holding(connection: AsyncConnection) -> T:
            held.append(connection)
            try:
                return await work(connection)
            finally:
                held.clear()

        task = self._begun(lambda: self.run(self.readers, holding))
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            await settled(asyncio.ensure_future(interrupted(task, held)))
            raise
        return task.result()

    async def write(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """One transaction, alone; once begun it ends, even when its caller is cancelled meanwhile."""

        async def alone() -> T:
            async with self.turn:
                return await self.run(self.writer, work)

        return await settled(self._begun(alone))

    def _begun(self, work: Callable[[], Coroutine[Any, Any, T]]) -> asyncio.Task[T]:
        """Work that `aclose` waits for. Whoever comes later is cancelled: the desk it belongs to has ended."""
        if self.ended.is_set():
            raise asyncio.CancelledError
        task = asyncio.ensure_future(work())
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)
        return task

    async def run(self, lending: Lending, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        try:
            async with lending.begin() as connection:
                return await work(connection)
        except DBAPIError as error:
            known = meaning(self.path, error)
            if known is None:
                raise
            raise known from error

    async def settle(self) -> None:
        """The whole log goes into the file and is emptied; readers that hold on to it are waited for, a few seconds each."""
        async with self.turn:
            for _ in range(SETTLE_TRIES):
                if await self._checkpointed():
                    return

    async def _checkpointed(self) -> bool:
        async with self.writer.one() as connection:
            raw = await connection.get_raw_connection()
            cursor = await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
            row = await cursor.fetchone()
            await cursor.close()
        return bool(row) and row[0] == 0

    async def aclose(self) -> None:
        """After what is under way: a pool forgets the connections that are out when it is disposed of."""
        self.ended.set()
        while self.under_way:
            await asyncio.wait(set(self.under_way))
        await self.readers.aclose()
        await self.writer.aclose()


async def interrupted(task: asyncio.Task[Any], held: list[AsyncConnection]) -> None:
    """Ends when the task does. A query that was sent but not yet begun does not hear an interruption, so it is said again."""
    while not task.done():
        for connection in held:
            with suppress(ValueError):
                raw = await connection.get_raw_connection()
                await raw.driver_connection.interrupt()  # type: ignore[union-attr]
        await asyncio.wait({task}, timeout=INTERRUPT_SECONDS)
    if not task.cancelled():
        task.exception()


async def settled(task: "asyncio.Future[T]") -> T:
    """The task's result; a cancellation that arrives meanwhile is passed on only after the task ended."""
    cancelled = False
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled():
                raise
            cancelled = True
        except Exception:  # noqa: BLE001 - it is the task's, and raised below
            break
    if cancelled:
        task.exception()
        raise asyncio.CancelledError
    return task.result()


def made(path: Path) -> Engine:
    """Engines for the file; it must exist already, with its mode set."""
    address, plain = driver.address(str(path)), {"isolation_level": None}
    writer = create_async_engine(address, connect_args=plain, pool_size=1, max_overflow=0, hide_parameters=True)
    readers = create_async_engine(address, connect_args=plain, pool_size=READERS, max_overflow=0, hide_parameters=True)
    prepare(writer, WRITING, PRAGMAS)
    prepare(readers, READING, (*PRAGMAS, "query_only=ON"))
    return Engine(path, Lending(writer, 1, waits=True), Lending(readers, READERS, waits=False), asyncio.Lock())


def prepare(engine: AsyncEngine, begin: str, pragmas: tuple[str, ...]) -> None:
    @sa.event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        connection.opening = begin
