"""How far the desk can be relied on, asked for when somebody looks; and other goals played through."""

from typing import Protocol

from helpdesk.domain.events import DraftDecided, SendingChanged
from helpdesk.domain.standing import DrafterStanding
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.insights import confidence_words as words
from helpdesk.ui.insights.confidence_findings import CONFIDENCE, ConfidenceShown, Found, gathered, shown
from helpdesk.ui.insights.confidence_words import Supposed
from helpdesk.ui.insights.drawing import drawable
from helpdesk.ui.insights.watching import WatchingPresenter
from helpdesk.ui.reason_words import reason_said

SUPPOSE_MS = 250
USUAL = 0.05


class ConfidenceView(Protocol):
    def show_confidence(self, shown: ConfidenceShown) -> None: ...

    def show_supposed(self, supposed: Supposed, how: str) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class ConfidencePresenter(WatchingPresenter):
    def __init__(self, view: ConfidenceView, bridge: Bridge, delays: Delays) -> None:
        super().__init__(bridge, delays, (DraftDecided, SendingChanged))
        self._view = view
        self._asked: Handle | None = None
        self._found: Found | None = None
        self._supposing = delays(SUPPOSE_MS, self._suppose)
        self.writer = ""
        self.alpha = 0.0

    def left(self) -> None:
        super().left()
        self._supposing.stop()

    def load(self) -> None:
        if self._desk is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        desk, writer = self._desk, self.writer
        self._asked = self._bridge.call(
            lambda: drawable(gathered(desk, writer), lambda found: found.judgement), self._came, self._view.show_trouble
        )

    def choose(self, writer: str) -> None:
        if writer != self.writer:
            self.writer = writer
            self.load()

    def suppose(self, alpha: float) -> None:
        """Plays this share through as soon as it stands still; nothing is set by it."""
        self.alpha = alpha
        self._supposing.start()

    def _came(self, found: Found) -> None:
        self._found = found
        said = shown(found)
        self.writer = said.writer
        self._view.show_confidence(said)
        goal = found.standing.goal
        self.alpha = self.alpha or (goal.alpha if goal else USUAL)
        self._suppose()

    def _suppose(self) -> None:
        desk, found = self._desk, self._found
        if desk is None or found is None or found.judgement is None:
            return
        goal, alpha, judgement = found.standing.goal, self.alpha, found.judgement
        delta = goal.delta if goal else CONFIDENCE

        def came(drafters: tuple[DrafterStanding, ...]) -> None:
            if alpha == self.alpha:
                self._view.show_supposed(words.suppose(drafters, judgement, alpha), reason_said(judgement.how))

        self._bridge.call(lambda: desk.certifying.outlook(alpha, delta), came, self._view.show_trouble)
