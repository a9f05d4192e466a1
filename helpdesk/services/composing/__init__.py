"""What an agent writes by hand: kept at every pause, with files, macros and articles put in where the caret is."""

from helpdesk.services.composing.attaching import Attached, Attaching
from helpdesk.services.composing.composing import Composing
from helpdesk.services.composing.forwarding import Forwarding
from helpdesk.services.composing.inserting import ArticleOffer, Inserting, MacroOffer
from helpdesk.services.composing.template_facet import TEMPLATE_FACET
from helpdesk.services.composing.templates import Templates

__all__ = [
    "TEMPLATE_FACET",
    "ArticleOffer",
    "Attached",
    "Attaching",
    "Composing",
    "Forwarding",
    "Inserting",
    "MacroOffer",
    "Templates",
]
