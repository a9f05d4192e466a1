"""What goes on beside the serving epoch: filters and synonyms while it grows, Chroma's graph, compaction, learning."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex, Sizes, engine
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.progress import Progress, unheard
from helpdesk.ports.index import Candidate, IndexQuestion, PassageVector
from tests.contracts.passage_index import batches
from tests.fakes.embedders import BareWords
from tests.fakes.lending import lent, lent_index

WORDS = EmbedderRecipe("tests.fakes.embedders:BareWords")
LEARNING = EmbedderRecipe("tests.fakes.embedders:LearntWords", learns=True)
SMALL = Sizes(graph=1_000, beside=100_000)
PARTS = ("hinge", "valve", "lantern", "gasket", "beacon", "spindle", "rotor", "damper", "shutter", "filter", "crank", "bolt")
DOINGS = ("squeaks", "leaks", "sticks", "hums", "flickers", "overheats", "rattles", "fades", "bends", "rusts", "jams", "slips")


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    with lent(WorkerProcess("index-tests")) as shared:
        yield shared


@pytest.fixture
async def index(tmp_path: Path, worker: WorkerProcess) -> AsyncIterator[LocalIndex]:
    async with lent_index(LocalIndex(tmp_path / "Jörg-日本" / "index", WORDS, worker, SMALL)) as opened:
        yield opened


def epoch(index: LocalIndex) -> Path:
    root = index._place.root
    return root / (root / "CURRENT").read_text().strip()


def passages(count: int, first: int = 1) -> list[PassageVector]:
    """Five to an article, two bases in turns."""
    embedder = BareWords()
    texts = [
        f"{PARTS[i % 12]} of model {i // 12 % 12}\nThe {PARTS[i % 12]} {DOINGS[i // 12 % 12]} in room {i // 144}"
        for i in range(first, first + count)
    ]
    return [
        PassageVector(PassageId(i), i // 5, KnowledgeBaseId(i % 2 + 1), text, vector)
        for i, (text, vector) in enumerate(zip(texts, embedder.embed(texts), strict=True), start=first)
    ]


async def built(index: LocalIndex, rows: Sequence[PassageVector], change: int = 1) -> None:
    state = await index.rebuild(batches(rows), change, len(rows), unheard)
    assert state.trusted, state.words


async def found(index: LocalIndex, question: IndexQuestion) -> dict[int, Candidate]:
    return {int(c.passage_id): c for c in (await index.search(question)).candidates}


ASKED = IndexQuestion("the valve leaks in room 3", limit=10)


async def test_a_large_base_gets_a_graph_beside_and_answers_as_before(index: LocalIndex, worker: WorkerProcess) -> None:
    rows = passages(1_200)
    await built(index, rows)
    exact = await found(index, ASKED)
    heard: list[Progress] = []
    assert await index.improve(heard.append)
    assert (heard[-1].done, heard[-1].total) == (1_000, 1_000)
    assert list(epoch(index).glob("graph-*/*/data_level0.bin"))
    assert not await index.improve(unheard)
    by_graph = await found(index, ASKED)
    assert len(by_graph.keys() & exact.keys()) >= len(exact) - 1
    assert all(by_graph[i] == exact[i] for i in by_graph.keys() & exact.keys())
    await worker.call(engine.leave, index._place)
    assert await found(index, ASKED) == exact, "a fresh process searches exactly until the graph is opened"
    assert await index.improve(unheard), "and opens the graph that is there"
    assert set(await found(index, ASKED)) == set(by_graph)


async def test_what_a_graph_holds_and_a_filter_or_an_update_took_away_is_never_brought(index: LocalIndex) -> None:
    rows = passages(1_200)
    await built(index, rows)
    assert await index.improve(unheard)
    best = next(iter(await found(index, ASKED)))
    await index.update([PassageId(best)], passages(3, 5_000), 2)
    assert best not in await found(index, ASKED)
    for question in (
        IndexQuestion(ASKED.text, kb_ids=(KnowledgeBaseId(2),), limit=10),
        IndexQuestion(ASKED.text, articles=frozenset(range(30, 40)), limit=10),
        IndexQuestion(ASKED.text, barred=frozenset(range(200)), limit=10),
        IndexQuestion(ASKED.text, articles=frozenset({7}), barred=frozenset({7}), limit=10),
    ):
        answers = (await index.search(question)).candidates
        assert all(not question.kb_ids or c.passage_id % 2 == 1 for c in answers)
        assert all(question.articles is None or c.article_id in question.articles for c in answers)
        assert not {c.article_id for c in answers} & question.barred
        allowed = 0 if question.barred & (question.articles or frozenset()) else 10
        assert len(answers) >= allowed, "what a filter shuts out takes no place"


async def test_a_synonym_counts_as_the_word_itself(index: LocalIndex) -> None:
    await built(index, passages(60))
    plain = await found(index, IndexQuestion("torch", limit=60))
    assert not any(c.bm25 for c in plain.values())
    meant = await found(index, IndexQuestion("torch", limit=60, synonyms={"torch": ("lantern", "beacon")}))
    worded = {i for i, c in meant.items() if c.bm25 > 0}
    assert worded == {i for i in range(1, 61) if i % 12 in (2, 4)}
    assert all(meant[i].matched == ("torch",) for i in worded)


async def test_an_answer_says_how_frequent_the_questions_words_are(index: LocalIndex) -> None:
    await built(index, passages(60))
    answer = await index.search(IndexQuestion("do the valves squeak in the cellar"))
    assert answer.passages == 60
    assert answer.frequencies == {"valv": 5, "squeak": 11, "cellar": 0}


async def test_a_misspelled_word_is_searched_as_the_one_that_is_known(index: LocalIndex) -> None:
    await built(index, passages(60))
    answer = await index.search(IndexQuestion("the lantren flickers", limit=60))
    assert answer.corrected == {"lantren": "lantern"}
    assert answer.frequencies["lantren"] == 0
    worded = {int(c.passage_id) for c in answer.candidates if "lantren" in c.matched}
    assert worded == {i for i in range(1, 61) if i % 12 == 2}


async def test_an_improvement_that_is_cancelled_or_overtaken_leaves_nothing_behind(index: LocalIndex) -> None:
    rows = passages(1_200)
    await built(index, rows)
    begun = asyncio.Event()
    job = asyncio.create_task(index.improve(lambda p: begun.set() if p.done else None))
    await begun.wait()
    assert await found(index, ASKED), "search goes on meanwhile"
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    root = index._place.root
    assert sorted(p.name for p in root.iterdir()) == ["CURRENT", epoch(index).name]
    begun.clear()
    job = asyncio.create_task(index.improve(lambda p: begun.set() if p.done else None))
    await begun.wait()
    await built(index, rows[:1_100], change=2)
    assert not await job
    state = await index.state()
    assert (state.trusted, state.passages, state.change) == (True, 1_100, 2)
    assert sorted(p.name for p in root.iterdir()) == ["CURRENT", epoch(index).name]
    assert not list(epoch(index).glob("graph-*"))


async def test_removed_passages_are_compacted_away(index: LocalIndex) -> None:
    rows = passages(1_100)
    await built(index, rows)
    await index.update([r.passage_id for r in rows[:400]], passages(50, 3_000), 2)
    before = await found(index, ASKED)
    sizes = sum(f.stat().st_size for f in epoch(index).glob("*/vectors"))
    assert await index.improve(unheard)
    assert sum(f.stat().st_size for f in epoch(index).glob("*/vectors")) < sizes
    assert len(list(epoch(index).glob("segment-*"))) == 1
    assert await found(index, ASKED) == before
    assert (await index.state()).change == 2


async def test_a_damaged_graph_is_dropped_noted_and_built_anew(index: LocalIndex, worker: WorkerProcess) -> None:
    await built(index, passages(1_200))
    assert await index.improve(unheard)
    await worker.call(engine.leave, index._place)
    graph = next(epoch(index).glob("graph-*/*/data_level0.bin"))
    content = bytearray(graph.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = bytes(4096)
    graph.write_bytes(content)
    exact = await found(index, ASKED)
    assert not await index.improve(unheard)
    state = await index.state()
    assert state.trusted
    assert "data_level0.bin" in state.set_aside[-1]
    assert not graph.exists()
    assert await index.improve(unheard)
    assert len((await found(index, ASKED)).keys() & exact.keys()) >= len(exact) - 1


async def test_vectors_that_say_nothing_are_found_by_words_only(index: LocalIndex) -> None:
    odd = [
        PassageVector(PassageId(1), 1, KnowledgeBaseId(1), "Zero\nnothing at all", bytes(128)),
        PassageVector(PassageId(2), 2, KnowledgeBaseId(1), "Broken\nnot a number", b"\0\0\xc0\x7f" * 32),
    ]
    await built(index, [*odd, *passages(1_200, 10)])
    assert await index.improve(unheard)
    assert (await found(index, IndexQuestion("number", limit=5)))[2].bm25 > 0
    near = await found(index, ASKED)
    assert not {1, 2} & near.keys()
    with pytest.raises(IndexStale, match="passage 3 is not of 32 numbers"):
        await built(
            index, [PassageVector(PassageId(3), 3, KnowledgeBaseId(1), "Short\nvector", bytes(64)), *passages(5, 20)][::-1]
        )
    assert (await index.state()).passages == 1_202


async def test_what_was_erased_is_in_no_file_after_the_rebuild(index: LocalIndex) -> None:
    rows = passages(1_200)
    secret = PassageVector(
        PassageId(9_000), 900, KnowledgeBaseId(1), "Secret\nxylophonist", BareWords().embed(["xylophonist"])[0]
    )
    await built(index, [*rows, secret])
    assert await index.improve(unheard)
    await index.update([secret.passage_id], [], 2)
    await built(index, rows, change=3)
    for file in index._place.root.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert secret.vector not in content, file
            assert b"xylophonist" not in content, file


async def test_a_process_that_dies_while_it_improves_leaves_exact_search(tmp_path: Path) -> None:
    index = LocalIndex(tmp_path / "index", WORDS, sizes=SMALL)

    def fatal(progress: Progress) -> None:
        improving = index._improving
        if progress.done and improving is not None and improving.pid is not None:
            os.kill(improving.pid, signal.SIGKILL)

    try:
        await built(index, passages(1_200))
        assert not await index.improve(fatal)
        state = await index.state()
        assert state.trusted
        assert "could not be linked" in state.words
        assert await found(index, ASKED)
        assert not await index.improve(unheard), "not tried again at once"
    finally:
        await index.aclose()


async def test_a_large_epoch_is_built_in_a_process_of_its_own(tmp_path: Path, worker: WorkerProcess) -> None:
    index = LocalIndex(tmp_path / "index", WORDS, worker, Sizes(beside=100))
    rows = passages(200)
    await built(index, rows[:50])

    async def slowly() -> AsyncIterator[Sequence[PassageVector]]:
        yield rows[:100]
        assert len(await found(index, ASKED)) > 0, "the old one answers meanwhile"
        yield rows[100:]

    state = await index.rebuild(slowly(), 2, 200, unheard)
    assert (state.trusted, state.passages) == (True, 200)
    await worker.call(engine.leave, index._place)


async def texts(*parts: Sequence[str]) -> AsyncIterator[Sequence[str]]:
    for part in parts:
        yield part


async def test_an_epoch_answers_with_what_its_embedder_had_learned(tmp_path: Path, worker: WorkerProcess) -> None:
    index = LocalIndex(tmp_path / "index", LEARNING, worker, Sizes(learn=2))
    unfitted = await index.embedder_fingerprint()
    learned = await index.learn(texts(["hinge valve", "valve"], ["rotor"]))
    assert learned == b"hinge rotor valve"
    assert await index.embedder_fingerprint() == unfitted, "nothing changes before it is adopted"
    await index.adopt(learned)
    fitted = await index.embedder_fingerprint()
    assert fitted != unfitted

    async def rows() -> list[PassageVector]:
        said = ["Hinge\nhinge", "Valve\nvalve", "Crank\ncrank"]
        vectors = await index.embed(said)
        return [
            PassageVector(PassageId(i), i, KnowledgeBaseId(1), t, v) for i, (t, v) in enumerate(zip(said, vectors, strict=True))
        ]

    await built(index, await rows())
    before = await found(index, IndexQuestion("hinge"))
    await index.adopt(await index.learn(texts(["hinge", "valve", "rotor", "crank", "filter"])))
    assert await index.embedder_fingerprint() != fitted
    assert (await index.state()).embedder == fitted, "the serving epoch keeps its own"
    assert await found(index, IndexQuestion("hinge")) == before
    await worker.call(engine.leave, index._place)
    reopened = LocalIndex(tmp_path / "index", LEARNING, worker)
    assert await reopened.embedder_fingerprint() != fitted, "what was adopted stays adopted"
    assert await found(reopened, IndexQuestion("hinge")) == before
    await built(reopened, await rows())
    assert (await reopened.state()).embedder == await reopened.embedder_fingerprint()
    await worker.call(engine.leave, reopened._place)


async def test_an_embedder_with_weights_of_its_own_learns_nothing(index: LocalIndex) -> None:
    before = await index.embedder_fingerprint()
    assert await index.learn(texts(["hinge"])) == b""
    await index.adopt(b"")
    assert await index.embedder_fingerprint() == before
