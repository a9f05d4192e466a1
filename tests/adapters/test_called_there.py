"""A question to the store is one trip to its connection's thread."""

import asyncio
import threading

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.called_there import There, at_once
from helpdesk.adapters.sqlite.engine import READERS
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.ports import Records
from tests.fakes.clock import FixedClock
from tests.fakes.stored_drafts import mail

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


async def test_all_it_takes_to_answer_a_question_happens_in_the_thread_of_its_connection(
    store: SqliteStore, clock: FixedClock
) -> None:
    ticket_id, _ = await store.write(lambda records: records.tickets.receive(mail(clock)))
    threads: list[int] = []

    def hear(*_: object) -> None:
        threads.append(threading.get_ident())

    sa.event.listen(sa.Engine, "before_cursor_execute", hear)
    try:
        await store.read(lambda records: records.tickets.conversation(ticket_id))
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", hear)
    assert len(threads) > 1
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads


async def test_what_goes_wrong_there_is_told_here_and_the_store_reads_on(store: SqliteStore) -> None:
    with pytest.raises(NotFound):
        await store.read(lambda records: records.tickets.conversation(TicketId(404)))
    assert await store.read(lambda records: records.tickets.counts()) == {}


async def test_rows_that_are_given_up_half_way_leave_the_transaction_to_its_other_questions(
    store: SqliteStore, clock: FixedClock
) -> None:
    for source in ("1", "2", "3"):
        await store.write(lambda records, source=source: records.tickets.receive(mail(clock, source)))  # type: ignore[misc]

    async def first(records: Records) -> tuple[list[tuple[object, ...]], int]:
        pages = records.ticket_export.rows(["subject"], None, 1)
        page = await anext(pages)
        await pages.aclose()  # type: ignore[attr-defined]
        return page, sum((await records.tickets.counts()).values())

    page, tickets = await store.read(first)
    assert (len(page), tickets) == (1, 3)


async def test_what_is_asked_at_once_is_one_transaction_that_one_failure_takes_back(
    store: SqliteStore, clock: FixedClock
) -> None:
    async def both(records: Records) -> object:
        return await asyncio.gather(
            records.tickets.conversation(TicketId(404)),
            records.tickets.receive(mail(clock)),
            records.log.note("told", ticket_id=1),
        )

    with pytest.raises(NotFound):
        await store.write(both)
    assert await store.read(lambda records: records.tickets.counts()) == {}
    await store.write(lambda records: records.tickets.receive(mail(clock)))
    told = await store.read(lambda records: asyncio.gather(records.tickets.counts(), records.tickets.counts()))
    assert [sum(counts.values()) for counts in told] == [1, 1]


async def test_a_slow_question_that_is_given_up_keeps_nobody_from_asking_at_once(store: SqliteStore) -> None:
    begun, loop = asyncio.Event(), asyncio.get_running_loop()

    async def endless(connection: AsyncConnection) -> None:
        plain = connection.sync_connection
        assert plain is not None

        def ask() -> None:
            loop.call_soon_threadsafe(begun.set)
            at_once(There(plain).exec_driver_sql(ENDLESS))

        await plain.connection.dbapi_connection.there(ask)  # type: ignore[union-attr]

    for _ in range(READERS + 1):
        begun.clear()
        slow = asyncio.ensure_future(store._engine.read(endless))
        await begun.wait()
        slow.cancel()
        assert await store.read(lambda records: records.tickets.counts()) == {}
        with pytest.raises(asyncio.CancelledError):
            await slow
    assert await store.read(lambda records: records.knowledge.bases()) == []


def test_a_record_that_waits_for_something_else_is_told_so() -> None:
    with pytest.raises(RuntimeError, match="no statement"):
        at_once(asyncio.sleep(0))
