"""The desk's table of contents: one field a service, no methods."""

from dataclasses import dataclass

from helpdesk.services.articles import Articles
from helpdesk.services.health import Health
from helpdesk.services.inbox import Inbox
from helpdesk.services.insights import Insights
from helpdesk.services.intake import Intake
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.lanes import Lanes
from helpdesk.services.models import Models
from helpdesk.services.outbox import Outbox
from helpdesk.services.pipeline import Pipeline
from helpdesk.services.retrieval import Retrieval
from helpdesk.services.review import Review
from helpdesk.services.upkeep import Upkeep
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Desk:
    settings: Settings
    intake: Intake
    pipeline: Pipeline
    review: Review
    outbox: Outbox
    inbox: Inbox
    knowledge: Knowledge
    articles: Articles
    models: Models
    retrieval: Retrieval
    insights: Insights
    health: Health
    upkeep: Upkeep
    lanes: Lanes
