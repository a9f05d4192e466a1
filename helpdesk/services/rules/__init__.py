"""What the desk does by rule."""

from helpdesk.services.rules.acting import Acting
from helpdesk.services.rules.facets import CalendarFacet, LevelFacet, RuleFacet
from helpdesk.services.rules.rehearsing import Rehearsal, Rehearsed
from helpdesk.services.rules.rules import Rules

__all__ = ["Acting", "CalendarFacet", "LevelFacet", "Rehearsal", "Rehearsed", "RuleFacet", "Rules"]
