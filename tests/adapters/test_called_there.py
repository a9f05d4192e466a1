"""A question to the store is one trip to its connection's thread."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import cast

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.called_there import at_once
from helpdesk.adapters.sqlite.composed import answered
from helpdesk.adapters.sqlite.engine import READERS
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.sqlite.there import There
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.ports import Records
from tests.fakes.clock import FixedClock
from tests.fakes.statements import said_meanwhile
from tests.fakes.stored_drafts import mail

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


async def test_all_it_takes_to_answer_a_question_happens_in_the_thread_of_its_connection(
    store: SqliteStore, clock: FixedClock
) -> None:
    ticket_id, _ = await store.write(lambda records: records.tickets.receive(mail(clock)))
    with said_meanwhile() as said:
        await store.read(lambda records: records.tickets.conversation(ticket_id))
    threads = [thread for _, thread in said]
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


async def driven(there: There, query: str) -> object:
    return (await there.exec_driver_sql(query)).all()


async def put_together(there: There, query: str) -> object:
    return await answered(cast("AsyncConnection", there), query, {"secret": "rosebud"})


Asked = Callable[[There, str], Coroutine[object, object, object]]


@pytest.mark.parametrize("asked", [driven, put_together])
async def test_a_slow_question_that_is_given_up_keeps_nobody_from_asking_at_once(store: SqliteStore, asked: Asked) -> None:
    begun, loop = asyncio.Event(), asyncio.get_running_loop()

    async def endless(connection: AsyncConnection) -> None:
        plain = connection.sync_connection
        assert plain is not None

        def ask() -> None:
            loop.call_soon_threadsafe(begun.set)
            at_once(asked(There(plain), ENDLESS))

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


@pytest.mark.parametrize("asked", [driven, put_together])
async def test_a_statement_that_cannot_be_understood_is_told_without_its_values(store: SqliteStore, asked: Asked) -> None:
    async def misspelt(connection: AsyncConnection) -> None:
        plain = connection.sync_connection
        assert plain is not None
        await plain.connection.dbapi_connection.there(lambda: at_once(asked(There(plain), "SELEKT 1")))  # type: ignore[union-attr]

    with pytest.raises(OperationalError, match="SELEKT") as told:
        await store._engine.read(misspelt)
    assert "rosebud" not in str(told.value)
    assert await store.read(lambda records: records.tickets.counts()) == {}


def test_a_record_that_waits_for_something_else_is_told_so() -> None:
    with pytest.raises(RuntimeError, match="no statement"):
        at_once(asyncio.sleep(0))
