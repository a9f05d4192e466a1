"""The index over a real folder in a real child process: what it promises, and what it does when files or process die."""

import json
import os
import shutil
import signal
import stat
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex, engine, manifest
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.errors import EmbedderUnusable, IndexStale
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.progress import unheard
from helpdesk.ports.index import IndexQuestion, PassageVector
from tests.contracts.passage_index import TEXTS, PassageIndexContract, batches, best, build, vectors
from tests.fakes.lending import lent, lent_index

BUILT_IN = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder")


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    """Chroma's import costs a second: the tests of this file share one child where they can."""
    with lent(WorkerProcess("index-tests")) as shared:
        yield shared


@pytest.fixture
async def index(tmp_path: Path, worker: WorkerProcess) -> AsyncIterator[LocalIndex]:
    async with lent_index(LocalIndex(tmp_path / "index", BUILT_IN, worker)) as opened:
        yield opened


class TestLocalIndex(PassageIndexContract):
    pass


async def reopened(index: LocalIndex, worker: WorkerProcess) -> LocalIndex:
    await worker.call(engine.leave, index._place)
    return index


def epoch(folder: Path) -> Path:
    return folder / "index" / (folder / "index" / "CURRENT").read_text().strip()


def many(count: int, dimension: int = 512) -> list[PassageVector]:
    import numpy as np

    raw = np.random.default_rng(1).normal(size=(count, dimension)).astype("<f4")
    raw /= np.linalg.norm(raw, axis=1, keepdims=True)
    return [
        PassageVector(PassageId(i + 1), i, KnowledgeBaseId(1), f"Part {i}\nword{i} common", raw[i].tobytes())
        for i in range(count)
    ]


async def test_the_index_survives_a_restart_and_leaves_only_one_epoch(
    index: LocalIndex, worker: WorkerProcess, tmp_path: Path
) -> None:
    await build(index, TEXTS)
    await build(index, TEXTS, change=8)
    await reopened(index, worker)
    state = await index.state()
    assert (state.trusted, state.change, state.epoch) == (True, 8, epoch(tmp_path).name)
    assert sorted(p.name for p in (tmp_path / "index").iterdir()) == ["CURRENT", epoch(tmp_path).name]


async def test_everything_is_private_to_the_user(index: LocalIndex, tmp_path: Path) -> None:
    await build(index, TEXTS)
    for path in [tmp_path / "index", *(tmp_path / "index").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


async def test_the_passages_text_is_not_in_any_file(index: LocalIndex, tmp_path: Path) -> None:
    await build(index, TEXTS)
    for path in (tmp_path / "index").rglob("*"):
        assert path.is_dir() or b"fourteen days to the card" not in path.read_bytes()


async def test_what_a_killed_build_left_is_removed(index: LocalIndex, worker: WorkerProcess, tmp_path: Path) -> None:
    await build(index, TEXTS)
    left = tmp_path / "index" / "epoch-9-00000000"
    shutil.copytree(epoch(tmp_path), left)
    beside = tmp_path / "index" / "beside-00000000"
    beside.mkdir()
    await worker.call(engine.leave, index._place)
    assert (await LocalIndex(tmp_path / "index", BUILT_IN, worker).state()).trusted
    assert not beside.exists()
    assert not left.exists()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(max(4096, path.stat().st_size)))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def unlink(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [empty, garbage, flip, cut, unlink], ids=lambda f: f.__name__)
async def test_damage_to_any_file_is_noticed_said_and_healed_by_a_rebuild(
    index: LocalIndex, worker: WorkerProcess, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    await build(index, TEXTS)
    for file in sorted(path.relative_to(epoch(tmp_path)) for path in epoch(tmp_path).rglob("*") if path.is_file()):
        whole = epoch(tmp_path)
        await reopened(index, worker)
        damage(whole / (file if file.parent == Path() else Path(next(whole.glob("segment-*")).name, file.name)))
        state = await index.state()
        assert not state.trusted, file
        assert state.words
        assert whole.name in state.set_aside[-1]
        with pytest.raises(IndexStale):
            await index.search(IndexQuestion("reset password"))
        await build(index, TEXTS)
        assert (await best(index, "how can I reset the password"))[0] == 1
        assert sorted(p.name for p in (tmp_path / "index").iterdir()) == ["CURRENT", epoch(tmp_path).name, "set-aside.json"]


async def test_damage_while_the_index_is_open_is_noticed_before_the_next_answer(index: LocalIndex, tmp_path: Path) -> None:
    await build(index, TEXTS)
    file = next(epoch(tmp_path).glob("segment-*/vectors"))
    os.utime(file)
    assert (await best(index, "how can I reset the password"))[0] == 1, "touched is not damaged"
    flip(file)
    with pytest.raises(IndexStale, match="vectors was changed"):
        await index.search(IndexQuestion("reset password"))
    assert not (await index.state()).trusted


async def test_an_epoch_set_aside_is_kept_until_a_good_one_serves(
    index: LocalIndex, worker: WorkerProcess, tmp_path: Path
) -> None:
    await build(index, TEXTS)
    await reopened(index, worker)
    flip(next(epoch(tmp_path).glob("segment-*/vectors")))
    assert "vectors was changed" in (await index.state()).words
    assert list((tmp_path / "index").glob("distrusted-*/segment-*/vectors"))
    await reopened(index, worker)
    assert "damaged or gone" in (await index.state()).words
    await build(index, TEXTS)
    assert not list((tmp_path / "index").glob("distrusted-*"))
    assert "vectors was changed" in (await index.state()).set_aside[-1]


@pytest.mark.parametrize("pointer", ["", "../../etc\n", "epoch-1-zzzzzzzz", "\0", "epoch-77-01234567"])
async def test_a_garbled_pointer_is_damage_and_not_the_lack_of_an_index(
    index: LocalIndex, worker: WorkerProcess, tmp_path: Path, pointer: str
) -> None:
    assert (await index.state()).words == "there is no index yet"
    await build(index, TEXTS)
    await reopened(index, worker)
    (tmp_path / "index" / "CURRENT").write_text(pointer)
    assert (await index.state()).words == "the index that was in use is damaged or gone"
    await build(index, TEXTS)
    assert (await index.state()).trusted


async def test_an_update_that_was_interrupted_leaves_the_state_before_it(
    index: LocalIndex, worker: WorkerProcess, tmp_path: Path
) -> None:
    await build(index, TEXTS)
    before = epoch(tmp_path) / "manifest.json"
    manifest = before.read_bytes()
    await index.update([PassageId(1)], await vectors(index, {9: "Opening hours\nWe open at nine."}), 9)
    await reopened(index, worker)
    before.write_bytes(manifest)
    left = epoch(tmp_path) / "segment-00000000"
    left.mkdir()
    state = await index.state()
    assert (state.trusted, state.passages, state.change) == (True, 5, 7)
    assert (await best(index, "how can I reset the password"))[0] == 1
    await index.update([], await vectors(index, {9: "Opening hours\nWe open at nine."}), 9)
    assert not left.exists()
    assert (await best(index, "when do you open"))[0] == 9


async def test_many_small_updates_answer_as_one_build(index: LocalIndex, tmp_path: Path) -> None:
    rows = many(60)
    await index.rebuild(batches(rows[:20]), 1, 20, unheard)
    for change, start in enumerate(range(20, 60, 2), start=2):
        await index.update([PassageId(start - 19)], rows[start : start + 2], change)
    assert len(list(epoch(tmp_path).glob("segment-*"))) < 10
    asked = IndexQuestion("word41 common part 13", limit=100)
    piecemeal = {c.passage_id: c for c in (await index.search(asked)).candidates}
    gone = {PassageId(start - 19) for start in range(20, 60, 2)}
    kept = [row for row in rows if row.passage_id not in gone]
    await index.rebuild(batches(kept), 99, len(kept), unheard)
    answer = await index.search(asked)
    assert {c.passage_id: c.matched for c in answer.candidates} == {i: c.matched for i, c in piecemeal.items()}
    for one in answer.candidates:
        assert one.bm25 == pytest.approx(piecemeal[one.passage_id].bm25)
    assert answer.passages == len(kept)
    assert answer.frequencies["part"] == len(kept)


def other_manifest(folder: Path, **change: object) -> None:
    """As another version of the program would have signed it."""
    body, _, _ = (folder / "manifest.json").read_bytes().partition(b"\n")
    values = json.loads(body) | change
    manifest.Manifest(**values).write(folder)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"embedder": "other/1"}, "another embedder"),
        ({"words": "words/0"}, "rules"),
        ({"format": 99}, "version of this program"),
        ({"passages": 6}, "instead of 6"),
        ({"canaries": [{"passage_id": 77, "neighbours": [77]}]}, "known passages"),
        ({"canaries": [{"passage_id": 1, "neighbours": [2]}]}, "known passages"),
    ],
)
async def test_the_manifest_decides(
    index: LocalIndex, worker: WorkerProcess, tmp_path: Path, change: dict[str, object], words: str
) -> None:
    await build(index, TEXTS)
    await reopened(index, worker)
    other_manifest(epoch(tmp_path), **change)
    assert words in (await index.state()).words


async def test_a_folder_that_cannot_be_written_is_told(index: LocalIndex, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where the folder should be")
    with pytest.raises(IndexStale):
        await build(index, TEXTS)
    assert not (await index.state()).trusted


async def test_a_killed_process_is_replaced_and_opens_the_index_again(tmp_path: Path) -> None:
    index = LocalIndex(tmp_path / "index", BUILT_IN)
    try:
        await build(index, TEXTS)
        assert index.pid is not None
        os.kill(index.pid, signal.SIGKILL)
        try:
            await index.search(IndexQuestion("reset password"))
        except IndexStale:
            assert (await index.search(IndexQuestion("reset password"))).candidates
        assert (await index.state()).trusted
        pid = index.pid
    finally:
        await index.aclose()
    assert not Path(f"/proc/{pid}").exists()


async def test_a_rebuild_whose_process_dies_is_told_and_can_be_run_again(tmp_path: Path) -> None:
    index = LocalIndex(tmp_path / "index", BUILT_IN)
    rows = many(600)

    async def fatal() -> AsyncIterator[list[PassageVector]]:
        yield rows[:300]
        assert index.pid is not None
        os.kill(index.pid, signal.SIGKILL)
        yield rows[300:]

    try:
        with pytest.raises(IndexStale):
            await index.rebuild(fatal(), 1, 600, unheard)
        state = await index.rebuild(batches(rows), 2, 600, unheard)
        assert (state.trusted, state.passages) == (True, 600)
        assert [p.name for p in (tmp_path / "index").glob("epoch-*")] == [state.epoch]
    finally:
        await index.aclose()


async def test_an_embedder_that_cannot_be_used_is_told_in_the_state(tmp_path: Path, worker: WorkerProcess) -> None:
    recipe = EmbedderRecipe("helpdesk.adapters.onnx_models.embedder:OnnxEmbedder", (tmp_path / "none", 1))
    index = LocalIndex(tmp_path / "index", recipe, worker)
    state = await index.state()
    assert not state.trusted
    with pytest.raises(EmbedderUnusable):
        await index.embed(["one"])
    unknown = LocalIndex(tmp_path / "index", EmbedderRecipe("helpdesk.nowhere:Thing"), worker)
    with pytest.raises(EmbedderUnusable):
        await unknown.embedder_fingerprint()


async def test_it_and_the_reading_of_articles_come_without_vendors_and_without_the_desk() -> None:
    heavy = "('chromadb', 'numpy', 'fastembed', 'helpdesk.ports.store', 'helpdesk.ports.writing', 'helpdesk.ports.sending')"
    imported = "helpdesk.adapters.index, helpdesk.adapters.markdown_articles.article"
    probe = f"import sys, {imported}; print([m for m in {heavy} if m in sys.modules])"
    import asyncio
    import sys

    child = await asyncio.create_subprocess_exec(sys.executable, "-c", probe, stdout=asyncio.subprocess.PIPE)
    said, _ = await child.communicate()
    assert said.strip() == b"[]"
