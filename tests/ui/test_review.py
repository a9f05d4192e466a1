"""Reviewing, as the agent's intents drive it: real store, real review service, no widgets."""

from pathlib import Path
from typing import Any

import pytest

from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState, Fingerprint
from helpdesk.domain.errors import DiskFull, UndoTooLate
from helpdesk.domain.ticket import TicketStatus
from helpdesk.settings import Settings
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.review.contract import Offer, Waiting
from tests.fakes.review_shift import ReviewShift


def test_before_the_desk_is_open_the_screen_says_it_is_loading(shift: ReviewShift) -> None:
    assert shift.waiting() is Waiting.LOADING


def test_an_empty_desk_asks_for_knowledge_first(shift: ReviewShift) -> None:
    shift.begin()
    assert shift.waiting() is Waiting.NO_KNOWLEDGE


def test_an_empty_queue_says_all_is_done(shift: ReviewShift) -> None:
    shift.run(shift.desk.learn())
    shift.begin()
    assert shift.waiting() is Waiting.NOTHING


def test_the_least_certain_draft_opens_first_and_is_claimed(shift: ReviewShift) -> None:
    shift.ask(subject="sure", score=0.9)
    shift.ask(subject="unsure", score=0.3)
    shift.begin()
    assert [row.subject for row in shift.view.rows] == ["unsure", "sure"]
    assert shift.view.subject == "unsure"
    assert shift.view.current == shift.view.rows[0].draft_id
    theirs = shift.run(shift.desk.colleague.queue())
    assert [row.claimed_by for row in theirs] == ["Agent", ""]


def test_ones_own_claim_is_not_shown_as_somebody_elses(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    shift.presenter.refresh()
    assert shift.view.rows[0].claimed_by == ""


def test_approving_sends_the_draft_as_written_and_shows_the_next_at_once(shift: ReviewShift) -> None:
    shift.ask(subject="one", score=0.3)
    shift.ask(subject="two", score=0.9)
    shift.begin()
    before = shift.view.sheets
    shift.presenter.approve()
    assert shift.view.subject == "two"
    assert shift.view.sheets == before + 1
    assert not shift.view.busy
    (entry,) = shift.outbox()
    assert entry.state is OutboxState.QUEUED
    assert "[1]" not in entry.body
    assert shift.toasts.toast is not None
    assert shift.toasts.toast.counts
    assert shift.toasts.toast.seconds == 15
    (decision,) = shift.run(shift.desk.review.decisions(entry.ticket_id))
    assert decision.kind is DecisionKind.APPROVE


def test_who_went_down_the_queue_goes_on_from_there_and_at_its_end_from_the_head(shift: ReviewShift) -> None:
    for score, subject in enumerate(("one", "two", "three", "four"), start=1):
        shift.ask(subject=subject, score=score / 10)
    shift.begin()
    shift.presenter.move(1)
    shift.presenter.skip()
    assert shift.view.subject == "three"
    shift.presenter.approve()
    assert shift.view.subject == "four"
    shift.presenter.approve()
    assert shift.view.subject == "one"


def test_a_draft_that_is_left_is_free_for_others(shift: ReviewShift) -> None:
    shift.ask(subject="one", score=0.1)
    shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.presenter.move(1)
    theirs = shift.run(shift.desk.colleague.queue())
    assert [row.claimed_by for row in theirs] == ["", "Agent"]


def test_undo_takes_the_reply_out_of_the_outbox_and_gives_the_text_back(shift: ReviewShift) -> None:
    shift.ask(subject="one", score=0.1)
    shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.type("My own words")
    shift.presenter.approve()
    assert shift.view.subject == "two"
    shift.toasts.act()
    assert shift.view.subject == "one"
    assert shift.view.editor == "My own words"
    assert shift.outbox()[0].state is OutboxState.UNDONE
    assert shift.view.sheet is not None
    assert shift.view.sheet.decidable
    shift.presenter.approve()
    assert [entry.state for entry in shift.outbox()] == [OutboxState.QUEUED, OutboxState.UNDONE]


def test_too_late_to_undo_is_said_and_changes_nothing(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    shift.presenter.approve()
    (entry,) = shift.outbox()
    shift.run(shift.desk.store.write(lambda r: r.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING)))
    shift.toasts.act()
    assert isinstance(shift.reported[0], UndoTooLate)
    assert shift.waiting() is Waiting.NOTHING


def test_rejecting_needs_a_reason_of_the_list_and_can_be_undone(shift: ReviewShift) -> None:
    ticket_id, draft_id = shift.ask()
    shift.begin()
    shift.presenter.reject(RejectReason.WRONG_FACT)
    assert shift.draft(draft_id).state is DraftState.REJECTED
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert decision.reason == "wrong-fact"
    assert shift.toasts.toast is not None
    assert "says something wrong" in shift.toasts.toast.words
    shift.toasts.act()
    assert shift.draft(draft_id).state is DraftState.IN_REVIEW


def test_escalating_leaves_the_note_on_the_conversation(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.presenter.escalate("needs billing")
    conversation = shift.run(shift.desk.conversation(ticket_id))
    assert conversation.ticket.status is TicketStatus.ON_HOLD
    assert "needs billing" in conversation.messages[-1].body
    assert conversation.messages[-1].kind is MessageKind.INTERNAL_NOTE


def test_skipping_puts_the_draft_behind_the_others(shift: ReviewShift) -> None:
    shift.ask(subject="one", score=0.1)
    shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.type("keep me")
    shift.presenter.skip()
    assert shift.view.subject == "two"
    shift.delays.pass_()
    assert [row.subject for row in shift.view.rows] == ["two", "one"]
    shift.presenter.move(1)
    assert shift.view.editor == "keep me"


@pytest.mark.parametrize("away", [False, True])
def test_without_a_model_the_agent_is_told_once_and_can_wave_it_away(shift: ReviewShift, away: bool) -> None:
    shift.ask(subject="one", score=0.1, improvable=away)
    shift.ask(subject="two", score=0.2, improvable=away)
    shift.ask(subject="three", score=0.3, writer=Fingerprint("ollama", "llama", "p", "e", "c", "s"))
    shift.begin()
    assert shift.notice().offer is Offer.MODEL_SETTINGS
    shift.presenter.take_offer(Offer.MODEL_SETTINGS)
    assert shift.went == [Place("preferences", section="Drafting")]
    shift.presenter.dismiss_notice()
    shift.presenter.move(1)
    assert shift.view.notice is None
    shift.presenter.move(1)
    assert shift.view.notice is None


def test_what_is_missing_is_said_when_the_writer_found_nothing(shift: ReviewShift) -> None:
    shift.ask(missing="Nothing about warranty of lamps.", citations=False)
    shift.begin()
    assert "warranty of lamps" in shift.notice().words


def test_a_long_list_of_what_is_missing_leaves_the_editor_its_room(shift: ReviewShift) -> None:
    shift.ask(missing="Nothing answers “Which lamp fits?”. Nearest articles: Lamps. " * 8, citations=False)
    shift.begin()
    said = shift.notice().words
    assert said == "Nothing answers “Which lamp fits?”. …"  # The rest is the first reason beside the draft.


def test_a_failed_draft_opened_from_its_ticket_offers_to_draft_again(shift: ReviewShift) -> None:
    ticket_id, draft_id = shift.ask()
    fresh = shift.run(shift.desk.review.regenerate(draft_id, ""))
    shift.run(shift.desk.store.write(lambda r: r.drafts.failed(fresh, "The model stopped early.")))
    shift.presenter.entered(Place("review", ticket_id=ticket_id))
    shift.begin()
    assert shift.notice().words == "The model stopped early."
    shift.presenter.take_offer(Offer.DRAFT_AGAIN)


def test_a_queue_that_cannot_be_read_says_so_and_can_be_tried_again(
    shift: ReviewShift, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = shift.desk.store.read

    async def broken(_: Any) -> None:
        raise DiskFull(Path("/desk"))

    monkeypatch.setattr(shift.desk.store, "read", broken)
    shift.begin()
    assert shift.waiting() is Waiting.BROKEN
    assert "/desk" in shift.view.waiting_words
    monkeypatch.setattr(shift.desk.store, "read", read)
    shift.presenter.take_offer(Offer.RETRY)
    assert shift.waiting() is Waiting.NO_KNOWLEDGE


def test_intents_before_the_desk_is_open_do_nothing(shift: ReviewShift) -> None:
    shift.presenter.approve()
    shift.presenter.skip()
    shift.presenter.regenerate("x")
    shift.presenter.move(1)
    shift.presenter.open_citation(1)
    shift.presenter.typed("x")
    shift.presenter.left()
    assert shift.waiting() is Waiting.LOADING


def test_settings_that_ask_for_quoting_are_not_nagged_about(tmp_path: Path) -> None:
    shift = ReviewShift(tmp_path)
    shift.desk.settings = Settings(writer="excerpts")
    shift.ask()
    shift.begin()
    assert shift.view.notice is None
    shift.close()
