"""Two windows: one ticket is open in the inbox and in a window of its own. What is typed in one is seen in the other, and what
was typed in both at once is lost in neither."""

import gc
import weakref
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ui.desktop import ticket_window
from helpdesk.ui.desktop.apart import Ground, TicketsApart
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.composing.writing_editor import WritingEditor
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.keymap import Keymap
from helpdesk.ui.kit.screen import APART
from tests.fakes.inline_window import InlineWindow, inline_window


def test_the_same_ticket_in_two_windows(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with inline_window(tmp_path / "desk") as window:
        monkeypatch.setattr(ticket_window, "QtDelays", lambda _: window.delays)
        ticket_id = arrived(window)
        screen = window.show(build, Place("inbox", ticket_id=ticket_id))
        assert isinstance(screen, InboxScreen)
        screen.open_apart()
        assert window.went == [Place("inbox", ticket_id=ticket_id, section=APART)]
        apart = TicketsApart(ground(window))
        apart.desk_ready(window.desk)
        beside = stands(qtbot, apart, ticket_id)
        window.settle()
        assert beside.alone.pane.shown_messages() == 1
        holds_nothing_but_the_ticket(beside)
        here, there = editor(screen), editor(beside.alone)

        QTest.keyClicks(there, "Dear Ada,")
        window.settle()
        assert here.toPlainText() == "Dear Ada,"
        QTest.keyClicks(here, " hold the button.")
        window.settle()
        assert there.toPlainText() == "Dear Ada, hold the button."

        few_letters_at_once(window, ticket_id, here, there)
        both_at_once(window, ticket_id, here, there)
        sent_from_beside(window, screen, beside)
        assert "Reply to Ada" in beside.toasts.words()
        beside.close()
        assert apart.windows == []
        window.bridge.run(window.desk.inbox.add_note(ticket_id, "Nobody there to hear it."))
        window.settle()
        assert window.reported == []


def test_a_window_that_is_closed_is_let_go_with_everything_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "desk") as window:
        ticket_id = arrived(window)
        apart = TicketsApart(ground(window))
        apart.desk_ready(window.desk)
        beside = stands(qtbot, apart, ticket_id)
        window.settle()
        there = [weakref.ref(one) for one in (beside, beside.alone, beside.alone.pane)]
        beside.close()
        window.settle()
        del beside
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert [one() for one in there] == [None, None, None]


def stands(qtbot: QtBot, apart: TicketsApart, ticket_id: TicketId) -> ticket_window.TicketWindow:
    """It is seen when it is whole, and asked for again meanwhile or later it is the one."""
    beside = apart.open(ticket_id)
    assert not beside.isVisible()
    assert apart.open(ticket_id) is beside
    qtbot.waitUntil(beside.isVisible)
    assert beside.whole
    assert apart.open(ticket_id) is beside
    return beside


def holds_nothing_but_the_ticket(beside: ticket_window.TicketWindow) -> None:
    """However wide it is; and its keys work at once."""
    assert beside.focusWidget() is beside.alone
    beside.resize(1400, 800)
    assert not beside.alone.list.rail.isVisible()


def few_letters_at_once(window: InlineWindow, ticket_id: TicketId, here: WritingEditor, there: WritingEditor) -> None:
    """In the same quarter of a second, and so few that one's own corrections would go over them."""
    QTest.keyClicks(here, " Yes.")
    QTest.keyClicks(there, " No.")
    window.settle()
    versions = window.bridge.run(window.desk.composing.versions(ticket_id, WritingKind.REPLY))
    assert {version.text for version in versions} >= {
        "Dear Ada, hold the button. Yes.",
        "Dear Ada, hold the button. No.",
    }


def both_at_once(window: InlineWindow, ticket_id: TicketId, here: WritingEditor, there: WritingEditor) -> None:
    """Typed in both before either was kept: one stands, and the other is among the earlier versions."""
    here.setPlainText("Hold the button of the hub for ten seconds, until its light turns blue.")
    there.setPlainText("Please send the hub to us in any box; we pay the postage both ways.")
    window.settle()
    assert here.toPlainText() == there.toPlainText()
    versions = window.bridge.run(window.desk.composing.versions(ticket_id, WritingKind.REPLY))
    texts = {version.text for version in versions}
    assert {
        "Hold the button of the hub for ten seconds, until its light turns blue.",
        "Please send the hub to us in any box; we pay the postage both ways.",
    } <= texts, texts


def sent_from_beside(window: InlineWindow, screen: InboxScreen, beside: ticket_window.TicketWindow) -> None:
    said = editor(beside.alone).toPlainText()
    beside.alone.writing.composer.submit()
    window.settle()
    assert editor(beside.alone).toPlainText() == editor(screen).toPlainText() == ""
    (entry,) = window.bridge.run(window.desk.outbox.listed())
    assert said
    assert entry.body.startswith(said)


def editor(screen: InboxScreen) -> WritingEditor:
    return screen.writing.composer.editor(WritingKind.REPLY)


def ground(window: InlineWindow) -> Ground:
    return Ground(
        window.bridge,
        Keymap(),
        window.went.append,
        window.reported.append,
        lambda: window.settings,
        window.apply,
        window.workspace,
    )


def arrived(window: InlineWindow) -> TicketId:
    at = datetime.now(UTC) - timedelta(hours=1)
    message = IncomingMessage(ChannelName.FILE, "one", "Ada Brown", "ada@example.org", "Hub", "The light blinks red.", at)
    return window.bridge.run(window.desk.intake.receive(message))[0]
