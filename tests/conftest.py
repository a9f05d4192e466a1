"""What every test stands on: the guards, and the real store under a fixed clock."""

import gc
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from tests.fakes.clock import FixedClock

pytest_plugins = ("tests.guards", "tests.ready_made")

FULL_EVERY = 20
TURNS = count()


def pytest_collection_finish() -> None:
    """What was imported stays: no collection need look at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_on_this_thread() -> Iterator[None]:
    """As in the window: a collection that happens to come in another thread, and frees widgets there, crashes Qt."""
    gc.disable()
    yield
    gc.collect(2 if next(TURNS) % FULL_EVERY == 0 else 1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def store(tmp_path: Path, clock: FixedClock) -> AsyncIterator[SqliteStore]:
    folder = tmp_path / "workspace"
    async with open_store(folder / "desk.sqlite3", folder / "backups", clock, Sender("Ada Agent", "desk.example")) as opened:
        yield opened
