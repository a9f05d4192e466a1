"""Long work of the start leaves the window its turns: it is painted, its clocks go on, and what is pressed or clicked waits."""

import importlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


class Loading(QObject):
    """`over` is emitted in the thread that loads."""

    over = Signal()


def turn() -> None:
    QApplication.processEvents(NO_INPUT)


def load_beside(modules: Sequence[str]) -> None:
    """In a thread of its own: the automatic collector must be off, which there would free what is Qt's."""
    loop, loading = QEventLoop(), Loading()
    loading.over.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    with ThreadPoolExecutor(1, "loading") as worker:
        loaded = worker.submit(load, modules)
        loaded.add_done_callback(lambda _: loading.over.emit())
        loop.exec(NO_INPUT)
    loaded.result()


def load(modules: Sequence[str]) -> None:
    for name in modules:
        importlib.import_module(name)
