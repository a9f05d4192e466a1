"""The cards of macros and of remembered answers in Preferences."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.past_answer import KeptAnswer
from helpdesk.settings import Settings
from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.memory_card import MemoryCard
from helpdesk.ui.preferences.screen import PreferencesScreen
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts", threads=1)) as opened:
        yield opened


def test_macros_are_written_corrected_and_removed_in_place(window: InlineWindow) -> None:
    made = window.show(build, Place("preferences", section="Drafting"))
    assert isinstance(made, PreferencesScreen)
    assert unspoken(made) == []
    card = made.macros
    card.name.setText("Return label")
    card.text.setPlainText("Here is your label, {costumer}.")
    card.save.click()
    assert "{costumer} stands for nothing" in card.words()
    assert card.listing.count() == 0

    card.text.setPlainText("Here is your label, {customer}.")
    card.save.click()
    assert card.words() == "Added: Return label"
    assert card.chosen() == "Return label"
    card.fresh.click()
    assert (card.name.text(), card.text.toPlainText()) == ("", "")
    assert not card.remove.isEnabled()

    card.listing.setCurrentRow(0)
    assert card.text.toPlainText() == "Here is your label, {customer}."
    card.remove.click()
    assert card.words() == "Removed: Return label"
    assert card.listing.count() == 0
    assert made.memory.words() == "Nothing is remembered."


def test_a_remembered_answer_is_read_and_forgotten(qtbot: QtBot) -> None:
    card = MemoryCard()
    qtbot.addWidget(card)
    at = datetime(2026, 11, 2, tzinfo=UTC)
    card.show_answers([KeptAnswer(4, TicketId(7), DraftId(9), "Hold the button.", "en", (), False, at)])
    assert card.words() == "1 remembered."
    assert not card.forget.isEnabled()
    card.listing.setCurrentRow(0)
    assert card.text.toPlainText() == "Hold the button."
    with qtbot.waitSignal(card.forget_wanted) as forgotten:
        card.forget.click()
    assert forgotten.args == [4]


def test_all_remembered_answers_are_forgotten_after_a_second_click(qtbot: QtBot) -> None:
    card = MemoryCard()
    qtbot.addWidget(card)
    at = datetime(2026, 11, 2, tzinfo=UTC)
    kept = KeptAnswer(4, TicketId(7), DraftId(9), "Hold the button.", "en", (), False, at, "Ada", changed=True)
    card.show_answers([kept])
    assert "changed by Ada before it was sent" in card.listing.item(0).text()
    card.forget_all.click()
    assert card.forget_all.text() == "Really forget all 1?"
    with qtbot.waitSignal(card.forget_all_wanted):
        card.forget_all.click()
