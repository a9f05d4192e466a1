"""Forwarding as an agent does it: from the message, to an address, with what is said against it, and back again."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.conversation import Letter, OutboxEntry
from helpdesk.settings import Settings
from helpdesk.ui.conversation.bubble import Bubble
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.composing.composer import FORWARD, REPLY
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken

VENDOR = "lin@vendor.example"


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    settings = Settings(writer="excerpts", threads=1, undo_seconds=60, signature="Ada\nNorthlight")
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def screen(window: InlineWindow) -> InboxScreen:
    shown = window.show(build, Place("inbox"))
    assert isinstance(shown, InboxScreen)
    return shown


class Desk:
    def __init__(self, window: InlineWindow, screen: InboxScreen, body: str = "Where is it?") -> None:
        self.window, self.screen = window, screen
        self.ticket = window.bridge.run(window.desk.intake.new_ticket("Ana Ruiz", "ana@customers.example", "Parcel", body))
        self.composer = screen.writing.composer
        screen.open_ticket(self.ticket)
        window.settle()

    def forwards(self) -> None:
        """By the menu of the message."""
        bubble = self.screen.pane.current()
        assert isinstance(bubble, Bubble)
        act = next(act for words, act in bubble.offers() if words.startswith("Forward"))
        act()
        self.window.settle()

    def addresses(self, to: str) -> None:
        self.composer.to.line.setText(to)
        self.window.settle()

    def sends(self) -> None:
        self.composer.submit()
        self.window.settle()

    def sent(self) -> list[OutboxEntry]:
        return [one for one in self.window.bridge.run(self.window.desk.outbox.listed()) if one.ticket_id == self.ticket]


def test_a_message_is_forwarded_and_taken_back(window: InlineWindow, screen: InboxScreen) -> None:
    desk = Desk(window, screen)
    desk.forwards()
    assert desk.composer.mode.current() == FORWARD
    assert unspoken(desk.composer) == []
    assert "Ada\nNorthlight\n\n---------- Forwarded message ----------\nFrom: Ana Ruiz" in desk.composer.forward.toPlainText()
    QTest.keyClicks(desk.composer.forward, "Please look")
    desk.addresses("lin")
    desk.sends()
    assert "'lin' is not a mail address." in desk.composer.banner.words()
    assert desk.sent() == []
    desk.addresses(VENDOR)
    desk.sends()
    (entry,) = desk.sent()
    assert (entry.kind, entry.recipient, entry.body[:11]) == (Letter.FORWARD, VENDOR, "Please look")
    assert (desk.composer.forward.toPlainText(), desk.composer.to.address()) == ("", "")
    assert f"Forward to {VENDOR} leaves in" in window.toasts.words()
    window.toasts.act()
    window.settle()
    assert desk.composer.forward.toPlainText().startswith("Please look")
    assert desk.composer.to.address() == VENDOR


def test_an_unfinished_forward_waits_with_its_ticket(window: InlineWindow, screen: InboxScreen) -> None:
    desk = Desk(window, screen)
    desk.composer.choose(FORWARD)
    window.settle()
    desk.addresses(VENDOR)
    other = Desk(window, screen)
    assert (other.composer.mode.current(), other.composer.forward.toPlainText()) == (REPLY, "")
    screen.open_ticket(desk.ticket)
    window.settle()
    desk.composer.choose(FORWARD)
    assert desk.composer.to.address() == VENDOR
    assert "Where is it?" in desk.composer.forward.toPlainText()
    desk.composer.to.discard.click()
    window.settle()
    assert (desk.composer.forward.toPlainText(), desk.composer.to.address()) == ("", "")


def test_a_forward_nobody_worked_on_is_none(window: InlineWindow, screen: InboxScreen) -> None:
    def begun() -> bool:
        return bool(window.bridge.run(window.desk.composing.open(desk.ticket)).begun)

    desk = Desk(window, screen)
    desk.forwards()
    assert begun()
    Desk(window, screen, "Another matter")
    assert not begun()
    screen.open_ticket(desk.ticket)
    window.settle()
    desk.forwards()
    QTest.keyClicks(desk.composer.forward, "P")
    window.settle()
    Desk(window, screen, "A third matter")
    assert begun()


def test_what_is_not_for_outsiders_is_said_first(window: InlineWindow, screen: InboxScreen) -> None:
    desk = Desk(window, screen, "My card is 5500 0000 0000 0004")
    desk.forwards()
    desk.addresses(VENDOR)
    desk.sends()
    assert (desk.sent(), window.reported) == ([], [])
    assert "The forward holds a card number." in desk.composer.banner.words()
    desk.composer.banner.acted.emit()
    window.settle()
    assert [one.recipient for one in desk.sent()] == [VENDOR]
