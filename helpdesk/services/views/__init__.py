"""Lists of tickets, and the views that keep them under a name."""

from helpdesk.services.views.saving import VIEW_FACET
from helpdesk.services.views.views import Views
from helpdesk.services.views.ways import Way

__all__ = ["VIEW_FACET", "Views", "Way"]
