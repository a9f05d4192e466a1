"""An admin looks after the intents of the desk."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.services.understanding.seeds import shipped
from helpdesk.settings import Settings
from helpdesk.ui.intent_names import INTENTS
from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.intents_card import NEW
from helpdesk.ui.preferences.screen import PreferencesScreen
from helpdesk.ui.reading_words import value_words
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.translation import Interpreter
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace", Settings(writer="excerpts")) as opened:
        yield opened


def names(window: InlineWindow) -> set[str]:
    return {intent.name for intent in window.bridge.run(window.desk.understanding.intents.all())}


def test_intents_are_added_changed_and_removed(window: InlineWindow, qtbot: QtBot) -> None:
    screen = window.show(build, Place("preferences"))
    assert isinstance(screen, PreferencesScreen)
    card = screen.intents
    assert unspoken(card) == []
    card.choose.setCurrentText(NEW)
    card.choose.activated.emit(card.choose.currentIndex())
    card.save.click()
    window.settle()
    assert "Nothing was changed" in card.words()
    card.name.setText("Humming")
    card.description.setText("A lamp that hums")
    card.never_auto.setChecked(True)
    card.save.click()
    window.settle()
    assert "humming" in names(window)
    assert (card.choose.currentText(), card.never_auto.isChecked()) == ("humming", True)
    card.remove.click()
    assert "humming" in names(window)
    card.remove.click()
    window.settle()
    assert "humming" not in names(window)
    assert "removed" in card.words()


def test_shipped_intents_have_german_names_in_a_german_window_and_keep_their_own(
    window: InlineWindow, interpreter: Interpreter
) -> None:
    interpreter.use("de")
    screen = window.show(build, Place("preferences"))
    assert isinstance(screen, PreferencesScreen)
    window.settle()
    card = screen.intents
    shown = [card.choose.itemText(number) for number in range(card.choose.count())]
    assert {"Abrechnung", "technisches Problem"} <= set(shown)
    card.choose.setCurrentText("Abrechnung")
    card.choose.activated.emit(card.choose.currentIndex())
    assert card.name.text() == "Abrechnung"
    card.never_auto.setChecked(True)
    card.save.click()
    window.settle()
    assert "„Abrechnung“" in card.words()
    assert card.choose.currentText() == "Abrechnung"
    assert {"billing", "Abrechnung"} & names(window) == {"billing"}
    assert value_words("intent", "billing") == "Abrechnung"
    assert value_words("intent", "humming") == "humming"
    assert (
        reason_said("Its intent is 'billing', which people decide")
        == "Ihr Anliegen ist „Abrechnung“, darüber entscheiden Menschen"
    )
    card.remove.click()
    card.remove.click()
    window.settle()
    assert "billing" not in names(window)


def test_every_shipped_intent_has_a_name_to_show() -> None:
    assert set(INTENTS) == {seed.intent.name for seed in shipped()}
