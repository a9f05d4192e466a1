"""Garbage collection on the GUI thread only: a collection elsewhere that frees Qt wrappers crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

from helpdesk.ui.freed_memory import give_back

MILLISECONDS = 1000
MIDDLE_EVERY = 3
"""What came since is looked through at once: more of it at a time is a longer halt, not less work."""
FULL_EVERY = 120


class GuiThreadCollector(QObject):
    """Takes over from the automatic collector until `stop`. What a full collection freed goes back to the system."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        self._turn += 1
        if self._turn % FULL_EVERY == 0:
            gc.collect()
            give_back()
        elif self._turn % MIDDLE_EVERY == 0:
            gc.collect(1)
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)

    def settle(self) -> None:
        """What is there now stays as long as the window does: later collections do not walk through it again, which took a
        tenth of a second."""
        gc.collect()
        gc.freeze()

    def keep(self) -> None:
        """As `settle`, of what is not worth looking through: code that was loaded."""
        gc.freeze()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
