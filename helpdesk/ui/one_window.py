"""One window a workspace: a second start raises the first one's window and ends."""

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MILLISECONDS = 300
LONGEST_LINK = 500
ANSWERS_AT = "window.at"
"""In the workspace: the whole name of where its window answers. Qt alone would look in this shell's folder for passing files,
which may be another than the window's."""


def raised_other(folder: Path, link: str = "") -> bool:
    """True when another window of this workspace answered; it comes forward, and goes where `link` leads."""
    socket = QLocalSocket()
    socket.connectToServer(said_at(folder) or name_of(folder))
    answered = socket.waitForConnected(MILLISECONDS)
    if answered and link:
        socket.write(f"{link}\n".encode())
        socket.waitForBytesWritten(MILLISECONDS)
    socket.disconnectFromServer()
    return answered


class OneWindow(QObject):
    """Answers other starts on the same workspace: `raise_wanted`, or `link_wanted` with where one was to lead, unchecked."""

    raise_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = name_of(folder)
        self._note = folder / ANSWERS_AT
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        if not self._server.listen(name):
            # What a crash left behind answers nobody.
            QLocalServer.removeServer(name)
            self._server.listen(name)
        with suppress(OSError):
            self._note.write_text(self._server.fullServerName(), "utf-8")

    def close(self) -> None:
        self._callers.clear()
        self._server.close()
        with suppress(OSError):
            self._note.unlink(missing_ok=True)

    def _called(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            self._callers.append(caller)
            caller.disconnected.connect(self._hear)
        self.raise_wanted.emit()
        self._hear()

    def _hear(self) -> None:
        """Takes leave of those who have said all."""
        through = [one for one in self._callers if one.state() is QLocalSocket.LocalSocketState.UnconnectedState]
        for caller in through:
            self._callers.remove(caller)
            link, _, rest = bytes(caller.read(LONGEST_LINK).data()).partition(b"\n")
            caller.deleteLater()
            if link and not rest:
                self.link_wanted.emit(link.decode("utf-8", "replace"))


def said_at(folder: Path) -> str:
    try:
        return (folder / ANSWERS_AT).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def name_of(folder: Path) -> str:
    return f"helpdesk-{hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:20]}"
