"""Every change of a ticket goes through here, so that each can be taken back."""

from helpdesk.services.changing.changes import Changes
from helpdesk.services.changing.facets import Facets, KeyedFacet
from helpdesk.services.changing.matters import Matters

__all__ = ["Changes", "Facets", "KeyedFacet", "Matters"]
