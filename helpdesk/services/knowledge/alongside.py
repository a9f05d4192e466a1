"""Passages are learned from and embedded while other files are still being read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock, PassageIndex, Store
from helpdesk.services.knowledge.embedding import Embedding
from helpdesk.services.knowledge.fitting import ENOUGH, Fitting
from helpdesk.services.knowledge.recutting import Recutting

A_ROUND = 500
"""Passages that make another round of embedding worth its while: fewer are of too many lengths to go together well."""


@dataclass
class Ear:
    """What the reading says wakes the embedding, whose own progress is told once the reading has no more to tell."""

    report: Report
    over: bool = False
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def reading(self, progress: Progress) -> None:
        self.report(progress)
        self.news.set()

    def embedding(self, progress: Progress) -> None:
        if self.over:
            self.report(progress)


@dataclass(frozen=True)
class Alongside:
    """Needs nothing and promises nothing: whatever it did not come to, or could not do, is done and told after the reading. An
    embedder that learns waits until it has learned from enough of what is being read."""

    store: Store
    index: PassageIndex
    clock: Clock
    fitting: Fitting
    recutting: Recutting

    @asynccontextmanager
    async def reading(self, report: Report) -> AsyncIterator[Report]:
        """The report to read with. Passages that will be cut anew are not embedded before."""
        if await self.recutting.is_due():
            yield report
            return
        ear = Ear(report)
        work = asyncio.create_task(self._work(ear))
        try:
            yield ear.reading
            ear.over = True
            ear.news.set()
            await work
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    async def _work(self, ear: Ear) -> None:
        taken, wanted = await self._count(), ENOUGH if self.fitting.learner else A_ROUND
        with suppress(HelpdeskError):
            while not ear.over:
                await ear.news.wait()
                ear.news.clear()
                stored = await self._count()
                if stored - taken < wanted:
                    continue
                if wanted == ENOUGH:
                    await self.fitting.settle(ear.embedding)
                embedder = await self.index.embedder_fingerprint()
                await Embedding(self.store, self.index, self.clock).settle(embedder, ear.embedding)
                taken, wanted = stored, A_ROUND

    async def _count(self) -> int:
        return await self.store.read(lambda records: records.knowledge.passage_count())
