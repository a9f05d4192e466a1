"""Long work on the knowledge: imports and rebuilding the index, one after the other, each with progress and a way to stop."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Progress
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.kit.progress_feed import ProgressFeed

if TYPE_CHECKING:
    from helpdesk.ports import IndexState
    from helpdesk.services.desk import Desk

SUFFIXES = (".md", ".markdown", ".zip")


class JobsView(Protocol):
    def show_job_progress(self, progress: Progress) -> None: ...

    def end_job(self) -> None: ...

    def show_import_reports(self, reports: Sequence[tuple[Path, ImportReport]]) -> None:
        """Of every source since the work began."""
        ...

    def say(self, words: str) -> None: ...

    def report(self, error: Exception) -> None: ...


class JobsPresenter:
    """Sources given while another is read wait for their turn. Stopping keeps what was finished."""

    def __init__(self, view: JobsView, bridge: Bridge, feed: ProgressFeed) -> None:
        self._view = view
        self._bridge = bridge
        self._feed = feed
        self._desk: Desk | None = None
        self._busy = False
        self._running: Handle | None = None
        self._waiting: list[tuple[Path, str | None]] = []
        self._reports: list[tuple[Path, ImportReport]] = []

    @property
    def busy(self) -> bool:
        return self._busy

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._next()

    def import_paths(self, paths: Sequence[Path], kb: str | None = None) -> None:
        """`kb` None lets the source say where it belongs."""
        known = [path for path, _ in self._waiting]
        self._waiting.extend((path, kb) for path in paths if path not in known)
        self._next()

    def reindex(self) -> None:
        if self._desk is not None and not self._busy:
            self._start(Progress(0, None, "Building the index anew"))
            self._call(self._bridge.call(partial(self._desk.knowledge.reindex, self._feed.report), self._rebuilt, self._failed))

    def cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._waiting.clear()
            self._reports.clear()
            self._end()
            self._view.say("Stopped. What was finished stays; doing it again goes on from there.")

    def progressed(self, progress: Progress) -> None:
        if self._busy:
            self._view.show_job_progress(progress)

    def _next(self) -> None:
        if self._desk is None or self._busy:
            return
        if not self._waiting:
            self._reports.clear()
            return
        path, kb = self._waiting.pop(0)
        self._start(Progress(0, None, f"Reading {path.name}"))
        work = partial(self._desk.knowledge.import_path, path, kb, self._feed.report)
        self._call(self._bridge.call(work, partial(self._imported, path), self._failed))

    def _start(self, progress: Progress) -> None:
        self._busy = True
        self._view.show_job_progress(progress)

    def _call(self, handle: Handle) -> None:
        # A bridge may have answered before it returned: then there is nothing left to stop.
        self._running = handle if self._busy else None

    def _end(self) -> None:
        self._busy = False
        self._running = None
        self._view.end_job()

    def _imported(self, source: Path, report: ImportReport) -> None:
        self._end()
        self._reports.append((source, report))
        self._view.show_import_reports(tuple(self._reports))
        self._next()

    def _rebuilt(self, state: "IndexState") -> None:
        self._end()
        self._view.say(f"The index is built anew: {state.passages:,} passages." if state.trusted else state.words)
        self._next()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._view.report(error)
        self._next()


def wanted_source(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() in SUFFIXES


def counts(report: ImportReport) -> str:
    """'12 added, 3 changed, 40 unchanged, 1 removed; 210 passages in all, 4 s'."""
    parts = {"added": report.added, "changed": report.changed, "removed": report.removed, "unchanged": report.unchanged}
    said = ", ".join(f"{number:,} {name}" for name, number in parts.items() if number) or "nothing to do"
    return f"{said}; {report.passages:,} passages in all, {report.seconds:.0f} s"
