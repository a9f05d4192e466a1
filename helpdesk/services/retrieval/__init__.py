"""Questions into evidence: both legs' candidates, how they are worded, and what a draft can stand on."""

from helpdesk.services.retrieval.conversation import context_of
from helpdesk.services.retrieval.mixes import MIXES
from helpdesk.services.retrieval.neighbours import with_places
from helpdesk.services.retrieval.retrieval import CANDIDATES, Retrieval

__all__ = ["CANDIDATES", "MIXES", "Retrieval", "context_of", "with_places"]
