"""A trial on old tickets, step by step: what is shown of it, and what happens when a button is pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.errors import NotFound
from helpdesk.domain.events import HistoryChanged
from helpdesk.domain.history import TrialState
from helpdesk.ui import history_words
from helpdesk.ui.insights.watching import WatchingPresenter
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from helpdesk.domain.history import Brought, Difference, TrialRow
    from helpdesk.domain.ids import HistoryId
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.services.history import History
    from helpdesk.ui.bridge import Bridge, Delays, Handle
    from helpdesk.ui.kit.progress_feed import ProgressFeed


class TrialView(Protocol):
    def show_trials(self, rows: Sequence[TrialRow], chosen: TrialRow | None) -> None: ...

    def show_numbers(self, numbers: dict[str, Any]) -> None: ...

    def show_reading(self, progress: Progress) -> None: ...

    def end_reading(self) -> None: ...

    def show_brought(self, done: Brought) -> None: ...

    def say(self, words: str, *, well: bool = True) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class TrialPresenter(WatchingPresenter):
    """One import at a time."""

    def __init__(self, view: TrialView, bridge: Bridge, delays: Delays, feed: ProgressFeed) -> None:
        super().__init__(bridge, delays, (HistoryChanged,))
        self._view = view
        self._feed = feed
        self._history: History | None = None
        self._rows: Sequence[TrialRow] = ()
        self._chosen: HistoryId | None = None
        self._reading: Handle | None = None

    def desk_ready(self, desk: Desk) -> None:
        self._history = desk.history
        super().desk_ready(desk)

    @property
    def row(self) -> TrialRow | None:
        """The trial on display: the chosen one, else the newest."""
        newest = self._rows[0] if self._rows else None
        return next((row for row in self._rows if row.trial.id == self._chosen), newest)

    def load(self) -> None:
        if self._history is not None:
            self._bridge.call(self._history.drafting.rows, self._loaded, self._view.show_trouble)

    def choose(self, number: int) -> None:
        if 0 <= number < len(self._rows):
            self._chosen = self._rows[number].trial.id
            self._loaded(self._rows)

    def read(self, paths: Sequence[Path], us: str) -> None:
        """Into a trial named like the first path."""
        if self._history is None or not paths or self._reading is not None:
            return
        names = us.replace(",", " ").split()
        work = partial(self._history.reading.bring, tuple(paths), paths[0].stem, names, self._feed.report)
        self._reading = PENDING
        handle = self._bridge.call(work, self._brought, self._not_brought)
        if self._reading is PENDING:
            self._reading = handle

    def progressed(self, progress: Progress) -> None:
        if self._reading is not None:
            self._view.show_reading(progress)

    def stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._end_reading()
            self._view.say(tr("Import stopped. Importing the same files again goes on from there."))
            self.load()

    def draft(self) -> None:
        """Begins, or pauses what was begun."""
        if self._history is not None and (row := self.row) is not None:
            drafting = self._history.drafting
            self._do(drafting.pause if row.trial.state is TrialState.DRAFTING else drafting.begin)

    def remove(self) -> None:
        if self._history is not None:
            self._do(self._history.reading.remove)

    def draw(self, size: int) -> None:
        if (history := self._history) is not None:
            self._do(lambda history_id: history.judging.draw(history_id, size), partial(self._drawn, size))

    def save(self, file: Path) -> None:
        if (history := self._history) is not None:
            saved = partial(self._view.say, tr("Report saved: {file}", file=file))
            self._do(lambda history_id: history.reporting.save(history_id, file), lambda _: saved())

    def check(self, file: Path) -> None:
        if (history := self._history) is not None:
            self._bridge.call(lambda: history.reporting.check(file), partial(self._checked, file), self._view.show_trouble)

    def _do(self, work: Callable[[HistoryId], Awaitable[Any]], done: Callable[[Any], object] | None = None) -> None:
        """On the trial on display."""
        if (row := self.row) is not None:
            history_id = row.trial.id
            self._bridge.call(lambda: work(history_id), done or (lambda _: self.load()), self._view.show_trouble, keep=True)

    def _loaded(self, rows: Sequence[TrialRow]) -> None:
        self._rows = rows
        row = self.row
        self._view.show_trials(rows, row)
        if self._history is not None and row is not None and row.trial.state is TrialState.DONE:
            work = partial(self._history.reporting.numbers, row.trial.id, masked=False)
            self._bridge.call(work, self._view.show_numbers, self._not_counted)

    def _not_counted(self, error: Exception) -> None:
        """A trial that was removed meanwhile is no trouble."""
        if not isinstance(error, NotFound):
            self._view.show_trouble(error)

    def _brought(self, done: Brought) -> None:
        self._end_reading()
        self._chosen = done.history_id
        self._view.show_brought(done)
        self.load()

    def _not_brought(self, error: Exception) -> None:
        self._end_reading()
        self._view.show_trouble(error)
        self.load()

    def _end_reading(self) -> None:
        self._reading = None
        self._view.end_reading()

    def _drawn(self, wanted: int, drawn: int) -> None:
        self._view.say(history_words.drawn(wanted, drawn))
        self.load()

    def _checked(self, file: Path, found: Sequence[Difference]) -> None:
        self._view.say(history_words.checked(file.name, found), well=not found)


class Pending:
    """Stands for a call whose handle is not there yet: a bridge may answer before it returns."""

    def cancel(self) -> None:
        return


PENDING = Pending()
