"""What an agent types into a draft, and what becomes of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.errors import DiskFull
from helpdesk.ui.review.contract import Offer, Saved
from tests.fakes.review_desk import REPLY
from tests.fakes.review_shift import ReviewShift


def test_spaces_the_editor_respells_do_not_make_an_approval_an_edit(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask(text="You can return any article within 30\u00a0days of delivery. [1]")
    shift.begin()
    shift.presenter.approve()
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert decision.kind is DecisionKind.APPROVE
    assert decision.after == "You can return any article within 30\u00a0days of delivery. [1]"


def test_an_edited_reply_keeps_before_and_after(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.type("Hello Ana, of course. [1]")
    shift.presenter.approve()
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert (decision.kind, decision.before, decision.after) == (DecisionKind.EDIT, REPLY, "Hello Ana, of course. [1]")


def test_every_keystroke_is_in_the_store_a_moment_later(shift: ReviewShift) -> None:
    _, draft_id = shift.ask()
    shift.begin()
    shift.type("H")
    shift.type("He")
    assert shift.saved() is Saved.SAVING
    assert max(delay.milliseconds for delay in shift.delays.made if delay.waiting) <= 300
    shift.delays.pass_()
    assert shift.saved() is Saved.SAVED
    assert shift.draft(draft_id).edited == "He"
    shift.type(REPLY)
    shift.delays.pass_()
    assert shift.draft(draft_id).edited is None


def test_text_in_progress_is_saved_when_the_agent_moves_on_or_leaves(shift: ReviewShift) -> None:
    _, first = shift.ask(subject="one", score=0.1)
    _, second = shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.type("half a reply")
    shift.presenter.move(1)
    assert shift.view.subject == "two"
    assert shift.draft(first).edited == "half a reply"
    shift.type("other half")
    shift.presenter.left()
    assert shift.draft(second).edited == "other half"
    shift.presenter.move(-1)
    assert shift.view.editor == "half a reply"
    assert shift.saved() is Saved.SAVED


def test_undo_while_writing_elsewhere_keeps_that_text_too(shift: ReviewShift) -> None:
    shift.ask(subject="one", score=0.1)
    _, second = shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.presenter.approve()
    shift.type("typed just before undoing")
    shift.toasts.act()
    assert shift.view.subject == "one"
    assert shift.draft(second).edited == "typed just before undoing"


def test_an_empty_reply_is_not_sent(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    shift.type("   ")
    shift.presenter.approve()
    assert not shift.outbox()
    assert "empty" in shift.notice().words
    assert not shift.view.busy


def test_a_full_disk_keeps_the_text_in_the_editor_and_offers_to_save_again(
    shift: ReviewShift, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, draft_id = shift.ask()
    shift.begin()
    write = shift.desk.store.write

    async def full(_: Any) -> None:
        raise DiskFull(Path("/desk"))

    monkeypatch.setattr(shift.desk.store, "write", full)
    shift.type("precious")
    shift.delays.pass_()
    assert shift.saved() is Saved.NOT_SAVED
    assert shift.notice().offer is Offer.RETRY_SAVING
    shift.presenter.approve()
    assert "Nothing was sent" in shift.notice().words
    monkeypatch.setattr(shift.desk.store, "write", write)
    shift.presenter.take_offer(Offer.RETRY_SAVING)
    assert shift.saved() is Saved.SAVED
    assert shift.draft(draft_id).edited == "precious"


def test_a_draft_on_display_stays_mine_when_my_name_changes(shift: ReviewShift) -> None:
    ticket_id, draft_id = shift.ask()
    shift.begin()
    shift.type("half a reply")
    shift.desk.settings = replace(shift.desk.settings, agent_name="Ada")
    shift.presenter.desk_ready(shift.desk.as_desk())
    assert shift.draft(draft_id).edited == "half a reply" == shift.view.editor
    assert [row.claimed_by for row in shift.run(shift.desk.colleague.queue())] == ["Ada"]
    assert shift.view.sheet is not None
    assert shift.view.sheet.held_by == ""
    shift.type("a whole reply")
    shift.delays.pass_()
    assert shift.draft(draft_id).edited == "a whole reply"
    shift.presenter.approve()
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert (decision.agent, decision.after) == ("Ada", "a whole reply")
