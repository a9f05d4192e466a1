"""What the desk promises, does by rule, and asks its customers."""

from dataclasses import dataclass

from helpdesk.app.parts import Parts, Publish
from helpdesk.domain.events import Event, ReplyChanged, TicketChanged, TicketReceived, TicketsChanged
from helpdesk.services.changing import Changes
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.learning import Learning
from helpdesk.services.ratings import RatingMail, Ratings
from helpdesk.services.rules import Acting, Rules, calendar_facet, level_facet, rule_facet
from helpdesk.services.service_levels import ServiceLevels

LOOKED_FOR = 10.0
"""Seconds between two looks for what has come due."""

ASKED_EVERY = 60.0
"""Seconds between two looks for customers to ask how it went."""

MOVES = (TicketReceived, TicketChanged, TicketsChanged, ReplyChanged)


@dataclass(frozen=True)
class Promised:
    service_levels: ServiceLevels
    rules: Rules
    ratings: Ratings
    mailing: RatingMail

    def lanes(self) -> list[Lane]:
        return [
            Lane("promises", self.service_levels.next, LOOKED_FOR),
            Lane("rules", self.rules.next, LOOKED_FOR),
            Lane("asking", self.mailing.next, ASKED_EVERY),
        ]


def promised(parts: Parts, publish: Publish, changes: Changes, learning: Learning) -> Promised:
    store, clock, acting = parts.store, parts.clock, Acting(changes, parts.settings)
    changes.register(rule_facet(clock), level_facet(clock), calendar_facet(clock))
    levels = ServiceLevels(store, clock, publish, acting)
    ratings, mailing = Ratings(store, clock, publish, learning.later), RatingMail(store, clock, publish, parts.settings)
    return Promised(levels, Rules(store, clock, publish, acting), ratings, mailing)


def roused(lanes: Lanes, event: Event) -> None:
    """Whatever happens to a ticket may change what it is owed, and may be what a rule waits for."""
    if isinstance(event, MOVES):
        lanes.wake("promises")
        lanes.wake("rules")
