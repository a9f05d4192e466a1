"""What happens to the draft on the screen when the desk moves on."""

from dataclasses import replace

from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.draft import DraftState
from helpdesk.domain.events import DraftReady, DraftRequested, DraftTextGrew, TicketChanged
from helpdesk.domain.ids import DraftId
from helpdesk.ui.review.contract import Offer, Waiting
from tests.fakes.review_desk import FINGERPRINT, Asked
from tests.fakes.review_shift import ReviewShift


def test_a_redraft_is_shown_as_it_is_written_and_then_whole(shift: ReviewShift) -> None:
    ticket_id, old = shift.ask()
    shift.begin()
    shift.presenter.regenerate("mention the form")
    assert shift.view.sheet is not None
    assert shift.view.sheet.being_written
    fresh = shift.view.sheet.draft.id
    assert fresh != old
    assert shift.view.sheet.draft.hint == "mention the form"
    shift.bridge.publish(DraftTextGrew(fresh, "Hello A"))
    assert shift.view.stream == "Hello A"
    shift.presenter.approve()
    assert not shift.outbox()
    shift.run(shift.desk.answer(fresh, Asked(text="Hello Ana, use the form. [1]")))
    shift.bridge.publish(DraftReady(fresh, ticket_id))
    assert shift.view.editor == "Hello Ana, use the form. [1]"
    assert shift.view.sheet.decidable


def test_a_hint_that_no_model_read_is_said_to_be_unheard(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.presenter.regenerate("mention the form, " + "and the lamp " * 9)
    assert shift.view.sheet is not None
    fresh = shift.view.sheet.draft.id
    shift.run(shift.desk.answer(fresh, Asked(improvable=True)))
    shift.bridge.publish(DraftReady(fresh, ticket_id))
    said = shift.notice()
    assert "follow “mention the form, and the lamp and the lamp and the lamp …”, and none wrote this" in said.words
    assert (said.title, said.offer) == ("Your hint was not followed", Offer.MODEL_SETTINGS)
    by_model = Asked(writer=replace(FINGERPRINT, writer="ollama", model="a-model"))
    shift.presenter.regenerate("mention the form")
    followed = shift.view.sheet.draft.id
    shift.run(shift.desk.answer(followed, by_model))
    shift.bridge.publish(DraftReady(followed, ticket_id))
    assert shift.view.notice is None


def test_text_of_another_draft_does_not_run_into_this_one(shift: ReviewShift) -> None:
    shift.ask()
    shift.begin()
    shift.bridge.publish(DraftTextGrew(DraftId(99), "someone else's"))
    assert shift.view.stream == ""


def test_when_the_customer_writes_again_the_new_draft_takes_its_place(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.run(shift.desk.say(ticket_id, MessageKind.CUSTOMER, "And the lamp?", "Ana"))
    shift.run(shift.desk.draft(ticket_id, Asked(text="Newer reply")))
    assert shift.view.editor == "Newer reply"
    assert shift.notice().words == "Ana wrote again: “And the lamp?” This is the new draft."


def test_another_draft_that_was_asked_for_takes_its_place(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.run(shift.desk.draft(ticket_id, Asked(text="Newer reply")))
    assert shift.notice().words == "Another draft was asked for. This is the new draft."


def test_words_being_typed_are_not_taken_away_when_the_customer_writes_again(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.type("my careful words")
    shift.run(shift.desk.draft(ticket_id, Asked(text="Newer reply")))
    assert shift.view.editor == "my careful words"
    assert shift.notice().offer is Offer.SHOW_NEW_DRAFT
    shift.delays.pass_()
    assert shift.run(shift.desk.conversation(ticket_id)).composed == "my careful words"
    shift.presenter.approve()
    assert not shift.outbox()
    assert shift.view.editor == "my careful words"
    shift.presenter.take_offer(Offer.SHOW_NEW_DRAFT)
    assert shift.view.editor == "Newer reply"
    assert shift.notice().offer is Offer.USE_MY_TEXT
    shift.presenter.take_offer(Offer.USE_MY_TEXT)
    assert shift.view.editor == "my careful words"
    shift.presenter.approve()
    assert len(shift.outbox()) == 1


def test_a_stale_approval_is_refused_and_shows_the_new_draft(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()

    async def behind_its_back() -> None:
        fresh = await shift.desk.store.write(lambda r: r.drafts.request(ticket_id))
        await shift.desk.answer(fresh, Asked(text="Newer reply"))

    shift.run(behind_its_back())
    shift.presenter.approve()
    assert not shift.outbox()
    assert shift.view.editor == "Newer reply"
    assert not shift.view.busy


def test_a_draft_a_colleague_holds_can_be_read_but_not_decided(shift: ReviewShift) -> None:
    _, draft_id = shift.ask()
    shift.run(shift.desk.colleague.claim(draft_id))
    shift.begin()
    assert "Kim has this draft open" in shift.notice().words
    shift.presenter.approve()
    shift.presenter.reject(RejectReason.TONE)
    assert shift.draft(draft_id).state is DraftState.IN_REVIEW
    assert shift.view.rows[0].claimed_by == "Kim"


def test_a_draft_whose_claim_ended_can_be_decided_without_leaving_it(shift: ReviewShift) -> None:
    _, draft_id = shift.ask()
    shift.run(shift.desk.colleague.claim(draft_id))
    shift.begin()
    shift.delays.pass_()
    assert "Kim has this draft open" in shift.notice().words, "her time is not over yet"
    shift.desk.clock.advance(hours=1)
    shift.delays.pass_()
    assert "it is yours" in shift.notice().words
    assert shift.view.rows[0].claimed_by == ""
    shift.presenter.approve()
    assert [entry.draft_id for entry in shift.outbox()] == [draft_id]


def test_a_note_added_elsewhere_appears_without_losing_the_place(shift: ReviewShift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    before = shift.view.sheets
    shift.run(shift.desk.say(ticket_id, MessageKind.INTERNAL_NOTE, "She called."))
    shift.bridge.publish(TicketChanged(ticket_id))
    assert shift.view.sheet is not None
    assert shift.view.sheet.item.conversation.messages[-1].body == "She called."
    shift.bridge.publish(TicketChanged(ticket_id))
    assert shift.view.sheets == before + 1


def test_new_drafts_appear_in_the_queue_by_themselves(shift: ReviewShift) -> None:
    shift.begin()
    assert shift.waiting() is Waiting.NO_KNOWLEDGE
    shift.ask(subject="fresh")
    shift.delays.pass_()
    assert shift.view.subject == "fresh"
    shift.ask(subject="later", score=0.1)
    shift.delays.pass_()
    assert [row.subject for row in shift.view.rows] == ["later", "fresh"]
    assert shift.view.subject == "fresh"
    shift.bridge.publish(DraftRequested(DraftId(77), shift.view.rows[0].ticket_id))
