"""The conversation: thousands of messages at once, quotes folded, notes apart, and the place kept where one reads."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import AttachmentRow, Conversation, Message, MessageKind
from helpdesk.domain.ids import AttachmentId, MessageId, RequesterId, SourceId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.safe_html import SafeHtml
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus
from helpdesk.ui import theme
from helpdesk.ui.conversation import ConversationPane
from helpdesk.ui.conversation.bubble import Bubble
from helpdesk.ui.conversation.entries import Happening
from helpdesk.ui.conversation.paper import paper, pdf
from helpdesk.ui.kit import ElidedLabel
from helpdesk.ui.kit.ageing import Ageing
from helpdesk.ui.kit.safe_mail_view import SafeMailView

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
TICKET = TicketId(7)
KINDS = (MessageKind.CUSTOMER, MessageKind.PUBLIC_REPLY, MessageKind.INTERNAL_NOTE)
QUOTED = "On Mon, 4 May 2026 at 10:00, Desk <desk@desk.example> wrote:\n> Please restart it.\n> Then tell us."
QUOTING = f"Thanks, that helped.\n\n{QUOTED}"


def message(number: int, body: str = "", kind: MessageKind | None = None, **more: object) -> Message:
    told = body or f"Message {number}. " + "Still nothing arrived here. " * (number % 9)
    kind = kind or KINDS[number % 3]
    return Message(MessageId(number), TICKET, kind, "Bo Lind", told, NOW + timedelta(minutes=number), **more)  # type: ignore[arg-type]


def conversation(*messages: Message) -> Conversation:
    ticket = Ticket(
        id=TICKET,
        subject="Parcel",
        requester_id=RequesterId(1),
        status=TicketStatus.OPEN,
        priority=Priority.NORMAL,
        channel=ChannelName.FILE,
        topic="",
        language="en",
        tags=(),
        assignee_id=None,
        source=None,
        created_at=NOW,
        updated_at=NOW,
    )
    return Conversation(ticket, Requester(RequesterId(1), "Bo Lind", "bo@customers.example"), messages)


@pytest.fixture
def pane(qapp: QApplication) -> ConversationPane:
    made = ConversationPane()
    made.resize(700, 600)
    made.wishes.heeded = True
    made.show()
    QApplication.processEvents()
    return made


def in_sight(pane: ConversationPane) -> list[int]:
    view = pane.stack.viewport().rect()
    return [p.message.id for p in pane.stack.parts() if isinstance(p, Bubble) and p.geometry().intersects(view)]


def settled(pane: ConversationPane) -> ConversationPane:
    """With every message it wants to have made."""
    before: list[object] = []
    while before != pane.stack.parts():
        before = [*pane.stack.parts()]
        QApplication.processEvents()
    return pane


def top_of(pane: ConversationPane, number: int) -> int:
    return next(p.y() for p in pane.stack.parts() if isinstance(p, Bubble) and p.message.id == number)


def bubble(pane: ConversationPane, number: int) -> Bubble:
    return next(p for p in pane.stack.parts() if isinstance(p, Bubble) and p.message.id == number)


def test_two_thousand_messages_open_at_the_end_with_only_those_in_sight_made(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(*(message(n) for n in range(1, 2001))), NOW)
    QApplication.processEvents()
    assert pane.shown_messages() == 2000
    assert in_sight(pane)[-1] == 2000
    assert len(pane.stack.parts()) < 40
    pane.stack.verticalScrollBar().setValue(0)
    assert in_sight(pane)[0] == 1
    pane.stack.verticalScrollBar().setValue(pane.stack.verticalScrollBar().maximum() // 2)
    middle = in_sight(pane)
    assert 600 < middle[0] < 1400
    assert middle == list(range(middle[0], middle[0] + len(middle)))
    assert len(pane.stack.parts()) < 40


def test_ages_go_on_while_a_ticket_stays_open(qtbot: QtBot, pane: ConversationPane) -> None:
    told = datetime.now(UTC) - timedelta(minutes=7)
    pane.show_conversation(conversation(replace(message(1), at=told)), told)
    assert bubble(pane, 1).age.text() == "now"
    passing = pane.findChild(Ageing)
    assert isinstance(passing, Ageing) and 1000 <= passing.interval() <= 60_000
    passing.setInterval(0)
    qtbot.waitUntil(lambda: bubble(pane, 1).age.text() == "7 min")


def test_scrolling_step_by_step_meets_every_message_once_and_in_order(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(*(message(n) for n in range(1, 61))), NOW)
    pane.stack.verticalScrollBar().setValue(0)
    met = list(in_sight(settled(pane)))
    for _ in range(200):
        if pane.stack.is_at_end():
            break
        pane.scroll_by(0.5)
        met += [number for number in in_sight(settled(pane)) if number not in met]
    assert met == list(range(1, 61))


def test_a_jump_makes_a_few_messages_before_the_window_has_its_turn(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(*(message(n) for n in range(1, 2001))), NOW)
    settled(pane).stack.go_to(1000)
    at_first, top = in_sight(pane), top_of(pane, 1001)
    assert at_first == [1001, 1002, 1003]
    everything = in_sight(settled(pane))
    assert everything == list(range(everything[0], everything[-1] + 1))
    assert len(everything) > len(at_first)
    assert top_of(pane, 1001) == top


def test_news_keeps_the_place_where_one_reads_and_follows_at_the_end(pane: ConversationPane) -> None:
    messages = tuple(message(n) for n in range(1, 101))
    pane.show_conversation(conversation(*messages), NOW)
    more = (*messages, message(101))
    pane.show_conversation(conversation(*more), NOW)
    assert in_sight(pane)[-1] == 101
    pane.stack.go_to(40)
    before = top_of(pane, 41)
    pane.show_conversation(conversation(*more, message(102)), NOW)
    assert top_of(pane, 41) == before


def test_what_grows_above_does_not_move_what_is_read(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(*(message(n, QUOTING * (n == 20) or "") for n in range(1, 41))), NOW)
    pane.stack.go_to(20)
    before = top_of(pane, 21)
    pane.show_translation(MessageId(20), "Danke, das hat geholfen. " * 30, "a model")
    QApplication.processEvents()
    assert top_of(pane, 21) == before


def test_quoted_text_is_folded_until_asked(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(message(1, QUOTING)), NOW)
    shown = bubble(pane, 1)
    assert shown.body.words() == "Thanks, that helped."
    next(b for b in shown.findChildren(QPushButton) if b.text() == "Show quoted text").click()
    assert "Please restart it." in bubble(pane, 1).body.words()
    bubble(pane, 1).toggle_quoted()
    assert bubble(pane, 1).body.words() == "Thanks, that helped."


def test_a_note_says_that_it_is_one_and_looks_otherwise(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(message(1, "Ask legal", MessageKind.INTERNAL_NOTE)), NOW)
    assert "Internal note" in bubble(pane, 1).accessibleName()


def test_the_layout_of_a_mail_is_shown_beside_its_words_on_demand(pane: ConversationPane) -> None:
    asked: list[int] = []
    pane.wishes.html.connect(asked.append)
    pane.show_conversation(conversation(message(1, "Hi", MessageKind.CUSTOMER, original=SourceId(3))), NOW)
    bubble(pane, 1).toggle_html()
    assert asked == [1]
    pane.show_html(MessageId(1), SafeHtml("<p>Hello <b>there</b></p>"))
    view = bubble(pane, 1).findChild(SafeMailView)
    assert view is not None
    assert view.toPlainText() == "Hello there"
    bubble(pane, 1).toggle_html()
    assert bubble(pane, 1).body.words() == "Hi"
    pane.show_html(MessageId(1), None)
    assert "without any layout" in "".join(
        label.text() for label in bubble(pane, 1).findChildren(type(bubble(pane, 1).body._plain))
    )


def test_nothing_is_offered_that_nobody_does(qapp: QApplication) -> None:
    alone = ConversationPane()
    alone.resize(600, 400)
    alone.show()
    alone.show_conversation(conversation(message(1, original=SourceId(3))), NOW)
    assert [words for words, _ in bubble(alone, 1).offers()] == ["Copy the message"]


def test_keys_go_from_message_to_message(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(*(message(n) for n in range(1, 31))), NOW)
    pane.activateWindow()
    pane.step(-1)
    first = pane.focus_inside()
    assert isinstance(first, Bubble)
    pane.step(-1)
    second = pane.focus_inside()
    assert isinstance(second, Bubble)
    assert second.message.id == first.message.id - 1
    pane.step(1)
    assert pane.current() is not None
    assert pane.current().message.id == first.message.id  # type: ignore[union-attr]


def test_a_disguised_attachment_says_so(pane: ConversationPane) -> None:
    files = (
        AttachmentRow("invoice.pdf.exe", "application/octet-stream", 10, AttachmentId(1)),
        AttachmentRow("photo.png", "image/png", 10, AttachmentId(2)),
    )
    pane.show_conversation(conversation(message(1, "See", MessageKind.CUSTOMER, attachments=files)), NOW)
    said = [
        child.accessibleName()
        for child in bubble(pane, 1).children()
        for child in child.children()
        if hasattr(child, "accessibleName")
    ]
    assert any("invoice.pdf.exe" in name and "Looks like a document, but is none" in name for name in said)
    looked: list[int] = []
    pane.wishes.looked.connect(looked.append)
    looks = [b for b in bubble(pane, 1).findChildren(QPushButton) if b.text() == "Look"]
    assert [b.accessibleName() for b in looks] == ["Look at photo.png"]
    looks[0].click()
    assert looked == [2]


def test_what_was_done_stands_between_the_messages_on_demand(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(message(1), message(2)), NOW)
    pane.show_happenings([Happening(NOW + timedelta(seconds=90), "Ada: Status changed")])
    between = [p.message.id if isinstance(p, Bubble) else p.accessibleName() for p in pane.stack.parts()]
    assert between[0] == 1
    assert "Ada: Status changed" in str(between[1])
    assert between[2] == 2
    pane.show_happenings(())
    assert len(pane.stack.parts()) == 2


def test_another_ticket_begins_folded(pane: ConversationPane) -> None:
    first = conversation(message(1, QUOTING))
    pane.show_conversation(first, NOW)
    bubble(pane, 1).toggle_quoted()
    pane.show_conversation(replace(first, ticket=replace(first.ticket, id=TicketId(8))), NOW)
    assert bubble(pane, 1).body.words() == "Thanks, that helped."


def test_on_paper_markup_is_words_and_notes_are_left_out_unless_wanted(pane: ConversationPane, tmp_path: object) -> None:
    secret = f"<img src='{tmp_path}/x.png'> <script>x</script>"
    told = conversation(message(1, secret, MessageKind.CUSTOMER), message(2, "Ask legal", MessageKind.INTERNAL_NOTE))
    outward = paper(told, notes=False).toPlainText()
    assert secret in outward
    assert "Ask legal" not in outward
    assert "Ask legal" in paper(told, notes=True).toPlainText()
    assert pdf(paper(told, notes=False), "Parcel").startswith(b"%PDF-")


def test_a_wide_table_gets_a_bar_and_nothing_is_hidden_below(pane: ConversationPane) -> None:
    pane.show_conversation(conversation(message(1, "Hi", MessageKind.CUSTOMER, original=SourceId(3))), NOW)
    pane.show_html(MessageId(1), SafeHtml("<table><tr>" + "<td>columncolumn</td>" * 30 + "</tr></table><p>last</p>"))
    QTest.qWait(0)
    view = bubble(pane, 1).findChild(SafeMailView)
    assert view is not None
    assert view.verticalScrollBar().maximum() == 0


def test_in_large_text_and_a_narrow_pane_no_word_of_a_heading_covers_another(qtbot: QtBot, qapp: QApplication) -> None:
    worn = theme.Theme(qapp, theme.Look(text=200))
    try:
        made = ConversationPane()
        qtbot.addWidget(made)
        made.resize(330, 600)
        made.show()
        made.show_conversation(conversation(message(1, "Where is it?", MessageKind.CUSTOMER)))
        one = bubble(settled(made), 1)
        heading = [*one.findChildren(ElidedLabel), one.age, one.more]
        places = [QRect(part.mapTo(one, QPoint()), part.size()) for part in heading]
        assert len(places) == 4
        assert all(one.rect().contains(place) for place in places)
        assert not any(place.intersects(other) for place, other in combinations(places, 2))
    finally:
        worn.use(theme.Look())
