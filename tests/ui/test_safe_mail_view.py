"""The viewer for HTML mail: it reads no file, opens no socket, follows no link by itself, and never keeps the window busy."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.adapters.mail_html.cleaning import safe_html
from helpdesk.domain.safe_html import SafeHtml
from helpdesk.ui.kit.safe_links import LinkDialog, web_address
from helpdesk.ui.kit.safe_mail_view import SafeDocument, SafeMailView
from tests.adapters.hostile_html import ADDRESSES, attacks

OPENING = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "urllib.Request")


class Witness:
    """Hears, through the interpreter's audit events and Qt's wish for resources, whatever would be read or opened."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.listening = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, told: tuple[Any, ...]) -> None:
        if self.listening and event in OPENING:
            self.heard.append(f"{event} {told[:1]}")


@pytest.fixture(scope="module")
def witness() -> Witness:
    return Witness()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    yield asked


@pytest.fixture
def view(qapp: QApplication) -> Iterator[SafeMailView]:
    made = SafeMailView("Message")
    made.resize(600, 400)
    yield made
    made.deleteLater()


def rendered(view: SafeMailView) -> QImage:
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    return image


def test_no_attack_reads_a_file_or_opens_a_socket(view: SafeMailView, witness: Witness, opened: list[str]) -> None:
    """Even what the cleaner would have taken out: the viewer alone must hold."""
    several = list(attacks())
    raw = [SafeHtml("\n".join(several[at : at + 40])) for at in range(0, len(several), 40)]
    clean = [safe_html(shown.markup) for shown in raw[:8]]
    rendered(view)
    witness.listening = True
    for shown in (*clean, *raw):
        view.show_html(shown, 560)
        rendered(view)
    witness.listening = False
    assert witness.heard == []
    assert opened == []


def test_a_file_named_by_a_mail_is_not_drawn(view: SafeMailView, tmp_path: Any) -> None:
    red = QImage(60, 60, QImage.Format.Format_RGB32)
    red.fill(0xFFFF0000)
    secret = tmp_path / "secret.png"
    assert red.save(str(secret))
    for address in (str(secret), secret.as_uri()):
        view.show_html(SafeHtml(f'<img src="{address}" width=60 height=60><body background="{address}">'), 560)
        picture = rendered(view)
        seen = {picture.pixel(x, y) for x in range(0, 600, 10) for y in range(0, 100, 10)}
        assert 0xFFFF0000 not in seen


@pytest.mark.parametrize("address", [*ADDRESSES, "http://a.example/x.png", "data:image/png;base64,AAAA"])
def test_every_wish_for_a_resource_gets_the_same_pixel(view: SafeMailView, address: str) -> None:
    for asked in (view, SafeDocument()):
        got = asked.loadResource(2, QUrl(address))
        assert isinstance(got, QImage)
        assert (got.width(), got.height()) == (1, 1)


def test_a_link_is_asked_about_and_shows_its_real_host(view: SafeMailView, opened: list[str]) -> None:
    view.show_html(safe_html('<a href="https://user:pw@аррӏе.example/login">apple.example</a>'), 560)
    view.anchorClicked.emit(QUrl("https://user:pw@аррӏе.example/login"))
    dialog = view.findChild(LinkDialog)
    assert dialog is not None
    assert opened == []
    assert dialog.address is not None
    assert dialog.address.host.startswith("xn--")
    dialog.go.click()
    assert opened == [dialog.address.url]
    assert "user" not in opened[0]


@pytest.mark.parametrize(
    "address",
    [
        *(a for a in ADDRESSES if not a.startswith("#")),
        " https://a.example",
        "https://",
        "https:///etc/hostname",
        "https://a.example\\@b.example",
        "http://a.example/\u202etxt.exe",
        "https://a..example:99999/",
        "mailto:ada@a.example",
        "https://a.example/" + "x" * 5_000,
    ],
)
def test_only_whole_web_addresses_are_ever_opened(view: SafeMailView, opened: list[str], address: str) -> None:
    assert web_address(address) is None
    dialog = LinkDialog(view, address)
    assert not dialog.go.isVisibleTo(dialog)
    dialog.copy.click()
    assert opened == []


@pytest.mark.parametrize(
    "address", ["https://a.example", "http://a.example:8080/x?y=1#z", "HTTPS://A.example/x", "http://[::1]/x"]
)
def test_ordinary_addresses_are_opened_as_they_are(address: str) -> None:
    found = web_address(address)
    assert found is not None
    assert found.url.lower() == address.lower()


def test_a_mail_that_takes_too_long_is_given_up_and_not_tried_again(qtbot: QtBot) -> None:
    time = iter([0.0, 0.9])
    view = SafeMailView("Message", lambda: next(time))
    qtbot.addWidget(view)
    given_up = QSignalSpy(view.gave_up)
    slow = SafeHtml("<p>a slow one</p>")
    assert not view.show_html(slow, 500)
    assert view.toPlainText() == ""
    assert not view.show_html(slow, 500)
    assert given_up.count() == 2


def test_what_is_copied_is_plain_text(view: SafeMailView) -> None:
    view.show_html(safe_html('<p>See <a href="https://a.example">here</a></p>'), 560)
    view.selectAll()
    assert view.createMimeDataFromSelection().formats() == ["text/plain"]
