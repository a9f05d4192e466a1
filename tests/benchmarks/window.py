"""How long the window ever stands still: a beat in the GUI thread while a draft streams at 50 tokens a second into the review
screen and an import runs, against the same window left alone."""

import os
import sys
import tempfile
import time
from pathlib import Path

from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings, save
from tests.benchmarks.importing import ROOT, tree
from tests.fakes.ollama_server.beside import beside

BEAT = 5
"""Milliseconds between two beats."""

QUIET = 10_000
LONGER = "Choose the folder [1]. " * 400
"""About half a minute of words."""

MANUAL = ROOT / "kb" / "using-helpdesk"


def measure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from helpdesk.gui import WindowRun
    from helpdesk.ui.kit import Place

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    late: list[float] = []
    said: list[str] = []
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        late.append(now - last[0] - BEAT / 1000)
        last[0] = now

    def told(of: str) -> None:
        ordered = sorted(late)
        p99 = ordered[int(0.99 * (len(ordered) - 1))]
        said.append(f"  {of}: longest {ordered[-1] * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, {len(late)} beats")
        late.clear()
        last[0] = time.perf_counter()

    with beside() as server, tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        server.says(LONGER)
        server.seconds_between = 0.02
        folder, source = Path(made) / "desk", tree(Path(made) / "tree", 1)
        folder.mkdir()
        save(folder, Settings(ollama_host=server.host, writer="ollama", draft_when_idle=False))
        run = WindowRun(app, Workspace(folder))
        timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
        timer.timeout.connect(beat)
        ready = run.window.desk_ready

        def desk_ready(desk: Desk) -> None:
            ready(desk)
            run.bridge.call(lambda: desk.knowledge.import_path(MANUAL, None, unheard), lambda _: begin(desk), failed)

        def begin(desk: Desk) -> None:
            late.clear()
            last[0] = time.perf_counter()
            timer.start()
            QTimer.singleShot(QUIET, lambda: work(desk))

        def work(desk: Desk) -> None:
            told("left alone")

            async def both() -> int:
                ticket_id = await desk.intake.new_ticket("Jo", "jo@example.org", "Import", "How do I import a folder?")
                desk.pipeline.look(ticket_id)
                return (await desk.knowledge.import_path(source, None, unheard)).added

            run.bridge.call(both, ended, failed)
            QTimer.singleShot(500, lambda: run.window.rooms.go(Place("review")))

        def ended(files: int) -> None:
            told(f"while a draft streams and {files} files are imported")
            app.quit()

        def failed(error: Exception) -> None:
            said.append(f"  could not be measured: {error!r}")
            app.quit()

        run.window.desk_ready = desk_ready  # type: ignore[method-assign]
        run.begin()
        app.exec()
        timer.stop()
        run.window.close()
        print("the window's stillness")
        print("\n".join(said))
        print(f"  drafts streamed meanwhile: {len(server.requests)}")
