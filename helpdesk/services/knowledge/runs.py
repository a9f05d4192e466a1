"""An import run: begun, gone on with after a stop, and ended with a report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from helpdesk.domain.article import FileFailure
from helpdesk.domain.ids import ImportRunId, KnowledgeBaseId
from helpdesk.domain.import_run import FileChange, FileState, ImportReport, KnownFile, RunFile, RunKind, RunRow, RunState
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.knowledge.placement import Placement
from helpdesk.services.knowledge.survey import FreshFile, Survey

AT_ONCE = 1_000
STORED = (FileState.READ, FileState.EMBEDDED, FileState.INDEXED)
HELD = "it was rolled back or erased; change the file or lift the hold"


@dataclass
class ImportRun:
    """One import under way. `attempts` is path → how often this run has tried to read it, `done` how many of the files that
    have not changed are those it had brought in before it was stopped, `worked` the seconds until then."""

    id: ImportRunId
    kb_id: KnowledgeBaseId
    place: Placement
    survey: Survey
    attempts: dict[str, int] = field(default_factory=dict)
    done: int = 0
    worked: float = 0.0


@dataclass(frozen=True)
class Runs:
    store: Store
    clock: Clock
    agent: str

    async def begin(self, place: Placement, survey: Survey, kind: RunKind, before: RunRow | None) -> ImportRun:
        """A new run, or the one `before` that did not end; every file to read is FOUND in it."""

        async def work(records: Records) -> ImportRun:
            kb_id = await records.knowledge.base(place.name, survey.folder)
            if before is None:
                run_id = await records.runs.begin(kb_id, place.source, kind, self.agent)
            else:
                run_id = before.id
            return ImportRun(run_id, kb_id, place, survey)

        run = await self.store.write(work)
        if before is not None:
            earlier = await self.files(run.id)
            run.attempts = {file.path: file.attempts for file in earlier}
            run.done = sum(is_in(file) and file.path not in survey.fresh for file in earlier)
            run.worked = worked(before, earlier)
        now = self.clock.now()
        if before is not None:
            so_far = replace(await self.report(run, 0.0), since=now.isoformat())
            await self.store.write(lambda records: records.runs.keep(run.id, RunState.RUNNING, so_far))
        await self.note(run, [found_row(file, run, now) for file in survey.fresh.values()])
        await self.note(run, [held_row(known, now) for known in survey.held])
        return run

    async def note(self, run: ImportRun, files: list[RunFile]) -> None:
        for start in range(0, len(files), AT_ONCE):
            part = files[start : start + AT_ONCE]
            await self.store.write(lambda records, part=part: records.runs.note(run.id, part))  # type: ignore[misc]

    async def files(self, run_id: ImportRunId) -> list[RunFile]:
        found: list[RunFile] = []
        while page := await self._page(run_id, len(found)):
            found += page
        return found

    async def failed(self, run_id: ImportRunId) -> list[RunFile]:
        """Those come first: what follows them is not read."""
        found: list[RunFile] = []
        while page := await self._page(run_id, len(found)):
            failed = [file for file in page if file.state is FileState.FAILED]
            found += failed
            if len(failed) < len(page):
                break
        return found

    async def _page(self, run_id: ImportRunId, offset: int) -> list[RunFile]:
        return (await self.store.read(lambda records: records.runs.files(run_id, offset, AT_ONCE)))[0]

    async def report(self, run: ImportRun, seconds: float) -> ImportReport:
        """What the run has done until now, counted from its rows: they are all there whatever happened in between. `seconds`
        are those since it was begun or last gone on with."""

        async def work(records: Records) -> tuple[Mapping[tuple[str, FileState], int], int]:
            passages = next((base.passages for base in await records.knowledge.bases() if base.id == run.kb_id), 0)
            return await records.runs.tally(run.id), passages

        tally, passages = await self.store.read(work)
        failed = await self.failed(run.id)
        counts = {change: stored(tally, change) for change in FileChange}
        return ImportReport(
            run_id=run.id,
            kb=run.place.name,
            added=counts[FileChange.ADDED],
            changed=counts[FileChange.CHANGED],
            removed=counts[FileChange.REMOVED],
            renamed=counts[FileChange.RENAMED],
            unchanged=run.survey.unchanged - run.done,
            skipped=sum(count for (_, state), count in tally.items() if state is FileState.SKIPPED),
            passages=passages,
            seconds=run.worked + seconds,
            failed=tuple(FileFailure(file.path, file.line, file.reason) for file in failed),
        )

    async def end(self, run: ImportRun, state: RunState, seconds: float) -> ImportReport:
        """PAUSED does not end it: it can be gone on with."""
        report = replace(await self.report(run, seconds), paused=state is RunState.PAUSED)
        if state is RunState.PAUSED:
            await self.store.write(lambda records: records.runs.keep(run.id, state, report))
        else:
            await self.store.write(lambda records: records.runs.end(run.id, state, report))
        return report

    async def unfinished(self, place: Placement) -> RunRow | None:
        """The newest run of the same place that was stopped half way."""
        rows = await self.store.read(lambda records: records.runs.unfinished())
        same = (row for row in rows if row.kb == place.name and row.source == place.source and goes_on(row))
        return next(same, None)


def worked(before: RunRow, files: Iterable[RunFile]) -> float:
    """Seconds a run worked until it was stopped; one that was killed, until it last noted what became of a file."""
    kept = before.report or ImportReport(before.id, before.kb)
    if kept.paused:
        return kept.seconds
    since = datetime.fromisoformat(kept.since) if kept.since else before.started_at
    last = max((file.updated_at for file in files), default=since)
    return kept.seconds + max(0.0, (last - since).total_seconds())


def goes_on(row: RunRow) -> bool:
    """Whether importing its source again is what finishes it."""
    return row.kind in (RunKind.IMPORT, RunKind.WATCH)


def stored(tally: Mapping[tuple[str, FileState], int], change: FileChange) -> int:
    return sum(tally.get((change, state), 0) for state in STORED)


def is_in(file: RunFile) -> bool:
    return file.state in STORED and file.change not in (None, FileChange.REMOVED)


def found_row(file: FreshFile, run: ImportRun, now: datetime) -> RunFile:
    known = file.known
    return RunFile(
        path=file.path,
        state=FileState.FOUND,
        change=file.change,
        line=0,
        reason="",
        attempts=run.attempts.get(file.path, 0),
        article_id=known.article_id if known else None,
        revision_before=known.revision_id if known else None,
        revision_after=None,
        path_before=known.path if known and file.change is FileChange.RENAMED else "",
        updated_at=now,
    )


def held_row(known: KnownFile, now: datetime) -> RunFile:
    return replace(plain_row(known, FileState.SKIPPED, now), reason=HELD)


def failed_row(failure: FileFailure, known: KnownFile | None, attempts: int, now: datetime) -> RunFile:
    key, revision = (known.article_id, known.revision_id) if known else (None, None)
    return RunFile(
        failure.path, FileState.FAILED, None, failure.line, failure.reason, attempts, key, revision, revision, "", now
    )


def removed_rows(gone: Iterable[KnownFile], now: datetime) -> list[RunFile]:
    return [
        replace(plain_row(known, FileState.READ, now), change=FileChange.REMOVED, revision_after=None)
        for known in gone
        if known.revision_id
    ]


def plain_row(known: KnownFile, state: FileState, now: datetime) -> RunFile:
    return RunFile(known.path, state, None, 0, "", 0, known.article_id, known.revision_id, known.revision_id, "", now)
