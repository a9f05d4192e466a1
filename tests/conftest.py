"""What every test stands on: the guards, and the real store under a fixed clock."""

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.ui.kit.screen import Screen
from tests.fakes.clock import FixedClock
from tests.translations.source import tree

pytest_plugins = ("tests.guards", "tests.ready_made")

hypothesis.settings.register_profile("suite", derandomize=True, deadline=None, database=None)
"""The same examples each time, however slow the machine is just now."""
hypothesis.settings.load_profile("suite")


@pytest.fixture(autouse=True)
def collected_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the window: a collection that happens to come in another thread, and frees widgets there, crashes Qt."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def cleared_away() -> Iterator[None]:
    """What a file of tests leaves goes with it. A window that stays is styled and translated anew in each test of those that
    follow, three seconds a time where it was a whole one; a collection that has more to look through comes more seldom."""
    yield
    if QCoreApplication.instance() is not None:
        tree.cache_clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        left = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow | Screen)]
        assert left == [], "deleteLater, or qtbot.addWidget"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def store(tmp_path: Path, clock: FixedClock) -> AsyncIterator[SqliteStore]:
    folder = tmp_path / "workspace"
    async with open_store(folder / "desk.sqlite3", folder / "backups", clock, Sender("Ada Agent", "desk.example")) as opened:
        yield opened
