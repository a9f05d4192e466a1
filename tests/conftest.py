"""What every test stands on: the guards, and the real store under a fixed clock."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from tests.fakes.clock import FixedClock

pytest_plugins = ("tests.guards",)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def store(tmp_path: Path, clock: FixedClock) -> AsyncIterator[SqliteStore]:
    folder = tmp_path / "workspace"
    async with open_store(folder / "desk.sqlite3", folder / "backups", clock, Sender("Ada Agent", "desk.example")) as opened:
        yield opened
