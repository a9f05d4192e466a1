"""An index that stands where the store stands."""

import asyncio
from array import array
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from itertools import takewhile

from helpdesk.domain.errors import IndexStale
from helpdesk.domain.events import Event, IndexChanged
from helpdesk.domain.ids import ImportRunId, PassageId
from helpdesk.domain.import_run import FileState
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock, IndexState, PassageIndex, PassageVector, Records, Store
from helpdesk.services.knowledge.embedding import Embedding
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.stream import ahead

STREAM = 500
CHANGED = "passages changed while the index was being built"
UPDATE_SHARE = 0.2
UPDATE_MOST = 5_000
"""A larger change is built anew beside the serving epoch: one step of an update is held in memory whole."""


@dataclass(frozen=True)
class Step:
    """What separates the index from the store at `change`."""

    removed: list[PassageId]
    added: list[PassageId]
    change: int
    total: int
    known: bool

    @property
    def is_small(self) -> bool:
        size = len(self.removed) + len(self.added)
        return self.known and size <= min(UPDATE_MOST, UPDATE_SHARE * self.total)


@dataclass(frozen=True)
class Indexing:
    store: Store
    index: PassageIndex
    clock: Clock
    embedding: Embedding
    publish: Callable[[Event], None]

    async def bring_in_step(self, report: Report, *, anew: bool = False, run: ImportRunId | None = None) -> IndexState:
        """Embeds what lacks a vector, then updates the epoch or builds another (always with `anew`), whose words are gathered
        meanwhile. Picks up whatever an earlier run left; the files of `run` are told how far they came. Raises
        EmbedderUnusable, IndexStale; what was embedded until then is kept."""
        embedder = await self.index.embedder_fingerprint()
        before = await self.index.state()
        step = await self._step(before)
        embedding = asyncio.create_task(self._embedded(embedder, report, run))
        try:
            keeps = before.trusted and before.embedder == embedder and not anew
            if keeps and step.is_small:
                await embedding
                step = await self._step(before)
            if keeps and step.change == before.change:
                await self._mark(step)
                return before
            if keeps and step.is_small:
                after = await self._update(embedder, step, embedding, report)
            else:
                after = await self._rebuild(embedder, step, embedding, report)
        finally:
            embedding.cancel()
            await asyncio.gather(embedding, return_exceptions=True)
        await self._mark(step)
        self.publish(IndexChanged(after.trusted, after.words))
        return after

    async def _embedded(self, embedder: str, report: Report, run: ImportRunId | None) -> None:
        await self.embedding.settle(embedder, report)
        if run is not None:
            await self.store.write(lambda records: records.runs.advance(run, FileState.READ, FileState.EMBEDDED))

    async def _step(self, state: IndexState) -> Step:
        async def work(records: Records) -> Step:
            change = await records.knowledge.change()
            total = await records.knowledge.passage_count()
            between = await records.knowledge.changed_since(state.change) if state.trusted else None
            removed, added = between or ([], [])
            return Step(removed, added, change, total, between is not None)

        return await self.store.read(work)

    async def _update(self, embedder: str, step: Step, embedding: "asyncio.Task[None]", report: Report) -> IndexState:
        pace = Pace("Indexing", len(step.removed) + len(step.added), self.clock, report)
        added = await self.store.read(lambda records: records.knowledge.vectors_of(embedder, step.added))
        try:
            await self.index.update(step.removed, added, step.change)
        except IndexStale:
            return await self._rebuild(embedder, step, embedding, report)
        pace.reached(len(step.removed) + len(step.added))
        return await self.index.state()

    async def _rebuild(self, embedder: str, step: Step, embedding: "asyncio.Task[None]", report: Report) -> IndexState:
        """Tells of itself once the embedding has no more to tell."""
        pace: Pace | None = None

        def heard(progress: Progress) -> None:
            nonlocal pace
            if embedding.done():
                pace = pace or Pace("Indexing", step.total, self.clock, report)
                pace.reached(progress.done)

        given = array("q")
        passages, vectors = ahead(self._passages(given, embedding), 2), ahead(self._vectors(embedder, given, embedding), 2)
        async with aclosing(passages), aclosing(vectors):
            return await self.index.rebuild(passages, step.change, step.total, heard, vectors)

    async def _passages(self, given: "array[int]", embedding: "asyncio.Task[None]") -> AsyncGenerator[list[PassageVector]]:
        """Ends early when the embedding failed."""
        while batch := await self._after(given[-1] if given else 0):
            if embedding.done():
                await embedding
            given.extend(passage.passage_id for passage in batch)
            yield batch

    async def _after(self, after: int) -> list[PassageVector]:
        return await self.store.read(lambda records: records.knowledge.passages_alone(after, STREAM))

    async def _vectors(
        self, embedder: str, given: "array[int]", embedding: "asyncio.Task[None]"
    ) -> AsyncGenerator[list[bytes]]:
        """Of the passages that were given, as far as each has one; then the embedding is waited for, and what it failed of is
        raised. Raises IndexStale when other passages came or went meanwhile."""
        done = 0
        while done < len(given):
            ended = embedding.done()
            batch = await self._vectors_after(embedder, given[done - 1] if done else 0)
            wanted = given[done : done + len(batch)]
            fit = sum(takewhile(bool, (key == one for (key, _), one in zip(batch, wanted, strict=False))))
            if fit:
                yield [vector for _, vector in batch[:fit]]
                done += fit
            else:
                await embedding
                if ended:
                    raise IndexStale(CHANGED)
        await embedding
        if await self._vectors_after(embedder, given[-1] if given else 0):
            raise IndexStale(CHANGED)

    async def _vectors_after(self, embedder: str, after: int) -> list[tuple[PassageId, bytes]]:
        return await self.store.read(lambda records: records.knowledge.vectors_alone(embedder, after, STREAM))

    async def _mark(self, step: Step) -> None:
        await self.store.write(lambda records: records.knowledge.mark_indexed(step.change))
