"""The review screen in its window, worked with keys and mouse: real widgets, real store, real review service."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.draft import Citation, DraftState, Reason
from helpdesk.domain.events import DraftReady, DraftRequested
from helpdesk.domain.ids import ArticleId, PassageId, RevisionId
from helpdesk.ui import theme
from helpdesk.ui.kit import ElidedLabel, Place
from helpdesk.ui.review import keys
from helpdesk.ui.review.draft_pane import DraftPane
from helpdesk.ui.review.sources import Sources
from helpdesk.ui.theme import DARK, LIGHT
from tests.fakes.review_desk import Asked
from tests.fakes.review_seat import ALT, CTRL, Seat, seated, wear

HOSTILE = '<img src="file:///etc/hostname"> <b>you</b> \u202egnp.exe <a href="http://evil.example">click</a>'


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Seat]:
    with seated(qtbot, qapp, tmp_path) as made:
        yield made


def test_a_whole_shift_without_the_mouse(seat: Seat) -> None:
    for number in range(4):
        seat.ask(subject=f"ticket {number}", score=0.1 * number, email=f"c{number}@customers.example")
    seat.open()
    assert seat.subject == "ticket 0"
    seat.press(Qt.Key.Key_J)
    assert seat.subject == "ticket 1"
    seat.press(Qt.Key.Key_K)
    assert seat.subject == "ticket 0"
    seat.press(Qt.Key.Key_I)
    assert seat.editor.hasFocus()
    QTest.keyClicks(seat.editor, "Dear r?jk ")
    assert seat.editor.toPlainText().startswith("Dear r?jk Hello Ana")
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.subject == "ticket 1"
    assert seat.screen.queue.hasFocus()  # No letter gets into the next reply.
    seat.press(Qt.Key.Key_U)
    assert seat.subject == "ticket 0"
    assert seat.editor.toPlainText().startswith("Dear r?jk Hello Ana")
    seat.press(Qt.Key.Key_R)
    seat.press(Qt.Key.Key_5)
    assert seat.subject == "ticket 1"
    seat.press(Qt.Key.Key_E)
    seat.write("ask the vendor")
    seat.press(Qt.Key.Key_Return)
    assert seat.subject == "ticket 2"
    seat.press(Qt.Key.Key_S)
    assert seat.subject == "ticket 3"
    (draft,) = [row for row in seat.rows() if row.subject == "ticket 2"]
    assert draft.state is DraftState.IN_REVIEW


def test_a_reply_is_redrafted_with_a_hint_from_the_editor_too(seat: Seat) -> None:
    _, draft_id = seat.ask()
    seat.open()
    seat.press(Qt.Key.Key_I)
    seat.press(Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    seat.write("mention the form")
    seat.press(Qt.Key.Key_Return)
    assert seat.screen.draft.notice_words() == "The draft is being written…"
    assert seat.editor.isReadOnly()
    assert seat.bridge.run(seat.desk.review.open(draft_id)).draft.state is DraftState.SUPERSEDED


def test_a_reply_is_redrafted_without_a_hint(seat: Seat) -> None:
    _, draft_id = seat.ask()
    seat.open()
    seat.press(Qt.Key.Key_G)
    seat.press(Qt.Key.Key_Return)
    assert seat.screen.draft.notice_words() == "The draft is being written…"
    assert seat.bridge.run(seat.desk.review.open(draft_id)).draft.state is DraftState.SUPERSEDED


def test_a_draft_that_failed_can_be_drafted_again_by_key(seat: Seat) -> None:
    ticket_id, _ = seat.ask()
    failed = seat.bridge.run(seat.desk.store.write(lambda r: r.drafts.request(ticket_id)))
    seat.bridge.run(seat.desk.store.write(lambda r: r.drafts.failed(failed, "The model stopped early.")))
    seat.open()
    seat.window.go(Place("review", ticket_id=ticket_id))
    assert "The model stopped early." in seat.screen.draft.notice_words()
    seat.press(Qt.Key.Key_G)
    seat.press(Qt.Key.Key_Return)
    assert seat.screen.draft.notice_words() == "The draft is being written…"


def test_drafts_that_are_being_written_are_counted_below_the_queue(seat: Seat) -> None:
    seat.ask(subject="there")
    seat.open()
    assert seat.screen.foot_words() == ""
    coming = seat.bridge.run(seat.desk.receive(Asked(subject="coming", email="b@customers.example")))
    draft_id = seat.bridge.run(seat.desk.store.write(lambda r: r.drafts.request(coming)))
    seat.bridge.publish(DraftRequested(draft_id, coming))
    seat.delays.pass_()
    assert seat.screen.foot_words() == "1 draft is being written, about 40 s"
    seat.bridge.run(seat.desk.answer(draft_id, Asked()))
    seat.bridge.publish(DraftReady(draft_id, coming))
    seat.delays.pass_()
    assert seat.screen.foot_words() == ""


def test_an_empty_queue_does_not_say_done_while_drafts_are_being_written(seat: Seat) -> None:
    seat.bridge.run(seat.desk.learn())
    coming = seat.bridge.run(seat.desk.receive(Asked()))
    seat.bridge.run(seat.desk.store.write(lambda r: r.drafts.request(coming)))
    seat.open()
    assert "Drafts are being written" in seat.screen.empty.words()


def test_what_asks_for_a_person_comes_first_and_is_no_plus(seat: Seat) -> None:
    flag = Reason("refund", "It is about a refund or compensation: a person decides", 0.0)
    up = [Reason(f"up-{n}", f"Speaks for it {n}", 1.0 + n) for n in range(6)]
    seat.ask(reasons=(*up, flag, Reason("down", "Speaks against it", -0.2)))
    seat.open()
    signs = [label.text() for label in seat.screen.draft.sources.findChildren(QLabel) if label.text() in ("!", "+", "−")]
    assert signs == ["!", "+", "+", "+", "+"]
    names = [label.accessibleName() for label in seat.screen.draft.sources.findChildren(QLabel) if label.text() == "!"]
    assert names == ["asks for a person's eye"]


def test_a_quote_is_shown_in_plain_words(qtbot: QtBot) -> None:
    sources = Sources()
    qtbot.addWidget(sources)
    quote = "| Alkaline | **yes**, see [types](types.md) |"
    citation = Citation(1, ArticleId(1), RevisionId(1), PassageId(1), "a.md", "Batteries", "", (3, 3), quote)
    sources.show_sources([citation], [])
    assert sources.height() > 40
    assert "“Alkaline yes, see types”" in [part.text() for part in sources.findChildren(ElidedLabel)]


def test_a_draft_on_fewer_passages_shows_no_source_of_the_one_before(qtbot: QtBot) -> None:
    sources, opened = Sources(), list[int]()
    qtbot.addWidget(sources)
    sources.opened.connect(opened.append)
    sources.resize(400, 300)
    sources.show()
    three = [
        Citation(n, ArticleId(n), RevisionId(1), PassageId(n), "a.md", f"Title {n}", "", (n, n), "words") for n in (1, 2, 3)
    ]
    sources.show_sources(three, [Reason("up", "Speaks for it", 1.0)])
    tall = sources.maximumHeight()
    sources.show_sources(three[2:], [])
    shown = [part.text() for part in sources.findChildren(ElidedLabel) if part.isVisible()]
    assert shown == ["Title 3", "“words”"]
    assert not any(part.isVisible() for part in sources.findChildren(QLabel) if part.text() == "Why this confidence")
    assert sources.maximumHeight() < tall
    QTest.mouseClick(next(part for part in sources.findChildren(QPushButton) if part.isVisible()), Qt.MouseButton.LeftButton)
    assert opened == [3]


def test_in_a_low_window_the_reasons_give_way_and_the_reply_stays_to_be_read(qtbot: QtBot) -> None:
    host = QFrame()
    qtbot.addWidget(host)
    pane = DraftPane(host)
    qtbot.addWidget(pane)
    pane.resize(430, 360)
    pane.sources.show_sources([], [Reason(f"sign-{n}", f"Needs a person's eye {n}", 0.0) for n in range(12)])
    pane.show()
    QApplication.processEvents()
    actions = pane.deciding()[0].parentWidget()
    assert actions is not None
    parts: list[QWidget] = [pane.editor, pane.sources, actions]
    assert [part.geometry().top() for part in parts] == sorted(part.geometry().top() for part in parts)
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(parts))
    assert pane.editor.height() >= 88


def test_a_source_opens_by_key_by_chip_and_by_its_mark(seat: Seat) -> None:
    seat.ask()
    seat.open()
    seat.press(Qt.Key.Key_1, ALT)
    assert seat.screen.reader.isVisible()
    assert seat.screen.reader.marked_text().startswith("You can return any article within 30 days")
    seat.press(Qt.Key.Key_Escape)
    assert seat.screen.conversation.isVisible()
    assert seat.screen.queue.hasFocus()
    chip = next(b for b in seat.screen.draft.sources.findChildren(QPushButton) if b.text() == "1")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert seat.screen.reader.isVisible()
    seat.press(Qt.Key.Key_Escape)
    cursor = seat.editor.document().find("[1]")
    QTest.mouseClick(seat.editor.viewport(), Qt.MouseButton.LeftButton, CTRL, seat.editor.cursorRect(cursor).center())
    assert seat.screen.reader.isVisible()


def test_saved_is_said_while_writing(seat: Seat) -> None:
    seat.ask()
    seat.open()
    seat.press(Qt.Key.Key_I)
    QTest.keyClicks(seat.editor, "x")
    assert seat.screen.draft.saved_words() == "Saving…"
    seat.delays.pass_()
    assert seat.screen.draft.saved_words() == "Saved"


def test_text_in_progress_survives_closing_the_window(seat: Seat) -> None:
    _, draft_id = seat.ask()
    seat.open()
    seat.press(Qt.Key.Key_I)
    QTest.keyClicks(seat.editor, "Z")
    seat.window.close()
    kept = seat.bridge.run(seat.desk.review.open(draft_id)).draft.edited
    assert kept is not None
    assert kept.startswith("Z")


def test_approving_does_not_blink(seat: Seat) -> None:
    seat.ask(subject="one", score=0.1)
    seat.ask(subject="two", score=0.2)
    seat.open()
    hidden: list[str] = []
    stack = seat.screen.empty.parentWidget()
    assert stack is not None
    stack.currentChanged.connect(lambda at: hidden.append(str(at)))  # type: ignore[attr-defined]
    seat.press(Qt.Key.Key_Return, CTRL)
    assert seat.subject == "two"
    assert hidden == []


def test_nothing_from_outside_is_ever_rendered(seat: Seat, qtbot: QtBot) -> None:
    ticket_id, _ = seat.ask(subject=HOSTILE, body=HOSTILE, name=HOSTILE, text=HOSTILE)
    seat.bridge.run(seat.desk.say(ticket_id, MessageKind.INTERNAL_NOTE, HOSTILE, HOSTILE))
    seat.open()
    seat.press(Qt.Key.Key_1, ALT)
    seat.window.grab()
    labels = seat.window.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert not any(label.openExternalLinks() for label in labels)
    assert not [edit for edit in seat.window.findChildren(QTextEdit) if edit.acceptRichText()]
    assert not any("<" in widget.toolTip() for widget in seat.window.findChildren(QWidget))
    shown = [label.text() for label in labels]
    assert any("<b>you</b>" in text for text in shown)
    assert not any("\u202e" in text for text in shown)


def test_every_control_has_a_name_for_a_screen_reader(seat: Seat) -> None:
    seat.ask()
    seat.open()
    controls = [*seat.window.findChildren(QAbstractButton), *seat.window.findChildren(QPlainTextEdit), seat.screen.queue]
    unnamed = [type(control).__name__ for control in controls if control.isVisible() and not control.accessibleName()]
    assert unnamed == []


def test_every_decision_has_a_key_on_the_sheet(seat: Seat) -> None:
    seat.ask()
    seat.open()
    named = {intent.name for intent in seat.rooms.shortcuts.intents()}
    assert {"approve", "reject", "escalate", "redraft", "skip", "undo", "next", "previous", "edit", "keys"} <= named
    seat.press(Qt.Key.Key_Question)
    assert seat.rooms.sheet.isVisible()
    words = {label.text() for label in seat.rooms.sheet.findChildren(QLabel)}
    assert {intent.words for intent in keys.INTENTS if intent.words} <= words
    seat.press(Qt.Key.Key_Escape)
    assert seat.rooms.sheet.isHidden()


def test_tab_leads_from_the_queue_through_reply_sources_and_decisions(seat: Seat) -> None:
    seat.ask()
    seat.open()
    seen: list[str] = []
    for _ in range(12):
        seat.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() if focused else "")
    order = [name for name in ("Draft reply", "Approve and send", "Reject with a reason", "Skip this draft") if name in seen]
    assert order == ["Draft reply", "Approve and send", "Reject with a reason", "Skip this draft"]
    assert [seen.index(name) for name in order] == sorted(seen.index(name) for name in order)


def test_it_fits_a_small_screen_without_cutting_a_button(seat: Seat) -> None:
    seat.ask(subject="A very long subject " * 10)
    seat.open()
    for size in ((1280, 800), (1024, 640)):
        seat.window.resize(*size)
        QTest.qWait(1)
        assert seat.window.width() == size[0]
        for button in seat.screen.draft.deciding():
            right = button.mapTo(seat.window, button.rect().topRight()).x()
            assert right < size[0]
            assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_both_themes_paint_every_part(seat: Seat, qapp: QApplication, colours: theme.Colours) -> None:
    seat.ask(score=0.3)
    seat.open()
    wear(qapp, colours)
    seat.press(Qt.Key.Key_1, ALT)
    QTest.qWait(1)
    picture = seat.window.grab().toImage()
    assert picture.pixelColor(1270, 300).lightness() == pytest.approx(QColor(colours.surface).lightness(), abs=12)
    found = {picture.pixelColor(x, y).name() for x in range(400, 760, 6) for y in range(60, 400, 3)}
    assert colours.mark in found


def test_a_ticket_named_by_another_screen_opens_here(seat: Seat) -> None:
    seat.ask(subject="first", score=0.1)
    ticket_id, _ = seat.ask(subject="wanted", score=0.9)
    seat.open()
    seat.window.go(Place("review", ticket_id=ticket_id))
    assert seat.subject == "wanted"


def test_a_very_long_conversation_opens_at_its_end_and_can_be_scrolled_through(seat: Seat, qtbot: QtBot) -> None:
    ticket_id, _ = seat.ask()
    for number in range(60):
        seat.bridge.run(seat.desk.say(ticket_id, MessageKind.PUBLIC_REPLY, f"message {number} " * 30))
    seat.open()
    pane = seat.screen.conversation
    assert pane.shown_messages() == 61
    assert pane.stack.is_at_end()
    assert len(pane.stack.parts()) < 61


def test_a_huge_message_is_shown_in_part_until_asked(seat: Seat) -> None:
    seat.ask(body="word " * 20_000)
    seat.open()
    more = next(b for b in seat.screen.conversation.findChildren(QPushButton) if b.text().startswith("Show all"))
    more.click()
    assert not more.isVisible()


def test_an_empty_queue_leads_to_what_there_is_to_do(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[Place] = []
    monkeypatch.setattr(seat.rooms, "go", went.append)
    object.__setattr__(seat.screen._context, "navigate", went.append)
    seat.open()
    assert seat.screen.empty.words().startswith("Start with what you know")
    seat.screen.empty.acted.emit()
    assert went == [Place("knowledge")]


def test_the_reasons_on_offer_are_the_closed_list(seat: Seat) -> None:
    seat.ask()
    seat.open()
    seat.press(Qt.Key.Key_R)
    rows = [b for b in seat.screen.draft._reasons.findChildren(QPushButton) if b.isVisible()]
    assert len(rows) == len(RejectReason) == 9
