"""`python -m tests.soak.agent_day WORKSPACE HOURS`: the real window, at which somebody works for so many hours, each minute of
them one duty done without a pause. Prints what the process holds after every minute, one line of JSON each."""

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from helpdesk import app
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.draft import WrittenReply
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.ports.writing import WritingTask
from helpdesk.ui.collector import MILLISECONDS, GuiThreadCollector
from tests.soak.agent_hands import Hands
from tests.soak.holdings import held

MOMENT_MS = 12
A_PIECE = 40
PIECE_SECONDS = 0.005
TURNS_A_MINUTE = 60_000 // MILLISECONDS


class StreamingWriter(ExcerptsWriter):
    """Quotes as the writer without a model does, word for word as a model would bring it."""

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        reply = await super().write(task, lambda _: None)
        for end in range(A_PIECE, len(reply.text) + A_PIECE, A_PIECE):
            on_text(reply.text[:end])
            await asyncio.sleep(PIECE_SECONDS)
        return reply


def rest(milliseconds: int = MOMENT_MS) -> None:
    """Lets the window and the desk's thread live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def tidy(run: WindowRun) -> None:
    """What the window puts in order by the clock, it does as often as in a whole minute."""
    collector = run.findChild(GuiThreadCollector)
    assert collector is not None
    for _ in range(TURNS_A_MINUTE):
        collector.collect()


def main() -> int:
    workspace, minutes = Workspace(Path(sys.argv[1])), int(float(sys.argv[2]) * 60)
    app.WRITERS = {**app.WRITERS, "excerpts": lambda _, __: StreamingWriter()}
    application = QApplication(sys.argv[:1])
    run = WindowRun(application, workspace)

    def wear(theme: str) -> None:
        run.apply_settings(replace(run.settings, theme=theme))

    hands = Hands(run.window, rest, wear, workspace.folder.parent)
    run.begin()
    hands.wait(run.window.open_for_work)
    for minute in range(minutes):
        hands.minute(minute)
        rest()
        tidy(run)
        print(json.dumps(held(minute, workspace.store).plain()), flush=True)
    run.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
