"""Test drafts and blind review at the review screen: real store, real review service, no widgets."""

from dataclasses import replace

from helpdesk.domain.decision import RejectReason
from helpdesk.domain.planting import Planted, PlantKind
from helpdesk.ui.review.contract import Weight
from tests.fakes.review_desk import REPLY
from tests.fakes.review_shift import ReviewShift

TRUE = "You can return any article within 30 days of delivery. [1]"
WRONG = TRUE.replace("30", "60")
PLANTED = Planted(PlantKind.NUMBER, REPLY.replace(TRUE, WRONG), WRONG, TRUE)


def plant(shift: ReviewShift) -> None:
    """A draft waits, with an error planted in it."""
    _, draft_id = shift.ask()
    shift.run(shift.desk.store.write(lambda records: records.seeds.plant(draft_id, 1, REPLY, PLANTED)))
    shift.begin()
    assert shift.view.sheet is not None
    assert shift.view.editor == PLANTED.text


def test_approving_a_test_draft_tells_what_was_planted_and_shows_the_true_one(shift: ReviewShift) -> None:
    plant(shift)
    shift.presenter.approve()

    assert shift.notice().title == "It was a test draft"
    assert WRONG in shift.notice().words
    assert TRUE in shift.notice().words
    assert shift.view.editor == REPLY
    assert not shift.view.busy
    assert shift.outbox() == []
    assert shift.toasts.toast is None

    shift.presenter.approve()
    assert [("30 days" in reply.body, "60 days" in reply.body) for reply in shift.outbox()] == [(True, False)]


def test_whoever_notices_is_told_so_and_goes_on_with_the_true_draft(shift: ReviewShift) -> None:
    plant(shift)
    shift.type(REPLY.replace("Hello", "Dear"))
    shift.presenter.reject(RejectReason.WRONG_FACT)

    assert (shift.notice().title, shift.notice().weight) == ("Well spotted: it was a test draft", Weight.QUIET)
    assert shift.view.editor == REPLY
    assert len(shift.view.rows) == 1


def test_asking_for_another_draft_asks_for_none_while_it_is_a_test(shift: ReviewShift) -> None:
    plant(shift)
    shift.presenter.regenerate("another number")

    assert shift.notice().title == "Well spotted: it was a test draft"
    assert shift.view.editor == REPLY


def test_a_blind_review_shows_neither_score_nor_reasons(shift: ReviewShift) -> None:
    shift.desk.settings = replace(shift.desk.settings, blind_review=True)
    shift.ask(subject="asked first", score=0.9, minutes_ago=30)
    shift.ask(subject="asked last", score=0.2, minutes_ago=5)
    shift.begin()

    assert [(row.subject, row.confidence) for row in shift.view.rows] == [("asked first", None), ("asked last", None)]
    assert shift.view.sheet is not None
    assert (shift.view.sheet.draft.confidence, shift.view.sheet.draft.reasons) == (None, ())
