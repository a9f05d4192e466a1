"""One matter on several tickets: a customer who writes three times, and two customers whose tickets were merged by mistake."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.conversation import Conversation, IncomingMessage, OutboxState
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.drawer.matter_part import MatterPart
from helpdesk.ui.inbox.drawer.parts import HistoryPart
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.pick_popover import PickPopover
from helpdesk.ui.kit.popover import ChoicePopover
from tests.fakes.inline_window import InlineWindow, inline_window

STORM = (
    "My hub blinks red since the update.",
    "Hello? The hub still blinks red since the update.",
    "Third mail! Hub blinks red since the update, is anybody there?",
)


@dataclass
class Shift:
    window: InlineWindow
    screen: InboxScreen

    def mail(self, source: str, body: str, sender: str, thread: str | None = None) -> TicketId:
        now = datetime.now(UTC)
        message = IncomingMessage(ChannelName.FOLDER, source, "", f"{sender}@x.example", "Hub", body, now, thread=thread)
        return self.window.bridge.run(self.window.desk.intake.receive(message))[0]

    def open(self, ticket_id: TicketId) -> Conversation:
        self.screen.open_ticket(ticket_id)
        self.window.settle()
        return self.shown()

    def shown(self) -> Conversation:
        assert self.screen.conversation is not None
        return self.screen.conversation

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.screen, key, held)
        self.window.settle()

    def said_on(self, ticket_id: TicketId) -> list[str]:
        read = self.window.desk.changes.store.read(lambda records: records.tickets.conversation(ticket_id))
        return [message.body for message in self.window.bridge.run(read).messages]

    def left(self, outbox_id: int) -> None:
        """The far end has taken the reply."""

        async def work(records: Records) -> None:
            await records.outbox.move(outbox_id, OutboxState.QUEUED, OutboxState.SENDING)  # type: ignore[arg-type]
            await records.outbox.move(outbox_id, OutboxState.SENDING, OutboxState.SENT)  # type: ignore[arg-type]

        self.window.bridge.run(self.window.desk.changes.store.write(work))


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace") as opened:
        yield opened


@pytest.fixture
def shift(window: InlineWindow) -> Shift:
    screen = window.show(build, Place("inbox"))
    assert isinstance(screen, InboxScreen)
    return Shift(window, screen)


def test_a_storm_of_duplicates_is_one_ticket_by_one_click(shift: Shift) -> None:
    storm = [shift.mail(f"storm-{n}", body, "storm") for n, body in enumerate(STORM)]
    shift.open(storm[0])
    line = next(placed.part for placed in shift.screen.parts if isinstance(placed.part, MatterPart)).widget
    assert "same person, likely the same matter" in line.words()
    line.merge.click()
    shift.window.settle()
    assert [message.body for message in shift.shown().messages] == list(STORM)
    assert "2 tickets merged" in shift.window.toasts.words()
    assert shift.open(storm[2]).ticket.id == storm[0], "a merged ticket leads to the one it is part of"
    shift.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [shift.said_on(one) for one in storm] == [[body] for body in STORM]
    assert "same person" in line.words()
    line.apart.click()
    shift.window.settle()
    shift.open(storm[1])
    shift.open(storm[0])
    assert line.words() == "", "what was told apart is never suggested again"


def test_a_wrong_merge_is_undone_and_what_came_meanwhile_is_said(shift: Shift) -> None:
    mine, theirs = shift.mail("mine", "My lamp hums.", "mia"), shift.mail("theirs", "Where is my invoice?", "tom")
    entry = shift.window.bridge.run(shift.window.desk.inbox.reply(theirs, "It is on its way."))
    shift.left(entry.id)
    shift.open(theirs)
    shift.press(Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    asked = shift.screen.window().findChild(PickPopover)
    assert asked is not None
    QTest.keyClicks(asked.line, f"#{mine}")
    QTest.keyClick(asked.line, Qt.Key.Key_Return)
    shift.window.settle()
    question = shift.screen.window().findChild(ChoicePopover)
    assert question is not None
    assert "tom@x.example will not get the replies any more" in question.accessibleName()
    question.choose("merge")
    shift.window.settle()
    assert shift.shown().ticket.id == mine
    assert shift.mail("answer", "Still nothing here.", "tom", entry.message_id) == mine, "mail to the merged ticket lands here"
    shift.open(mine)
    shift.press(Qt.Key.Key_H)
    history = next(placed.part for placed in shift.screen.parts if isinstance(placed.part, HistoryPart)).widget
    merge = next(n for n in range(history.rows.model().rowCount()) if "Merged" in str(history._model.index(n, 0).data()))
    history.rows.selectRow(merge)
    shift.window.settle()
    history.turn.click()
    shift.window.settle()
    assert "1 message that came since stays." in shift.window.toasts.words()
    assert shift.said_on(theirs) == ["Where is my invoice?", "It is on its way."]
    assert shift.said_on(mine) == ["My lamp hums.", "Still nothing here."]
