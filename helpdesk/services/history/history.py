"""A trial on the desk's own past: does it work on our tickets? Answered before anything goes live."""

from dataclasses import dataclass

from helpdesk.services.history.drafting import TrialDrafting
from helpdesk.services.history.judging import Judging
from helpdesk.services.history.reading import Reading
from helpdesk.services.history.reporting import Reporting
from helpdesk.services.history.timing import Timing


@dataclass(frozen=True)
class History:
    """In the order of a trial: read the files, draft them all, judge a sample blind, time some, report."""

    reading: Reading
    drafting: TrialDrafting
    judging: Judging
    timing: Timing
    reporting: Reporting
