"""What the desk promises its customers, and when the desk is open."""

from helpdesk.services.service_levels.calendars import Calendars
from helpdesk.services.service_levels.service_levels import ServiceLevels

__all__ = ["Calendars", "ServiceLevels"]
