"""A vector for every passage: what is embedded once is never embedded again."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

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
QUICKEST = 0.001

ON_THEIR_WAY = 3 * MOST_BATCH
"""Passages that a kill may cost: one batch being embedded, one waiting, one being stored. What was only read costs nothing."""

HARMLESS = "a"
UNEMBEDDABLE = "a passage of it stops the embedder; it is found by its words only: simplify what is unusual in it"


@dataclass(frozen=True)
class Unembedded:
    """`passages` of them have `tokens`; `texts` are (id, hash, embedded text) of those that still live."""

    passages: int
    tokens: int
    texts: list[tuple[PassageId, str, str]]


@dataclass(frozen=True)
class Embedded:
    """`passages` of them had `tokens` and took `seconds`; `pairs` are (hash, vector). `poison` are passages that end the
    process."""

    passages: int
    tokens: int
    seconds: float
    pairs: list[tuple[str, bytes]]
    poison: list[PassageId]


@dataclass
class Speed:
    """How quickly an embedder went lately: its next round begins with batches that it will take as quickly."""

    embedder: str = ""
    tokens: float = 0.0
    """A second."""

    def batch(self, embedder: str, tokens: int) -> int:
        """How many passages of so many tokens each."""
        known = self.tokens if embedder == self.embedder else 0.0
        return min(MOST_BATCH, max(FIRST_BATCH, int(BRISK * known / max(tokens, 1))))


@dataclass(frozen=True)
class Embedding:
    store: Store
    index: PassageIndex
    clock: Clock
    speed: Speed = field(default_factory=Speed)

    async def settle(self, embedder: str, report: Report, until: Callable[[], bool] = bool) -> None:
        """Embeds every passage that lacks a vector, the longest first: texts of like length go together, which pads least. No
        further batch is begun once `until` says so. Raises EmbedderUnusable, IndexStale; what was embedded until then is
        kept."""
        lacking = await self.store.read(lambda records: records.knowledge.unembedded(embedder))
        if not lacking:
            return
        pace = Pace("Embedding", len(lacking), self.clock, report, weight=sum(tokens for _, tokens in lacking))
        done = weight = 0
        size = Size(self.speed.batch(embedder, lacking[-1][1]))
        async with aclosing(ahead(self._embedded(lacking[::-1], size, until))) as batches:
            async for batch in batches:
                await self.keep(embedder, batch.pairs)
                for passage in batch.poison:
                    await self._tell(passage)
                done, weight = done + batch.passages, weight + batch.tokens
                self.speed.embedder, self.speed.tokens = embedder, batch.tokens / max(batch.seconds, QUICKEST)
                pace.reached(done, weight)

    async def keep(self, embedder: str, pairs: Sequence[tuple[str, bytes]]) -> None:
        await self.store.write(lambda records: records.knowledge.put_vectors(embedder, pairs))

    async def _embedded(
        self, lacking: Sequence[tuple[PassageId, int]], size: "Size", until: Callable[[], bool]
    ) -> AsyncGenerator[Embedded]:
        async with aclosing(ahead(self._read(lacking, size, until))) as parts:
            async for part in parts:
                began = self.clock.seconds()
                vectors = await self.vectors([text for _, _, text in part.texts])
                took = self.clock.seconds() - began
                size.took(len(part.texts), took)
                pairs = [(digest, vector) for (_, digest, _), (vector, _) in zip(part.texts, vectors, strict=True)]
                poison = [passage for (passage, _, _), (_, fine) in zip(part.texts, vectors, strict=True) if not fine]
                yield Embedded(part.passages, part.tokens, took, pairs, poison)

    async def _read(
        self, lacking: Sequence[tuple[PassageId, int]], size: "Size", until: Callable[[], bool]
    ) -> AsyncGenerator[Unembedded]:
        start = 0
        while not until() and (part := lacking[start : start + size.now]):
            start += len(part)
            ids = [passage for passage, _ in part]
            texts = await self.store.read(lambda records, ids=ids: records.knowledge.texts(ids))  # type: ignore[misc]
            yield Unembedded(len(part), sum(tokens for _, tokens in part), texts)

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


@dataclass
class Size:
    """Of the next batch."""

    now: int = FIRST_BATCH

    def took(self, passages: int, seconds: float) -> None:
        """Batches of another size were under way when it last changed: they say nothing of this one."""
        if passages >= self.now and seconds < BRISK:
            self.now = min(MOST_BATCH, self.now * 2)
        elif passages <= self.now and seconds > SLOW:
            self.now = max(LEAST_BATCH, self.now // 2)
