"""Import runs: what each did to which file, why some failed, and what can be done about it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.events import Event, IndexChanged, KnowledgeChanged
from helpdesk.domain.import_run import RunFile, RunRow
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.knowledge.confirm import Question
from helpdesk.ui.knowledge.history_rows import unfinished
from helpdesk.ui.language import day_and_clock, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.article_history import Impact
    from helpdesk.domain.ids import ImportRunId, KnowledgeBaseId
    from helpdesk.services.desk import Desk

REFRESH_MS = 400
MOST = 200


class RunsView(Protocol):
    def show_runs(self, runs: list[RunRow], chosen: int) -> None: ...

    def show_run(self, run: RunRow | None, files: int | None) -> None:
        """`files` None: not counted yet."""
        ...

    def show_unfinished(self, runs: int) -> None: ...

    def ask(self, question: Question, act: "Callable[[], object]", other: "Callable[[], object] | None" = None) -> None: ...

    def show_runs_trouble(self, error: Exception) -> None: ...

    def say(self, words: str) -> None: ...


class RunsPresenter:
    def __init__(
        self, view: RunsView, runs: PagedModel[RunRow], files: PagedModel[RunFile], bridge: Bridge, delays: Delays
    ) -> None:
        self.run: RunRow | None = None
        self.open = False
        self._view = view
        self._runs = runs
        self._files = files
        self._bridge = bridge
        self._desk: Desk | None = None
        self._kb_id: KnowledgeBaseId | None = None
        self._asked: dict[int, Handle] = {}
        self._refreshing = delays(REFRESH_MS, self._refresh)
        files.page_wanted.connect(self._fetch)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._refresh()

    def within(self, kb_id: "KnowledgeBaseId | None") -> None:
        self._kb_id = kb_id
        if self.open:
            self._refresh()

    def leaves_out(self, kb: str) -> bool:
        """Whether only runs of another base are listed."""
        return self._kb_id is not None and (self.run is None or self.run.kb != kb)

    def enter(self) -> None:
        """The list is on display from now on: it follows what happens."""
        self.open = True
        self._refresh()

    def leave(self) -> None:
        self.open = False

    def choose(self, row: int) -> None:
        run = self._runs.row(row)
        if run is not None:
            self._show(run)

    def save_report(self, file: Path) -> None:
        run, desk = self.run, self._desk
        if run is not None and desk is not None:
            work = partial(desk.knowledge.save_report, run.id, file)
            self._bridge.call(
                work,
                lambda _: self._view.say(tr("Report saved to {file}.", file=file)),
                self._view.show_runs_trouble,
                keep=True,
            )

    def ask_to_roll_back(self, act: "Callable[[], object]") -> None:
        run, desk = self.run, self._desk
        if run is None or desk is None:
            return

        def ask(impacts: "Sequence[Impact]") -> None:
            words = tr(
                "What the run of {started_at} did to “{kb}” is undone: added articles go, changed and removed ones "
                "come back. Files in the folder stay as they are, held back until they change.",
                started_at=day_and_clock(run.started_at),
                kb=run.kb,
            )
            self._view.ask(Question(tr("Roll this run back?"), words, tr("Roll back"), impacts), act)

        self._bridge.call(lambda: desk.articles.impact_of_run(run.id), ask, self._view.show_runs_trouble)

    def heard(self, event: Event) -> None:
        if isinstance(event, KnowledgeChanged | IndexChanged):
            self._refreshing.start()

    def _refresh(self) -> None:
        if self._desk is not None:
            work = partial(self._desk.knowledge.runs, self._kb_id if self.open else None, MOST)
            self._bridge.call(work, self._take, self._view.show_runs_trouble)

    def _take(self, runs: list[RunRow]) -> None:
        self._view.show_unfinished(sum(unfinished(run) for run in runs))
        if not self.open:
            return
        self._runs.fill(runs)
        chosen = next((n for n, run in enumerate(runs) if self.run is not None and run.id == self.run.id), 0 if runs else -1)
        self._view.show_runs(runs, chosen)
        if chosen >= 0:
            self._show(runs[chosen])
        else:
            self.run = None
            self._view.show_run(None, None)

    def _show(self, run: RunRow) -> None:
        moved = self.run is None or self.run.id != run.id
        self.run = run
        self._view.show_run(run, None)
        for handle in self._asked.values():
            handle.cancel()
        self._asked.clear()
        self._files.restart() if moved else self._files.refresh()

    def _fetch(self, offset: int, limit: int) -> None:
        run, desk = self.run, self._desk
        if run is not None and desk is not None:
            self._asked[offset] = self._bridge.call(
                lambda: desk.knowledge.run_files(run.id, offset, limit),
                partial(self._take_files, run.id, offset),
                partial(self._missed, offset),
            )

    def _take_files(self, run_id: "ImportRunId", offset: int, page: tuple[list[RunFile], int]) -> None:
        rows, total = page
        self._asked.pop(offset, None)
        if self.run is not None and self.run.id == run_id:
            self._files.put(offset, rows, total)
            self._view.show_run(self.run, total)

    def _missed(self, offset: int, error: Exception) -> None:
        self._asked.pop(offset, None)
        self._files.gave_up(offset)
        self._view.show_runs_trouble(error)
