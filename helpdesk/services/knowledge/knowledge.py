"""The knowledge room: import, look up, keep the index in step."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from helpdesk.domain.article import ArticleRow, ArticleText, Audience, KnowledgeBase
from helpdesk.domain.errors import EmbedderUnusable, HelpdeskError, NotReady
from helpdesk.domain.events import Event, IndexChanged, KnowledgeChanged
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Report
from helpdesk.ports import ArticleReader, Clock, IndexState, KnowledgeSource, PassageIndex, Store
from helpdesk.services.knowledge.indexing import Indexing
from helpdesk.services.knowledge.placement import placement
from helpdesk.services.knowledge.reading import ImportRun, Reading


@dataclass
class Knowledge:
    """One import or index job runs at a time; the next one waits. All of them may be cancelled: what is committed stays, and
    doing it again goes on from there. `source` opens a path the user named."""

    store: Store
    index: PassageIndex
    reader: ArticleReader
    source: Callable[[Path], KnowledgeSource]
    clock: Clock
    publish: Callable[[Event], None]

    def __post_init__(self) -> None:
        self._reading = Reading(self.store, self.reader, self.clock, self.publish)
        self._indexing = Indexing(self.store, self.index, self.clock, self.publish)
        self._one_job = asyncio.Lock()

    async def import_path(self, path: Path, kb: str | None, report: Report, audience: Audience | None = None) -> ImportReport:
        """Reads a folder, file or zip into the base `kb` (by default the one it was imported into before, else one named after
        the folder). Files that cannot be read are in the report; the rest goes on. When the index cannot follow, the import
        stands, words are found by the store itself, and IndexChanged says what is missing. `audience` is set on the base;
        None leaves it. Raises BadInput when there is nothing to import, and what the store raises."""
        async with self._one_job:
            began = self.clock.seconds()
            source = await asyncio.to_thread(self.source, path)
            await asyncio.to_thread(source.count)
            place = await asyncio.to_thread(placement, path, kb, await self.bases())
            run = await self._reading.begin(place)
            if audience is not None:
                await self.set_audience(run.kb_id, audience)
            try:
                await self._reading.read(run, source, report)
                await self._follow(report)
            except BaseException as error:
                with suppress(HelpdeskError):
                    await self._end(run, began, "cancelled" if isinstance(error, asyncio.CancelledError) else "failed")
                raise
            return await self._end(run, began, "done")

    async def _follow(self, report: Report) -> None:
        try:
            await self._indexing.bring_in_step(report)
        except NotReady as error:
            self.publish(IndexChanged(False, behind(error)))

    async def _end(self, run: ImportRun, began: float, state: str) -> ImportReport:
        passages = next((base.passages for base in await self.bases() if base.id == run.kb_id), 0)
        finished = replace(run.report, passages=passages, seconds=self.clock.seconds() - began)
        await self.store.write(lambda records: records.knowledge.end_run(run.id, state, finished))
        self.publish(KnowledgeChanged(run.kb_id))
        return finished

    async def bases(self) -> list[KnowledgeBase]:
        return await self.store.read(lambda records: records.knowledge.bases())

    async def set_audience(self, kb_id: KnowledgeBaseId, audience: Audience) -> None:
        """INTERNAL: agents find and read the base, drafts never quote it to a customer."""
        await self.store.write(lambda records: records.knowledge.set_audience(kb_id, audience))
        self.publish(KnowledgeChanged(kb_id))

    async def articles(self, kb_id: KnowledgeBaseId | None, offset: int, limit: int) -> tuple[list[ArticleRow], int]:
        """A page of the list and how many there are in all."""
        return await self.store.read(lambda records: records.knowledge.articles(kb_id, offset, limit))

    async def article(self, article_id: ArticleId, revision: int | None = None) -> ArticleText:
        """Raises NotFound."""
        return await self.store.read(lambda records: records.knowledge.article(article_id, revision))

    async def ensure_index(self, report: Report) -> IndexState:
        """Finishes whatever an import, a crash or another embedder left to do; cheap when there is nothing. Raises
        EmbedderUnusable, IndexStale."""
        async with self._one_job:
            return await self._indexing.bring_in_step(report)

    async def reindex(self, report: Report) -> IndexState:
        """Builds the index anew from the stored vectors. Raises EmbedderUnusable, IndexStale."""
        async with self._one_job:
            return await self._indexing.bring_in_step(report, anew=True)

    async def index_state(self) -> IndexState:
        return await self.index.state()


def behind(error: HelpdeskError) -> str:
    detail = getattr(error, "detail", "") or type(error).__name__
    if isinstance(error, EmbedderUnusable):
        detail = f"{error.folder}: {detail}"
    return f"The import is stored and found by its words; search by meaning follows when the index is back ({detail})."
