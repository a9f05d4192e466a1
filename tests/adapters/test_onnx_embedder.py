"""Embedders in folders under the one contract: a tiny model everywhere, a real one where its folder is."""

import json
import os
import shutil
import stat
from pathlib import Path

import numpy as np
import pytest

from helpdesk.adapters.onnx_models import folder as folders
from helpdesk.adapters.onnx_models.embedder import OnnxEmbedder
from helpdesk.adapters.onnx_models.families import family_of, limit_of
from helpdesk.adapters.onnx_models.session import TOKENS_A_RUN, packed
from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.ports.embedder import Embedder
from tests.contracts.embedder import EmbedderContract, cosine
from tests.fakes.onnx_folders import DIMENSION, meanings, write_embedder

MODEL = Path(__file__).resolve().parents[3] / "shared" / "models" / "all-MiniLM-L6-v2"
needs_model = pytest.mark.skipif(not MODEL.is_dir(), reason="no model folder beside the repository")
PAIR = ["my password does not log me in", "I forgot how to sign in", "the parcel is late"]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return write_embedder(tmp_path / "tiny")


@pytest.fixture(scope="module")
def minilm() -> OnnxEmbedder:
    """Loading it takes a second: once a module."""
    return OnnxEmbedder(MODEL, threads=1)


def refusal(folder: Path) -> str:
    with pytest.raises(EmbedderUnusable) as raised:
        OnnxEmbedder(folder, threads=1).embed(["one"])
    assert raised.value.folder == str(folder)
    return raised.value.detail


@needs_model
class TestRealModel(EmbedderContract):
    @pytest.fixture
    def embedder(self, minilm: OnnxEmbedder) -> Embedder:
        return minilm

    def test_it_knows_meanings(self, embedder: Embedder) -> None:
        one, other, stranger = embedder.embed(["I cannot log in", "sign-in does not work", "the parcel is late"])
        assert cosine(one, other) > cosine(one, stranger) + 0.1

    def test_the_fingerprint_follows_the_files_not_the_folder(self, embedder: Embedder, tmp_path: Path) -> None:
        moved = shutil.copytree(MODEL, tmp_path / "moved")
        assert OnnxEmbedder(moved).fingerprint == embedder.fingerprint
        moved.chmod(0o755)
        settings = moved / "tokenizer_config.json"
        settings.chmod(0o644)
        settings.write_text(json.dumps(json.loads(settings.read_text()) | {"do_lower_case": False}))
        assert OnnxEmbedder(moved).fingerprint != embedder.fingerprint

    def test_it_reads_no_further_than_the_model_was_made_for(self, minilm: OnnxEmbedder) -> None:
        assert minilm.limit == 256
        long = "router " * 250
        assert minilm.embed([long + "unrelated " * 400]) == minilm.embed([long + "unrelated " * 500])


def test_related_words_are_near(tiny: Path) -> None:
    one, other, stranger = OnnxEmbedder(tiny).embed(PAIR)
    assert cosine(one, other) > cosine(one, stranger) + 0.3
    assert len(one) == 4 * DIMENSION


def test_a_model_that_pools_by_itself_is_taken_at_its_word(tmp_path: Path) -> None:
    model = OnnxEmbedder(write_embedder(tmp_path / "pooled", pooled=True))
    one, other, stranger = model.embed(PAIR)
    assert cosine(one, other) > cosine(one, stranger) + 0.3


def test_a_quantised_model_in_a_folder_of_its_own_is_found(tiny: Path) -> None:
    (tiny / "onnx").mkdir()
    (tiny / "model.onnx").rename(tiny / "onnx" / "model_quantized.onnx")
    assert folders.opened(tiny).model == "onnx/model_quantized.onnx"
    assert len(OnnxEmbedder(tiny).embed(PAIR)) == 3


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.onnx"])
def test_a_missing_file_is_named(tiny: Path, name: str) -> None:
    (tiny / name).unlink()
    assert refusal(tiny) == f"{name} is missing"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing") == "there is no such folder"


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00", "[" * 100_000])
def test_a_broken_configuration_is_told(tiny: Path, content: str) -> None:
    (tiny / "config.json").write_text(content)
    assert refusal(tiny).startswith("config.json ")


@pytest.mark.parametrize(
    ("name", "content"),
    [("model.onnx", b"not a model"), ("model.onnx", b""), ("tokenizer.json", b"{}"), ("tokenizer.json", b"\xff")],
)
def test_a_broken_file_is_named(tiny: Path, name: str, content: bytes) -> None:
    (tiny / name).write_bytes(content)
    assert name in refusal(tiny)


def test_a_file_beyond_all_measure_is_not_read(tiny: Path) -> None:
    os.truncate(tiny / "tokenizer.json", 1 << 40)
    os.truncate(tiny / "config.json", 2 << 20)
    assert refusal(tiny) == "config.json has 2 MB; at most 1 MB are read"
    write_embedder(tiny)
    os.truncate(tiny / "tokenizer.json", 1 << 40)
    assert refusal(tiny).startswith("tokenizer.json has ")


def test_a_pipe_in_a_files_place_is_not_waited_for(tiny: Path) -> None:
    (tiny / "config.json").unlink()
    os.mkfifo(tiny / "config.json")
    assert stat.S_ISFIFO((tiny / "config.json").stat().st_mode)
    assert refusal(tiny) == "config.json is not a file"


@pytest.mark.parametrize("location", ["../secret", "/etc/passwd", "a/../../secret", "C:\\secret", "..\\secret"])
def test_weights_outside_of_the_folder_are_refused(tmp_path: Path, location: str) -> None:
    (tmp_path / "secret").write_bytes(meanings().tobytes())
    folder = write_embedder(tmp_path / "model", weights=location)
    assert "outside of its folder" in refusal(folder)


def test_a_link_that_leads_weights_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(meanings().tobytes())
    folder = write_embedder(tmp_path / "model", weights="numbers")
    (folder / "numbers").symlink_to(tmp_path / "secret")
    assert "a link that leads out of the folder" in refusal(folder)


def test_weights_beside_the_model_are_part_of_it(tmp_path: Path) -> None:
    folder = write_embedder(tmp_path / "model", weights="numbers")
    assert "numbers" in refusal(folder)
    (folder / "numbers").write_bytes(meanings().tobytes())
    before = OnnxEmbedder(folder)
    assert cosine(*before.embed(PAIR[:2])) > 0.3
    (folder / "numbers").write_bytes(meanings(seed=2).tobytes())
    assert OnnxEmbedder(folder).fingerprint != before.fingerprint


@pytest.mark.parametrize("fault", [np.nan, np.inf])
def test_a_model_that_gives_no_numbers_is_refused(tmp_path: Path, fault: float) -> None:
    rows = meanings()
    rows[:, 3] = fault
    assert "no finite vector" in refusal(write_embedder(tmp_path / "model", rows))


def test_a_model_without_sense_is_refused_with_what_it_failed(tmp_path: Path) -> None:
    same = np.ones_like(meanings())
    assert "no nearer than strangers" in refusal(write_embedder(tmp_path / "model", same))


def test_a_model_that_wants_what_we_cannot_give_is_refused_by_that(tmp_path: Path) -> None:
    assert "'pixel_values'" in refusal(write_embedder(tmp_path / "model", wants="pixel_values"))


def test_a_folder_is_adopted_once_and_a_changed_file_is_named(tiny: Path, tmp_path: Path) -> None:
    record = tmp_path / "workspace" / "record.json"
    first = OnnxEmbedder(tiny, 1, record)
    first.embed(["password"])
    assert OnnxEmbedder(tiny, 1, record).embed(["password"]) == first.embed(["password"])
    write_embedder(tiny, meanings(seed=2))
    changed = OnnxEmbedder(tiny, 1, record)
    with pytest.raises(EmbedderUnusable, match=r"model\.onnx changed since this folder was adopted"):
        _ = changed.fingerprint
    changed.adopt()
    assert OnnxEmbedder(tiny, 1, record).embed(["password"])


def test_vectors_that_changed_under_the_same_files_are_noticed(tiny: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    OnnxEmbedder(tiny, 1, record).embed(["password"])
    kept = json.loads(record.read_text())
    kept["golden"] = kept["golden"][1:]
    record.write_text(json.dumps(kept))
    with pytest.raises(EmbedderUnusable, match="no longer gives the vectors"):
        OnnxEmbedder(tiny, 1, record).embed(["password"])


@pytest.mark.parametrize("content", ["", "{}", '{"files": 1, "golden": 2}', "\x00"])
def test_an_unreadable_record_is_made_anew(tiny: Path, tmp_path: Path, content: str) -> None:
    record = tmp_path / "record.json"
    record.write_text(content)
    OnnxEmbedder(tiny, 1, record).embed(["password"])
    assert json.loads(record.read_text())["folder"] == str(tiny)


@pytest.mark.parametrize(
    ("name", "query", "passage", "pooling"),
    [
        ("multilingual-e5-small", "query: ", "passage: ", "mean"),
        ("bge-small-en-v1.5", "Represent this sentence for searching relevant passages: ", "", "cls"),
        ("nomic-embed-text-v1.5", "search_query: ", "search_document: ", "mean"),
        ("snowflake-arctic-embed-s", "Represent this sentence for searching relevant passages: ", "", "cls"),
        ("gte-base", "", "", "mean"),
        ("all-MiniLM-L6-v2", "", "", "mean"),
        ("something-else", "", "", "mean"),
    ],
)
def test_each_family_gets_its_own_words_in_front(tmp_path: Path, name: str, query: str, passage: str, pooling: str) -> None:
    family = family_of(folders.opened(write_embedder(tmp_path / name)))
    assert (family.query, family.passage, family.pooling) == (query, passage, pooling)


def test_the_folders_own_files_decide_over_its_name(tmp_path: Path) -> None:
    folder = write_embedder(tmp_path / "e5-small")
    prompts = {"prompts": {"query": "ask: ", "document": "tell: ", "odd": 3}}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(prompts))
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": True}))
    family = family_of(folders.opened(folder))
    assert (family.query, family.passage, family.pooling) == ("ask: ", "tell: ", "cls")
    plain = OnnxEmbedder(write_embedder(tmp_path / "plain"))
    assert OnnxEmbedder(folder).fingerprint != plain.fingerprint


@pytest.mark.parametrize(
    ("config", "tokenizer", "limit"),
    [
        ({"max_position_embeddings": 512}, {"model_max_length": 256}, 256),
        ({"max_position_embeddings": 128}, {}, 128),
        ({"max_position_embeddings": 514, "model_type": "xlm-roberta"}, {"model_max_length": 10**30}, 512),
        ({"max_position_embeddings": 8192}, {"model_max_length": 8192}, 512),
        ({}, {"model_max_length": "many"}, 512),
    ],
)
def test_the_limit_is_the_least_any_file_allows(
    tiny: Path, config: dict[str, object], tokenizer: dict[str, object], limit: int
) -> None:
    (tiny / "config.json").write_text(json.dumps(config))
    (tiny / "tokenizer_config.json").write_text(json.dumps(tokenizer))
    assert limit_of(folders.opened(tiny)) == limit


def test_batches_pad_next_to_nothing_and_stay_within_bounds() -> None:
    lengths = [5 + 37 * place % 250 for place in range(200)]
    batches = packed(lengths)
    assert sorted(place for batch in batches for place in batch) == list(range(200))
    padded = [len(batch) * max(lengths[place] for place in batch) for batch in batches]
    assert max(padded) <= TOKENS_A_RUN
    assert sum(padded) <= 1.05 * sum(lengths)
    assert packed([5000]) == [[0]]
