"""One window a workspace: a second start raises the first one's window and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MILLISECONDS = 300


def raised_other(folder: Path) -> bool:
    """True when another window of this workspace answered and comes forward."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    answered = socket.waitForConnected(MILLISECONDS)
    socket.disconnectFromServer()
    return answered


class OneWindow(QObject):
    """Answers other starts on the same workspace: `raise_wanted`."""

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = name_of(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        if not self._server.listen(name):
            # What a crash left behind answers nobody.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _called(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
        self.raise_wanted.emit()


def name_of(folder: Path) -> str:
    return f"helpdesk-{hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:20]}"
