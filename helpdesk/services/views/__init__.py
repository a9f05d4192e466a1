"""Lists of tickets, and the views that keep them under a name."""

from helpdesk.services.views.saving import ViewFacet
from helpdesk.services.views.views import Views

__all__ = ["ViewFacet", "Views"]
