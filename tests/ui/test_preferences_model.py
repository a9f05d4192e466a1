"""The model panel: what searches by meaning, what another would cost, and nothing done that nobody agreed to."""

from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from helpdesk.adapters.onnx_models.catalogue import Source
from helpdesk.adapters.onnx_models.room import OnnxModelRoom
from helpdesk.domain.embedding_model import BUILT_IN, ModelCheck, ModelEstimate
from helpdesk.domain.errors import FetchFailed, HostNotAllowed
from helpdesk.domain.progress import Progress, Report
from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.model_card import ModelCard
from helpdesk.ui.preferences.model_presenter import cost
from helpdesk.ui.preferences.screen import PreferencesScreen
from tests.fakes.inline_window import InlineWindow, unspoken
from tests.fakes.model_hub import ModelHub
from tests.fakes.onnx_folders import write_embedder, write_reranker


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """One model to fetch, of a hub nobody reaches."""

    async def listed(_: object) -> tuple[Source, ...]:
        return (ModelHub("hub.example").source(),)

    monkeypatch.setattr(OnnxModelRoom, "_listed", listed)


def shown(fresh: InlineWindow) -> ModelCard:
    made = fresh.show(build, Place("preferences", section="Knowledge"))
    assert isinstance(made, PreferencesScreen)
    assert unspoken(made) == []
    return made.model


def test_a_folder_is_checked_weighed_and_taken_only_when_agreed(fresh: InlineWindow, tmp_path: Path) -> None:
    fresh.imports(tmp_path / "knowledge", a="# Password\n\nReset the password of the parcel.\n")
    card = shown(fresh)
    assert "The built-in embedder" in card.words()
    assert "1 passage embedded" in card.words()
    assert card.built_in.isHidden()

    card.folder_chosen.emit(str(tmp_path / "knowledge"))
    assert "is not used: model.onnx is missing." in card.words()
    assert fresh.settings.embedder == "built-in"

    tiny = write_embedder(tmp_path / "tiny")
    card.folder_chosen.emit(str(tiny))
    assert "Sound: 8 numbers a vector" in card.words()
    assert "1 passage to embed, a few seconds on this machine" in card.words()
    card.decline.click()
    assert fresh.settings.embedder == "built-in"

    card.folder_chosen.emit(str(tiny))
    fresh.refusing = OSError(28, "No space left on device", "settings.toml")
    card.confirm.click()
    assert "No space left" in card.words()
    assert fresh.settings.embedder == "built-in"

    fresh.refusing = None
    card.folder_chosen.emit(str(tiny))
    assert "Nothing is left to embed" in card.words()
    card.confirm.click()
    assert (fresh.settings.embedder, fresh.settings.model_folder) == ("fastembed", str(tiny))
    assert "Switched" in card.words()


def test_what_is_embedded_is_told_anew_when_the_index_has_followed(fresh: InlineWindow, tmp_path: Path) -> None:
    card = shown(fresh)
    assert "0 passages embedded" in card.words()
    fresh.imports(tmp_path / "knowledge", a="# Password\n\nReset the password of the parcel.\n")
    fresh.settle()
    assert "1 passage embedded" in card.words()


def test_while_a_model_is_checked_the_keyboard_is_on_cancel_and_then_on_the_answer(fresh: InlineWindow, tmp_path: Path) -> None:
    card = shown(fresh)
    card.choose.setFocus()
    card.show_busy("Checking …")
    assert name_of(card) == "Cancel this job"
    card.strip.findChildren(QPushButton)[0].click()
    card.show_idle()
    assert name_of(card) == "Choose the folder of another model"

    card.folder_chosen.emit(str(write_embedder(tmp_path / "tiny")))
    assert name_of(card).startswith("Switch: Sound")
    card.decline.click()
    assert name_of(card) == "Choose the folder of another model"

    elsewhere = card.window().findChild(QLineEdit)
    assert elsewhere is not None
    elsewhere.setFocus()
    card.folder_chosen.emit(str(tmp_path / "tiny"))
    assert card.window().focusWidget() is elsewhere


def name_of(card: ModelCard) -> str:
    """What has the keyboard."""
    focused = card.window().focusWidget()
    assert focused is not None
    return focused.accessibleName()


@pytest.mark.usefixtures("shelf")
def test_nothing_is_fetched_before_host_and_size_were_agreed_to(
    fresh: InlineWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, tuple[str, ...]]] = []

    async def fetch(_: object, name: str, target: Path, report: Report, also: Collection[str] = ()) -> Path:
        asked.append((name, tuple(also)))
        report(Progress(5, 10, name))
        if not also:
            raise HostNotAllowed("files.example", "hub.example")
        return write_embedder(target, pooled=True)

    monkeypatch.setattr(OnnxModelRoom, "fetch", fetch)
    card = shown(fresh)
    card.catalogue.click()
    names = card.findChild(QComboBox)
    assert names is not None
    assert names.itemText(0).startswith("team/tiny-model")
    card.fetch.click()
    assert "Nothing has been asked of that host yet" in card.words()
    assert "1.0 MB, licence mit" in card.words()
    assert asked == []
    card.confirm.click()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert [hosts for _, hosts in asked] == [()]
    assert "passes the files on to files.example" in card.words()
    card.confirm.click()
    assert [hosts for _, hosts in asked] == [(), ("files.example",)]
    assert "Fetched and verified" in card.words()
    assert "Sound" in card.words()
    assert fresh.settings.embedder == "built-in"


@pytest.mark.usefixtures("shelf")
def test_a_failed_fetch_says_how_to_bring_the_folder_by_hand(
    fresh: InlineWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fetch(*_: object) -> Path:
        raise FetchFailed("tiny", "hub.example", "nobody answers there; this machine may be offline")

    monkeypatch.setattr(OnnxModelRoom, "fetch", fetch)
    card = shown(fresh)
    card.catalogue.click()
    card.fetch.click()
    card.confirm.click()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert "may be offline" in card.words()
    assert "config.json, tokenizer.json" in card.words()


def test_a_cross_encoder_is_tried_before_its_folder_is_saved(fresh: InlineWindow, tmp_path: Path) -> None:
    made = fresh.show(build, Place("preferences", section="Knowledge"))
    assert isinstance(made, PreferencesScreen)
    row = made.rows["reranker_folder"]

    def choose(folder: Path) -> str:
        row.changed.emit(str(folder))
        return row.words()

    (tmp_path / "empty").mkdir()
    said = choose(tmp_path / "empty")
    assert said == f"{tmp_path / 'empty'} is not used: model.onnx is missing. The former value stays in force."
    assert "gives no number a pair" in choose(write_embedder(tmp_path / "embedder")), "another kind of model"
    assert choose(tmp_path / "nowhere").startswith("There is no such folder")
    assert fresh.settings.reranker_folder == ""

    sound = write_reranker(tmp_path / "judge")
    assert choose(sound) == "Saved"
    assert fresh.settings.reranker_folder == str(sound)
    assert "is not used" in choose(tmp_path / "empty")
    assert fresh.settings.reranker_folder == str(sound)
    row.changed.emit("")
    assert (row.words(), fresh.settings.reranker_folder) == ("Saved", "")


def test_what_the_environment_decides_is_not_offered(fresh: InlineWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_EMBEDDER", "built-in")
    card = shown(fresh)
    assert not card.choose.isEnabled()
    assert "HELPDESK_EMBEDDER" in card.words()


def test_a_switch_that_embeds_nothing_is_called_quick_only_when_it_is() -> None:
    check = ModelCheck(BUILT_IN, "")
    assert cost(ModelEstimate(check, 0, 4.0)) == "Nothing is left to embed: the switch is quick."
    assert "cut anew, about 40 s on this machine" in cost(ModelEstimate(check, 0, 41.0))
