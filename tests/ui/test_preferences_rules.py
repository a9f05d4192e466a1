"""Rules and service levels put together by choosing, with the tickets that fit counted meanwhile."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from helpdesk.domain.condition import Condition, Conditions, Field, Operator
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.rule import Action, ActionKind
from helpdesk.domain.service_level import PASSING, Promise
from helpdesk.domain.ticket import ChannelName
from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.actions_editor import KINDS, ActionLine
from helpdesk.ui.preferences.screen import PreferencesScreen
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken


@pytest.fixture(scope="module")
def window(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("rules") / "workspace") as opened:
        for number, subject in enumerate(("Refund please", "Refund again", "Hello")):
            message = IncomingMessage(
                ChannelName.FILE, f"m{number}", "Ana", "ana@customers.example", subject, "x", datetime.now(UTC)
            )
            opened.bridge.run(opened.desk.intake.receive(message))
        opened.bridge.run(opened.desk.ticketing.fields.define("Contract", FieldKind.CHOICE, ("Gold", "Silver")))
        opened.bridge.run(opened.desk.ticketing.agents.add("Bob", ""))
        opened.bridge.run(opened.desk.macros.save("Sorry", "We are sorry."))
        yield opened


@pytest.fixture(scope="module")
def screen(window: InlineWindow) -> PreferencesScreen:
    made = window.show(build, Place("preferences", section="Rules"))
    assert isinstance(made, PreferencesScreen)
    return made


def test_a_condition_without_a_value_is_not_said_to_fit_anything(window: InlineWindow, screen: PreferencesScreen) -> None:
    screen.promises.rules.entries.begin_anew()
    which = screen.promises.rules.which
    assert which.words() == "Every ticket"
    which.lines.all.add.click()
    window.settle()
    assert which.words() == "A condition has no value yet."


def test_a_rule_that_lacks_its_tag_is_refused_in_words_and_not_by_a_key_of_ours(screen: PreferencesScreen) -> None:
    card = screen.promises.rules
    card.entries.begin_anew()
    card.name.setText("Blinkers")
    card.save.click()
    assert "rule Blinkers: it does not say which tag to add" in card.words()


def test_a_rule_is_put_together_counted_and_typed(window: InlineWindow, screen: PreferencesScreen) -> None:
    card = screen.promises.rules
    card.entries.begin_anew()
    which = card.which
    which.lines.all.add.click()
    window.settle()
    which.turn.click()
    card.name.setText("Refunds")
    card.save.click()
    assert "wants a value" in card.words()
    line = which.lines.all.lines[0]
    line.field.setCurrentIndex(line.field.findData(Field.SUBJECT.value))
    line.field.activated.emit(line.field.currentIndex())
    line.text.setText("refund")
    line.text.textEdited.emit("refund")
    window.settle()
    assert which.words() == "2 tickets fit now"
    which.turn.click()
    assert (which.typed, which.query.text()) == (True, "subject:refund")
    which.query.setText("subject:refund tag:")
    which.turn.click()
    assert which.typed
    assert "needs a value" in which.words()
    which.query.setText('subject:refund,"hello"')
    which.turn.click()
    assert which.query.isHidden()
    assert which.lines.written().all == (Condition("subject", Operator.CONTAINS, ("refund", '"hello"')),)
    card.doing.show_actions([Action(ActionKind.TAG, "money")])
    card.save.click()
    (kept,) = window.bridge.run(window.desk.rules.all())
    assert kept.query == 'subject:refund,"hello"'


def test_what_cannot_be_typed_stays_put_together_and_the_agent_at_the_desk_is_nobody_there(
    window: InlineWindow, screen: PreferencesScreen
) -> None:
    card = screen.promises.rules
    which = card.which
    either = Conditions((), (Condition("assignee", Operator.IS, ("none",)), Condition("priority", Operator.IS, ("high",))))
    which.lines.show_conditions(either)
    which.turn.click()
    assert not which.typed
    assert which.words().endswith("has no words for these conditions.")
    assert "me" not in [value for value, _ in which.lines.any.lines[0].values._actions]
    assert unspoken(card) == []


def pick(line: ActionLine, kind: ActionKind) -> None:
    line.kind.setCurrentIndex(KINDS.index(kind))


def test_what_a_rule_does_is_chosen(screen: PreferencesScreen) -> None:
    doing = screen.promises.rules.doing
    doing.show_actions([Action(ActionKind.ASSIGN, "Somebody who left"), Action(ActionKind.MACRO), Action(ActionKind.SNOOZE)])
    assert [str(one) for one in doing.written()] == ["assign: Somebody who left", "macro: Sorry", "snooze: 24"]
    line = doing.lines[0]
    pick(line, ActionKind.ASSIGN)
    line.value.choice.setCurrentIndex(line.value.choice.findText("Bob"))
    pick(doing.lines[1], ActionKind.FIELD)
    field = doing.lines[1].value.field
    field.choice.setCurrentIndex(field.choice.findText("Silver"))
    assert [str(one) for one in doing.written()[:2]] == ["assign: Bob", "field: contract=Silver"]
    pick(doing.lines[1], ActionKind.NOTE)
    assert doing.lines[1].action() == Action(ActionKind.NOTE)


def test_a_service_level_offers_only_what_a_promise_can_hang_on(window: InlineWindow, screen: PreferencesScreen) -> None:
    card = screen.promises.levels
    card.which.lines.all.add.click()
    line = card.which.lines.all.lines[0]
    offered = {line.field.itemData(place) for place in range(line.field.count())}
    assert offered == ({str(field) for field in Field} - {str(field) for field in PASSING}) | {"custom:contract"}
    card.name.setText("Fast")
    card.spans[Promise.FIRST_REPLY].setText("1h")
    line.field.setCurrentIndex(line.field.findData("priority"))
    line.field.activated.emit(line.field.currentIndex())
    next(action for value, action in line.values._actions if value == "high").setChecked(True)
    card.save.click()
    (level,) = window.bridge.run(window.desk.service_levels.levels())
    assert level.query == "priority:high"
    assert unspoken(card) == []
