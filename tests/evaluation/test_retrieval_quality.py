"""Both legs together must not be worse than words alone, on one small set of real questions. Skipped without the data."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex
from helpdesk.adapters.markdown_articles.article import read_all
from helpdesk.domain.article import ReadArticle
from helpdesk.domain.fusion import fused
from helpdesk.domain.ids import PassageId
from helpdesk.ports.index import IndexQuestion
from helpdesk.ports.knowledge import FoundFile
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import CANDIDATES, VECTOR_WEIGHTS, Retrieval
from helpdesk.settings import Settings
from tests.fakes.knowledge import stocked

SET = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "retrieval" / "sharc_gov"
QUESTIONS = 120

pytestmark = pytest.mark.skipif(not SET.is_dir(), reason="no evaluation data beside the repository")


@pytest.fixture(scope="module")
def articles() -> list[ReadArticle]:
    files = [FoundFile(path.name, path.read_bytes()) for path in sorted((SET / "kb").glob("*.md"))]
    return [read for read in read_all(files) if isinstance(read, ReadArticle)]


def questions() -> Iterator[tuple[str, set[str]]]:
    rows = [json.loads(line) for line in (SET / "questions.jsonl").read_text("utf-8").splitlines()]
    answerable = [row for row in rows if row["answerable"]]
    for row in answerable[:: max(1, len(answerable) // QUESTIONS)][:QUESTIONS]:
        yield row["question"], set(row["gold_docs"])


async def paths(store: Store, ids: list[PassageId]) -> list[str]:
    return [passage.path for passage in await store.read(lambda records: records.knowledge.passages(ids))]


def reciprocal_rank(found: list[str], gold: set[str]) -> float:
    documents = list(dict.fromkeys(found))[:10]
    return next((1 / rank for rank, document in enumerate(documents, 1) if document in gold), 0.0)


async def test_the_built_in_embedder_makes_words_no_worse(store: Store, tmp_path: Path, articles: list[ReadArticle]) -> None:
    index = LocalIndex(tmp_path / "index", EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder"))
    try:
        await stocked(store, index, {"gov": articles})
        retrieval = Retrieval(store, index, Settings(), lambda: None)
        together, alone = [], []
        for question, gold in questions():
            candidates = await index.search(IndexQuestion(question, limit=CANDIDATES))
            ranked = fused(((c.passage_id, c.bm25, c.cosine) for c in candidates), 0.0)
            alone.append(reciprocal_rank(await paths(store, [s.passage_id for s in ranked]), gold))
            evidence = await retrieval.find(question, limit=30)
            together.append(reciprocal_rank([h.passage.path for h in evidence.hits], gold))
    finally:
        await index.aclose()
    assert 0 < VECTOR_WEIGHTS["built-in"] < 1
    assert sum(together) / len(together) >= sum(alone) / len(alone) - 0.01
    assert sum(together) / len(together) > 0.6
