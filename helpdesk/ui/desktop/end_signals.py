"""The system asks the program to end: a session is closed, a terminal goes away, somebody presses Ctrl+C there."""

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = (signal.SIGTERM, signal.SIGINT) if sys.platform == "win32" else (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class EndSignals(QObject):
    """`wanted` is emitted in a turn of the event loop, once: a second signal ends the program where it stands. For the main
    thread."""

    wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard_by, self._told_by = socket.socketpair()
        for end in (self._heard_by, self._told_by):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard_by.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        signal.set_wakeup_fd(self._told_by.fileno(), warn_on_full_buffer=False)
        for one in ENDING:
            # Python writes to the socket only for signals that have a handler of its own.
            signal.signal(one, lambda *_: None)

    def _heard(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for one in ENDING:
            signal.signal(one, signal.SIG_DFL)
        self.wanted.emit()
