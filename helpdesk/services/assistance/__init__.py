"""Help for the agent beside the draft: other words for a reply, a conversation in short, tickets and articles like this one."""

from helpdesk.services.assistance.assistance import Assistance, SuggestedArticle
from helpdesk.services.assistance.likeness import Likeness, Similar, SimilarTicket
from helpdesk.services.assistance.rewriting import Offer, Rewriting
from helpdesk.services.assistance.summaries import Summaries
from helpdesk.services.assistance.translating import Translated, Translating

__all__ = [
    "Assistance",
    "Likeness",
    "Offer",
    "Rewriting",
    "Similar",
    "SimilarTicket",
    "SuggestedArticle",
    "Summaries",
    "Translated",
    "Translating",
]
