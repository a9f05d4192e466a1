"""Articles as people manage them: history, status, freshness, editing, rolling back, and what stands on them."""

from helpdesk.services.articles.articles import Articles
from helpdesk.services.articles.workbench import Workbench

__all__ = ["Articles", "Workbench"]
