"""What helps with a ticket, in the inbox, over a real desk."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from helpdesk.domain.article import Audience
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import ArticleId, RevisionId, TicketId
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.services.assistance import Similar, SimilarTicket, SuggestedArticle
from helpdesk.settings import Settings
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.assist_parts import articles_part, similar_part
from helpdesk.ui.inbox.assist_presenter import Part
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts", undo_seconds=0)) as opened:
        yield opened


def asked(window: InlineWindow, body: str) -> TicketId:
    mail = IncomingMessage(ChannelName.FILE, body, "Ana", "ana@customers.example", "Password", body, datetime.now(UTC))
    ticket_id, _ = window.bridge.run(window.desk.intake.receive(mail))
    return ticket_id


def answered(window: InlineWindow, body: str, reply: str) -> TicketId:
    ticket_id = asked(window, body)
    window.bridge.run(window.desk.inbox.reply(ticket_id, reply))
    window.bridge.run(window.desk.outbox.flush())
    return ticket_id


def show(window: InlineWindow, ticket_id: TicketId) -> InboxScreen:
    screen = window.show(build, Place("inbox", ticket_id=ticket_id))
    assert isinstance(screen, InboxScreen)
    return screen


def test_summary_similar_tickets_and_articles_are_one_key_away(window: InlineWindow, tmp_path: Path) -> None:
    window.imports(tmp_path / "shop", reset="# Reset a password\n\nOpen Settings, choose Security and press Reset.\n")
    earlier = answered(window, "I forgot my password and cannot sign in", "Choose Security and press Reset.")
    while window.bridge.run(window.desk.assistance.remember()):
        pass
    screen = show(window, asked(window, "I cannot sign in, I forgot my password. How do I reset it?"))
    pane = screen.ticket.assist
    assert not pane._area.isVisible()
    screen.list.rows.setFocus()
    QTest.keyClick(screen.list.rows, Qt.Key.Key_S)
    window.settle()
    assert "the customer has been waiting" in pane.words()
    assert "How do I reset it?" in pane.words()
    screen.assist_presenter.toggle(Part.SIMILAR)
    window.settle()
    assert "Choose Security and press Reset." in pane.words()
    screen.assist_presenter.toggle(Part.ARTICLES)
    window.settle()
    assert "Reset a password" in pane.words()
    assert unspoken(screen) == []
    next(b for b in pane.findChildren(QPushButton) if b.text() == "Reset a password").click()
    assert window.went[-1].screen == "knowledge"
    assert window.went[-1].article_id is not None
    pane.ticket_chosen.emit(earlier)
    window.settle()
    assert screen.ticket_presenter.ticket_id == earlier


def test_the_keyboard_stays_where_the_model_was_asked(window: InlineWindow) -> None:
    screen = show(window, asked(window, "How do I reset my password?"))
    screen.assist_presenter.toggle(Part.SUMMARY)
    window.settle()
    pane = screen.ticket.assist
    ask = next(one for one in pane.findChildren(QPushButton) if one.text() == "Have the model sum it up")
    ask.setFocus()
    ask.click()
    window.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert pane.isAncestorOf(focus)
    screen.assist_presenter.toggle(Part.SUMMARY)


def test_a_long_title_leaves_what_stands_below_it_in_sight(qtbot: QtBot) -> None:
    title = "Commands for macros and remembered answers, and how each of them is called "
    ids = (ArticleId(1), RevisionId(1))
    article = SuggestedArticle(*ids, "kb", "a/b.md", title, title, (27, 33), Audience.PUBLIC, 0.5, ("memory",) * 6)
    now = datetime.now(UTC)
    ticket = SimilarTicket(TicketId(7), title * 2, TicketStatus.SOLVED, 0.91, title, title, now)
    for made in (articles_part([article], print), similar_part(Similar((ticket,), 1, 1, ""), print)):
        qtbot.addWidget(made)
        assert made.minimumSizeHint().width() < 200


def test_what_is_unfolded_follows_from_ticket_to_ticket_and_trouble_is_told_in_place(window: InlineWindow) -> None:
    first, second = asked(window, "How do I reset my password?"), asked(window, "Where is my parcel?")
    screen = show(window, first)
    pane = screen.ticket.assist
    screen.assist_presenter.toggle(Part.SUMMARY)
    pane.model_wanted.emit()
    window.settle()
    assert "The model did not sum it up" in pane.words()
    assert "How do I reset my password?" in pane.words()
    screen.open_ticket(second)
    window.settle()
    assert "Where is my parcel?" in pane.words()
    pane.show_assist_trouble(NotFound("ticket", "7"))
    assert pane._banner.isVisible()
    pane._banner.acted.emit()
    window.settle()
    assert "Where is my parcel?" in pane.words()
    screen.assist_presenter.toggle(Part.SUMMARY)
    assert not pane._area.isVisible()


def test_the_pipeline_knows_which_ticket_is_looked_at(window: InlineWindow) -> None:
    ticket_id = asked(window, "How do I reset my password?")
    asked(window, "Where is my parcel?")
    screen = show(window, ticket_id)
    assert window.bridge.run(window.desk.pipeline.waiting())[0][1] == ticket_id
    screen.left()
    window.settle()
    assert window.bridge.run(window.desk.pipeline.waiting())[0][1] != ticket_id
