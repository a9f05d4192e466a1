"""An admin looks after the intents of the desk."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.settings import Settings
from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.intents_card import NEW
from helpdesk.ui.preferences.screen import PreferencesScreen
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
