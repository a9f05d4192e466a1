"""What is kept beside a conversation, and what wakes tickets."""

from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.app.parts import Parts, Publish
from helpdesk.services.changing import Changes
from helpdesk.services.intake import Intake, Joining
from helpdesk.services.lanes import Lane
from helpdesk.services.ratings import Ratings
from helpdesk.services.ticketing import Bench, Ticketing

LOOKED_FOR = 15.0
"""Seconds between two looks for tickets whose time has come."""


def worked_on(parts: Parts, publish: Publish, changes: Changes) -> Ticketing:
    return Ticketing(Bench(parts.store, changes, parts.clock, publish, parts.settings.agent_name))


def taken_in(parts: Parts, publish: Publish, reader: TicketFiles, ratings: Ratings, ticketing: Ticketing) -> Intake:
    """Snoozed tickets have a say in what a message does to them."""
    asleep = ticketing.sleeping
    joining = Joining(ratings.later.wrote_again, asleep.stays_asleep, asleep.heard, ratings, asleep.answered_beside)
    return Intake(parts.store, parts.clock, publish, reader, joining)


def waking(ticketing: Ticketing) -> Lane:
    return Lane("waking", ticketing.sleeping.wake_due, LOOKED_FOR)
