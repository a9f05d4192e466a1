"""Search at growing sizes: the whole path beside Chroma alone and FTS5 alone, over the same passages in the same run.

Texts are made of words as frequent as Zipf's law has them, vectors are clusters of noise: what is measured is the work, not the
quality. Questions have 8 to 15 such words, frequent ones among them, and are embedded for real.
"""

import random
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings

from helpdesk.adapters.index import LocalIndex, engine
from helpdesk.adapters.sqlite import driver
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.app import EMBEDDERS
from helpdesk.domain.article import ReadArticle
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.ports.index import PassageVector
from helpdesk.ports.store import Records, Store
from helpdesk.services.retrieval import Retrieval
from helpdesk.settings import Settings
from tests.benchmarks.turns import each, told
from tests.fakes.knowledge import article, bare, put

VOCABULARY = 60_000
ZIPF = 1.07
PASSAGE_WORDS = 130
PASSAGES_AN_ARTICLE = 5
CLUSTERS = 500
AT_ONCE = 5_000
ADDED_AT_ONCE = 500


@dataclass(frozen=True)
class Words:
    """Made-up words, the first the most frequent."""

    spelled: list[str]
    up_to: Any
    chance: Any

    @staticmethod
    def make(seed: int) -> "Words":
        weights = np.arange(1, VOCABULARY + 1) ** -ZIPF
        return Words([spelling(i) for i in range(VOCABULARY)], np.cumsum(weights / weights.sum()), np.random.default_rng(seed))

    def text(self, count: int) -> str:
        places = np.minimum(np.searchsorted(self.up_to, self.chance.random(count)), VOCABULARY - 1)
        return " ".join(self.spelled[i] for i in places)


def spelling(number: int) -> str:
    letters, rest = "", number + 37
    while rest:
        letters += "bdfgklmnprstvz"[rest % 14] + "aeiou"[rest // 14 % 5]
        rest //= 70
    return letters


@dataclass(frozen=True)
class Ground:
    folder: Path
    store: Store
    index: LocalIndex
    settings: Settings
    words: Words
    chance: random.Random


async def measure(sizes: Sequence[int], questions: int, model: Path | None) -> None:
    settings = Settings(embedder="fastembed", model_folder=str(model), threads=1) if model else Settings(embedder="built-in")
    print(f"search by size, {settings.embedder} embedder, {questions} questions of 8 to 15 words")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
            await at_size(Path(made), size, questions, settings)


async def at_size(folder: Path, size: int, questions: int, settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(
            open_store(folder / "desk.sqlite3", folder / "backups", SystemClock(), Sender("bench", "localhost"))
        )
        index = LocalIndex(folder / "index", EMBEDDERS[settings.embedder](settings, Workspace(folder)))
        stack.push_async_callback(index.aclose)
        ground = Ground(folder, store, index, settings, Words.make(size), random.Random(size))
        await stock(ground, size)
        asked = [ground.words.text(ground.chance.randrange(8, 16)) for _ in range(questions)]
        print(f"{size} passages")
        await building(ground, size)
        await searching(ground, asked)


async def stock(ground: Ground, size: int) -> None:
    """Passages and their vectors in the store, as an import leaves them."""
    embedder = await ground.index.embedder_fingerprint()
    dimension = len((await ground.index.embed(["one"]))[0]) // 4
    for start in range(0, size, AT_ONCE):
        await put(ground.store, "bench", list(articles(ground.words, start, min(size, start + AT_ONCE))))
    noise = np.random.default_rng(size)
    centres = noise.normal(size=(CLUSTERS, dimension))
    lacking = await bare(ground.store, embedder)
    for start in range(0, len(lacking), AT_ONCE):
        part = lacking[start : start + AT_ONCE]
        vectors = centres[noise.integers(0, CLUSTERS, len(part))] + 0.6 * noise.normal(size=(len(part), dimension))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        pairs = [(passage.hash, one.astype("<f4").tobytes()) for passage, one in zip(part, vectors, strict=True)]
        await ground.store.write(partial(keep, embedder=embedder, pairs=pairs))


async def keep(records: Records, *, embedder: str, pairs: Sequence[tuple[str, bytes]]) -> None:
    await records.knowledge.put_vectors(embedder, pairs)


def articles(words: Words, start: int, end: int) -> Iterator[ReadArticle]:
    for number in range(start, end, PASSAGES_AN_ARTICLE):
        parts = [(words.text(3), words.text(PASSAGE_WORDS)) for _ in range(min(PASSAGES_AN_ARTICLE, end - number))]
        yield article(f"a{number:06d}.md", words.text(4), *parts)


async def building(ground: Ground, size: int) -> None:
    embedder = await ground.index.embedder_fingerprint()
    change: int = await ground.store.read(lambda records: records.knowledge.change())

    begun = time.perf_counter()
    state = await ground.index.rebuild(pages(ground, embedder), change, size, unheard)
    assert state.trusted, state.words
    print(f"  epoch built and read back, serving exactly       {size / (time.perf_counter() - begun):8.0f} passages/s")
    begun = time.perf_counter()
    if await ground.index.improve(unheard):
        print(f"  linked by Chroma beside it                       {size / (time.perf_counter() - begun):8.0f} passages/s")
    await ground.index._worker.call(engine.leave, ground.index._place)
    begun = time.perf_counter()
    assert (await ground.index.state()).trusted
    print(f"  opened, every byte and the canaries checked      {time.perf_counter() - begun:8.2f} s")
    await ground.index.improve(unheard)


async def searching(ground: Ground, asked: list[str]) -> None:
    retrieval = Retrieval(ground.store, ground.index, ground.settings, lambda: None)

    async def whole(question: str) -> object:
        return await retrieval.find(question, limit=10)

    async def embedded(question: str) -> object:
        return await ground.index.embed([question], query=True)

    await each(asked[:20], whole)
    ours = told("the desk: embedded, both legs, fused, chosen", await each(asked, whole))
    told("  of that: the question embedded", await each(asked, embedded))
    words = told("FTS5 alone, every word of the question", await each(asked, fts5(ground)))
    vectors = told("Chroma alone, a ready vector", await each(asked, await chroma(ground)))
    middle, worst = (ours[i] / (words[i] + vectors[i]) for i in (0, 1))
    print(f"  ratio to both alone together: p50 x{middle:.2f}, p99 x{worst:.2f}")
    print(f"  memory of the index process: {memory(ground.index.pid)}")


def fts5(ground: Ground) -> Callable[[str], Awaitable[object]]:
    sqlite: Any = driver.module()
    store = sqlite.connect(str(ground.folder / "desk.sqlite3"))
    texts = store.execute("SELECT id, title || ' > ' || heading || char(10) || text FROM passages").fetchall()
    store.close()
    alone = sqlite.connect(str(ground.folder / "alone.sqlite3"))
    alone.execute("CREATE VIRTUAL TABLE words USING fts5(body, tokenize='porter unicode61')")
    alone.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)", texts)
    alone.commit()

    async def ask(question: str) -> object:
        spoken = " OR ".join(f'"{word}"' for word in question.split())
        return alone.execute("SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10", (spoken,)).fetchall()

    return ask


async def chroma(ground: Ground) -> Callable[[str], Awaitable[object]]:
    """A collection of its own; a large one is the epoch's own, copied."""
    embedder = await ground.index.embedder_fingerprint()
    linked = next((ground.folder / "index").glob("epoch-*/graph-*"), None)
    folder = ground.folder / "chroma"
    if linked is not None:
        shutil.copytree(linked, folder)
    client = chromadb.PersistentClient(str(folder), settings=ChromaSettings(anonymized_telemetry=False))
    shape: Any = {"hnsw": {"space": "cosine"}}
    collection = client.get_or_create_collection("passages", embedding_function=None, configuration=None if linked else shape)
    async for page in pages(ground, embedder) if linked is None else nothing():
        collection.add(ids=[str(p.passage_id) for p in page], embeddings=[np.frombuffer(p.vector, "<f4") for p in page])
    chance = np.random.default_rng(3)
    dimension = len((await ground.index.embed(["one"]))[0]) // 4

    async def ask(_: str) -> object:
        vector: list[Any] = [chance.normal(size=dimension).astype(np.float32)]
        return collection.query(query_embeddings=vector, n_results=10)

    return ask


async def pages(ground: Ground, embedder: str) -> AsyncIterator[Sequence[PassageVector]]:
    page: list[PassageVector] = await ground.store.read(partial(after, embedder=embedder, last=0))
    while page:
        yield page
        page = await ground.store.read(partial(after, embedder=embedder, last=page[-1].passage_id))


async def after(records: Records, *, embedder: str, last: int) -> list[PassageVector]:
    return await records.knowledge.vectors(embedder, last, ADDED_AT_ONCE)


async def nothing() -> AsyncIterator[Sequence[PassageVector]]:
    empty: tuple[Sequence[PassageVector], ...] = ()
    for page in empty:
        yield page


def memory(pid: int | None) -> str:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return "unknown on this system"
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    now, most = (int(fields[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))
    return f"{now} MB, at most {most} MB (mapped files included)"
