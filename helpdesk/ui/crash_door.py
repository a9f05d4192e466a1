"""The one door for exceptions nobody foresaw: a local text file, without a word of what customers or agents wrote."""

import logging
import os
import platform
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from helpdesk import __version__
from helpdesk.domain.log_words import places

MOST_REPORTS = 20
log = logging.getLogger("helpdesk.qt")


class CrashDoor:
    """Thread-safe. `tell` is called in the thread that crashed, with the report's path (None when it could not be written)."""

    def __init__(self, folder: Path, tell: Callable[[Path | None], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._lock = threading.Lock()
        self._written = 0

    def install(self) -> None:
        sys.excepthook = self._unhandled
        threading.excepthook = self._thread_failed
        qInstallMessageHandler(self._qt_said)

    def take(self, error: BaseException) -> None:
        """Writes a report and tells of it; a flood of crashes stops at twenty reports a run."""
        with self._lock:
            if self._written >= MOST_REPORTS:
                return
        self._tell(self.write(error))

    def write(self, error: BaseException) -> Path | None:
        """A report the user asked for, or None when it cannot be written."""
        with self._lock:
            self._written += 1
            return self._write(report(error))

    def _write(self, text: str) -> Path | None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        path = self._folder / f"report-{stamp}-{os.getpid()}-{self._written}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(text, "utf-8")
        except OSError:
            return None
        return path

    def _unhandled(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, (KeyboardInterrupt, SystemExit)):
            self.take(error)
        sys.__excepthook__(kind, error, trace)

    def _thread_failed(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self.take(failed.exc_value)

    def _qt_said(self, kind: QtMsgType, _: QMessageLogContext, words: str | None) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            log.error("%s", words)
            self.take(RuntimeError(words))
        elif kind is QtMsgType.QtWarningMsg:
            log.warning("%s", words)


def report(error: BaseException) -> str:
    """Types and places only: an exception's own text may hold a message body, so it stays out."""
    lines = [
        f"Helpdesk {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, thread {threading.current_thread().name}",
    ]
    lines += ["", *places(error)]
    return "\n".join(lines) + "\n"
