"""What rules did, newest first, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from helpdesk.domain.events import RuleRan
from helpdesk.ui import change_words, theme, wording
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import tr
from helpdesk.ui.rule_words import run_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.change import Undone
    from helpdesk.domain.events import Event
    from helpdesk.domain.rule import RuleRun
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays

HEIGHT = 140
REFRESH_MS = 1000


class RuleLog(QFrame):
    def __init__(self, bridge: Bridge, delays: Delays) -> None:
        super().__init__()
        self._bridge = bridge
        self._desk: Desk | None = None
        self._runs: dict[int, RuleRun] = {}
        self.listing = QListWidget()
        self.listing.setAccessibleName(tr("What rules did"))
        self.listing.setFixedHeight(HEIGHT)
        self.undo = button(tr("Take back"), "quiet", name=tr("Take back what the chosen run changed"))
        self._said = Label("", wraps=True, selectable=True)
        self._nothing = Label(tr("No rule has done anything yet."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(Label(tr("What rules did"), "section"), None, self.undo))
        for part in (self._nothing, self.listing, self._said):
            layout.addWidget(part)
        self._said.hide()
        self.listing.hide()
        theme.dress(self, "card")
        self._later = delays(REFRESH_MS, self.load)
        self.listing.currentRowChanged.connect(lambda _: self._weigh())
        self.undo.clicked.connect(self.take_back)
        self._weigh()
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.load()

    def heard(self, event: Event) -> None:
        if isinstance(event, RuleRan):
            self._later.start()

    def load(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.rules.log, self._show, self._failed)

    def take_back(self) -> None:
        desk, number = self._desk, self._chosen()
        if desk is not None and number:
            self._bridge.call(lambda: desk.rules.undo(number), self._undone, self._failed, keep=True)

    def words(self) -> str:
        """What became of the last undo."""
        return self._said.text()

    def _show(self, runs: Sequence[RuleRun]) -> None:
        chosen = self._chosen()
        self._runs = {run.id: run for run in runs}
        self.listing.clear()
        for run in runs:
            entry = QListWidgetItem(run_words(run))
            entry.setData(Qt.ItemDataRole.UserRole, run.id)
            self.listing.addItem(entry)
            if run.id == chosen:
                self.listing.setCurrentItem(entry)
        self.listing.setVisible(bool(runs))
        self._nothing.setVisible(not runs)
        self._weigh()

    def _chosen(self) -> int:
        entry = self.listing.currentItem()
        return int(entry.data(Qt.ItemDataRole.UserRole)) if self.listing.currentRow() >= 0 else 0

    def _weigh(self) -> None:
        run = self._runs.get(self._chosen())
        self.undo.setEnabled(run is not None and bool(run.operation) and run.undone_at is None)

    def _undone(self, undone: Undone) -> None:
        self._say(change_words.undone_words(undone), "good")
        self.load()

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._say(f"{said.title}. {said.sentence}", "poor")

    def _say(self, words: str, role: str) -> None:
        theme.dress(self._said, role)
        self._said.say(words)
        self._said.show()
