"""A knowledge base put straight into the store and the index, cut by hand."""

from collections.abc import AsyncIterator, Mapping, Sequence

from helpdesk.domain.article import Audience, Passage, ReadArticle, ReadPassage
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.domain.import_run import RunKind, RunState
from helpdesk.domain.progress import unheard
from helpdesk.ports.index import IndexState, PassageIndex, PassageVector
from helpdesk.ports.store import Records, Store


def article(path: str, title: str, *passages: tuple[str, str], audience: Audience = Audience.PUBLIC) -> ReadArticle:
    """`passages` are (heading, text)."""
    cut = tuple(
        ReadPassage(heading, text, (10 * i + 1, 10 * i + 5), len(text.split()) * 4 // 3 + 1)
        for i, (heading, text) in enumerate(passages)
    )
    source = "\n\n".join(text for _, text in passages)
    return ReadArticle(path, title, source, f"hash of {path} {source}", audience, "en", (), cut)


async def put(store: Store, kb: str, articles: Sequence[ReadArticle]) -> KnowledgeBaseId:
    async def write(records: Records) -> KnowledgeBaseId:
        kb_id = await records.knowledge.base(kb, "/kb")
        run = await records.runs.begin(kb_id, "/kb", RunKind.IMPORT, "")
        await records.knowledge.put_articles(kb_id, run, articles, "by-hand/1")
        await records.runs.end(run, RunState.DONE, None)
        return kb_id

    return await store.write(write)


async def bare(store: Store, embedder: str) -> list[Passage]:
    """A passage of each text that this embedder has not embedded."""

    async def look(records: Records) -> list[Passage]:
        lacking = await records.knowledge.unembedded(embedder)
        return await records.knowledge.passages(sorted(passage_id for passage_id, _ in lacking))

    return await store.read(look)


async def embed(store: Store, index: PassageIndex) -> str:
    embedder = await index.embedder_fingerprint()
    lacking = await bare(store, embedder)
    vectors = await index.embed([passage.embedded_text for passage in lacking])
    rows = [(passage.hash, vector) for passage, vector in zip(lacking, vectors, strict=True)]
    await store.write(lambda records: records.knowledge.put_vectors(embedder, rows))
    return embedder


async def rebuild(store: Store, index: PassageIndex) -> IndexState:
    embedder = await embed(store, index)
    rows: list[PassageVector] = await store.read(lambda records: records.knowledge.vectors(embedder, 0, 100_000))
    change: int = await store.read(lambda records: records.knowledge.change())

    async def batches() -> AsyncIterator[Sequence[PassageVector]]:
        yield rows

    return await index.rebuild(batches(), change, len(rows), unheard)


async def stocked(store: Store, index: PassageIndex, bases: Mapping[str, Sequence[ReadArticle]]) -> dict[str, KnowledgeBaseId]:
    """Every base stored, embedded and indexed."""
    ids = {kb: await put(store, kb, articles) for kb, articles in bases.items()}
    state = await rebuild(store, index)
    assert state.trusted, state.words
    return ids
