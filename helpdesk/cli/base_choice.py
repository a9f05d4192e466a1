"""Which knowledge base a command means."""

from helpdesk.domain.article import KnowledgeBase
from helpdesk.domain.errors import NotFound
from helpdesk.services.desk import Desk


async def base_of(desk: Desk, name: str) -> KnowledgeBase:
    """Raises NotFound."""
    for base in await desk.knowledge.bases():
        if base.name == name:
            return base
    raise NotFound("knowledge base", name)
