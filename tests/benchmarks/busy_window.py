"""How long the window ever stands still over a desk of many tickets: its list is flung about while a draft streams, a folder of
articles is imported and mails come in."""

import asyncio
import os
import random
import sys
import tempfile
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from helpdesk.adapters.sqlite import store
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.domain.ids import TicketId
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings, save
from helpdesk.ui.kit import Place
from tests.benchmarks.importing import tree
from tests.benchmarks.many_tickets import filled
from tests.benchmarks.window import A_TOKEN, LONGER, QUIET, SETTLED, Stillness
from tests.fakes.ollama_server.apart import apart

MAILS = 200
FLING = 120
"""Milliseconds between two jumps of the list."""


class Busy(Stillness):
    """The inbox is on display, on all tickets, and jumps to a row anywhere again and again."""

    def __init__(self, app: QApplication, run: WindowRun, source: Path, drop: Path) -> None:
        super().__init__(app, run, source)
        self._drop = drop
        ready = drop.with_name("mails")
        ready.mkdir()
        drop.mkdir()
        self._ready_mails = [ready / f"m{number}.eml" for number in range(MAILS)]
        for number, path in enumerate(self._ready_mails):
            path.write_bytes(mail(number))
        self._chance = random.Random(4)
        self._flinging = QTimer(self._beats, interval=FLING)
        self._flinging.timeout.connect(self._fling)

    def _alone(self, desk: Desk) -> None:
        self._run.window.rooms.go(Place("inbox"))
        QTimer.singleShot(SETTLED, self._beats.begin)
        QTimer.singleShot(QUIET, lambda: self._at_work(desk))

    def _at_work(self, desk: Desk) -> None:
        """What is measured is the desk, not the writing of its mails nor the finding of its list: two mails that lie ready come
        with each jump."""
        lists = [one for one in self._run.window.findChildren(QAbstractItemView) if one.isVisible()]
        self._list = max(lists, key=lambda one: one.model().rowCount())
        self._flinging.start()
        super()._at_work(desk)

    def _look(self, desk: Desk, ticket_id: TicketId) -> None:
        """The inbox stays on display; the draft is written first all the same."""
        desk.pipeline.look(ticket_id)

    async def _all_in(self) -> None:
        """A mail that came in is set aside."""
        while self._ready_mails or any(self._drop.glob("*.eml")):
            await asyncio.sleep(0.1)

    def _leave(self) -> None:
        self._flinging.stop()
        super()._leave()

    def _fling(self) -> None:
        for ready in self._ready_mails[-2:]:
            ready.rename(self._drop / ready.name)
        del self._ready_mails[-2:]
        rows = self._list.model().rowCount()
        self._list.scrollTo(self._list.model().index(self._chance.randrange(rows), 0))


def mail(number: int) -> bytes:
    said = EmailMessage()
    said["From"], said["To"] = f"Customer {number} <c{number}@customers.example>", "desk@example.org"
    said["Subject"], said["Message-ID"] = f"Question {number}", f"<bench-{number}@customers.example>"
    said.set_content("How do I import a folder? It does not work as I expected.\n" * 5)
    return said.as_bytes()


async def empty(workspace: Workspace) -> None:
    async with store.open_store(workspace.store, workspace.backups, SystemClock(), Sender("a", "b")):
        pass


def measure(tickets: int, kept: Path | None = None) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with apart(LONGER, A_TOKEN) as server, tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        folder, drop = Path(made) / "desk", Path(made) / "drop"
        folder.mkdir()
        save(folder, Settings(ollama_host=server.host, writer="ollama", draft_when_idle=False, drop_folder=str(drop)))
        asyncio.run(empty(Workspace(folder)))
        filled(Workspace(folder).store, tickets, kept)
        run = WindowRun(app, Workspace(folder))
        busy = Busy(app, run, tree(Path(made) / "tree", 1), drop)
        run.begin()
        app.exec()
        run.window.close()
        print(f"the window's stillness over {tickets:,} tickets, its list flung about while {MAILS} mails come in")
        print("\n".join(busy.lines))
