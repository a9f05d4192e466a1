"""Search against the bare engines, on the same passages and the same questions in the same run."""

import random
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings

from helpdesk.adapters.sqlite import driver
from helpdesk.app import open_desk
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings
from tests.benchmarks.turns import each, told
from tests.soak.storms import TOPICS, article

PLACES = ("kitchen", "cellar", "garden", "attic", "garage", "balcony", "hallway", "workshop")
QUIRKS = ("squeaks", "leaks", "sticks", "hums", "flickers", "overheats", "rattles", "fades")


@dataclass(frozen=True)
class Bare:
    """The same vectors in Chroma alone and the same texts in FTS5 alone."""

    collection: Any
    words: Any
    vectors: list[bytes]


def write_knowledge(folder: Path, articles: int) -> None:
    chance = random.Random(7)
    folder.mkdir()
    for number in range(articles):
        extra = "\n\n".join(
            f"## In the {chance.choice(PLACES)}\n\nWhen the {chance.choice(TOPICS)} {chance.choice(QUIRKS)} in the "
            f"{chance.choice(PLACES)}, loosen screw {chance.randrange(1, 90)} and call number {chance.randrange(10**6)}."
            for _ in range(4)
        )
        (folder / f"m{number:05d}.md").write_text(article(number) + "\n" + extra, "utf-8")


def questions(count: int, articles: int) -> list[str]:
    chance = random.Random(8)
    return [
        f"what do I do when the {chance.choice(TOPICS)} of M{chance.randrange(articles):04d} {chance.choice(QUIRKS)} in the "
        f"{chance.choice(PLACES)}?"
        for _ in range(count)
    ]


def bare(folder: Path, workspace: Workspace) -> Bare:
    """The two engines, filled."""
    sqlite: Any = driver.module()
    store = sqlite.connect(str(workspace.store))
    rows = store.execute(
        "SELECT id, title || ' ' || heading || char(10) || text, vector FROM passages JOIN passage_vectors USING (hash)"
    ).fetchall()
    store.close()
    client = chromadb.PersistentClient(str(folder / "chroma"), settings=ChromaSettings(anonymized_telemetry=False))
    collection = client.create_collection("passages", embedding_function=None)
    for start in range(0, len(rows), 500):
        batch = rows[start : start + 500]
        collection.add(ids=[str(r[0]) for r in batch], embeddings=[np.frombuffer(r[2], "<f4") for r in batch])
    words = sqlite.connect(str(folder / "words.sqlite3"))
    words.execute("CREATE VIRTUAL TABLE words USING fts5(body, tokenize='porter unicode61')")
    words.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)", [(r[0], r[1]) for r in rows])
    words.commit()
    return Bare(collection, words, [r[2] for r in rows])


def fts5_alone(engine: Bare, question: str) -> object:
    spoken = " OR ".join(f'"{word}"' for word in question.strip("?").split())
    return engine.words.execute(
        "SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10", (spoken,)
    ).fetchall()


def chroma_alone(engine: Bare, turn: int) -> object:
    vector = np.frombuffer(engine.vectors[turn * 37 % len(engine.vectors)], "<f4")
    return engine.collection.query(query_embeddings=[vector], n_results=10)


async def searching(desk: Desk, engine: Bare, asked: list[str]) -> None:
    async def whole(question: str) -> object:
        return await desk.retrieval.find(question, limit=10)

    async def words(question: str) -> object:
        return fts5_alone(engine, question)

    async def vectors(question: str) -> object:
        return chroma_alone(engine, len(question) * 31 + ord(question[-9]))

    await each(asked[:20], whole)
    ours = told("the desk: both legs, fused, read from store", await each(asked, whole))
    lexical = told("FTS5 alone, every word of the question", await each(asked, words))
    semantic = told("Chroma alone, a ready vector", await each(asked, vectors))
    both = (lexical[0] + semantic[0], lexical[1] + semantic[1])
    print(f"  ratio to both alone together: p50 ×{ours[0] / both[0]:.1f}, p99 ×{ours[1] / both[1]:.1f}")


async def measure(articles: int, asked: int) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        folder = Path(made)
        write_knowledge(folder / "knowledge", articles)
        workspace = Workspace(folder / "desk")
        async with open_desk(Settings(writer="excerpts"), workspace, lambda _: None, lanes=False) as desk:
            await desk.knowledge.import_path(folder / "knowledge", None, unheard)
            engine = bare(folder, workspace)
            print(f"search: {asked} questions")
            await searching(desk, engine, questions(asked, articles))
            engine.words.close()
