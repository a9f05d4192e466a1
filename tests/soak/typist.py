"""`python -m tests.soak.typist WORKSPACE TICKET`: the real window, in which somebody types a reply and a note until killed.

Prints a line a keystroke, `typed KIND LETTERS SECONDS`, and one whenever the window says that it is saved, `saved`.
"""

import sys
import time
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.ids import TicketId
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.ui.inbox.composing.composer import KINDS, Composer, Saved
from helpdesk.ui.inbox.composing.part import ComposerPart
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place

LETTERS = "The quick brown fox jumps over the lazy dog and asks for a return label. "
STROKE_MS = 20
STRETCH, PAUSE_MS = 25, 500
"""So many letters of the reply, a pause for thought, then so many of the note, and so on."""


def text(kind: WritingKind, letters: int) -> str:
    """What stands in an editor after so many keystrokes."""
    whole = (f"{kind.value}: {LETTERS}") * (letters // len(LETTERS) + 1)
    return whole[:letters]


class Typist:
    def __init__(self, run: WindowRun, ticket: TicketId) -> None:
        self._run = run
        self._ticket = ticket
        self._letters = dict.fromkeys(WritingKind, 0)
        self._kinds = cycle(WritingKind)
        self._kind = next(self._kinds)
        self._composer: Composer | None = None
        self._stroke = QTimer(run)
        self._stroke.setInterval(STROKE_MS)
        self._stroke.timeout.connect(self._strike)

    def begin(self) -> None:
        self._run.begin()
        self._wait()

    def _wait(self) -> None:
        """Until the desk is open and the ticket on display."""
        window = self._run.window
        if not hasattr(self._run, "bridge") or not window.open_for_work():
            QTimer.singleShot(20, self._run, self._wait)
            return
        window.go(Place("inbox", ticket_id=self._ticket))
        self._look_for_composer()

    def _look_for_composer(self) -> None:
        (screen,) = self._run.window.findChildren(InboxScreen)
        part = next(placed.part for placed in screen.parts if isinstance(placed.part, ComposerPart))
        if part.presenter.writing is None:
            QTimer.singleShot(20, self._run, self._look_for_composer)
            return
        self._composer = part.composer
        shown = part.composer.show_saved

        def heard(state: Saved) -> None:
            shown(state)
            if state is Saved.SAVED:
                self._print("saved")

        part.composer.show_saved = heard  # type: ignore[method-assign]
        self._stroke.start()

    def _strike(self) -> None:
        composer, kind = self._composer, self._kind
        assert composer is not None
        composer.use(KINDS.index(kind))
        at = self._letters[kind] = self._letters[kind] + 1
        QTest.keyClicks(composer.editor(kind), text(kind, at)[-1])
        self._print(f"typed {kind.value} {at} {time.monotonic()}")
        if at % STRETCH == 0:
            self._kind = next(self._kinds)
            self._stroke.stop()
            QTimer.singleShot(PAUSE_MS, self._stroke, self._stroke.start)

    def _print(self, line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def main() -> int:
    app = QApplication(sys.argv)
    run = WindowRun(app, Workspace(Path(sys.argv[1])))
    typist = Typist(run, TicketId(int(sys.argv[2])))
    typist.begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
