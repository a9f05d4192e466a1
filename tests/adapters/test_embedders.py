"""Both embedders under the one contract; the model's own tests run where its folder is."""

import json
import shutil
from pathlib import Path

import pytest

from helpdesk.adapters.embedders.built_in import BuiltInEmbedder
from helpdesk.adapters.embedders.fastembed_folder import FastembedFolder
from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.ports.embedder import Embedder
from tests.contracts.embedder import EmbedderContract, cosine

MODEL = Path(__file__).resolve().parents[3] / "shared" / "models" / "all-MiniLM-L6-v2"
needs_model = pytest.mark.skipif(not MODEL.is_dir(), reason="no model folder beside the repository")


@pytest.fixture(scope="module")
def minilm() -> FastembedFolder:
    """Loading it takes a second: once a module."""
    return FastembedFolder(MODEL, threads=1)


class TestBuiltIn(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return BuiltInEmbedder()

    def test_it_bridges_inflections_and_slips_of_the_finger(self, embedder: Embedder) -> None:
        one, slip, stranger = embedder.embed(["password settings", "pasword setings", "delivery calendar"])
        assert cosine(one, slip) > cosine(one, stranger) + 0.1


@needs_model
class TestFastembedFolder(EmbedderContract):
    @pytest.fixture
    def embedder(self, minilm: FastembedFolder) -> Embedder:
        return minilm

    def test_it_knows_meanings(self, embedder: Embedder) -> None:
        one, other, stranger = embedder.embed(["I cannot log in", "sign-in does not work", "the parcel is late"])
        assert cosine(one, other) > cosine(one, stranger) + 0.1

    def test_the_fingerprint_follows_the_files_not_the_folder(self, embedder: Embedder, tmp_path: Path) -> None:
        moved = shutil.copytree(MODEL, tmp_path / "moved")
        assert FastembedFolder(moved).fingerprint == embedder.fingerprint
        moved.chmod(0o755)
        settings = moved / "tokenizer_config.json"
        settings.chmod(0o644)
        settings.write_text(json.dumps(json.loads(settings.read_text()) | {"do_lower_case": False}))
        assert FastembedFolder(moved).fingerprint != embedder.fingerprint

    def test_a_broken_model_file_is_named(self, tmp_path: Path) -> None:
        broken = shutil.copytree(MODEL, tmp_path / "broken")
        broken.chmod(0o755)
        (broken / "model.onnx").chmod(0o644)
        (broken / "model.onnx").write_bytes(b"not a model")
        with pytest.raises(EmbedderUnusable) as raised:
            FastembedFolder(broken).embed(["one"])
        assert "model.onnx" in raised.value.detail

    @pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "tokenizer_config.json", "model.onnx"])
    def test_a_missing_file_is_named(self, tmp_path: Path, name: str) -> None:
        folder = tmp_path / "part"
        folder.mkdir()
        for file in MODEL.iterdir():
            if file.name != name:
                (folder / file.name).symlink_to(file)
        with pytest.raises(EmbedderUnusable) as raised:
            FastembedFolder(folder).embed(["one"])
        assert f"{name} is missing" in raised.value.detail
        assert raised.value.folder == str(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnusable) as raised:
        _ = FastembedFolder(tmp_path / "nothing").fingerprint
    assert "no such folder" in raised.value.detail


@pytest.mark.parametrize("content", ["", "[]", "{", '{"hidden_size": "many"}', "\x00"])
def test_a_broken_configuration_is_told(tmp_path: Path, content: str) -> None:
    for name in ("model.onnx", "tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_text("{}")
    (tmp_path / "config.json").write_text(content)
    with pytest.raises(EmbedderUnusable) as raised:
        FastembedFolder(tmp_path).embed(["one"])
    assert "config.json" in raised.value.detail
