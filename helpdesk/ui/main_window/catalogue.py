"""Every command of the window. Those of a place nobody went to are known too, and its screen is not built for that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.ui.main_window.places import every_intent, every_lead

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.ui.bridge import Bridge, Delays
    from helpdesk.ui.kit.screen import Lead
    from helpdesk.ui.kit.shortcuts import Intent, Shortcuts

LEARN_MS = 2_000
"""After the desk is open: its first list comes first."""


@dataclass(frozen=True)
class Command:
    """`here`: it works on what is on display; else one has to go to the place `area` first."""

    area: str
    intent: Intent
    keys: str
    here: bool

    @property
    def name(self) -> str:
        return f"{self.area}.{self.intent.name}"


class Catalogue:
    def __init__(self, shortcuts: Shortcuts, bridge: Bridge, delays: Delays) -> None:
        self._shortcuts = shortcuts
        self._bridge = bridge
        self.leads: tuple[Lead, ...] = ()
        self._places: dict[str, tuple[Intent, ...]] = {}
        self.learned: Callable[[], object] = lambda: None
        self._learning = delays(LEARN_MS, self._learn)

    def desk_ready(self) -> None:
        if not self._places:
            self._learning.start()

    def here(self) -> list[Command]:
        return [Command(bound.area, bound.intent, bound.shown, here=True) for bound in self._shortcuts.now()]

    def elsewhere(self) -> list[Command]:
        on_display = {bound.area for bound in self._shortcuts.now()}
        return [
            Command(area, intent, self._shortcuts.shown(area, intent), here=False)
            for area, intents in self._places.items()
            for intent in intents
            if area not in on_display and intent.words
        ]

    def act(self, name: str) -> None:
        """Once its place is on display."""
        bound = next((one for one in self._shortcuts.named(name) if one.scope.isVisible()), None)
        if bound is not None:
            bound.act()

    def _learn(self) -> None:
        self._bridge.call(every_intent, self._learned)

    def _learned(self, places: dict[str, tuple[Intent, ...]]) -> None:
        self._places = places
        self._bridge.call(every_lead, self._take_leads)

    def _take_leads(self, leads: tuple[Lead, ...]) -> None:
        self.leads = leads
        self.learned()
