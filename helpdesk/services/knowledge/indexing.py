"""An index that stands where the store stands."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

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
    publish: Callable[[Event], None]

    async def bring_in_step(self, report: Report, *, anew: bool = False, run: ImportRunId | None = None) -> IndexState:
        """Embeds what lacks a vector, then updates the epoch or builds another (always with `anew`). Picks up whatever an
        earlier run left; the files of `run` are told how far they came. Raises EmbedderUnusable, IndexStale; what was embedded
        until then is kept."""
        embedder = await self.index.embedder_fingerprint()
        await Embedding(self.store, self.index, self.clock).settle(embedder, report)
        if run is not None:
            await self.store.write(lambda records: records.runs.advance(run, FileState.READ, FileState.EMBEDDED))
        before = await self.index.state()
        step = await self._step(before)
        in_step = before.trusted and before.embedder == embedder and before.change == step.change
        if in_step and not anew:
            await self._mark(step)
            return before
        if anew or not before.trusted or before.embedder != embedder or not step.is_small:
            after = await self._rebuild(embedder, step, report)
        else:
            after = await self._update(embedder, step, report)
        await self._mark(step)
        self.publish(IndexChanged(after.trusted, after.words))
        return after

    async def _step(self, state: IndexState) -> Step:
        async def work(records: Records) -> Step:
            change = await records.knowledge.change()
            total = await records.knowledge.passage_count()
            between = await records.knowledge.changed_since(state.change) if state.trusted else None
            removed, added = between or ([], [])
            return Step(removed, added, change, total, between is not None)

        return await self.store.read(work)

    async def _update(self, embedder: str, step: Step, report: Report) -> IndexState:
        pace = Pace("Indexing", len(step.removed) + len(step.added), self.clock, report)
        added = await self.store.read(lambda records: records.knowledge.vectors_of(embedder, step.added))
        try:
            await self.index.update(step.removed, added, step.change)
        except IndexStale:
            return await self._rebuild(embedder, step, report)
        pace.reached(len(step.removed) + len(step.added))
        return await self.index.state()

    async def _rebuild(self, embedder: str, step: Step, report: Report) -> IndexState:
        pace = Pace("Indexing", step.total, self.clock, report)

        def heard(progress: Progress) -> None:
            pace.reached(progress.done)

        async with aclosing(ahead(self._stream(embedder), 2)) as passages:
            return await self.index.rebuild(passages, step.change, step.total, heard)

    async def _stream(self, embedder: str) -> AsyncGenerator[list[PassageVector]]:
        after = 0
        while batch := await self._after(embedder, after):
            yield batch
            after = batch[-1].passage_id

    async def _after(self, embedder: str, after: int) -> list[PassageVector]:
        return await self.store.read(lambda records: records.knowledge.vectors(embedder, after, STREAM))

    async def _mark(self, step: Step) -> None:
        await self.store.write(lambda records: records.knowledge.mark_indexed(step.change))
