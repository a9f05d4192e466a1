"""Reviewing, as the agent's intents and the news of the desk drive it: real store, real review service, no widgets."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from helpdesk.domain.article import ArticleStatus, ArticleText
from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.decision import DecisionKind, QueueRow, RejectReason
from helpdesk.domain.draft import Citation, DraftState, Fingerprint
from helpdesk.domain.errors import DiskFull, UndoTooLate
from helpdesk.domain.events import DraftReady, DraftRequested, DraftTextGrew, KnowledgeChanged, TicketChanged
from helpdesk.domain.ids import DraftId, KnowledgeBaseId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.kit.screen import Place, ScreenContext
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.review.contract import Notice, Offer, Saved, Sheet, Waiting
from helpdesk.ui.review.presenter import ReviewPresenter
from tests.fakes.review_desk import REPLY, Asked, ReviewDesk, review_desk


class SeenView:
    """Remembers what the presenter shows; its editor gives text back as Qt's does."""

    def __init__(self) -> None:
        self.rows: Sequence[QueueRow] = ()
        self.current: DraftId | None = None
        self.being_written = 0
        self.waiting: Waiting | None = None
        self.waiting_words = ""
        self.sheet: Sheet | None = None
        self.sheets = 0
        self.stream = ""
        self.editor = ""
        self.saved = Saved.UNTOUCHED
        self.notice: Notice | None = None
        self.busy = False
        self.article: ArticleText | None = None
        self.citation: Citation | None = None

    def show_queue(self, rows: Sequence[QueueRow], current: DraftId | None) -> None:
        self.rows, self.current = rows, current

    def show_being_written(self, drafts: int) -> None:
        self.being_written = drafts

    def show_waiting(self, waiting: Waiting, words: str = "") -> None:
        self.waiting, self.waiting_words, self.sheet = waiting, words, None

    def show_sheet(self, sheet: Sheet) -> None:
        self.sheet, self.waiting, self.editor = sheet, None, sheet.text.replace("\u00a0", " ")
        self.sheets += 1

    def show_stream(self, text: str) -> None:
        self.stream = text

    def show_text(self, text: str) -> None:
        self.editor = text

    def show_saved(self, saved: Saved) -> None:
        self.saved = saved

    def show_notice(self, notice: Notice | None) -> None:
        self.notice = notice

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def show_article(self, article: ArticleText, citation: Citation) -> None:
        self.article, self.citation = article, citation

    def text(self) -> str:
        return self.editor

    @property
    def subject(self) -> str:
        return self.sheet.item.conversation.ticket.subject if self.sheet else ""


class SeenToasts:
    def __init__(self) -> None:
        self.toast: Toast | None = None

    def show_toast(self, toast: Toast) -> None:
        self.toast = toast

    def act(self) -> None:
        assert self.toast is not None
        assert self.toast.act is not None
        self.toast.act()


class Shift:
    """An agent at the review screen."""

    def __init__(self, folder: Path) -> None:
        self.bridge = InlineBridge()
        self._entered = review_desk(folder, self.bridge.publish)
        self.desk: ReviewDesk = self.run(self._entered.__aenter__())
        self.view, self.toasts, self.delays = SeenView(), SeenToasts(), HandDelays()
        self.reported: list[Exception] = []
        self.went: list[Place] = []
        context: Any = ScreenContext(
            bridge=self.bridge,
            delays=self.delays,
            toasts=self.toasts,  # type: ignore[arg-type]
            shortcuts=None,  # type: ignore[arg-type]
            navigate=self.went.append,
            report=self.reported.append,
            settings=lambda: self.desk.settings,
            apply_settings=lambda settings: None,
            workspace=Workspace(folder),
        )
        self.presenter = ReviewPresenter(self.view, context)

    def run(self, work: Any) -> Any:
        return self.bridge.run(work)

    def ask(self, **asked: Any) -> tuple[TicketId, DraftId]:
        return self.bridge.run(self.desk.ask(Asked(**asked)))

    def saved(self) -> Saved:
        return self.view.saved

    def waiting(self) -> Waiting | None:
        return self.view.waiting

    def notice(self) -> Notice:
        assert self.view.notice is not None
        return self.view.notice

    def begin(self) -> None:
        self.presenter.desk_ready(self.desk.as_desk())

    def type(self, text: str) -> None:
        self.view.editor = text
        self.presenter.typed(text)

    def draft(self, draft_id: DraftId) -> Any:
        return self.run(self.desk.review.open(draft_id)).draft

    def outbox(self) -> Any:
        return self.run(self.desk.outbox())

    def close(self) -> None:
        self.run(self._entered.__aexit__(None, None, None))
        self.bridge.close()


@pytest.fixture
def shift(tmp_path: Path) -> Iterator[Shift]:
    made = Shift(tmp_path)
    yield made
    made.close()


def test_before_the_desk_is_open_the_screen_says_it_is_loading(shift: Shift) -> None:
    assert shift.waiting() is Waiting.LOADING


def test_an_empty_desk_asks_for_knowledge_first(shift: Shift) -> None:
    shift.begin()
    assert shift.waiting() is Waiting.NO_KNOWLEDGE


def test_an_empty_queue_says_all_is_done(shift: Shift) -> None:
    shift.run(shift.desk.learn())
    shift.begin()
    assert shift.waiting() is Waiting.NOTHING


def test_the_least_certain_draft_opens_first_and_is_claimed(shift: Shift) -> None:
    shift.ask(subject="sure", score=0.9)
    shift.ask(subject="unsure", score=0.3)
    shift.begin()
    assert [row.subject for row in shift.view.rows] == ["unsure", "sure"]
    assert shift.view.subject == "unsure"
    assert shift.view.current == shift.view.rows[0].draft_id
    theirs = shift.run(shift.desk.colleague.queue())
    assert [row.claimed_by for row in theirs] == ["Agent", ""]


def test_ones_own_claim_is_not_shown_as_somebody_elses(shift: Shift) -> None:
    shift.ask()
    shift.begin()
    shift.presenter.refresh()
    assert shift.view.rows[0].claimed_by == ""


def test_approving_sends_the_draft_as_written_and_shows_the_next_at_once(shift: Shift) -> None:
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


def test_spaces_the_editor_respells_do_not_make_an_approval_an_edit(shift: Shift) -> None:
    ticket_id, _ = shift.ask(text="It costs 20\u00a0euros. [1]")
    shift.begin()
    shift.presenter.approve()
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert decision.kind is DecisionKind.APPROVE
    assert decision.after == "It costs 20\u00a0euros. [1]"


def test_an_edited_reply_keeps_before_and_after(shift: Shift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.type("Hello Ana, of course. [1]")
    shift.presenter.approve()
    (decision,) = shift.run(shift.desk.review.decisions(ticket_id))
    assert (decision.kind, decision.before, decision.after) == (DecisionKind.EDIT, REPLY, "Hello Ana, of course. [1]")


def test_every_keystroke_is_in_the_store_a_moment_later(shift: Shift) -> None:
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


def test_text_in_progress_is_saved_when_the_agent_moves_on_or_leaves(shift: Shift) -> None:
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


def test_a_draft_that_is_left_is_free_for_others(shift: Shift) -> None:
    shift.ask(subject="one", score=0.1)
    shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.presenter.move(1)
    theirs = shift.run(shift.desk.colleague.queue())
    assert [row.claimed_by for row in theirs] == ["", "Agent"]


def test_undo_takes_the_reply_out_of_the_outbox_and_gives_the_text_back(shift: Shift) -> None:
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


def test_too_late_to_undo_is_said_and_changes_nothing(shift: Shift) -> None:
    shift.ask()
    shift.begin()
    shift.presenter.approve()
    (entry,) = shift.outbox()
    shift.run(shift.desk.store.write(lambda r: r.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING)))
    shift.toasts.act()
    assert isinstance(shift.reported[0], UndoTooLate)
    assert shift.waiting() is Waiting.NOTHING


def test_undo_while_writing_elsewhere_keeps_that_text_too(shift: Shift) -> None:
    shift.ask(subject="one", score=0.1)
    _, second = shift.ask(subject="two", score=0.2)
    shift.begin()
    shift.presenter.approve()
    shift.type("typed just before undoing")
    shift.toasts.act()
    assert shift.view.subject == "one"
    assert shift.draft(second).edited == "typed just before undoing"


def test_rejecting_needs_a_reason_of_the_list_and_can_be_undone(shift: Shift) -> None:
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


def test_escalating_leaves_the_note_on_the_conversation(shift: Shift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.presenter.escalate("needs billing")
    conversation = shift.run(shift.desk.conversation(ticket_id))
    assert conversation.ticket.status is TicketStatus.ON_HOLD
    assert "needs billing" in conversation.messages[-1].body
    assert conversation.messages[-1].kind is MessageKind.INTERNAL_NOTE


def test_skipping_puts_the_draft_behind_the_others(shift: Shift) -> None:
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


def test_a_redraft_is_shown_as_it_is_written_and_then_whole(shift: Shift) -> None:
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


def test_text_of_another_draft_does_not_run_into_this_one(shift: Shift) -> None:
    shift.ask()
    shift.begin()
    shift.bridge.publish(DraftTextGrew(DraftId(99), "someone else's"))
    assert shift.view.stream == ""


def test_when_the_customer_writes_again_the_new_draft_takes_its_place(shift: Shift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    shift.run(shift.desk.draft(ticket_id, Asked(text="Newer reply")))
    assert shift.view.editor == "Newer reply"
    assert "wrote again" in shift.notice().words


def test_words_being_typed_are_not_taken_away_when_the_customer_writes_again(shift: Shift) -> None:
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


def test_a_stale_approval_is_refused_and_shows_the_new_draft(shift: Shift) -> None:
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


def test_a_draft_a_colleague_holds_can_be_read_but_not_decided(shift: Shift) -> None:
    _, draft_id = shift.ask()
    shift.run(shift.desk.colleague.claim(draft_id))
    shift.begin()
    assert "Kim has this draft open" in shift.notice().words
    shift.presenter.approve()
    shift.presenter.reject(RejectReason.TONE)
    assert shift.draft(draft_id).state is DraftState.IN_REVIEW
    assert shift.view.rows[0].claimed_by == "Kim"


def test_an_empty_reply_is_not_sent(shift: Shift) -> None:
    shift.ask()
    shift.begin()
    shift.type("   ")
    shift.presenter.approve()
    assert not shift.outbox()
    assert "empty" in shift.notice().words
    assert not shift.view.busy


def test_a_full_disk_keeps_the_text_in_the_editor_and_offers_to_save_again(
    shift: Shift, monkeypatch: pytest.MonkeyPatch
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


def test_a_source_opens_at_the_cited_lines_of_the_revision_cited(shift: Shift) -> None:
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


def test_without_a_model_the_agent_is_told_once_and_can_wave_it_away(shift: Shift) -> None:
    shift.ask(subject="one", score=0.1)
    shift.ask(subject="two", score=0.2)
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


def test_what_is_missing_is_said_when_the_writer_found_nothing(shift: Shift) -> None:
    shift.ask(missing="Nothing about warranty of lamps.", citations=False)
    shift.begin()
    assert "warranty of lamps" in shift.notice().words


def test_a_failed_draft_opened_from_its_ticket_offers_to_draft_again(shift: Shift) -> None:
    ticket_id, draft_id = shift.ask()
    fresh = shift.run(shift.desk.review.regenerate(draft_id, ""))
    shift.run(shift.desk.store.write(lambda r: r.drafts.failed(fresh, "The model stopped early.")))
    shift.presenter.entered(Place("review", ticket_id=ticket_id))
    shift.begin()
    assert shift.notice().words == "The model stopped early."
    shift.presenter.take_offer(Offer.DRAFT_AGAIN)


def test_a_note_added_elsewhere_appears_without_losing_the_place(shift: Shift) -> None:
    ticket_id, _ = shift.ask()
    shift.begin()
    before = shift.view.sheets
    shift.run(shift.desk.say(ticket_id, MessageKind.INTERNAL_NOTE, "She called."))
    shift.bridge.publish(TicketChanged(ticket_id))
    assert shift.view.sheet is not None
    assert shift.view.sheet.item.conversation.messages[-1].body == "She called."
    shift.bridge.publish(TicketChanged(ticket_id))
    assert shift.view.sheets == before + 1


def test_new_drafts_appear_in_the_queue_by_themselves(shift: Shift) -> None:
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


def test_a_queue_that_cannot_be_read_says_so_and_can_be_tried_again(shift: Shift, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_intents_before_the_desk_is_open_do_nothing(shift: Shift) -> None:
    shift.presenter.approve()
    shift.presenter.skip()
    shift.presenter.regenerate("x")
    shift.presenter.move(1)
    shift.presenter.open_citation(1)
    shift.presenter.typed("x")
    shift.presenter.left()
    assert shift.waiting() is Waiting.LOADING


def test_settings_that_ask_for_quoting_are_not_nagged_about(tmp_path: Path) -> None:
    shift = Shift(tmp_path)
    shift.desk.settings = Settings(writer="excerpts")
    shift.ask()
    shift.begin()
    assert shift.view.notice is None
    shift.close()


def archive(shift: Shift) -> None:
    article = shift.desk.article
    assert article is not None
    shift.run(shift.desk.store.write(lambda records: records.articles.set_status(article.id, ArticleStatus.ARCHIVED)))


def test_what_became_of_a_source_is_said_before_the_reply_goes_out(shift: Shift) -> None:
    shift.ask()
    shift.begin()
    archive(shift)
    shift.presenter.approve()
    assert shift.outbox() == []
    assert shift.notice().offer is Offer.SEND_ANYWAY
    assert "taken out of use" in shift.notice().words
    shift.presenter.take_offer(Offer.SEND_ANYWAY)
    assert [entry.state for entry in shift.outbox()] == [OutboxState.QUEUED]


def test_a_caution_on_the_screen_needs_no_second_question(shift: Shift) -> None:
    shift.ask()
    shift.begin()
    archive(shift)
    shift.bridge.publish(KnowledgeChanged(KnowledgeBaseId(1)))
    assert shift.view.sheet is not None
    assert ["taken out of use" in caution.words for caution in shift.view.sheet.item.cautions] == [True]
    shift.presenter.approve()
    assert [entry.state for entry in shift.outbox()] == [OutboxState.QUEUED]
