"""What the desk does by rule."""

from helpdesk.services.rules.acting import Acting
from helpdesk.services.rules.facets import calendar_facet, level_facet, rule_facet
from helpdesk.services.rules.rehearsing import Rehearsal, Rehearsed
from helpdesk.services.rules.rules import Rules

__all__ = ["Acting", "Rehearsal", "Rehearsed", "Rules", "calendar_facet", "level_facet", "rule_facet"]
