"""Files into stored articles, batch by batch; what is committed stays, whatever happens next."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from helpdesk.domain.article import FileFailure, KnowledgeBase, ReadArticle, content_hash
from helpdesk.domain.events import Event, KnowledgeChanged
from helpdesk.domain.ids import ImportRunId, KnowledgeBaseId
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Report
from helpdesk.ports import ArticleReader, Clock, FoundFile, KnowledgeSource, Records, Store
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.placement import SEVERAL, Placement, mirrors

BATCH_FILES = 32
BATCH_BYTES = 1 << 20


@dataclass
class ImportRun:
    """One import under way. `known` is path → (content hash, chunker) before it began."""

    id: ImportRunId
    kb_id: KnowledgeBaseId
    place: Placement
    base: KnowledgeBase | None
    known: Mapping[str, tuple[str, str]]
    seen: set[str] = field(default_factory=set)
    report: ImportReport = field(init=False)

    def __post_init__(self) -> None:
        self.report = ImportReport(self.id, self.place.name)

    def was_read(self, path: str) -> bool:
        """Whether the base holds a good reading of that file, not just the note that it failed."""
        return bool(self.known.get(path, ("", ""))[1])


@dataclass(frozen=True)
class Reading:
    store: Store
    reader: ArticleReader
    clock: Clock
    publish: Callable[[Event], None]

    async def begin(self, place: Placement) -> ImportRun:
        async def work(records: Records) -> ImportRun:
            base = next((found for found in await records.knowledge.bases() if found.name == place.name), None)
            kb_id = await records.knowledge.base(place.name, base.folder if base else place.folder)
            run_id = await records.knowledge.begin_run(kb_id, place.folder)
            return ImportRun(run_id, kb_id, place, base, await records.knowledge.hashes(kb_id))

        return await self.store.write(work)

    async def read(self, run: ImportRun, source: KnowledgeSource, report: Report) -> None:
        """Every file of the source, then the removals. Raises BadInput when the source cannot be read."""
        pace = Pace("Reading", await asyncio.to_thread(source.count), self.clock, report)
        files, done = source.files(), 0
        while batch := await asyncio.to_thread(next_batch, files):
            placed = [replace(found, path=run.place.prefix + found.path) for found in batch]
            await self._take(run, placed)
            done += len(batch)
            pace.reached(done)
        await self._settle(run)

    async def _take(self, run: ImportRun, batch: list[FoundFile | FileFailure]) -> None:
        run.seen.update(found.path for found in batch)
        chunker = self.reader.chunker
        files = [found for found in batch if isinstance(found, FoundFile)]
        fresh = [file for file in files if run.known.get(file.path) != (content_hash(file.content), chunker)]
        results = [found for found in batch if isinstance(found, FileFailure)] + await self.reader.read(fresh)
        articles = [found for found in results if isinstance(found, ReadArticle)]
        failures = tuple(found for found in results if isinstance(found, FileFailure))

        async def work(records: Records) -> None:
            for article in articles:
                await records.knowledge.put_article(run.kb_id, run.id, article, chunker)
            for failure in failures:
                await records.knowledge.put_failure(run.kb_id, failure)

        if results:
            await self.store.write(work)
            self.publish(KnowledgeChanged(run.kb_id))
        changed = sum(run.was_read(article.path) for article in articles)
        run.report = replace(
            run.report,
            added=run.report.added + len(articles) - changed,
            changed=run.report.changed + changed,
            unchanged=run.report.unchanged + len(files) - len(fresh),
            failed=run.report.failed + failures,
        )

    async def _settle(self, run: ImportRun) -> None:
        """What the source no longer holds goes, unless it lies in a folder that could not be looked into."""
        whole = mirrors(run.place, run.base, run.known.keys(), run.seen)
        closed = tuple(failure.path for failure in run.report.failed if failure.path.endswith("/"))
        gone = [
            path for path in run.known if whole and path not in run.seen and not path.startswith(closed) and "./" not in closed
        ]
        folder = run.place.folder
        if run.base and run.place.whole and not whole:
            folder = SEVERAL

        async def work(records: Records) -> None:
            await records.knowledge.base(run.place.name, folder)
            await records.knowledge.remove_articles(run.kb_id, gone)

        await self.store.write(work)
        run.report = replace(run.report, removed=sum(run.was_read(path) for path in gone))
        self.publish(KnowledgeChanged(run.kb_id))


def next_batch(files: Iterator[FoundFile | FileFailure]) -> list[FoundFile | FileFailure]:
    """At most `BATCH_FILES` files and, but for the last of them, `BATCH_BYTES`. Blocking: reads from disk."""
    batch: list[FoundFile | FileFailure] = []
    size = 0
    for found in islice(files, BATCH_FILES):
        batch.append(found)
        size += len(found.content) if isinstance(found, FoundFile) else 0
        if size >= BATCH_BYTES:
            break
    return batch
