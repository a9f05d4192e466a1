"""What rules did, newest first, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.domain.events import RuleRan
from helpdesk.ui import change_words
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.keyed_list import KeyedList
from helpdesk.ui.preferences.saying_card import SayingCard
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


class RuleLog(SayingCard):
    def __init__(self, bridge: Bridge, delays: Delays) -> None:
        super().__init__()
        self._bridge = bridge
        self._desk: Desk | None = None
        self._runs: dict[int, RuleRun] = {}
        self.listing: KeyedList[int] = KeyedList(tr("What rules did"))
        self.listing.setFixedHeight(HEIGHT)
        self.undo = button(tr("Take back"), "quiet", name=tr("Take back what the chosen run changed"))
        self._nothing = Label(tr("No rule has done anything yet."), "muted")
        self._place(row(Label(tr("What rules did"), "section"), None, self.undo), self._nothing, self.listing)
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
            self._bridge.call(self._desk.rules.log, self._show, self.tell)

    def take_back(self) -> None:
        desk, number = self._desk, self.listing.chosen()
        if desk is not None and number:
            self._bridge.call(lambda: desk.rules.undo(number), self._undone, self.tell, keep=True)

    def _show(self, runs: Sequence[RuleRun]) -> None:
        self._runs = {run.id: run for run in runs}
        self.listing.show_lines([(run.id, run_words(run)) for run in runs], self.listing.chosen())
        self._nothing.setVisible(not runs)
        self._weigh()

    def _weigh(self) -> None:
        run = self._runs.get(self.listing.chosen() or 0)
        self.undo.setEnabled(run is not None and bool(run.operation) and run.undone_at is None)

    def _undone(self, undone: Undone) -> None:
        self.say(change_words.undone_words(undone), well=True)
        self.load()
