"""The one door through which an address from a text reaches the web browser: looked at, asked about, then opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit, urlunsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LONGEST = 4_000
_BROKEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\<>\"]")
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?|[0-9a-f.]*:[0-9a-f:.]+")


@dataclass(frozen=True)
class WebAddress:
    """`host` is as the network knows it (punycode): no letter of another script passes for a Latin one. A name and password
    before the host are left out of `url`. `written` is the host as it was written, when that looks otherwise."""

    url: str
    host: str
    written: str = ""


def web_address(text: str) -> WebAddress | None:
    """What may be opened: whole http and https addresses with a host. None for everything else, whoever wrote it."""
    if len(text) > LONGEST or _BROKEN.search(text) or not re.match(r"https?://[^/]", text, re.I):
        return None
    try:
        split = urlsplit(text)
        host, port = (split.hostname or "").rstrip("."), split.port
        network = host.encode("idna").decode("ascii") if not host.isascii() else host
    except (ValueError, UnicodeError):
        return None
    if not _HOST.fullmatch(network):
        return None
    place = (f"[{network}]" if ":" in network else network) + (f":{port}" if port else "")
    url = urlunsplit(SplitResult(split.scheme.lower(), place, split.path, split.query, split.fragment))
    return WebAddress(url, place, host if host != network else "")


class LinkDialog(QDialog):
    """Shows where a link leads, in full, before anything is opened."""

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent)
        self.address = web_address(address)
        self._as_written = address
        self.setWindowTitle(tr("Open this link?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.go = button(tr("Open in the browser"), "primary")
        self.go.setVisible(self.address is not None)
        self.copy = button(tr("Copy the address"))
        self.stay = button(tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.S)
        for words, role in self._words():
            layout.addWidget(Label(words, role, wraps=True, selectable=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for one in (self.stay, self.copy, self.go):
            buttons.addWidget(one)
        layout.addLayout(buttons)
        self.go.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.stay.clicked.connect(self.reject)
        (self.stay if self.address is None else self.copy).setFocus()

    def _words(self) -> list[tuple[str, str]]:
        if self.address is None:
            return [
                (tr("This is no web address"), "title"),
                (self._as_written[:LONGEST], ""),
                (tr("Only whole addresses that begin with http or https are opened. It can be copied as text."), "muted"),
            ]
        told = [(self.address.host, "title"), (self.address.url, "")]
        if self.address.written:
            told.append(
                (
                    tr("Written as {host}: letters of another script may look like Latin ones.", host=self.address.written),
                    "note-text",
                )
            )
        return [*told, (tr("The link comes from a message. Its words may say something else than where it leads."), "muted")]

    def _open(self) -> None:
        if self.address is not None:
            open_address(self.address)
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.url if self.address is not None else self._as_written[:LONGEST])
        self.accept()


def ask_to_open(parent: QWidget, address: str) -> LinkDialog:
    """Opens the question; nothing else happens until it is answered."""
    dialog = LinkDialog(parent, address)
    dialog.open()
    return dialog


def open_address(address: WebAddress) -> None:
    """The only call of the desktop's opener in this program."""
    QDesktopServices.openUrl(QUrl(address.url, QUrl.ParsingMode.StrictMode))
