"""Files into stored articles, batch by batch; what is committed stays, whatever happens next."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from zlib import crc32

from helpdesk.domain.article import FileFailure, ReadArticle, content_hash
from helpdesk.domain.events import Event, KnowledgeChanged
from helpdesk.domain.import_run import FileChange, FileState, RunFile, tried
from helpdesk.domain.progress import Report
from helpdesk.ports import ArticleReader, Clock, FoundFile, KnowledgeSource, Records, Store
from helpdesk.ports.knowledge_records import StoredArticle
from helpdesk.services.knowledge.included import Includes, with_included
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.renames import MOST_GONE, Moved
from helpdesk.services.knowledge.runs import ImportRun, failed_row, found_row, removed_rows
from helpdesk.services.knowledge.stream import ahead
from helpdesk.services.knowledge.survey import FreshFile, Survey, next_batch

SOURCES_AT_ONCE = 200
A_TURN, DRAWN = 256, 2_048


@dataclass
class Batch:
    """Files read together. `moves` are those found to be articles that were elsewhere."""

    articles: list[ReadArticle] = field(default_factory=list)
    failures: list[FileFailure] = field(default_factory=list)
    moves: list[FreshFile] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    store: Store
    reader: ArticleReader
    clock: Clock
    publish: Callable[[Event], None]

    @property
    def includes(self) -> Includes:
        return Includes(self.store)

    async def read(self, run: ImportRun, source: KnowledgeSource, report: Report) -> None:
        """Every fresh file of the survey, then the removals. While a batch is stored the next is parsed and the one after
        that read from disk. Raises BadInput when the source cannot be read."""
        await self._fail_again(run)
        if run.survey.fresh:
            pace, done = Pace("Reading", len(run.survey.fresh), self.clock, report), 0
            moved = await self._moved(run)
            async with aclosing(ahead(self._parsed(run, ahead(found(run, source))))) as batches:
                async for batch in batches:
                    claim(run, batch, moved)
                    await self._store(run, batch)
                    done += len(batch.articles) + len(batch.failures)
                    pace.reached(done)
        await self._settle(run)

    async def _parsed(self, run: ImportRun, files: AsyncGenerator[list[FoundFile | FileFailure]]) -> AsyncGenerator[Batch]:
        async with aclosing(files):
            async for batch in files:
                placed = [replace(file, path=run.place.prefix + file.path) for file in batch]
                whole = [whole_of(file, run.survey) for file in placed if isinstance(file, FoundFile)]
                results = await self.reader.read(whole)
                failures = [one for one in (*placed, *results) if isinstance(one, FileFailure)]
                yield Batch([one for one in results if isinstance(one, ReadArticle)], failures)

    async def _moved(self, run: ImportRun) -> Moved:
        """What new files may be once-known articles, edited on the way. Empty when nothing is gone or nothing is new."""
        gone = [known for known in run.survey.vanished.values() if known.revision_id and not known.failure]
        new = any(file.change is FileChange.ADDED for file in run.survey.fresh.values())
        sources: dict[str, str] = {}
        for start in range(0, len(gone) if new and len(gone) <= MOST_GONE else 0, SOURCES_AT_ONCE):
            part = {known.article_id: known.path for known in gone[start : start + SOURCES_AT_ONCE]}
            texts = await self.store.read(lambda records, part=part: records.knowledge.sources(list(part)))  # type: ignore[misc]
            sources |= {part[key]: text for key, text in texts.items()}
        return Moved(sources)

    async def _fail_again(self, run: ImportRun) -> None:
        """Files refused by the source, and those that could not be read before and have not changed since."""
        failures = run.survey.refused
        rows = [failed_row(failure, None, 1, self.clock.now()) for failure in failures]
        rows += [failed_row(known.failure, known, 0, self.clock.now()) for known in run.survey.bad if known.failure]

        async def work(records: Records) -> None:
            await records.knowledge.put_failures(run.kb_id, [one for one in failures if not one.path.endswith("/")], {})
            await records.runs.note(run.id, rows)

        if rows:
            await self.store.write(work)

    async def _store(self, run: ImportRun, batch: Batch) -> None:
        fresh, now = run.survey.fresh, self.clock.now()
        hashes = {failure.path: tried(fresh[failure.path].content_hash, self.reader.chunker) for failure in batch.failures}

        async def work(records: Records) -> None:
            moves = [(file.known.article_id, file.path) for file in batch.moves if file.known]
            await records.knowledge.move_articles(run.kb_id, moves)
            stored = await records.knowledge.put_articles(run.kb_id, run.id, batch.articles, self.reader.chunker)
            await records.knowledge.put_failures(run.kb_id, batch.failures, hashes)
            rows = [self._row(run, fresh[read.path], kept) for read, kept in zip(batch.articles, stored, strict=True)]
            for failure in batch.failures:
                tries = run.attempts.get(failure.path, 0) + 1
                rows.append(failed_row(failure, fresh[failure.path].known, tries, now))
            await records.runs.note(run.id, rows)

        if batch.articles or batch.failures:
            await self.store.write(work)
            self.publish(KnowledgeChanged(run.kb_id))

    def _row(self, run: ImportRun, file: FreshFile, kept: StoredArticle) -> RunFile:
        row = found_row(file, run, self.clock.now())
        return replace(
            row,
            state=FileState.READ,
            change=row.change if kept.changed or file.change is FileChange.RENAMED else None,
            attempts=row.attempts + 1,
            article_id=kept.article_id,
            revision_before=kept.before,
            revision_after=kept.after,
        )

    async def _settle(self, run: ImportRun) -> None:
        """What the source no longer holds goes; what was looked at need not be opened the next time."""
        gone, survey = list(run.survey.vanished.values()), run.survey

        async def work(records: Records) -> None:
            await records.knowledge.base(run.place.name, survey.folder)
            await records.knowledge.remove_articles(run.kb_id, [known.path for known in gone])
            await records.runs.note(run.id, removed_rows(gone, self.clock.now()))
            await records.knowledge.put_stamps(run.kb_id, survey.stamps)

        await self.store.write(work)
        self.publish(KnowledgeChanged(run.kb_id))


def whole_of(file: FoundFile, survey: Survey) -> FoundFile:
    """With what it takes in. One that is still as it was surveyed needs no second look."""
    same = survey.fresh[file.path].content_hash == content_hash(file.content)
    return with_included(file, survey.included, survey.taking.get(file.path, ()) if same else None)


async def found(run: ImportRun, source: KnowledgeSource) -> AsyncGenerator[list[FoundFile | FileFailure]]:
    """The fresh files again, with their content. Failures of others were told by the survey."""
    prefix = run.place.prefix
    for wanted in turns([path.removeprefix(prefix) for path in run.survey.fresh]):
        files = source.files(wanted)
        while batch := await asyncio.to_thread(next_batch, files):
            yield [file for file in batch if file.path in wanted]


def turns(paths: Sequence[str]) -> list[set[str]]:
    """What is read first of many files is drawn from all of them: an embedder that begins to learn meanwhile gets a fair
    picture of the whole."""
    if len(paths) < A_TURN:
        return [set(paths)]
    drawn = sorted(paths, key=lambda path: crc32(path.encode("utf-8", "replace")))
    first = [set(drawn[start : start + A_TURN]) for start in range(0, min(DRAWN, len(drawn)), A_TURN)]
    return [*first, set(drawn[DRAWN:])] if len(drawn) > DRAWN else first


def claim(run: ImportRun, batch: Batch, moved: Moved) -> None:
    """Says of each new article which of those that are gone it is."""
    for read in batch.articles:
        file = run.survey.fresh[read.path]
        if file.change is FileChange.ADDED and not file.known and (path := moved.claim(read.source)):
            file = run.survey.rename(read.path, run.survey.vanished[path])
        if file.change is FileChange.RENAMED:
            batch.moves.append(file)
