"""Transactions from their first statement to their end; reads that are given up, and a store that closes while it is read."""

import asyncio
import gc
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import driver
from helpdesk.adapters.sqlite.engine import READERS, meaning
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.domain.errors import BadInput, StoreLocked
from helpdesk.ports import Records
from tests.fakes.clock import FixedClock

SENDER = Sender("Ada Agent", "desk.example")


async def test_a_read_that_is_given_up_ends_its_query_and_the_store_reads_on(store: SqliteStore) -> None:
    begun = asyncio.Event()

    async def endless(connection: AsyncConnection) -> None:
        begun.set()
        await connection.exec_driver_sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")

    for _ in range(READERS + 1):
        begun.clear()
        reading = asyncio.ensure_future(store._engine.read(endless))
        await begun.wait()
        await store.read(lambda records: records.knowledge.bases())
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
    assert await store.read(lambda records: records.knowledge.bases()) == []


async def test_after_questions_that_failed_all_readers_and_the_writer_serve_on(store: SqliteStore) -> None:
    async def wrong(connection: AsyncConnection) -> None:
        await connection.exec_driver_sql("SELECT 1")
        await connection.exec_driver_sql("SELECT nothing FROM nowhere")

    async def both(records: Records) -> tuple[object, object]:
        before = await records.macros.all()
        await asyncio.sleep(0.01)
        return before, await records.macros.all()

    for run in (store._engine.read, store._engine.write):
        for _ in range(READERS + 1):
            with pytest.raises(OperationalError, match="nowhere"):
                await run(wrong)
    await store.write(lambda records: records.macros.save("Thanks", "Thank you.", ""))
    for before, after in await asyncio.gather(*(store.read(both) for _ in range(2 * READERS))):
        assert before == after != []


async def test_a_store_closes_after_what_is_read_and_drops_no_connection(tmp_path: Path, clock: FixedClock) -> None:
    begun, go_on, ended = asyncio.Event(), asyncio.Event(), list[str]()

    async def work(records: Records) -> None:
        begun.set()
        await go_on.wait()
        await records.knowledge.bases()
        ended.append("read")

    async def life() -> SqliteStore:
        async with open_store(tmp_path / "desk.sqlite3", tmp_path, clock, SENDER) as store:
            reading.append(asyncio.ensure_future(store.read(work)))
            await begun.wait()
            asyncio.get_running_loop().call_soon(go_on.set)
        ended.append("closed")
        return store

    reading: list[asyncio.Future[None]] = []
    store = await life()
    await reading[0]
    assert ended == ["read", "closed"]
    with pytest.raises(asyncio.CancelledError):
        await store.read(work)
    del store
    gc.collect()


async def test_a_read_is_of_one_moment_however_long_it_takes(store: SqliteStore) -> None:
    async def count(connection: AsyncConnection) -> int:
        return int((await connection.exec_driver_sql("SELECT count(*) FROM desk")).scalar_one())

    async def grow(connection: AsyncConnection) -> None:
        await connection.exec_driver_sql("INSERT INTO desk(name, value) VALUES ('seen', 'later')")

    async def twice(connection: AsyncConnection) -> tuple[int, int]:
        first = await count(connection)
        await store._engine.write(grow)
        return first, await count(connection)

    first, second = await store._engine.read(twice)
    assert second == first
    assert await store._engine.read(count) == first + 1


async def test_a_write_that_fails_or_says_nothing_leaves_no_transaction_open(store: SqliteStore) -> None:
    async def fail(connection: AsyncConnection) -> None:
        await connection.exec_driver_sql("INSERT INTO desk(name, value) VALUES ('half', 'done')")
        raise BadInput("desk", 0, "enough")

    async def nothing(_: AsyncConnection) -> None:
        return None

    async def kept(connection: AsyncConnection) -> object:
        return (await connection.exec_driver_sql("SELECT value FROM desk WHERE name = 'half'")).scalar()

    with pytest.raises(BadInput):
        await store._engine.write(fail)
    await store._engine.write(nothing)
    assert await store._engine.write(kept) is None


def test_a_store_that_another_program_keeps_to_itself_is_named_so(tmp_path: Path) -> None:
    sqlite, path = driver.module(), tmp_path / "desk.sqlite3"
    with closing(sqlite.connect(path)) as copying, closing(sqlite.connect(path, timeout=0)) as ours:
        copying.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite.OperationalError) as refused:
            ours.execute("CREATE TABLE tickets (id)")
    assert isinstance(meaning(path, refused.value), StoreLocked)
