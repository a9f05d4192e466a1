"""What a draft stands on, told before it goes out."""

from helpdesk.domain.article import ArticleStatus
from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.ui.review.contract import Offer
from tests.fakes.review_desk import REPLY
from tests.fakes.review_shift import ReviewShift


def test_a_source_opens_at_the_cited_lines_of_the_revision_cited(shift: ReviewShift) -> None:
    shift.ask()
    shift.run(shift.desk.learn("# Returns and refunds\n\nEverything changed.\n"))
    shift.begin()
    shift.presenter.open_citation(1)
    assert shift.view.article is not None
    assert "within 30 days" in shift.view.article.source
    assert shift.view.citation is not None
    assert shift.view.citation.lines == (7, 8)
    shift.presenter.open_citation(7)
    assert not shift.reported


def archive(shift: ReviewShift) -> None:
    article = shift.desk.article
    assert article is not None
    shift.run(shift.desk.store.write(lambda records: records.articles.set_status(article.id, ArticleStatus.ARCHIVED)))


def test_what_became_of_a_source_is_said_before_the_reply_goes_out(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    archive(shift)
    shift.presenter.approve()
    assert shift.outbox() == []
    assert shift.notice().offer is Offer.SEND_ANYWAY
    assert "taken out of use" in shift.notice().words
    shift.presenter.take_offer(Offer.SEND_ANYWAY)
    assert [entry.state for entry in shift.outbox()] == [OutboxState.QUEUED]


def test_a_caution_on_the_screen_needs_no_second_question(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    archive(shift)
    shift.bridge.publish(KnowledgeChanged(KnowledgeBaseId(1)))
    assert shift.view.sheet is not None
    assert ["taken out of use" in caution.words for caution in shift.view.sheet.item.cautions] == [True]
    shift.presenter.approve()
    assert [entry.state for entry in shift.outbox()] == [OutboxState.QUEUED]


WRONG = "Hello Ana,\n\nYou can return any article within 90 days of delivery. [1]\n\nKind regards"


def levels(shift: ReviewShift) -> list[str]:
    assert shift.view.proof is not None
    return [one.level for one in shift.view.proof.sentences]


def test_each_sentence_shows_what_it_stands_on_and_is_judged_again_as_it_is_typed(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    assert levels(shift) == ["supported"]
    shift.type(WRONG)
    assert levels(shift) == ["supported"]
    shift.delays.pass_()
    assert levels(shift) == ["unsupported"]
    shift.presenter.typed(REPLY)
    shift.delays.pass_()
    assert levels(shift) == ["supported"]


def test_a_sentence_without_a_source_is_corrected_or_confirmed_before_it_goes_out(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask(text=WRONG)
    shift.begin()
    shift.presenter.approve()
    assert shift.outbox() == []
    notice = shift.notice()
    assert "within 90 days" in notice.words
    assert (notice.offer, notice.other) == (Offer.SEND_ANYWAY, Offer.GO_TO_SENTENCE)
    shift.presenter.take_offer(notice.other)
    assert shift.view.went_to_doubt
    shift.type(WRONG.replace("90", "60"))
    shift.presenter.take_offer(Offer.SEND_ANYWAY)
    assert shift.outbox() == []
    assert "within 60 days" in shift.notice().words
    shift.presenter.take_offer(Offer.SEND_ANYWAY)
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert "within 60 days" in decision.note
    assert len(shift.outbox()) == 1


def test_a_corrected_sentence_needs_no_confirmation(shift: ReviewShift) -> None:
    shift.ask(text=WRONG)
    shift.begin()
    shift.presenter.approve()
    shift.type(REPLY)
    shift.presenter.approve()
    assert len(shift.outbox()) == 1
