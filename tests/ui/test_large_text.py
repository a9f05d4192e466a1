"""The inbox at 150 and 200 % text in a small window: nothing that is worked with ends out of reach."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk.domain.condition import Operator
from helpdesk.domain.ids import TicketId
from helpdesk.settings import Settings
from helpdesk.ui import theme
from helpdesk.ui.inbox.assist_presenter import Part
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit.conditions_edit import ConditionLine
from tests.fakes.inbox_hands import receive, show
from tests.fakes.inline_window import InlineWindow, inline_window


@pytest.fixture(params=(150, 200))
def zoomed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    usual = qapp.font()
    larger = QFont(usual)
    larger.setPixelSize(13 * request.param // 100)
    qapp.setFont(larger)
    yield
    qapp.setFont(usual)


@pytest.fixture
def window(zoomed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", Settings(writer="excerpts")) as opened:
        opened.host.resize(1180, 800)
        yield opened


@pytest.fixture
def ticket_id(window: InlineWindow) -> TicketId:
    return receive(window, 1, "Parcel lost")


@pytest.fixture
def screen(window: InlineWindow, ticket_id: TicketId) -> InboxScreen:
    shown = show(window)
    shown.resize(1180, 800)
    shown.open_ticket(ticket_id)
    window.settle()
    return shown


def lowest(part: QWidget, screen: QWidget) -> int:
    return part.mapTo(screen, QPoint()).y() + part.height()


def test_the_side_panel_takes_the_room_of_the_list_and_gives_it_back(window: InlineWindow, screen: InboxScreen) -> None:
    assert screen.list.isVisible()
    screen.show_tab("ticket")
    QApplication.processEvents()
    assert screen.panel.isVisible()
    assert not screen.list.isVisible()
    tabs = screen.panel._tabs
    assert tabs is not None
    assert all(tabs.segment(number).width() >= tabs.segment(number).needed() for number in range(3))
    screen.back()
    window.settle()
    assert screen.list.isVisible()
    assert screen.list.rows.hasFocus()
    screen.show_tab("ticket")
    QTest.keyClick(screen, Qt.Key.Key_Slash)
    window.settle()
    assert screen.list.search.hasFocus()


@pytest.mark.parametrize("part", [None, *Part])
def test_the_reply_can_be_sent_whatever_is_open_above_it(window: InlineWindow, screen: InboxScreen, part: Part | None) -> None:
    if part is not None:
        screen.assist_presenter.toggle(part)
    window.settle()
    QApplication.processEvents()
    composer = screen.writing.composer
    assert lowest(composer.send, screen) <= screen.height()
    editor = composer.editor(composer.kind)
    assert editor.viewport().height() >= 2 * editor.fontMetrics().lineSpacing()


def test_who_writes_still_reads_what_they_answer(window: InlineWindow, screen: InboxScreen) -> None:
    """What is told about the ticket makes room in a low pane, and comes back when the keyboard leaves."""
    conversation, composer = screen.ticket.conversation, screen.writing.composer
    before, head = conversation.height(), screen.ticket.assist
    QTest.keyClick(screen, Qt.Key.Key_R)
    window.settle()
    QApplication.processEvents()
    if theme.zoom() < 2:
        assert head.isVisible()
        return
    assert not head.isVisible()
    assert conversation.height() > before
    assert conversation.height() >= screen.height() / 4
    composer.reply.insert_at_caret("Dear customer")
    screen.assist_presenter.toggle(Part.SUMMARY)
    assert head.isVisible(), "who asks for it sees it"
    screen.list.rows.setFocus()
    assert head.isVisible()


def test_what_a_condition_without_a_value_asks_is_shown_whole(window: InlineWindow, screen: InboxScreen) -> None:
    screen.list.rail.new.click()
    window.settle()
    (line,) = [one for one in screen.findChildren(ConditionLine) if one.operator.currentData() == Operator.UNSET.value]
    assert line.operator.width() >= line.operator.sizeHint().width()
