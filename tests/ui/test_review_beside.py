"""What an agent opens beside the reply: rewriting it, its earlier texts, why it is as it is; and a model at work."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.draft import Draft, WrittenReply
from helpdesk.domain.draft_step import Trace
from helpdesk.domain.errors import ModelServerDown, ModelStopped
from helpdesk.domain.events import DraftReady, DraftRequested, DraftTextGrew, RewriteGrew
from helpdesk.domain.redaction import Vault
from helpdesk.domain.rewriting import Tool, Wish
from helpdesk.services.assistance.rewriting import Rewriting
from helpdesk.services.learning import Later
from helpdesk.services.why import Why
from helpdesk.ui.kit import ElidedLabel, Place, column
from helpdesk.ui.review.contract import Offer
from helpdesk.ui.review.story_pane import blocks
from helpdesk.ui.why_words import Section
from tests.fakes.review_desk import REPLY, Asked
from tests.fakes.review_seat import Seat
from tests.fakes.review_shift import ReviewShift
from tests.fakes.scripted_assistant import ScriptedAssistant

LONGER = REPLY.replace("You can return", "Please note that you can return")
TOLD = Trace("ollama", "small:3b", "d" * 64, "reply-3", "The rules.", "The question.", "You may.", {"seed": 7}, (1,), {})


class Hiding:
    def vault(self, conversation: Conversation, *more: str) -> Vault:
        return Vault.of((), lambda text: ())


class Again:
    def __init__(self) -> None:
        self.reply = WrittenReply(LONGER, (), False, "", True, "excerpts", "", "")

    async def quoted(self, draft: Draft, conversation: Conversation) -> WrittenReply:
        return self.reply


class Desk:
    """The parts a review screen finds beside the queue, with a scripted model."""

    def __init__(self, seat: Seat) -> None:
        self.model = ScriptedAssistant(lambda text: text.replace("You can return", "You may send back"))
        desk = seat.desk
        self.desk: Any = cast("Any", desk.as_desk())
        rewriting = Rewriting(desk.store, self.model, Hiding(), desk.proving, desk.clock, seat.bridge.publish, desk.settings)
        self.desk.assistance = rewriting
        self.desk.why = Why(desk.store, self.model, Hiding(), Again(), desk.clock)
        self.desk.learning = SimpleNamespace(later=Later(desk.store, desk.clock, seat.bridge.publish, desk.settings))


class Shift(Seat):
    """The seat, with a model that may be asked."""

    def open(self) -> None:
        self.beside = Desk(self)
        self.window.desk_ready(self.beside.desk)
        self.screen.queue.setFocus()

    def told(self, draft_id: Any) -> None:
        self.bridge.run(self.desk.store.write(lambda records: records.steps.keep_trace(draft_id, 1, TOLD)))


@pytest.fixture
def agent(qtbot: QtBot, tmp_path: Path) -> Iterator[Shift]:
    made = Shift(qtbot, tmp_path)
    yield made
    made.close()


def test_a_rewriting_is_shown_as_changes_and_taken_by_keys(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.press(Qt.Key.Key_W)
    pane = agent.screen.asides.rewriting
    assert QApplication.focusWidget() is pane.tools.buttons[Tool.SHORTER]
    pane.tools.buttons[Tool.FRIENDLIER].setFocus()
    agent.press(Qt.Key.Key_Return)
    assert pane.changes.drawn("added") == ["may send back"]
    assert pane.changes.drawn("removed") == ["can return"]
    assert "Friendlier, by small:3b@dddddddddddd" in pane.words()
    assert agent.editor.toPlainText() == REPLY
    agent.press(Qt.Key.Key_T)
    assert agent.editor.toPlainText() == REPLY.replace("can return", "may send back")
    assert agent.editor.hasFocus()
    agent.delays.pass_()
    assert agent.screen.draft.saved_words() == "Saved"
    agent.editor.undo()
    assert agent.editor.toPlainText() == REPLY


def test_each_change_may_be_left_for_itself(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.beside.model.says = lambda text: text.replace("You can", "You may").replace("delivery", "arrival")
    agent.press(Qt.Key.Key_W)
    pane = agent.screen.asides.rewriting
    pane.wished.emit(Wish(Tool.INSTRUCTION, instruction="be formal"))
    assert agent.beside.model.given[-1].startswith("be formal")
    assert pane.edits.count() == 2
    assert QApplication.focusWidget() is pane.edits
    agent.press(Qt.Key.Key_Space)
    assert pane.changes.drawn("added") == ["arrival"]
    agent.press(Qt.Key.Key_T)
    assert agent.editor.toPlainText() == REPLY.replace("delivery", "arrival")


def test_a_rewriting_that_invents_a_number_says_so_beside_it(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.beside.model.says = lambda text: text.replace("30 days", "90 days")
    agent.press(Qt.Key.Key_W)
    agent.screen.asides.rewriting.wished.emit(Wish(Tool.SIMPLER))
    assert "90" in agent.screen.asides.rewriting.words()


def test_words_typed_meanwhile_are_not_lost_to_a_rewriting(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.press(Qt.Key.Key_W)
    pane = agent.screen.asides.rewriting
    pane.wished.emit(Wish(Tool.FRIENDLIER))
    agent.editor.insertPlainText("Dear Ana, ")
    agent.press(Qt.Key.Key_T)
    assert agent.editor.toPlainText().startswith("Dear Ana, Hello Ana")
    assert "Rewrite it again" in pane.words()


def test_without_a_model_the_tools_say_why_and_lead_to_the_remedy(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.beside.model.obstacle = ModelServerDown("127.0.0.1:11434")
    went: list[Place] = []
    object.__setattr__(agent.screen._context, "navigate", went.append)
    agent.press(Qt.Key.Key_W)
    pane = agent.screen.asides.rewriting
    assert "Nothing answers at 127.0.0.1:11434" in pane.words()
    assert [tool for tool, made in pane.tools.buttons.items() if made.isEnabled()] == [Tool.SHORTER]
    pane._banner.act()
    assert went == [Place("preferences", section="Drafting")]


def test_a_rewriting_that_breaks_off_says_so_and_its_button_tries_it_again(agent: Shift) -> None:
    agent.ask()
    agent.open()
    usual = agent.beside.model.says

    def breaks_off(_: str) -> str:
        raise ModelStopped("the connection was cut")

    agent.beside.model.says = breaks_off
    agent.press(Qt.Key.Key_W)
    pane = agent.screen.asides.rewriting
    pane.wished.emit(Wish(Tool.FRIENDLIER))
    assert "the connection was cut" in pane.words()
    assert "nothing was changed" in pane.words()
    assert "draft" not in pane.words().lower()
    agent.beside.model.says = usual
    pane._banner.act()
    assert pane.changes.drawn("added") == ["may send back"]
    assert agent.editor.toPlainText() == REPLY


def test_how_far_a_rewriting_is_and_its_end_with_the_pane(agent: Shift) -> None:
    _, draft_id = agent.ask()
    agent.open()
    agent.press(Qt.Key.Key_W)
    pane = agent.screen.asides.rewriting
    pane.show_rewriting("Hello A", 12.0)
    assert "The model writes 12.0 tokens a second." in pane.words()
    agent.bridge.publish(RewriteGrew(draft_id, "of another time", 3.0))
    assert "12.0" in pane.words()
    agent.press(Qt.Key.Key_Escape)
    assert agent.screen.middle.currentWidget() is not pane
    assert "tokens" not in pane.words()


def test_an_earlier_text_is_compared_and_put_back(agent: Shift) -> None:
    ticket_id, _ = agent.ask(text=LONGER)
    agent.bridge.run(agent.desk.draft(ticket_id, Asked()))
    agent.open()
    assert agent.editor.toPlainText() == REPLY
    agent.press(Qt.Key.Key_H)
    pane = agent.screen.asides.earlier
    assert "by excerpts" in pane.words()
    assert pane.changes.drawn("added") == ["Please note that you"]
    agent.press(Qt.Key.Key_T)
    assert agent.editor.toPlainText() == LONGER
    agent.editor.undo()
    assert agent.editor.toPlainText() == REPLY


def test_the_first_text_has_none_before_it(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.press(Qt.Key.Key_H)
    assert agent.screen.asides.earlier.words().startswith("There is no earlier text")


def test_why_a_draft_is_so_word_for_word(agent: Shift) -> None:
    _, draft_id = agent.ask()
    agent.told(draft_id)
    agent.open()
    agent.press(Qt.Key.Key_Y)
    story = agent.screen.asides.story
    words = story.words()
    for part in ("The question.", "The rules.", "digest " + "d" * 64, "seed = 7", "Returns and refunds", "coverage = 0.72"):
        assert part in words


def test_a_reply_that_went_out_may_be_found_wrong_afterwards(agent: Shift) -> None:
    ticket_id, draft_id = agent.ask()
    agent.bridge.run(agent.desk.review.approve(draft_id, 1))
    agent.open()
    agent.screen.presenter.entered(Place("review", ticket_id=ticket_id))
    agent.press(Qt.Key.Key_Y)
    afterwards = agent.screen.asides.story.afterwards
    assert afterwards.isVisible()
    afterwards.wrong.click()
    afterwards.what.write("It is 14 days.")
    QTest.keyClick(afterwards.what.focusWidget(), Qt.Key.Key_Return)
    assert afterwards.words().startswith(f"Draft {draft_id} counts as wrong: an agent said so afterwards")
    assert not afterwards.wrong.isVisible()


def test_a_replay_shows_what_differs_and_keeps_nothing(agent: Shift) -> None:
    _, draft_id = agent.ask()
    agent.told(draft_id)
    agent.open()
    before = agent.bridge.run(agent.desk.review.open(draft_id))
    agent.press(Qt.Key.Key_Y)
    story = agent.screen.asides.story
    story.replay_requested.emit("large:8b")
    assert agent.beside.model.asked_models == ["large:8b"]
    assert "The replay" in story.words()
    assert "then: small:3b" in story.words()
    assert agent.bridge.run(agent.desk.review.open(draft_id)) == before


def test_another_model_to_replay_with_is_offered_whatever_comes_first(agent: Shift) -> None:
    _, draft_id = agent.ask()
    agent.told(draft_id)
    agent.open()
    told = agent.bridge.run(agent.beside.desk.why.of(draft_id))
    story: Any = agent.screen.asides.story
    for deeds in ((story.show_models, story.show_story), (story.show_story, story.show_models)):
        story.show_models(())
        for show in deeds:
            show(("large:8b",) if show == story.show_models else told)
        assert story._other.isVisibleTo(story)


def test_the_prompt_is_as_wide_as_its_pane_under_a_long_heading(qtbot: QtBot) -> None:
    made = column(*blocks([Section("Die Regeln, die es bekam " * 4, ("one",), "The prompt.")]))
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 200


def test_a_model_at_work_shows_its_speed_and_can_be_stopped(agent: Shift) -> None:
    ticket_id, _ = agent.ask()
    agent.open()
    requested = agent.bridge.run(agent.desk.store.write(lambda records: records.drafts.request(ticket_id)))
    agent.bridge.publish(DraftRequested(requested, ticket_id))
    stream, pipeline = agent.screen.draft.stream, cast("Any", agent.beside.desk.pipeline)
    assert stream.words() == "The model has not begun yet."
    agent.press(Qt.Key.Key_X)
    assert "nothing to stop yet" in stream.words()
    agent.bridge.publish(DraftTextGrew(requested, "Hello <b>", 7.25))
    assert stream.words() == "The model writes 7.2 tokens a second."
    assert agent.editor.toPlainText() == "Hello <b>"
    pipeline.writing = requested
    agent.press(Qt.Key.Key_X)
    assert pipeline.stopped == [requested, requested]
    assert stream.words().startswith("Stopping")
    agent.bridge.run(agent.desk.answer(requested, Asked()))
    agent.bridge.publish(DraftReady(requested, ticket_id))
    assert stream.words() == ""


def test_the_pipeline_knows_which_ticket_is_on_display(shift: ReviewShift) -> None:
    first, _ = shift.ask(score=0.1)
    second, _ = shift.ask(score=0.2, email="b@customers.example")
    desk: Any = shift.desk.as_desk()
    shift.presenter.desk_ready(desk)
    shift.presenter.move(1)
    shift.presenter.left()
    shift.presenter.entered(Place("review"))
    assert desk.pipeline.looked_at == [first, second, None, second]


def test_a_quote_that_waits_for_the_model_says_so_and_its_better_text_is_announced(shift: ReviewShift) -> None:
    _, draft_id = shift.ask(improvable=True)
    shift.begin()
    assert shift.notice().words.startswith("Quoted while the model was away")
    assert shift.notice().offer is Offer.MODEL_SETTINGS
    shift.desk.later(minutes=30)
    shift.run(shift.desk.improve(draft_id, Asked(text=LONGER)))
    assert shift.notice().words == "The model is back: this draft was written anew."
    assert shift.view.text() == LONGER


def test_how_long_drafts_take_or_why_they_wait(agent: Shift) -> None:
    ticket_id = agent.bridge.run(agent.desk.receive(Asked()))
    agent.bridge.run(agent.desk.store.write(lambda records: records.drafts.request(ticket_id)))
    agent.ask(email="b@customers.example")
    agent.open()
    assert said(agent) == "1 draft is being written, about 40 s"
    cast("Any", agent.beside.desk.pipeline).paused = "the computer runs on battery"
    agent.screen.presenter.refresh()
    assert said(agent) == "1 draft is waiting: the computer runs on battery"


def said(agent: Shift) -> str:
    return next(label.text() for label in agent.screen.findChildren(ElidedLabel) if label.text().startswith("1 draft is"))


def test_a_rewriting_that_is_undone_is_no_change_any_more(agent: Shift) -> None:
    agent.ask()
    agent.open()
    agent.press(Qt.Key.Key_W)
    agent.screen.asides.rewriting.wished.emit(Wish(Tool.FRIENDLIER))
    agent.press(Qt.Key.Key_T)
    agent.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    changed = agent.screen.asides.changed
    assert changed.isVisible()
    assert changed.changes.drawn("added") == ["may send back"]
    agent.editor.setFocus()
    agent.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert agent.editor.toPlainText() == REPLY
    assert changed.changes.drawn("added") == []
    assert changed.words() == "Nothing yet: the reply is as it was drafted."
    assert not changed.changes.isVisible()
