"""A whole run taken back, as a run of its own that can be taken back too. The folder is not touched."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import HelpdeskError, InvalidTransition, NotFound, NotReady
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import ArticleId, ImportRunId
from helpdesk.domain.import_run import RUN, FileChange, ImportReport, RunFile, RunKind, RunRow, RunState
from helpdesk.domain.progress import Report
from helpdesk.ports import Records
from helpdesk.services.articles.undoing import Undoing, prepared, take_back, undone
from helpdesk.services.articles.workbench import Workbench
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.runs import failed_row

AT_ONCE = 16
UNFINISHED = (RunState.RUNNING, RunState.PAUSED)


@dataclass(frozen=True)
class RollingBack:
    bench: Workbench

    async def roll_back(self, run_id: ImportRunId, report: Report) -> ImportReport:
        async with self.bench.one_job:
            taken, mine = await self._begin(await self._run(run_id))
            try:
                done = await self._take_back(taken, mine, report)
            except BaseException as error:
                cancelled = isinstance(error, asyncio.CancelledError)
                with suppress(HelpdeskError):
                    state = RunState.PAUSED if cancelled else RunState.FAILED
                    await self.bench.store.write(lambda records: records.runs.set_state(mine, state))
                raise
        with suppress(NotReady):
            await self.bench.knowledge.ensure_index(report)
        return done

    async def _run(self, run_id: ImportRunId) -> RunRow:
        run = await self.bench.store.read(lambda records: records.runs.get(run_id))
        if run is None:
            raise NotFound("run", str(run_id))
        return run

    async def _begin(self, run: RunRow) -> tuple[RunRow, ImportRunId]:
        """(the run that is taken back, the run that does it). One that was interrupted goes on."""
        if (before := run.taken_back) is not None and run.state in UNFINISHED:
            return await self._run(before), run.id
        if run.rolled_back_at is not None:
            raise InvalidTransition("run", "already rolled back")
        if run.state in UNFINISHED:
            raise InvalidTransition("run", "not finished yet")
        if run.kind is RunKind.RECUT:
            raise InvalidTransition("run", "one that changed no text")
        source = f"{RUN}{run.id}"

        async def begin(records: Records) -> ImportRunId:
            for left in await records.runs.unfinished():
                if left.kind is RunKind.ROLLBACK and left.source == source:
                    return left.id
            return await records.runs.begin(run.kb_id, source, RunKind.ROLLBACK, self.bench.agent)

        return run, await self.bench.store.write(begin)

    async def _take_back(self, run: RunRow, mine: ImportRunId, report: Report) -> ImportReport:
        store, began = self.bench.store, self.bench.clock.seconds()
        files = await self._files(run.id)
        done = await self._files(mine)
        waiting = undone(files, {ArticleId(file.article_id) for file in done if file.article_id})
        pace = Pace("Rolling back", len(waiting), self.bench.clock, report)
        failed: list[FileFailure] = []
        for start in range(0, len(waiting), AT_ONCE):
            ready = await prepared(self.bench, waiting[start : start + AT_ONCE])

            results = await self._take_back_some(mine, ready)
            done += [one for one in results if isinstance(one, RunFile)]
            failed += [one for one in results if isinstance(one, FileFailure)]
            self.bench.publish(KnowledgeChanged(run.kb_id))
            pace.reached(start + len(ready))
        finished = replace(counted(mine, run.kb, done), failed=tuple(failed), seconds=self.bench.clock.seconds() - began)
        await store.write(lambda records: self._end(records, run, finished))
        self.bench.publish(KnowledgeChanged(run.kb_id))
        return finished

    async def _take_back_some(self, mine: ImportRunId, ready: Sequence[Undoing | FileFailure]) -> list[RunFile | FileFailure]:
        async def work(records: Records) -> list[RunFile | FileFailure]:
            results = [
                one if isinstance(one, FileFailure) else await take_back(records, self.bench, mine, one) for one in ready
            ]
            await records.runs.note(mine, [self._noted(one) for one in results])
            return results

        return await self.bench.store.write(work)

    def _noted(self, one: RunFile | FileFailure) -> RunFile:
        return one if isinstance(one, RunFile) else failed_row(one, None, 1, self.bench.clock.now())

    async def _files(self, run_id: ImportRunId) -> list[RunFile]:
        return (await self.bench.store.read(lambda records: records.runs.files(run_id, 0, -1)))[0]

    async def _end(self, records: Records, run: RunRow, finished: ImportReport) -> None:
        await records.runs.end(finished.run_id, RunState.DONE, finished)
        if finished.added + finished.changed + finished.removed + finished.renamed:
            await records.articles.mark_rolled_back(run.id, rolled_back=True)
            if (before := run.taken_back) is not None:
                await records.articles.mark_rolled_back(before, rolled_back=False)


def counted(run_id: ImportRunId, kb: str, files: list[RunFile]) -> ImportReport:
    kinds = [file.change for file in files]
    return ImportReport(
        run_id,
        kb,
        added=kinds.count(FileChange.ADDED),
        changed=kinds.count(FileChange.CHANGED),
        removed=kinds.count(FileChange.REMOVED),
        renamed=kinds.count(FileChange.RENAMED),
    )
