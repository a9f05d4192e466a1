"""What a message was read as, under the ticket's head: seen, corrected in place, taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.domain.understanding import NAMES, Certainty, Sentiment, Severity, Tier
from helpdesk.settings import Settings
from helpdesk.ui import reading_words
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", Settings(writer="excerpts")) as opened:
        yield opened


def opened(window: InlineWindow, body: str) -> tuple[InboxScreen, TicketId]:
    message = IncomingMessage(ChannelName.FILE, body, "Ana", "ana@customers.example", "Hub", body, datetime.now(UTC))
    ticket_id, _ = window.bridge.run(window.desk.intake.receive(message))
    screen = window.show(build, Place("inbox", ticket_id=ticket_id))
    assert isinstance(screen, InboxScreen)
    window.settle()
    return screen, ticket_id


def choose(screen: InboxScreen, window: InlineWindow, name: str, words: str) -> None:
    menu = screen.ticket.understanding.menu_of(name)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.deleteLater()
    window.settle()


def test_the_open_ticket_says_what_its_message_is(window: InlineWindow, qtbot: QtBot) -> None:
    screen, _ = opened(window, "Es ist eine Frechheit, der Stecker ist verschmort!")
    assert {"German", "critical", "angry · likely"} <= set(screen.ticket.understanding.words())
    assert "not spam" not in screen.ticket.understanding.words()
    assert unspoken(screen.ticket.understanding) == []


def test_an_agent_corrects_a_reading_in_place_and_takes_it_back(window: InlineWindow, qtbot: QtBot) -> None:
    screen, ticket_id = opened(window, "The lamp hums a song, how do I stop it?")
    choose(screen, window, "severity", "major")
    assert "major ✓" in screen.ticket.understanding.words()
    choose(screen, window, "intent", "technical problem")
    stored = window.bridge.run(window.desk.understanding.shown(ticket_id))
    assert (stored.severity.corrected, stored.intent.shown) == ("major", "technical problem")
    choose(screen, window, "severity", "As it was read")
    assert "major ✓" not in screen.ticket.understanding.words()


def test_the_keyboard_reaches_and_opens_the_choices(window: InlineWindow, qtbot: QtBot) -> None:
    screen, ticket_id = opened(window, "Where do I find the serial number of the lamp?")
    screen.list.rows.setFocus()
    QTest.keyClick(screen.list.rows, Qt.Key.Key_E)
    assert screen.ticket.understanding.chips["language"].hasFocus()
    QTest.keyClick(screen.ticket.understanding.chips["language"], Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    window.settle()
    assert window.bridge.run(window.desk.understanding.shown(ticket_id)).language.corrected == "de"


def test_a_message_is_marked_as_spam_from_the_last_chip(window: InlineWindow, qtbot: QtBot) -> None:
    screen, _ = opened(window, "Buy our excellent pencils")
    screen.ticket.understanding.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    window.settle()
    assert "spam ✓" in screen.ticket.understanding.words()


def test_chips_go_on_in_the_next_line_when_the_pane_is_narrow(window: InlineWindow, qtbot: QtBot) -> None:
    screen, _ = opened(window, "Why is the lamp blue?")
    line = screen.ticket.understanding
    assert line.heightForWidth(220) > line.heightForWidth(2000)
    assert line.minimumSizeHint().width() < 300


def test_every_reading_and_value_has_words() -> None:
    assert set(reading_words.READINGS) == set(NAMES)
    assert set(reading_words.SEVERITIES) == set(Severity)
    assert set(reading_words.TIERS) == set(Tier)
    assert set(reading_words.SENTIMENTS) == set(Sentiment)
    assert set(reading_words.CERTAINTIES) == set(Certainty)
