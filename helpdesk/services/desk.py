"""The desk's table of contents: one field a service, no methods."""

from dataclasses import dataclass

from helpdesk.services.alike import Alike
from helpdesk.services.articles import Articles
from helpdesk.services.assistance import Assistance
from helpdesk.services.certifying import Certifying
from helpdesk.services.changing import Changes, Matters
from helpdesk.services.composing import Composing, Forwarding
from helpdesk.services.gaps import Gaps
from helpdesk.services.health import Health
from helpdesk.services.history import History
from helpdesk.services.inbox import Inbox
from helpdesk.services.insights import Insights
from helpdesk.services.intake import Intake
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.lanes import Lanes
from helpdesk.services.learning import Learning
from helpdesk.services.macros import Macros
from helpdesk.services.memory import Memory
from helpdesk.services.model_server import DraftingModels
from helpdesk.services.models import Models
from helpdesk.services.outbox import Outbox
from helpdesk.services.pipeline import Pipeline
from helpdesk.services.proving import Proving
from helpdesk.services.ratings import RatingMail, Ratings
from helpdesk.services.reading import Reading
from helpdesk.services.redacting import Redacting
from helpdesk.services.retrieval import Retrieval
from helpdesk.services.review import Review
from helpdesk.services.rules import Rules
from helpdesk.services.searching import Searching
from helpdesk.services.sending import Sending
from helpdesk.services.service_levels import ServiceLevels
from helpdesk.services.ticketing import Ticketing
from helpdesk.services.understanding import Understanding
from helpdesk.services.upkeep import Upkeep
from helpdesk.services.views import Views
from helpdesk.services.why import Why
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Desk:
    settings: Settings
    intake: Intake
    ticketing: Ticketing
    service_levels: ServiceLevels
    rules: Rules
    ratings: Ratings
    rating_mail: RatingMail
    pipeline: Pipeline
    review: Review
    alike: Alike
    proving: Proving
    outbox: Outbox
    sending: Sending
    certifying: Certifying
    changes: Changes
    views: Views
    searching: Searching
    matters: Matters
    composing: Composing
    forwarding: Forwarding
    inbox: Inbox
    reading: Reading
    knowledge: Knowledge
    articles: Articles
    gaps: Gaps
    models: Models
    drafting_models: DraftingModels
    redacting: Redacting
    understanding: Understanding
    assistance: Assistance
    why: Why
    macros: Macros
    memory: Memory
    learning: Learning
    retrieval: Retrieval
    insights: Insights
    history: History
    health: Health
    upkeep: Upkeep
    lanes: Lanes
