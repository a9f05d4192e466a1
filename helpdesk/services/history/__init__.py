"""Trials on old tickets."""

from helpdesk.services.history.drafting import TrialDrafting
from helpdesk.services.history.history import History
from helpdesk.services.history.judging import Judging, Said, Sides
from helpdesk.services.history.proof import Proof
from helpdesk.services.history.reading import Reading
from helpdesk.services.history.rehearsing import Rehearsing
from helpdesk.services.history.reporting import Reporting
from helpdesk.services.history.timing import Timing

__all__ = ["History", "Judging", "Proof", "Reading", "Rehearsing", "Reporting", "Said", "Sides", "Timing", "TrialDrafting"]
