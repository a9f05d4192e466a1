"""The way of a long job's progress from the desk thread into the window."""

import time
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from helpdesk.domain.progress import Progress
from helpdesk.ui.kit.progress_strip import ProgressStrip

SECONDS_BETWEEN = 1 / 20


class ProgressFeed(QObject):
    """`report` may be called from any thread and as often as the job likes; `progressed` reaches objects of the GUI thread
    there, at most twenty times a second. The newest always arrives: one that came too soon after another a moment later."""

    progressed = Signal(object)
    _told = Signal(object, int)
    _held_back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0.0
        self._jobs = 0
        self._newest: Progress | None = None
        self._lock = Lock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(1000 * SECONDS_BETWEEN))
        self._timer.timeout.connect(self._tell_newest)
        self._held_back.connect(self._timer.start)
        self._told.connect(self._pass_on)

    def show_on(self, strip: ProgressStrip) -> None:
        """For work that nobody else follows: what is late when the strip is done does not open it again."""
        self.progressed.connect(strip.show_progress)
        strip.finished.connect(self.forget)

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        with self._lock:
            due = now - self._last >= SECONDS_BETWEEN or progress.done == progress.total
            is_first = self._newest is None
            self._newest = None if due else progress
            self._last = now if due else self._last
        if due:
            self._told.emit(progress, self._jobs)
        elif is_first:
            self._held_back.emit()

    def forget(self) -> None:
        """The job is over: what it said last is not shown any more, were it on its way already."""
        with self._lock:
            self._newest = None
            self._jobs += 1

    def _pass_on(self, progress: Progress, job: int) -> None:
        if job == self._jobs:
            self.progressed.emit(progress)

    def _tell_newest(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
            self._last = time.monotonic()
        if newest is not None:
            self.progressed.emit(newest)
