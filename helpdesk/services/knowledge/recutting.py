"""Passages by other rules, from the stored sources: the embedder or the rules changed, the files did not."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from helpdesk.domain.article import ReadArticle, embedded_text, passage_hash
from helpdesk.domain.events import Event, KnowledgeChanged
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.progress import Report
from helpdesk.ports import ArticleReader, Clock, FoundFile, Records, Store
from helpdesk.ports.knowledge_records import UncutArticle
from helpdesk.services.knowledge.embedding import FIRST_BATCH, Embedding
from helpdesk.services.knowledge.included import Includes
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.stream import ahead

BATCH = 32

Cut = tuple[list[tuple[UncutArticle, ReadArticle]], list[UncutArticle]]
"""Articles with their new passages, and those the new rules cannot read."""


@dataclass(frozen=True)
class Recutting:
    store: Store
    reader: ArticleReader
    clock: Clock
    publish: Callable[[Event], None]

    async def prepare(self, embedding: Embedding, embedder: str, report: Report) -> None:
        """Embeds what the new passages will need while the old ones serve; nothing else changes. Doing it again goes on."""
        pace, done = Pace("Preparing new passages", await self._count(), self.clock, report), 0
        async with aclosing(ahead(self._cut())) as batches:
            async for cut, uncut in batches:
                texts = texts_of(cut)
                lacking = await self.store.read(lambda records, all=texts: records.knowledge.lacking(embedder, list(all)))  # type: ignore[misc]
                wanted = sorted((texts[digest] for digest in lacking), key=len, reverse=True)
                articles = len(cut) + len(uncut)
                for start in range(0, len(wanted), FIRST_BATCH):
                    pace.reached(done + articles * start // len(wanted))
                    await self._embed(embedding, embedder, wanted[start : start + FIRST_BATCH])
                done += articles
                pace.reached(done)

    async def recut(self, report: Report) -> int:
        """Replaces the passages, a batch a transaction; how many articles. The revisions stay as they are."""
        pace, done = Pace("Cutting passages anew", await self._count(), self.clock, report), 0
        async with aclosing(ahead(self._cut())) as batches:
            async for cut, uncut in batches:

                async def work(records: Records, batch: Cut = (cut, uncut)) -> None:
                    await records.knowledge.recut(batch[0], self.reader.chunker)
                    await records.knowledge.cannot_cut(batch[1], self.reader.chunker)

                await self.store.write(work)
                for kb_id in {article.kb_id for article, _ in cut}:
                    self.publish(KnowledgeChanged(kb_id))
                done += len(cut) + len(uncut)
                pace.reached(done)
        return done

    async def lacking(self, embedder: str, most: int) -> tuple[list[str], float]:
        """What is still to embed of the new passages of a few articles from all over, and what share of all these are."""
        sample, share = await self.store.read(lambda records: records.knowledge.uncut_sample(self.reader.chunker, most))
        read = await self.reader.read(await self._with_included(sample)) if sample else []
        texts = texts_of([(article, one) for article, one in zip(sample, read, strict=True) if isinstance(one, ReadArticle)])
        digests = await self.store.read(lambda records: records.knowledge.lacking(embedder, list(texts)))
        return [text for digest, text in texts.items() if digest in digests], share

    async def is_due(self) -> bool:
        return await self._count() > 0

    async def _count(self) -> int:
        return await self.store.read(lambda records: records.knowledge.uncut_count(self.reader.chunker))

    async def _cut(self) -> AsyncGenerator[Cut]:
        after = ArticleId(0)
        while batch := await self._after(after):
            after = batch[-1].article_id
            read = await self.reader.read(await self._with_included(batch))
            cut = [(article, one) for article, one in zip(batch, read, strict=True) if isinstance(one, ReadArticle)]
            yield cut, [article for article, one in zip(batch, read, strict=True) if not isinstance(one, ReadArticle)]

    async def _with_included(self, batch: Sequence[UncutArticle]) -> list[FoundFile]:
        """In order."""
        files: dict[ArticleId, FoundFile] = {}
        for kb_id in {article.kb_id for article in batch}:
            mine = [article for article in batch if article.kb_id == kb_id]
            bare = [FoundFile.of_text(article.path, article.source) for article in mine]
            whole = await Includes(self.store).of_store(kb_id, bare)
            files |= {article.article_id: file for article, file in zip(mine, whole, strict=True)}
        return [files[article.article_id] for article in batch]

    async def _after(self, after: ArticleId) -> list[UncutArticle]:
        return await self.store.read(lambda records: records.knowledge.uncut(self.reader.chunker, after, BATCH))

    async def _embed(self, embedding: Embedding, embedder: str, texts: Sequence[str]) -> None:
        vectors = await embedding.vectors(texts)
        await embedding.keep(embedder, [(passage_hash(text), vector) for text, (vector, _) in zip(texts, vectors, strict=True)])


def texts_of(cut: list[tuple[UncutArticle, ReadArticle]]) -> dict[str, str]:
    """Hash → embedded text of every passage."""
    texts = (embedded_text(read.title, one.heading, one.text) for _, read in cut for one in read.passages)
    return {passage_hash(text): text for text in texts}
