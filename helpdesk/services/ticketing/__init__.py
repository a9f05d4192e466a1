"""Tickets worked on: who has them, when they come back, what belongs to them, and the people who wrote them."""

from helpdesk.services.ticketing.bench import Bench
from helpdesk.services.ticketing.sleeping import Sleeping
from helpdesk.services.ticketing.ticketing import Ticketing

__all__ = ["Bench", "Sleeping", "Ticketing"]
