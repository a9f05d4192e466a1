"""Replies that did not leave: seen at once, told apart from sent ones, and settled by a person."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpdesk.domain.composing import Wish
from helpdesk.domain.conversation import OutboxEntry, OutboxState
from helpdesk.domain.errors import StoreCorrupt
from helpdesk.domain.events import ReplyChanged
from helpdesk.settings import Settings
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.inbox.unsent_part import UnsentPart
from helpdesk.ui.kit import Banner, Place
from tests.fakes.auto_desk import answered_by
from tests.fakes.inline_window import InlineWindow, inline_window

DISK = "the disk is full"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(agent_name="Ada", writer="excerpts", undo_seconds=60)) as opened:
        yield opened


def reply(window: InlineWindow, text: str, *states: OutboxState, error: str = "") -> OutboxEntry:
    """A reply that went through these states after it was queued."""
    inbox = window.desk.inbox
    ticket_id = window.bridge.run(window.desk.intake.new_ticket("Ana", "ana@customers.example", f"About {text}", "Hello?"))
    entry = window.bridge.run(inbox.reply(ticket_id, text))
    before = OutboxState.QUEUED
    for state in states:
        window.bridge.run(inbox.store.write(lambda r, a=before, b=state: r.outbox.move(entry.id, a, b, error)))  # type: ignore[misc]
        before = state
    window.bridge.publish(ReplyChanged(entry.id, ticket_id))
    return entry


NARROW_LIST, ROOMY_LIST = 350, 420
"""As at 1280 x 800, with the side panel and without it."""


def show(window: InlineWindow) -> InboxScreen:
    screen = window.show(build, Place("inbox", section="outbox"))
    assert isinstance(screen, InboxScreen)
    return screen


def pick(screen: InboxScreen, entry: OutboxEntry) -> None:
    screen.outbox.rows.selectRow(screen.outbox_presenter.row_of(entry.id))


def state_of(window: InlineWindow, entry: OutboxEntry) -> OutboxState:
    return next(e.state for e in window.bridge.run(window.desk.outbox.listed()) if e.id == entry.id)


def test_an_empty_outbox_says_what_it_is_for(window: InlineWindow) -> None:
    assert "The outbox is empty" in show(window).outbox._empty.words()


def test_a_failed_reply_comes_first_with_its_reason_and_is_sent_again(window: InlineWindow) -> None:
    failed = reply(window, "first", OutboxState.SENDING, OutboxState.FAILED, error=DISK)
    reply(window, "second", OutboxState.SENDING, OutboxState.SENT)
    screen = show(window)
    head = screen.list.head
    assert head.outbox.accessibleName() == "Show the outbox, 1 reply not sent"
    head.setFixedWidth(ROOMY_LIST)
    window.settle()
    assert head.outbox.text() == "Outbox · 1 not sent"
    head.setFixedWidth(NARROW_LIST)
    window.settle()
    assert head.outbox.text() == "1"
    assert head.title.width() >= head.title.sizeHint().width(), "the name of the list keeps its room"
    assert screen.outbox_presenter.row_of(failed.id) == 0
    spoken = screen.outbox_presenter.model.index(0, 0).data()
    assert spoken.startswith("Not sent")
    assert DISK in spoken
    pick(screen, failed)
    assert DISK.capitalize() in screen.outbox.detail_words()
    assert not screen.outbox.confirm.isVisible()
    screen.outbox.retry.click()
    window.settle()
    assert state_of(window, failed) is OutboxState.QUEUED
    assert screen.list.head.outbox.text() == "Outbox"


def test_a_reply_that_could_not_leave_says_so_while_it_waits_to_be_tried_again(window: InlineWindow) -> None:
    held = reply(window, "first", OutboxState.SENDING)
    window.bridge.run(window.desk.inbox.store.write(lambda r: r.outbox.postpone(held.id, held.not_before, DISK)))
    window.bridge.publish(ReplyChanged(held.id, held.ticket_id))
    screen = show(window)
    spoken = screen.outbox_presenter.model.index(0, 0).data()
    assert spoken.startswith("Could not leave, tried again soon")
    assert DISK in spoken
    pick(screen, held)
    assert "Could not leave, tried again soon" in screen.outbox.detail_words()


def test_an_uncertain_reply_is_never_sent_again_by_itself_but_marked_by_a_person(window: InlineWindow) -> None:
    unsure = reply(window, "first", OutboxState.SENDING, OutboxState.UNCERTAIN, error="interrupted")
    screen = show(window)
    pick(screen, unsure)
    assert "nobody can tell whether it arrived" in screen.outbox.detail_words()
    screen.outbox.confirm.click()
    window.settle()
    assert state_of(window, unsure) is OutboxState.SENT
    assert not screen.outbox.retry.isVisible()


def banner_of(screen: InboxScreen) -> Banner:
    (banner,) = [placed.part.widget for placed in screen.parts if isinstance(placed.part, UnsentPart)]
    return banner


def notice(screen: InboxScreen) -> str:
    """What the ticket says of what has not left."""
    return banner_of(screen).words() if banner_of(screen).isVisible() else ""


def opened(window: InlineWindow, entry: OutboxEntry) -> InboxScreen:
    screen = window.show(build, Place("inbox", ticket_id=entry.ticket_id))
    assert isinstance(screen, InboxScreen)
    window.settle()
    return screen


def test_the_ticket_says_that_its_reply_was_not_sent_and_leads_to_it_in_the_outbox(window: InlineWindow) -> None:
    reply(window, "another", OutboxState.SENDING, OutboxState.FAILED, error="no route")
    failed = reply(window, "first", OutboxState.SENDING, OutboxState.FAILED, error=DISK)
    screen = opened(window, failed)
    assert notice(screen) == f"Reply to Ana: Not sent. {DISK.capitalize()}."
    banner_of(screen).act()
    screen.entered(window.went[-1])
    window.settle()
    assert DISK.capitalize() in screen.outbox.detail_words()
    screen.outbox.retry.click()
    window.settle()
    screen.open_ticket(failed.ticket_id)
    window.settle()
    assert notice(screen) == "", "what leaves in a moment is no news"


def test_the_ticket_says_when_a_reply_put_off_leaves_and_nothing_of_one_that_left(window: InlineWindow) -> None:
    later = reply(window, "first")
    assert notice(opened(window, later)) == ""
    run, ticket = window.bridge.run, later.ticket_id
    run(window.desk.inbox.reply(ticket, "Tomorrow then", Wish(at=datetime.now(UTC) + timedelta(days=1))))
    window.settle()
    screen = opened(window, later)
    assert notice(screen).startswith("Reply to Ana: Leaves 20")


def test_a_reply_that_failed_long_ago_is_still_in_the_outbox(window: InlineWindow) -> None:
    failed = reply(window, "first", OutboxState.SENDING, OutboxState.FAILED, error=DISK)
    for n in range(3):
        reply(window, f"later {n}", OutboxState.SENDING, OutboxState.SENT)
    assert {entry.state for entry in window.bridge.run(window.desk.outbox.listed(2))} == {OutboxState.FAILED, OutboxState.SENT}
    assert state_of(window, failed) is OutboxState.FAILED


def test_a_waiting_reply_is_taken_back_into_the_editor(window: InlineWindow) -> None:
    waiting = reply(window, "Not yet")
    screen = show(window)
    pick(screen, waiting)
    screen.outbox.take_back.click()
    window.settle()
    assert state_of(window, waiting) is OutboxState.UNDONE
    assert screen.work.currentWidget() is screen.ticket
    assert screen.writing.composer.reply.toPlainText() == "Not yet"


def test_a_reply_that_failed_comes_back_in_front_of_what_is_being_written(window: InlineWindow) -> None:
    failed = reply(window, "To the wrong place", OutboxState.SENDING, OutboxState.FAILED, error=DISK)
    window.bridge.run(window.desk.inbox.compose(failed.ticket_id, "Another matter"))
    screen = show(window)
    pick(screen, failed)
    assert "take it back to change its text" in screen.outbox.detail_words()
    screen.outbox.take_back.click()
    window.settle()
    assert state_of(window, failed) is OutboxState.UNDONE
    assert screen.work.currentWidget() is screen.ticket
    assert screen.writing.composer.reply.toPlainText() == "To the wrong place\n\nAnother matter"
    assert screen.list.head.outbox.text() == "Outbox"


def test_a_reply_that_may_have_left_says_why_it_stays(window: InlineWindow) -> None:
    unsure = reply(window, "first", OutboxState.SENDING, OutboxState.UNCERTAIN, error="interrupted")
    screen = show(window)
    pick(screen, unsure)
    assert "Since it may have left, it cannot be taken back." in screen.outbox.detail_words()
    assert not screen.outbox.take_back.isVisible()


def test_an_answer_of_the_desk_itself_that_failed_goes_back_to_the_review_queue(window: InlineWindow) -> None:
    sending, run = window.desk.sending, window.bridge.run
    run(sending.override(0.8, run(sending.offer_line(0.8)).wanted))
    run(answered_by(sending, "grace"))
    (entry,) = run(window.desk.outbox.listed())
    store = window.desk.inbox.store
    for before, after in ((OutboxState.QUEUED, OutboxState.SENDING), (OutboxState.SENDING, OutboxState.FAILED)):
        run(store.write(lambda r, a=before, b=after: r.outbox.move(entry.id, a, b, DISK)))  # type: ignore[misc]
    screen = show(window)
    pick(screen, entry)
    screen.outbox.take_back.click()
    window.settle()
    assert state_of(window, entry) is OutboxState.UNDONE
    assert [row.ticket_id for row in run(window.desk.review.queue())] == [entry.ticket_id]


def test_an_answer_of_the_desk_itself_is_marked_and_goes_back_to_the_review_queue(window: InlineWindow) -> None:
    sending, run = window.desk.sending, window.bridge.run
    run(sending.override(0.8, run(sending.offer_line(0.8)).wanted))
    run(answered_by(sending, "grace"))
    (entry,) = run(window.desk.outbox.listed())
    screen = show(window)
    pick(screen, entry)
    assert "sent by the desk itself, without a certificate" in screen.outbox.detail_words()
    screen.outbox.take_back.click()
    window.settle()
    assert state_of(window, entry) is OutboxState.UNDONE
    assert [row.ticket_id for row in run(window.desk.review.queue())] == [entry.ticket_id]


def test_too_late_is_said_and_the_list_shows_what_is(window: InlineWindow) -> None:
    waiting = reply(window, "Gone")
    screen = show(window)
    pick(screen, waiting)
    store = window.desk.inbox.store
    window.bridge.run(store.write(lambda r: r.outbox.move(waiting.id, OutboxState.QUEUED, OutboxState.SENDING)))
    screen.outbox.take_back.click()
    window.settle()
    assert [type(error).__name__ for error in window.reported] == ["UndoTooLate"]


def test_a_store_in_trouble_is_said_in_place_and_asked_again(window: InlineWindow) -> None:
    screen = show(window)
    screen.outbox.show_outbox_trouble(StoreCorrupt(Path("/desk.sqlite3"), "page 7"))
    assert "The store is damaged" in screen.outbox._banner.words()
    screen.outbox._banner.act()
    assert screen.outbox._banner.isHidden()
