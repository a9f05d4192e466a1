"""The panel of the drafting model: its state with one action, a choice, a pull, a test, a comparison."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from helpdesk.domain.progress import Progress
from helpdesk.settings import Settings
from helpdesk.ui.kit import Label, Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.screen import PreferencesScreen
from helpdesk.ui.preferences.writer_card import WriterCard
from helpdesk.ui.preferences.writer_presenter import Speed
from tests.fakes.inline_window import InlineWindow, inline_window, unspoken
from tests.fakes.ollama_server import MODEL, OllamaServer, model
from tests.fakes.ollama_server.beside import beside


@pytest.fixture
def server() -> Iterator[OllamaServer]:
    with beside() as running:
        running.says("Hold the button for ten seconds [1].")
        yield running


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, server: OllamaServer) -> Iterator[InlineWindow]:
    with inline_window(tmp_path / "workspace", Settings(ollama_host=server.host, threads=1)) as opened:
        yield opened


def shown(window: InlineWindow) -> WriterCard:
    made = window.show(build, Place("preferences", section="Drafting"))
    assert isinstance(made, PreferencesScreen)
    assert unspoken(made) == []
    return made.writer


def choose(card: WriterCard, name: str) -> None:
    card.models.setCurrentIndex(next(i for i in range(card.models.count()) if card.models.itemText(i).startswith(name)))


def test_models_are_described_chosen_pulled_and_tested(window: InlineWindow, server: OllamaServer) -> None:
    server.models = [model(), model("minilm:latest", capabilities=["embedding"]), model("kimi:cloud")]
    card = shown(window)
    assert card.words() == f"Ready “{MODEL}” drafts."
    choices = [card.models.itemText(i) for i in range(card.models.count())]
    assert choices == ["The first that can chat", f"{MODEL} — 2.0 GB, 3.2B Q4_K_M, reads 131,072 tokens"]
    assert not card.comparison.isVisible()

    card.wanted.setText("new:1b")
    card.pull.click()
    assert "new:1b is there." in card.words()
    choose(card, "new:1b")
    card.test.click()
    assert "tokens a second" in card.words()
    assert "3.3 GB of memory" in card.words()
    assert "It wrote: Hold the button" in card.words()
    card.use.click()
    assert window.settings.ollama_model == "new:1b"

    server.models = [model("kimi:cloud")]
    card.look.click()
    assert "Only models that run elsewhere" in card.words()
    server.models = []
    card.look.click()
    assert "No model" in card.words()
    server.tags = (200, "text/html", b"<html>")
    card.look.click()
    assert "Model server not running" in card.words()
    server.tags = None
    card.look.click()
    card.wanted.setText("kimi:cloud")
    card.pull.click()
    assert "somebody else's computer" in card.words()


def offered(card: WriterCard) -> list[str]:
    """What the state of the server leaves to do."""
    acts = (card.look, card.confirm, card.use, card.test, card.pull)
    return [act.text() for act in acts if act.isVisibleTo(card) and act.isEnabled()]


def test_each_state_of_the_server_offers_what_can_be_done_about_it(window: InlineWindow, server: OllamaServer) -> None:
    card = shown(window)
    assert offered(card) == ["Look again", "Use it", "Test it", "Pull"]
    for states in ([], [model("kimi:cloud")], [model("minilm:latest", capabilities=["embedding"])]):
        server.models = states
        card.look.click()
        assert offered(card) == ["Look again", "Pull"]
    server.tags = (200, "text/html", b"<html>")
    card.look.click()
    assert offered(card) == ["Look again"]


def test_both_cards_say_the_same_of_a_server_that_came_back(window: InlineWindow, server: OllamaServer) -> None:
    listed, server.models = server.models, []
    card = shown(window)
    page = card.window()
    server.models = listed
    card.look.click()
    said = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert said.count(f"“{MODEL}” drafts.") == 2


def test_a_model_left_alone_is_not_said_to_draft(window: InlineWindow, server: OllamaServer, tmp_path: Path) -> None:
    window.imports(tmp_path / "kb", reset="# Reset the hub\n\nHold the button for ten seconds.\n")
    server.load_failure = "model requires more system memory (5.6 GiB) than is available (3.1 GiB)"
    window.bridge.run(window.desk.intake.new_ticket("Ada", "ada@example.org", "Hub", "How do I reset the hub?"))
    ((draft_id, _),) = window.bridge.run(window.desk.pipeline.waiting())
    window.bridge.run(window.desk.pipeline.answer(draft_id))
    card = shown(window)
    assert card.words().startswith("Model given a rest It failed, so drafts quote the knowledge base")
    assert "drafts." not in card.words()


def test_the_seconds_until_a_model_is_tried_again_count_down(
    window: InlineWindow, server: OllamaServer, tmp_path: Path, qtbot: QtBot
) -> None:
    window.imports(tmp_path / "kb", reset="# Reset the hub\n\nHold the button for ten seconds.\n")
    server.load_failure = "model requires more system memory (5.6 GiB) than is available (3.1 GiB)"
    window.bridge.run(window.desk.pipeline.ask("How do I reset the hub?"))
    card = shown(window)

    def left() -> int:
        found = re.search(r"in ([\d,]+) seconds", card.words())
        return int(found[1].replace(",", "")) if found else 0

    before = left()
    assert before > 2
    qtbot.waitUntil(lambda: 0 < left() < before, timeout=4000)


def test_the_model_that_drafts_is_tested_without_choosing_it_first(window: InlineWindow) -> None:
    card = shown(window)
    assert card.chosen() == ""
    card.test.setFocus()
    card.test.click()
    assert f"{MODEL} writes" in card.words()
    assert window.host.window().focusWidget() is card.test, "the keyboard comes back to where it was"


def test_a_test_that_goes_well_ends_the_rest_of_a_model(window: InlineWindow, server: OllamaServer, tmp_path: Path) -> None:
    window.imports(tmp_path / "kb", reset="# Reset the hub\n\nHold the button for ten seconds.\n")
    server.load_failure = "model requires more system memory (5.6 GiB) than is available (3.1 GiB)"
    assert "could not be loaded" in window.bridge.run(window.desk.pipeline.ask("How do I reset the hub?")).reply.fallback
    screen = window.show(build, Place("preferences", section="Drafting"))
    assert isinstance(screen, PreferencesScreen)
    card = screen.writer
    assert "Model given a rest" in card.words()
    assert screen.drafting_words() == "Drafts quote the knowledge base"

    server.load_failure = ""
    card.test.click()
    assert card.words().startswith(f"Ready “{MODEL}” drafts.")
    assert screen.drafting_words() == f"“{MODEL}” drafts."


def test_models_are_compared_and_their_drafts_lie_side_by_side(
    window: InlineWindow, server: OllamaServer, tmp_path: Path
) -> None:
    server.models = [model(), model("qwen3:4b")]
    card = shown(window)
    card.comparison.compare.click()
    assert "No ticket has a draft yet" in card.words()
    window.imports(tmp_path / "kb", reset="# Reset the hub\n\nHold the button for ten seconds.\n")
    window.bridge.run(window.desk.intake.new_ticket("Ada", "ada@example.org", "Hub", "How do I reset the hub?"))
    card.comparison.compare.click()
    table = card.comparison.table
    assert table.rowCount() == 2
    window.settle()
    seen_to = table.rowViewportPosition(1) + table.rowHeight(1)
    assert seen_to <= table.viewport().height(), "both models are seen whole"
    assert [text.isVisibleTo(card) for text in card.comparison.texts] == [True, True, False]
    assert "Hold the button" in card.comparison.texts[1].toPlainText()
    assert {row["model"] for row in server.requests} == {MODEL, "qwen3:4b"}


def test_a_server_on_another_computer_is_asked_nothing_before_it_is_confirmed(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "workspace", Settings(ollama_host="http://192.0.2.7:11434", threads=1)) as window:
        card = shown(window)
        assert "Another computer, not confirmed" in card.words()
        assert isinstance(card.confirm, QPushButton)
        assert offered(card) == ["Look again", "Confirm this server"]
        card.confirm.click()
        assert window.settings.ollama_remote_confirmed == "http://192.0.2.7:11434"


def test_a_pull_tells_bytes_and_speed() -> None:
    now = iter((0.0, 2.0))
    speed = Speed(lambda: next(now))
    assert speed.told(Progress(0, 2_000_000_000, "pulling")).label == "0 B of 2.0 GB"
    assert speed.told(Progress(50_000_000, 2_000_000_000, "pulling")).label == "50.0 MB of 2.0 GB, 25.0 MB a second"
    assert Speed().told(Progress(1, 4, "m: Hub")).label == "m: Hub"
