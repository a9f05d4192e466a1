"""Connections lent from transaction to transaction: SQLAlchemy's pool takes longer to hand one out and to take it back than
most questions take to be answered."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.util.concurrency import greenlet_spawn


class Lending:
    """At most `most` are out at once; the one that came back last goes out next: it still has its statements prepared and its
    pages at hand. `waits`: a transaction's end is waited for (see OneTripConnection)."""

    def __init__(self, engine: AsyncEngine, most: int, *, waits: bool) -> None:
        self._engine = engine
        self._waits = waits
        self._seats = asyncio.Semaphore(most)
        self._here: list[AsyncConnection] = []

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed at its end, taken back when something is raised in it."""
        async with self.one() as connection:
            plain = connection.sync_connection
            assert plain is not None
            transaction = plain.begin()
            try:
                yield connection
            except BaseException as error:
                await self._ended(partial(transaction.__exit__, type(error), error, error.__traceback__))
                raise
            await self._ended(partial(transaction.__exit__, None, None, None))

    @asynccontextmanager
    async def one(self) -> AsyncIterator[AsyncConnection]:
        """Without a transaction."""
        async with self._seats:
            connection = self._here.pop() if self._here else await self._engine.connect()
            try:
                yield connection
            finally:
                if connection.closed or connection.invalidated or connection.in_transaction():
                    await connection.close()
                else:
                    self._here.append(connection)

    async def _ended(self, end: Callable[[], object]) -> None:
        if self._waits:
            await greenlet_spawn(end)
        else:
            end()

    async def aclose(self) -> None:
        """After the last transaction."""
        while self._here:
            await self._here.pop().close()
        await self._engine.dispose()
