"""The way of a long job's progress from the desk thread into the window."""

import time

from PySide6.QtCore import QObject, Signal

from helpdesk.domain.progress import Progress

SECONDS_BETWEEN = 1 / 20


class ProgressFeed(QObject):
    """`report` may be called from any thread and as often as the job likes; `progressed` reaches objects of the GUI thread
    there, at most twenty times a second. The last step of a job always arrives."""

    progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0.0

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN or progress.done == progress.total:
            self._last = now
            self.progressed.emit(progress)
