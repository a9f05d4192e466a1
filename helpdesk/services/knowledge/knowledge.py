"""The knowledge room: import, look up, keep the index in step."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.domain.article import Audience, KnowledgeBase
from helpdesk.domain.errors import BadInput, DiskFull, EmbedderUnusable, HelpdeskError, IndexStale, NotFound, NotReady, ReadOnly
from helpdesk.domain.events import Event, IndexChanged, KnowledgeChanged
from helpdesk.domain.ids import ImportRunId, KnowledgeBaseId
from helpdesk.domain.import_run import ImportReport, RunFile, RunKind, RunRow, RunState
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.ports import ArticleReader, Clock, IndexState, KnowledgeSource, PassageIndex, Store
from helpdesk.ports.folder_watcher import FolderWatcher
from helpdesk.ports.knowledge import Opening
from helpdesk.services.knowledge.alongside import Alongside
from helpdesk.services.knowledge.brake import Brake, Paused
from helpdesk.services.knowledge.embedding import Embedding
from helpdesk.services.knowledge.fitting import Fitting
from helpdesk.services.knowledge.importing import Importing, Order, Surveyed
from helpdesk.services.knowledge.indexing import Indexing
from helpdesk.services.knowledge.reading import Reading
from helpdesk.services.knowledge.recutting import Recutting
from helpdesk.services.knowledge.report_file import write_report
from helpdesk.services.knowledge.runs import ImportRun, Runs
from helpdesk.services.knowledge.survey import opened_here
from helpdesk.services.knowledge.watching import Watching


@dataclass
class Knowledge:
    """One import or index job runs at a time; the next one waits. All of them may be cancelled: what is committed stays, and
    doing it again goes on from there. `source` opens a path the user named, `agent` is who the runs are noted under, `learner`
    the embedder that learns from the passages, if it does, `opening` looks into files before they are read."""

    store: Store
    index: PassageIndex
    reader: ArticleReader
    source: Callable[[Path], KnowledgeSource]
    clock: Clock
    publish: Callable[[Event], None]
    agent: str = ""
    learner: str = ""
    watcher: FolderWatcher | None = None
    opening: Opening = opened_here
    one_job: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self._runs = Runs(self.store, self.clock, self.agent)
        reading = Reading(self.store, self.reader, self.clock, self.publish)
        self._importing = Importing(self.store, self._runs, reading, self.source, self.clock, self.opening)
        self._embedding = Embedding(self.store, self.index, self.clock)
        self._indexing = Indexing(self.store, self.index, self.clock, self._embedding, self.publish)
        self._fitting = Fitting(self.store, self.index, self.clock, self.learner)
        self._recutting = Recutting(self.store, self.reader, self.clock, self.publish)
        self._alongside = Alongside(self.store, self.index, self._embedding, self._fitting, self._recutting)
        self._watching = Watching(self.store, self.watcher, self.look, self.publish) if self.watcher else None
        self._brake = Brake()

    async def import_path(self, path: Path, kb: str | None, report: Report, audience: Audience | None = None) -> ImportReport:
        """Reads a folder, file or zip into the base `kb` (by default the one it was imported into before, else one named after
        the folder). Files that cannot be read are in the report; the rest goes on. When the index cannot follow, the import
        stands, words are found by the store itself, and IndexChanged says what is missing. `audience` is set on the base;
        None leaves it. A run of the same place that was stopped half way goes on. Raises BadInput when there is nothing to
        import, and what the store raises."""
        return await self._bring(Order(path, kb, audience=audience), report)

    async def survey(self, path: Path, kb: str | None) -> Surveyed:
        """What such an import would find; nothing is changed. Raises BadInput when there is nothing to import."""
        return await self._importing.look(Order(path, kb), unheard)

    async def rescan(self, kb_id: KnowledgeBaseId, report: Report) -> ImportReport:
        """The folder of the base again. Raises BadInput when it has none or it is not there; nothing is taken out then."""
        base = await self._followable(kb_id)
        return await self._bring(Order(Path(base.folder), base.name), report)

    async def retry(self, run_id: ImportRunId, report: Report) -> ImportReport:
        """Only the files of a run that could not be read, again, even when they did not change."""
        run = await self._run(run_id)
        failed = frozenset(file.path for file in await self._runs.failed(run_id))
        return await self._bring(Order(Path(run.source), run.kb, only=failed, again=True), report)

    async def resume(self, run_id: ImportRunId, report: Report) -> ImportReport:
        """Goes on with a run that was paused or killed."""
        run = await self._run(run_id)
        return await self._bring(Order(Path(run.source), run.kb, run.kind), report)

    def pause(self) -> None:
        """The running job ends at its next safe place, and nothing goes on by itself until it is resumed."""
        self._brake.pulled = True

    async def _bring(self, order: Order, report: Report) -> ImportReport:
        if self.one_job.locked():
            report(Progress(0, None, "Waiting for the index to be brought in step"))
        async with self.one_job:
            return await self._carry_out(order, report)

    async def _carry_out(self, order: Order, report: Report) -> ImportReport:
        """Only by who holds the one job."""
        self._brake.pulled = False
        began, braked = self.clock.seconds(), self._brake.on(report)
        prepared = await self._importing.prepare(order, report)
        if isinstance(prepared, ImportReport):
            return prepared
        run, source = prepared
        if order.audience is not None:
            await self.set_audience(run.kb_id, order.audience)
        try:
            async with self._alongside.reading(braked) as heard:
                await self._importing.read(run, source, heard)
            await self._follow(run, braked)
        except Paused:
            return await self._end(run, began, RunState.PAUSED)
        except BaseException as error:
            stopped = RunState.CANCELLED if isinstance(error, asyncio.CancelledError) else RunState.FAILED
            with suppress(HelpdeskError):
                await self._end(run, began, stopped)
            raise
        return await self._end(run, began, RunState.DONE)

    async def _follow(self, run: ImportRun, report: Report) -> None:
        try:
            await self._in_step(report, run=run.id)
        except (NotReady, DiskFull, ReadOnly) as error:
            self.publish(IndexChanged(False, behind(error)))

    async def _end(self, run: ImportRun, began: float, state: RunState) -> ImportReport:
        report = await self._runs.end(run, state, self.clock.seconds() - began)
        self.publish(KnowledgeChanged(run.kb_id))
        return report

    async def _in_step(self, report: Report, *, anew: bool = False, run: ImportRunId | None = None) -> IndexState:
        """When the index process ends on the way, or what it kept goes, it is given everything once more from the store."""
        try:
            return await self._brought(report, anew, run)
        except IndexStale:
            return await self._brought(report, anew, run)

    async def _brought(self, report: Report, anew: bool, run: ImportRunId | None) -> IndexState:
        await self._fitting.settle(report)
        if await self._recutting.is_due():
            await self._recutting.prepare(self._embedding, await self.index.embedder_fingerprint(), report)
            await self._recutting.recut(report)
        return await self._indexing.bring_in_step(report, anew=anew, run=run)

    async def cut_again(self, report: Report) -> None:
        """Passages of articles whose words changed although their files did not; within `one_job`. Their vectors follow when
        the index is brought in step."""
        await self._recutting.recut(report)

    async def recover(self) -> int:
        """At the start of a desk: runs that a crash left running are shown as unfinished; how many. A disk that is full keeps
        nobody from opening the desk: the next start shows them."""
        unfinished = await self.store.read(lambda records: records.runs.unfinished())
        with suppress(DiskFull, ReadOnly):
            if any(run.state is RunState.RUNNING for run in unfinished):
                return await self.store.write(lambda records: records.runs.interrupted())
        return 0

    async def runs(self, kb_id: KnowledgeBaseId | None = None, limit: int = 50) -> list[RunRow]:
        """Newest first."""
        return await self.store.read(lambda records: records.runs.listed(kb_id, limit))

    async def run_files(self, run_id: ImportRunId, offset: int, limit: int) -> tuple[list[RunFile], int]:
        """A page of what a run did, file by file, failed ones first; and how many there are in all."""
        return await self.store.read(lambda records: records.runs.files(run_id, offset, limit))

    async def save_report(self, run_id: ImportRunId, file: Path) -> None:
        """What the run did with every file, and the totals, as a CSV. Raises BadInput when it cannot be written there."""
        run, files = await self._run(run_id), await self._runs.files(run_id)
        report = run.report or ImportReport(run.id, run.kb)
        await asyncio.to_thread(write_report, run, report, files, file)

    async def _run(self, run_id: ImportRunId) -> RunRow:
        run = await self.store.read(lambda records: records.runs.get(run_id))
        if run is None:
            raise NotFound("import run", str(run_id))
        return run

    async def watch(self, kb_id: KnowledgeBaseId, on: bool) -> None:
        """The base follows its folder while the desk is open. Raises BadInput when it has none to follow."""
        if on:
            await self._followable(kb_id)
        await self.store.write(lambda records: records.knowledge.set_watched(kb_id, on))
        self.publish(KnowledgeChanged(kb_id))
        if self._watching is not None:
            self._watching.turned.set()

    async def follow(self) -> bool:
        """The lane's work: the next change of a followed folder."""
        return self._watching is not None and await self._watching.next()

    async def look(self, base: KnowledgeBase) -> None:
        """What a change in a followed folder leads to; nothing when the base was taken away, or follows it no more, while this
        waited for its turn."""
        async with self.one_job:
            now = next((found for found in await self.bases() if found.id == base.id), None)
            if now is not None and now.watched and now.folder == base.folder:
                await self._carry_out(Order(Path(now.folder), now.name, RunKind.WATCH), unheard)

    async def _followable(self, kb_id: KnowledgeBaseId) -> KnowledgeBase:
        base = next((found for found in await self.bases() if found.id == kb_id), None)
        if base is None:
            raise NotFound("knowledge base", str(kb_id))
        if not base.folder:
            raise BadInput(base.name, 0, "was filled from several places: import each of them again")
        return base

    async def bases(self) -> list[KnowledgeBase]:
        return await self.store.read(lambda records: records.knowledge.bases())

    async def set_audience(self, kb_id: KnowledgeBaseId, audience: Audience) -> None:
        """INTERNAL: agents find and read the base, drafts never quote it to a customer."""
        await self.store.write(lambda records: records.knowledge.set_audience(kb_id, audience))
        self.publish(KnowledgeChanged(kb_id))

    async def ensure_index(self, report: Report) -> IndexState:
        """Finishes whatever an import, a crash, other rules or another embedder left to do; cheap when there is nothing. Raises
        EmbedderUnusable, IndexStale."""
        async with self.one_job:
            return await self._in_step(report)

    async def keep_in_step(self) -> bool:
        """The lane's work: as ensure_index, unless a person paused. There is never more to do right after."""
        if not self._brake.pulled:
            with suppress(Paused):
                state = await self.ensure_index(self._brake.on(unheard))
                await self._fitting.prune(state.embedder)
        return False

    async def improve(self) -> bool:
        """The idle lane's work: what makes a trusted index quicker, beside it; whether there may be more of it."""
        if self._brake.pulled or self.one_job.locked():
            return False
        return await self.index.improve(self._brake.on(unheard))

    async def reindex(self, report: Report) -> IndexState:
        """Builds the index anew from the stored vectors. Raises EmbedderUnusable, IndexStale."""
        async with self.one_job:
            return await self._in_step(report, anew=True)

    async def index_state(self) -> IndexState:
        return await self.index.state()


def behind(error: HelpdeskError) -> str:
    detail = getattr(error, "detail", "") or type(error).__name__
    if isinstance(error, EmbedderUnusable):
        detail = f"{error.folder}: {detail}"
    elif isinstance(error, DiskFull | ReadOnly):
        detail = "the disk is full" if isinstance(error, DiskFull) else "its folder cannot be written"
    return f"The import is stored and found by its words; search by meaning follows when the index is back ({detail})."
