"""How long the window ever stands still: a beat in the GUI thread while a draft streams at 50 tokens a second into the review
screen and an import runs, against the same window left alone."""

import os
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import unheard
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings, save
from helpdesk.ui.kit import Place
from tests.benchmarks.importing import ROOT, tree
from tests.fakes.ollama_server.apart import apart

BEAT = 5
"""Milliseconds between two beats."""

QUIET = 10_000
SETTLED = 2_000
LONGER = "Choose the folder [1]. " * 400
"""About half a minute of words."""

A_TOKEN = 0.02
"""Seconds."""

MANUAL = ROOT / "kb" / "using-helpdesk"


def taken_away() -> float:
    """Seconds of all processors that the machine's host gave to others since it started; 0 where that is not told."""
    with suppress(OSError, IndexError, ValueError):
        return int(Path("/proc/stat").read_text().split("\n", 1)[0].split()[8]) / os.sysconf("SC_CLK_TCK")
    return 0.0


class Beats(QObject):
    """How late each beat of the GUI thread came, in seconds, and how much of the machine was taken away meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._late: list[tuple[float, float]] = []
        self._last, self._taken = time.perf_counter(), taken_away()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        self._late.clear()
        self._last, self._taken = time.perf_counter(), taken_away()
        self._timer.start()

    def told(self, when: str) -> str:
        ordered = sorted(self._late)
        p99, _ = ordered[int(0.99 * (len(ordered) - 1))]
        longest, taken = ordered[-1]
        self.begin()
        by_host = f" ({taken * 1000:.0f} ms of the processors taken by the machine's host meanwhile)" if taken else ""
        return f"  {when}: longest {longest * 1000:.0f} ms{by_host}, p99 {p99 * 1000:.0f} ms, {len(ordered)} beats"

    def end(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now, taken = time.perf_counter(), taken_away()
        self._late.append((now - self._last - BEAT / 1000, taken - self._taken))
        self._last, self._taken = now, taken


class Stillness:
    """One run of the real window: the manual is imported, the window is left alone, then a draft streams during an import."""

    def __init__(self, app: QApplication, run: WindowRun, source: Path) -> None:
        self.lines: list[str] = []
        self._app = app
        self._run = run
        self._source = source
        self._beats = Beats()
        self._ready = run.window.desk_ready
        run.window.desk_ready = self._desk_ready  # type: ignore[method-assign]

    def _desk_ready(self, desk: Desk) -> None:
        self._ready(desk)
        first = lambda: desk.knowledge.import_path(MANUAL, None, unheard)  # noqa: E731
        self._run.bridge.call(first, lambda _: self._alone(desk), self._failed)

    def _alone(self, desk: Desk) -> None:
        self._run.window.rooms.go(Place("review"))
        QTimer.singleShot(SETTLED, self._beats.begin)
        QTimer.singleShot(QUIET, lambda: self._at_work(desk))

    def _at_work(self, desk: Desk) -> None:
        self.lines.append(self._beats.told("left alone"))

        asking = lambda: desk.intake.new_ticket("Jo", "jo@example.org", "Import", "How do I import a folder?")  # noqa: E731
        self._run.bridge.call(asking, partial(self._asked, desk), self._failed)

    def _asked(self, desk: Desk, ticket_id: TicketId) -> None:
        self._look(desk, ticket_id)

        async def bring_in() -> int:
            added = (await desk.knowledge.import_path(self._source, None, unheard)).added
            await self._all_in()
            return added

        self._run.bridge.call(bring_in, self._ended, self._failed)

    async def _all_in(self) -> None:
        """What else comes in meanwhile is waited for."""

    def _look(self, desk: Desk, ticket_id: TicketId) -> None:
        """Its draft is seen growing."""
        self._run.window.rooms.go(Place("review", ticket_id=ticket_id))

    def _ended(self, files: int) -> None:
        self.lines.append(self._beats.told(f"while a draft streams and {files} files are imported"))
        self._leave()

    def _failed(self, error: Exception) -> None:
        self.lines.append(f"  could not be measured: {error!r}")
        self._leave()

    def _leave(self) -> None:
        self._beats.end()
        self._app.quit()


def measure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with apart(LONGER, A_TOKEN) as server, tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        folder, source = Path(made) / "desk", tree(Path(made) / "tree", 1)
        folder.mkdir()
        save(folder, Settings(ollama_host=server.host, writer="ollama", draft_when_idle=False))
        run = WindowRun(app, Workspace(folder))
        stillness = Stillness(app, run, source)
        run.begin()
        app.exec()
        run.window.close()
        print("the window's stillness")
        print("\n".join(stillness.lines))
        print(f"  drafts streamed meanwhile: {server.asked()}")
