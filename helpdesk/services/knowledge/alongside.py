"""Passages are learned from and embedded while other files are still being read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import PassageIndex, Store
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
    embedder that learns hears what is being read as it comes, and waits until it has learned from enough of that."""

    store: Store
    index: PassageIndex
    embedding: Embedding
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
        taken = await self._count()
        with suppress(HelpdeskError):
            if self.fitting.learner:
                await self._learn(ear, taken)
            while await self._more(ear, taken + A_ROUND):
                taken = await self._count()
                embedder = await self.index.embedder_fingerprint()
                await self.embedding.settle(embedder, ear.embedding, lambda: ear.over)

    async def _learn(self, ear: Ear, taken: int) -> None:
        begun = await self._more(ear, taken + ENOUGH // 2)
        if begun and await self.fitting.begin(lambda: self._news(ear, taken + ENOUGH), ear.embedding):
            return
        if await self._more(ear, taken + ENOUGH):
            await self.fitting.settle(ear.embedding)

    async def _more(self, ear: Ear, wanted: int) -> bool:
        """Whether so many passages are there before the reading is over."""
        while await self._news(ear, wanted):
            pass
        return not ear.over

    async def _news(self, ear: Ear, wanted: int) -> bool:
        """Waits for what is read next; False at once when so many passages are there or the reading is over."""
        if ear.over or await self._count() >= wanted:
            return False
        await ear.news.wait()
        ear.news.clear()
        return True

    async def _count(self) -> int:
        return await self.store.read(lambda records: records.knowledge.passage_count())
