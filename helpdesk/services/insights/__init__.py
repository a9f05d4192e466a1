"""The desk in numbers: today, over weeks, how far its confidence can be relied on, and all of it to take away."""

from helpdesk.services.insights.insights import Insights

__all__ = ["Insights"]
