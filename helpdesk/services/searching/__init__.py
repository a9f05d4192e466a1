"""Search over everything the desk holds."""

from helpdesk.domain.found import ArticleHit, Document, Found, FoundIn, TicketHit
from helpdesk.services.searching.attachments import AttachmentWords
from helpdesk.services.searching.help import QueryWord
from helpdesk.services.searching.searching import Searching

__all__ = ["ArticleHit", "AttachmentWords", "Document", "Found", "FoundIn", "QueryWord", "Searching", "TicketHit"]
