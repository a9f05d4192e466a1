"""Long work on the knowledge: one job after the other, each with progress and a way to stop it; imports can be paused."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.errors import DeskReopened
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Progress
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import mark, number, tr, trn

if TYPE_CHECKING:
    from helpdesk.domain.article import ArticleText, KnowledgeBase
    from helpdesk.domain.ids import ArticleId
    from helpdesk.domain.import_run import RunRow
    from helpdesk.domain.progress import Report
    from helpdesk.ports import IndexState
    from helpdesk.services.desk import Desk
    from helpdesk.services.knowledge import Knowledge

SUFFIXES = (".md", ".markdown", ".mdx", ".zip")


@dataclass(frozen=True)
class Job:
    """`key` names the same work: asked for twice it is done once. An import may be paused."""

    key: object
    words: str
    work: "Callable[[Desk, Report], Awaitable[Any]]"
    done: Callable[[Any], None]
    pausable: bool = True


class JobsView(Protocol):
    def show_job_progress(self, progress: Progress, pausable: bool) -> None: ...

    def end_job(self) -> None: ...

    def show_import_reports(self, reports: Sequence[tuple[str, ImportReport]]) -> None:
        """Of every source since the work began."""
        ...

    def article_gone(self, article_id: "ArticleId") -> None: ...

    def base_gone(self, name: str) -> None: ...

    def say(self, words: str) -> None: ...

    def report(self, error: Exception) -> None: ...


class JobsPresenter:
    """Work given while other work runs waits for its turn. Stopping keeps what was finished."""

    def __init__(self, view: JobsView, bridge: Bridge, feed: ProgressFeed) -> None:
        self._view = view
        self._bridge = bridge
        self._feed = feed
        self._desk: Desk | None = None
        self._now: Job | None = None
        self._running: Handle | None = None
        self._waiting: list[Job] = []
        self._reports: list[tuple[str, ImportReport]] = []

    @property
    def busy(self) -> bool:
        return self._now is not None

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._next()

    def import_paths(self, paths: Sequence[Path], kb: str | None = None) -> None:
        """`kb` None lets the source say where it belongs."""
        for path in paths:
            self.add(self._import(path, kb))

    def rescan(self, base: "KnowledgeBase") -> None:
        done = partial(self._imported, base.name)
        self.add(
            Job(
                ("scan", base.id),
                tr("Looking through {name}", name=base.name),
                lambda d, report: d.knowledge.rescan(base.id, report),
                done,
            )
        )

    def retry(self, run: "RunRow") -> None:
        done = partial(self._imported, run.kb)
        self.add(
            Job(("run", run.id), tr("Trying again: {kb}", kb=run.kb), lambda d, report: d.knowledge.retry(run.id, report), done)
        )

    def go_on(self, run: "RunRow") -> None:
        done = partial(self._imported, run.kb)
        self.add(
            Job(("run", run.id), tr("Going on: {kb}", kb=run.kb), lambda d, report: d.knowledge.resume(run.id, report), done)
        )

    def roll_back(self, run: "RunRow") -> None:
        done = partial(self._imported, tr("{kb}, rolled back", kb=run.kb))
        words = tr("Rolling back {kb}", kb=run.kb)
        self.add(Job(("back", run.id), words, lambda d, report: d.articles.roll_back(run.id, report), done, pausable=False))

    def erase(self, article: "ArticleText") -> None:
        words = tr("Erasing {title}", title=article.title)
        done = partial(self._erased, article.id)
        self.add(Job(("erase", article.id), words, lambda d, report: d.articles.erase(article.id, report), done, False))

    def remove(self, base: "KnowledgeBase") -> None:
        words, done = tr("Removing {name}", name=base.name), partial(self._removed, base.name)
        self.add(Job(("remove", base.id), words, lambda d, report: d.articles.remove_base(base.id, report), done, False))

    def reindex(self) -> None:
        self.add(
            Job("reindex", tr("Building the index anew"), lambda d, report: d.knowledge.reindex(report), self._rebuilt, False)
        )

    def add(self, job: Job) -> None:
        if job.key not in [known.key for known in (*self._waiting, *([self._now] if self._now else []))]:
            self._waiting.append(job)
        self._next()

    def pause(self) -> None:
        """The running import ends where it is; the list of runs offers to go on."""
        if self._desk is not None and self._now is not None and self._now.pausable:
            self._waiting.clear()
            self._bridge.call(partial(pulled_up, self._desk.knowledge), failed=self._view.report)
            self._view.say(tr("Paused. The list of import runs offers to go on."))

    def cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._waiting.clear()
            self._reports.clear()
            self._end()
            self._view.say(tr("Stopped. What was finished stays; doing it again goes on from there."))

    def _import(self, path: Path, kb: str | None) -> Job:
        done = partial(self._imported, path.name)
        return Job(
            path, tr("Reading {name}", name=path.name), lambda desk, report: desk.knowledge.import_path(path, kb, report), done
        )

    def progressed(self, progress: Progress) -> None:
        if self._now is not None:
            self._view.show_job_progress(progress, self._now.pausable)

    def _next(self) -> None:
        if self._desk is None or self._now is not None:
            return
        if not self._waiting:
            self._reports.clear()
            return
        job = self._now = self._waiting.pop(0)
        self._view.show_job_progress(Progress(0, None, job.words), job.pausable)
        work, failed = partial(job.work, self._desk, self._feed.report), partial(self._failed, job, self._desk)
        handle = self._bridge.call(work, partial(self._finish, job), failed)
        # A bridge may have answered before it returned: then there is nothing left to stop.
        self._running = handle if self._now is job else self._running

    def _finish(self, job: Job, result: Any) -> None:
        self._end()
        job.done(result)
        self._next()

    def _end(self) -> None:
        self._now = None
        self._running = None
        self._view.end_job()

    def _imported(self, source: str, report: ImportReport) -> None:
        """What was paused has no end to report yet."""
        if not report.paused:
            self._reports.append((source, report))
            self._view.show_import_reports(tuple(self._reports))

    def _erased(self, article_id: "ArticleId", backups: Sequence[Path]) -> None:
        self._view.article_gone(article_id)
        self._view.say(tr("Erased: no version of it is left in the workspace.{still_held}", still_held=still_held(backups)))

    def _removed(self, name: str, backups: Sequence[Path]) -> None:
        self._view.base_gone(name)
        self._view.say(
            tr("Removed: nothing of “{name}” is left to be found.{still_held}", name=name, still_held=still_held(backups))
        )

    def _rebuilt(self, state: "IndexState") -> None:
        self._view.say(
            trn("The index is built anew: {n} passage.", "The index is built anew: {n} passages.", state.passages)
            if state.trusted
            else state.words
        )

    def _failed(self, job: Job, desk: "Desk", error: Exception) -> None:
        """A job cut short by a change of settings goes on in the next desk."""
        self._end()
        if isinstance(error, DeskReopened):
            self._waiting.insert(0, job)
            self._desk = None if self._desk is desk else self._desk
        else:
            self._view.report(error)
        self._next()


def still_held(backups: Sequence[Path]) -> str:
    return tr(" These backups still hold it: {name}.", name=", ".join(path.name for path in backups)) if backups else ""


async def pulled_up(knowledge: "Knowledge") -> None:
    """In the desk's thread, like everything that touches a service."""
    knowledge.pause()


def wanted_source(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() in SUFFIXES


def counts(report: ImportReport) -> str:
    """'12 added, 3 changed, 40 unchanged, 1 removed; 210 passages in all, 4 s'. Changes made here count no passages."""
    parts = (
        (report.added, mark("{count} added")),
        (report.changed, mark("{count} changed")),
        (report.renamed, mark("{count} renamed")),
        (report.removed, mark("{count} removed")),
        (report.skipped, mark("{count} held back")),
        (report.unchanged, mark("{count} unchanged")),
    )
    nothing = tr("nothing taken in") if report.failed else tr("nothing to do")
    said = ", ".join(tr(words, count=number(count)) for count, words in parts if count) or nothing
    if not report.passages:
        return said
    return trn(
        "{said}; {n} passage in all, {seconds} s",
        "{said}; {n} passages in all, {seconds} s",
        report.passages,
        said=said,
        seconds=number(report.seconds),
    )
