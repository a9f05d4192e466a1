"""A vector for every passage: what is embedded once is never embedded again."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import PassageId
from helpdesk.domain.import_run import tried
from helpdesk.domain.progress import Report
from helpdesk.ports import Clock, PassageIndex, Records, Store
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.stream import ahead

FIRST_BATCH, LEAST_BATCH, MOST_BATCH = 32, 16, 320
BRISK, SLOW = 0.5, 2.0
"""Seconds an embedding batch may take before the next one is made larger or smaller."""

ON_THEIR_WAY = 3 * MOST_BATCH
"""Passages that a kill may cost: one batch being embedded, one waiting, one being stored."""

HARMLESS = "a"
UNEMBEDDABLE = "a passage of it stops the embedder; it is found by its words only: simplify what is unusual in it"


@dataclass(frozen=True)
class Embedded:
    """`passages` of them took `tokens`; `pairs` are (hash, vector). `poison` are passages that end the process."""

    passages: int
    tokens: int
    pairs: list[tuple[str, bytes]]
    poison: list[PassageId]


@dataclass(frozen=True)
class Embedding:
    store: Store
    index: PassageIndex
    clock: Clock

    async def settle(self, embedder: str, report: Report) -> None:
        """Embeds every passage that lacks a vector, the longest first: texts of like length go together, which pads least.
        Raises EmbedderUnusable, IndexStale; what was embedded until then is kept."""
        lacking = await self.store.read(lambda records: records.knowledge.unembedded(embedder))
        if not lacking:
            return
        pace = Pace("Embedding", len(lacking), self.clock, report, weight=sum(tokens for _, tokens in lacking))
        done = weight = 0
        async with aclosing(ahead(self._embedded(lacking[::-1]))) as batches:
            async for batch in batches:
                await self.keep(embedder, batch.pairs)
                for passage in batch.poison:
                    await self._tell(passage)
                done, weight = done + batch.passages, weight + batch.tokens
                pace.reached(done, weight)

    async def keep(self, embedder: str, pairs: Sequence[tuple[str, bytes]]) -> None:
        await self.store.write(lambda records: records.knowledge.put_vectors(embedder, pairs))

    async def _embedded(self, lacking: Sequence[tuple[PassageId, int]]) -> AsyncGenerator[Embedded]:
        size, start = FIRST_BATCH, 0
        while part := lacking[start : start + size]:
            start += len(part)
            ids = [passage for passage, _ in part]
            texts = await self.store.read(lambda records, ids=ids: records.knowledge.texts(ids))  # type: ignore[misc]
            began = self.clock.seconds()
            vectors = await self.vectors([text for _, _, text in texts])
            size = next_size(size, self.clock.seconds() - began)
            pairs = [(digest, vector) for (_, digest, _), (vector, _) in zip(texts, vectors, strict=True)]
            poison = [passage for (passage, _, _), (_, fine) in zip(texts, vectors, strict=True) if not fine]
            yield Embedded(len(part), sum(tokens for _, tokens in part), pairs, poison)

    async def vectors(self, texts: Sequence[str]) -> list[tuple[bytes, bool]]:
        """(vector, True) of each; (zeros, False) of a text at which the process ends again and again while others pass."""
        try:
            return [(vector, True) for vector in await self.index.embed(texts)]
        except IndexStale:
            if len(texts) == 1:
                (spared,) = await self.index.embed([HARMLESS])
                return [(bytes(len(spared)), False)]
            middle = len(texts) // 2
            return await self.vectors(texts[:middle]) + await self.vectors(texts[middle:])

    async def _tell(self, passage_id: PassageId) -> None:
        async def work(records: Records) -> None:
            for passage in await records.knowledge.passages([passage_id]):
                (base,) = [one for one in await records.knowledge.bases() if one.name == passage.kb]
                (file,) = [one for one in await records.knowledge.files(base.id) if one.article_id == passage.article_id]
                failure = FileFailure(passage.path, passage.lines[0], UNEMBEDDABLE)
                await records.knowledge.put_failures(base.id, [failure], {file.path: tried(file.content_hash, file.chunker)})

        await self.store.write(work)


def next_size(size: int, seconds: float) -> int:
    if seconds < BRISK:
        return min(MOST_BATCH, size * 2)
    return max(LEAST_BATCH, size // 2) if seconds > SLOW else size
