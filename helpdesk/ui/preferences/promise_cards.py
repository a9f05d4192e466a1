"""The sections about promises, rules and ratings: their cards with what fills them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.events import ChangeTurned
from helpdesk.ui.known_names import known_names
from helpdesk.ui.language import mark
from helpdesk.ui.preferences.calendar_card import CalendarCard
from helpdesk.ui.preferences.calendar_presenter import CalendarPresenter
from helpdesk.ui.preferences.level_card import LevelCard
from helpdesk.ui.preferences.level_presenter import LevelPresenter
from helpdesk.ui.preferences.page import titled
from helpdesk.ui.preferences.ratings_card import RatingsCard
from helpdesk.ui.preferences.rule_card import RuleCard
from helpdesk.ui.preferences.rule_log import RuleLog
from helpdesk.ui.preferences.rule_presenter import RulePresenter
from helpdesk.ui.preferences.which_presenter import WhichPresenter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.events import Event
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext
    from helpdesk.ui.known_names import KnownNames

CHOSEN_FROM = frozenset(("agent", "custom-field", "macro"))
SERVICE_LEVELS, RULES, RATINGS = mark("Service levels"), mark("Rules"), mark("Ratings")


class PromiseCards:
    def __init__(self, context: ScreenContext) -> None:
        self.levels, self.calendars, self.rules = LevelCard(), CalendarCard(), RuleCard()
        self.log, self.ratings = RuleLog(context.bridge, context.delays), RatingsCard(context.bridge)
        self._bridge = context.bridge
        self._desk: Desk | None = None
        self._which = [WhichPresenter(one.which, context.bridge, context.delays) for one in (self.levels, self.rules)]
        self.level_presenter = LevelPresenter(self.levels, context.bridge, self._which[0])
        self.calendar_presenter = CalendarPresenter(self.calendars, context.bridge, self.level_presenter.load)
        self.rule_presenter = RulePresenter(self.rules, context.bridge, self._which[1], self.log.load)
        context.bridge.listen(self._heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.look()
        for part in (self.level_presenter, self.calendar_presenter, self.rule_presenter, self.log, self.ratings):
            part.desk_ready(desk)

    def look(self) -> None:
        """What can be chosen from may be more by now, or less."""
        if self._desk is not None:
            self._bridge.call(partial(known_names, self._desk), self._offer, self.rules.tell)

    def sections(self) -> dict[str, QWidget]:
        """By their marked titles; the card of ratings stands among its settings."""
        return {
            SERVICE_LEVELS: titled(SERVICE_LEVELS, self.levels, self.calendars),
            RULES: titled(RULES, self.rules, self.log),
        }

    def heads(self) -> dict[str, QWidget]:
        """Where the keyboard goes in each."""
        return {SERVICE_LEVELS: self.levels.name, RULES: self.rules.name}

    def _offer(self, names: KnownNames) -> None:
        for which in self._which:
            which.offer(names)
        for card in (self.levels, self.rules):
            card.doing.offer(names)

    def _heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned) and event.facets & CHOSEN_FROM:
            self.look()
