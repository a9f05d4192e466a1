"""What nearly every test needs anew and is the same each time is made once a session: an empty store, and a process that has
its imports behind it.

A store that is not there yet becomes a copy of one the program has made and migrated; a child of the program is forked off a
process that has imported what every child imports first. With the fixture `from_nothing` both are done as the program does
them, and so they are wherever a test starts `helpdesk` as a process of its own.
"""

import asyncio
import multiprocessing
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from helpdesk.adapters import processes
from helpdesk.adapters.sqlite import store
from helpdesk.adapters.sqlite.outbox import Sender
from tests.fakes.clock import FixedClock

IMPORTED_FIRST = (
    "helpdesk.adapters.index.local",
    "helpdesk.adapters.index.building",
    "helpdesk.adapters.index.canaries",
    "helpdesk.adapters.index.spelling",
    "helpdesk.adapters.embedders.built_in",
    "helpdesk.adapters.markdown_articles.reader",
    "helpdesk.adapters.channels.ticket_files",
    "tests.lingua_loaded",
)
create = store.create
home = Path(tempfile.mkdtemp(prefix="helpdesk-tests-"))


@cache
def empty_store() -> bytes:
    """The file of a store nothing was written to. Made in a thread of its own: whoever asks may stand in a running loop."""
    place = home / "empty" / "desk.sqlite3"

    async def made() -> None:
        store.create = create
        try:
            async with store.open_store(place, place.parent / "backups", FixedClock(), Sender("Ada", "desk.example")):
                pass
        finally:
            store.create = copied

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, made()).result()
    return place.read_bytes()


def copied(path: Path) -> None:
    """In the place of `store.create`: the same file, already at today's schema."""
    new = not path.exists()
    create(path)
    if new:
        path.write_bytes(empty_store())


def pytest_configure() -> None:
    store.create = copied
    if "forkserver" in multiprocessing.get_all_start_methods():
        forking: Any = multiprocessing.get_context("forkserver")
        forking.set_forkserver_preload(list(IMPORTED_FIRST))
        processes.CONTEXT = forking


def pytest_unconfigure() -> None:
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores are migrated and children begin from nothing."""
    monkeypatch.setattr(store, "create", create)
    monkeypatch.setattr(processes, "CONTEXT", processes.SPAWNING)
