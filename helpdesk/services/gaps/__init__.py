"""What the knowledge base lacks, as decisions show it, and proposals to mend it."""

from helpdesk.services.gaps.accepting import Answer, Foreseen
from helpdesk.services.gaps.gaps import Gaps, Looked
from helpdesk.services.gaps.parts import Parts

__all__ = ["Answer", "Foreseen", "Gaps", "Looked", "Parts"]
