"""What a model taught this machine is there again after the desk was closed."""

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.model_server import Measured, ModelFigures
from helpdesk.services.model_figures import ModelMemory

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
