"""What is no longer needed is given back: by the window's own thread, and to the system."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from helpdesk.ui.collector import GuiThreadCollector


def test_garbage_is_collected_in_the_window_only(qtbot: QtBot) -> None:
    collector = GuiThreadCollector()
    collector.start()
    try:
        assert not gc.isenabled()
        for _ in range(120):
            collector.collect()
    finally:
        collector.stop()
    assert gc.isenabled()


class Loop:
    """Refers to itself, so that only a collection lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_what_outlived_a_moment_is_gone_a_few_seconds_later(qtbot: QtBot) -> None:
    collector = GuiThreadCollector()
    collector.start()
    try:
        loop = Loop()
        there = weakref.ref(loop)
        gc.collect(0)
        del loop
        for _ in range(4):
            collector.collect()
        assert there() is None
    finally:
        collector.stop()


TORN = """
import threading, psutil
from helpdesk.ui.freed_memory import give_back
pieces = [bytes(1_000) for _ in range(60_000)]
kept = pieces[::40]
del pieces
before = psutil.Process().memory_info().rss
give_back()
for thread in threading.enumerate():
    if thread.name == "give-back":
        thread.join()
print(before - psutil.Process().memory_info().rss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take memory back by themselves")
def test_memory_that_is_free_goes_back_to_the_system() -> None:
    """Torn into pieces as a day of work leaves it, larger than what Python gathers itself and smaller than a page: one of forty
    is kept."""
    given = int(subprocess.run([sys.executable, "-c", TORN], capture_output=True, text=True, check=True).stdout)
    assert given > 60_000 * 1_000 // 2


def test_what_the_window_is_made_of_is_not_looked_through_again(qtbot: QtBot) -> None:
    collector = GuiThreadCollector()
    collector.start()
    try:
        collector.settle()
        assert gc.get_freeze_count() > 1000
    finally:
        collector.stop()
    assert gc.get_freeze_count() == 0


def test_the_qt_binding_gives_back_the_references_it_takes() -> None:
    """PySide6-Essentials 6.12.0 drops a reference to None at every call without a result on Python 3.11: after some thousand
    of them the process is aborted. Newer Pythons keep None for ever."""
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(500):
        timer.stop()
        timer.timeout.emit()
    assert sys.getrefcount(None) > before - 250


WINDOW = """
import linecache, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
application = QApplication([])
run = WindowRun(application, Workspace(Path(sys.argv[1])))
import helpdesk.app, helpdesk.ui.inbox, pyqtgraph
print(*linecache.cache)
"""


def test_what_the_window_loads_is_not_kept_as_text_too(tmp_path: Path) -> None:
    """Qt's binding looks into the source of every module that is loaded: of some 1,700 that was a tenth of all memory."""
    kept = subprocess.run([sys.executable, "-c", WINDOW, str(tmp_path)], capture_output=True, text=True, check=True).stdout
    assert "helpdesk" not in kept
    assert "pyqtgraph" not in kept


THREADS = """
import ctypes, threading
from helpdesk.ui.freed_memory import keep_together
keep_together()
ready = threading.Barrier(12)
def work():
    ready.wait()
    pieces = [bytes(1_000) for _ in range(1_000)]
    ready.wait()
held = [threading.Thread(target=work) for _ in range(12)]
for thread in held:
    thread.start()
for thread in held:
    thread.join()
ctypes.CDLL(None).malloc_stats()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such places")
def test_all_threads_take_memory_from_one_place() -> None:
    said = subprocess.run([sys.executable, "-c", THREADS], capture_output=True, text=True, check=True).stderr
    assert "Arena 0" in said
    assert "Arena 1" not in said
