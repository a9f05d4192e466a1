"""What a model taught this machine is there again after the desk was closed."""

from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.model_server import Measured, ModelFigures
from helpdesk.ports import Records, Store
from helpdesk.services.model_figures import ModelMemory

T = TypeVar("T")
SAID = Measured(4000, 1000, 100, 2.0, 10.0, None, 12.0)


async def test_what_was_learned_is_kept(store: SqliteStore) -> None:
    memory = ModelMemory(store)
    assert await memory.of("m:3b", "abc") == ModelFigures("m:3b", "abc")
    await memory.learn("m:3b", "abc", SAID)
    await memory.learn("m:3b", "abc", SAID)
    await memory.weighed("m:3b", "abc", 3_000_000)
    await memory.learn("m:3b", "abc", SAID)
    await memory.settled()
    again = await ModelMemory(store).of("m:3b", "abc")
    assert (again.drafts, again.memory, again.tokens_per_second) == (3, 3_000_000, 10.0)
    assert again.bytes_per_token == pytest.approx(3.488)
    assert [one.model for one in await store.read(lambda records: records.model_figures.listed())] == ["m:3b"]


async def test_a_full_disk_costs_no_reply(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.adapters.sqlite.store.room", lambda _: 0)
    memory = ModelMemory(store)
    await memory.learn("m:3b", "abc", SAID)
    await memory.settled()
    assert (await memory.of("m:3b", "abc")).drafts == 1


async def test_another_build_of_a_model_is_another_model(store: SqliteStore) -> None:
    memory = ModelMemory(store)
    await memory.learn("m:3b", "abc", SAID)
    await memory.settled()
    assert (await memory.of("m:3b", "def")).drafts == 0


class Counting:
    """The store, and how often it was written to."""

    def __init__(self, store: SqliteStore) -> None:
        self.read = store.read
        self._store = store
        self.writes = 0

    async def write(self, work: Callable[[Records], Awaitable[T]]) -> T:
        self.writes += 1
        return await self._store.write(work)


async def test_what_a_storm_of_drafts_teaches_is_kept_together_and_behind_them(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpdesk.services.model_figures.KEPT_AFTER", 600)
    counting = Counting(store)
    memory = ModelMemory(cast("Store", counting))
    for _ in range(20):
        await memory.learn("m:3b", "abc", SAID)
        await store.write(lambda records: records.log.note("draft-answered"))
    assert counting.writes == 0
    await memory.settled()
    assert counting.writes == 1
    assert (await ModelMemory(store).of("m:3b", "abc")).drafts == 20


async def test_nobody_has_to_close_the_desk_for_it(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.services.model_figures.KEPT_AFTER", 0.01)
    memory = ModelMemory(store)
    await memory.learn("m:3b", "abc", SAID)
    while (await ModelMemory(store).of("m:3b", "abc")).drafts == 0:
        pass
    await memory.settled()
