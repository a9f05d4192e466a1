"""What the desk learns of its own decisions: labels, and scorers fitted on them."""

from helpdesk.services.learning.book import ScorerBook
from helpdesk.services.learning.later import Later
from helpdesk.services.learning.learning import Learning, ListedScorer
from helpdesk.services.learning.refitting import Refitting
from helpdesk.services.learning.track import Track

__all__ = ["Later", "Learning", "ListedScorer", "Refitting", "ScorerBook", "Track"]
