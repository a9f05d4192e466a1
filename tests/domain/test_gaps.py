"""What of a ticket shows that the articles did not do, and how a proposal is known again."""

from datetime import UTC, datetime

import pytest

from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState
from helpdesk.domain.gap_proposal import GapKind, mark_of
from helpdesk.domain.gaps import Course, Signal, counted, telling_terms, trouble_of
from helpdesk.domain.ids import ArticleId, DraftId, TicketId
from helpdesk.domain.label import HandedOn
from helpdesk.domain.terms import telling_stems

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def course(**changed: object) -> Course:
    usual = {
        "ticket_id": TicketId(1), "draft_id": DraftId(1), "state": DraftState.IN_REVIEW, "abstained": False, "failure": "",
        "kind": None, "reason": "", "material": False, "wrong": False, "by_hand": False, "at": NOW,
    }  # fmt: skip
    return Course(**{**usual, **changed})  # type: ignore[arg-type]


def signal(**changed: object) -> Signal | None:
    found = trouble_of(course(**changed))
    return found.signal if found else None


@pytest.mark.parametrize("reason", [RejectReason.WRONG_FACT, RejectReason.OUTDATED, RejectReason.INCOMPLETE])
def test_a_rejection_that_points_at_an_article_is_a_trouble(reason: RejectReason) -> None:
    assert signal(kind=DecisionKind.REJECT, reason=reason) is Signal.REJECTED


@pytest.mark.parametrize(
    "reason", [RejectReason.NO_REPLY_NEEDED, RejectReason.TONE, RejectReason.WRONG_LANGUAGE, RejectReason.NEEDS_ACTION]
)
def test_a_rejection_for_its_tone_or_for_want_of_a_question_is_none(reason: RejectReason) -> None:
    assert signal(kind=DecisionKind.REJECT, reason=reason, by_hand=True) is None


def test_an_unedited_approval_shows_that_the_articles_do() -> None:
    assert signal(kind=DecisionKind.APPROVE) is None
    assert signal(kind=DecisionKind.EDIT, material=False) is None
    assert signal(kind=DecisionKind.EDIT, material=True) is Signal.EDITED
    assert signal(kind=DecisionKind.APPROVE, wrong=True) is Signal.FOUND_WRONG


def test_a_draft_handed_on_as_right_is_no_trouble() -> None:
    assert signal(kind=DecisionKind.ESCALATE) is Signal.ESCALATED
    assert signal(kind=DecisionKind.ESCALATE, reason=HandedOn.RIGHT) is None


def test_what_nobody_decided_shows_what_the_program_could_not_do() -> None:
    assert signal() is None
    assert signal(abstained=True) is Signal.ABSTAINED
    assert signal(by_hand=True, state=DraftState.SUPERSEDED) is Signal.BY_HAND
    assert signal(state=DraftState.SUPERSEDED, abstained=True) is None
    failed = trouble_of(course(state=DraftState.FAILED, failure="the disk is full"))
    assert failed is not None
    assert (failed.signal, failed.reason) == (Signal.FAILED, "the disk is full")


def test_a_proposal_is_known_again_however_its_question_is_worded() -> None:
    one = mark_of(GapKind.NEW_ARTICLE, None, "How do I ship to Norway?")
    assert one == mark_of(GapKind.NEW_ARTICLE, None, "shipping … to NORWAY, please")
    assert one != mark_of(GapKind.NEW_ARTICLE, None, "How do I ship to Poland?")
    assert one != mark_of(GapKind.ADDITION, ArticleId(3), "How do I ship to Norway?")


def test_a_group_is_named_by_what_its_questions_have_and_others_have_not() -> None:
    questions = ["Do you deliver parcels to Norway 4711?", "parcel to Norway, how long, please?"]
    everywhere = dict.fromkeys(telling_stems("parcel deliver"), 9)
    assert telling_terms(questions, everywhere, 10)[0] == "norway"
    assert "4711" not in telling_terms(questions, everywhere, 10)


def test_signals_are_counted_the_most_frequent_first() -> None:
    troubles = [trouble_of(course(abstained=True)), *(trouble_of(course(by_hand=True)) for _ in range(2))]
    assert list(counted([one for one in troubles if one]).items()) == [(Signal.BY_HAND, 2), (Signal.ABSTAINED, 1)]
