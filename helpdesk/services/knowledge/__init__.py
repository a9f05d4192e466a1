"""Knowledge comes in, is embedded, and the index follows."""

from helpdesk.services.knowledge.knowledge import Knowledge

__all__ = ["Knowledge"]
