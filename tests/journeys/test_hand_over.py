"""Hand-over: Ida goes home and Bob goes on, at the same desk the next morning. Nothing she knew is only in her head."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.settings import Settings
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.panel.parts import RequesterPart, TicketPart
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window


class Shift:
    """One agent at the desk, with one ticket open."""

    def __init__(self, window: InlineWindow, ticket_id: TicketId) -> None:
        self.window = window
        screen = window.show(build, Place("inbox", ticket_id=ticket_id))
        assert isinstance(screen, InboxScreen)
        self.screen = screen
        self.part = next(p.part for p in screen.parts if isinstance(p.part, TicketPart))
        self.person = next(p.part for p in screen.parts if isinstance(p.part, RequesterPart)).widget
        self.line = self.part.line

    def press(self, key: Qt.Key) -> None:
        self.screen.list.rows.setFocus()
        QApplication.processEvents()
        QTest.keyClick(self.screen.list.rows, key)
        self.window.settle()

    def enter(self, key: Qt.Key, line: QLineEdit, words: str) -> None:
        """A key, and what is then typed into the line it leads to."""
        self.press(key)
        self.write(line, words)

    def answer(self, key: Qt.Key, words: str) -> None:
        """A key, and what is then typed into the question it asks."""
        self.press(key)
        assert self.part.asking.shown is not None
        self.write(self.part.asking.shown.line, words)

    def write(self, line: QLineEdit, words: str) -> None:
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.window.settle()


def at_the_desk(agent: str) -> Settings:
    return Settings(writer="excerpts", agent_name=agent, threads=1)


def test_a_ticket_goes_from_one_agent_to_another_with_all_that_belongs_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "desk", at_the_desk("Ida")) as window:
        ticket_id = arrived(window)
        window.bridge.run(window.desk.ticketing.agents.add("Bob"))
        hands_over(Shift(window, ticket_id), ticket_id)
    with inline_window(tmp_path / "desk", at_the_desk("Bob")) as window:
        window.bridge.run(window.desk.ticketing.sleeping.wake([ticket_id]))
        takes_over(Shift(window, ticket_id), ticket_id)


def hands_over(ida: Shift, ticket_id: TicketId) -> None:
    tab = ida.part.widget
    ida.enter(Qt.Key.Key_T, tab.tags.line, "hub")
    ida.enter(Qt.Key.Key_C, tab.checklist.line, "Ask the warehouse for a spare")
    ida.press(Qt.Key.Key_Y)
    ida.person.note.setFocus()
    QTest.keyClicks(ida.person.note, "Is at home after four.")
    ida.window.bridge.run(ida.window.desk.inbox.add_note(ticket_id, "The spare is promised for Monday."))
    ida.answer(Qt.Key.Key_F, "2d")
    ida.answer(Qt.Key.Key_Z, "3d")
    assert ida.line.words().startswith("Asleep until")
    ida.answer(Qt.Key.Key_G, "bo")
    ida.screen.left()


def takes_over(bob: Shift, ticket_id: TicketId) -> None:
    tab, desk, run = bob.part.widget, bob.window.desk, bob.window.bridge.run
    assert bob.part.assignee.currentText() == "Bob (you)"
    assert tab.tags.words() == ("hub",)
    assert tab.comes_back.text().startswith("Comes back")
    assert bob.person.note.toPlainText() == "Is at home after four."
    said = run(desk.inbox.open(ticket_id)).messages
    assert [(m.kind, m.author) for m in said[1:]] == [(MessageKind.INTERNAL_NOTE, "Ida")]
    (step,) = tab.checklist.rows.values()
    step.box.click()
    bob.window.settle()
    run(desk.inbox.set_status(ticket_id, TicketStatus.SOLVED))
    bob.window.settle()
    assert bob.line.words() == ""
    undone = run(desk.changes.undo_last())
    assert undone is not None
    assert undone.of.agent == "Bob"


def arrived(window: InlineWindow) -> TicketId:
    at = datetime.now(UTC) - timedelta(hours=1)
    message = IncomingMessage(ChannelName.FILE, "one", "Grace Hopper", "grace@example.org", "Hub is dead", "No light.", at)
    return window.bridge.run(window.desk.intake.receive(message))[0]
