"""All tables behind one connection."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.activity import SqliteInsights, SqliteLog
from helpdesk.adapters.sqlite.alarms import SqliteAlarms
from helpdesk.adapters.sqlite.arrivals import SqliteArrivals
from helpdesk.adapters.sqlite.articles import SqliteArticles
from helpdesk.adapters.sqlite.assessments import SqliteAssessments
from helpdesk.adapters.sqlite.attachment_words import SqliteAttachmentWords
from helpdesk.adapters.sqlite.auto_replies import SqliteAutoReplies
from helpdesk.adapters.sqlite.certifying import SqliteCertificates, SqliteGoals
from helpdesk.adapters.sqlite.changes import SqliteChanges
from helpdesk.adapters.sqlite.compared import SqliteCompared
from helpdesk.adapters.sqlite.composing import SqliteComposing
from helpdesk.adapters.sqlite.consents import SqliteConsents
from helpdesk.adapters.sqlite.draft_steps import SqliteDraftSteps
from helpdesk.adapters.sqlite.drafts import SqliteDrafts
from helpdesk.adapters.sqlite.gaps import SqliteGaps
from helpdesk.adapters.sqlite.history import SqliteHistory
from helpdesk.adapters.sqlite.judged_drafts import SqliteJudgedDrafts
from helpdesk.adapters.sqlite.knowledge import SqliteKnowledge
from helpdesk.adapters.sqlite.labels import SqliteLabels
from helpdesk.adapters.sqlite.learned import SqliteLearned
from helpdesk.adapters.sqlite.macros import SqliteMacros
from helpdesk.adapters.sqlite.matters import SqliteMatters
from helpdesk.adapters.sqlite.memory import SqliteMemory
from helpdesk.adapters.sqlite.model_figures import SqliteModelFigures
from helpdesk.adapters.sqlite.outbox import Sender, SqliteOutbox
from helpdesk.adapters.sqlite.panel import SqlitePanel
from helpdesk.adapters.sqlite.people import SqlitePeople
from helpdesk.adapters.sqlite.promises import SqlitePromises
from helpdesk.adapters.sqlite.ratings import SqliteRatings
from helpdesk.adapters.sqlite.reading import SqliteReading
from helpdesk.adapters.sqlite.removing import SqliteRemoval
from helpdesk.adapters.sqlite.rules import SqliteRules
from helpdesk.adapters.sqlite.runs import SqliteRuns
from helpdesk.adapters.sqlite.saved_views import SqliteViews
from helpdesk.adapters.sqlite.scorers import SqliteScorers
from helpdesk.adapters.sqlite.seeding import SqliteTestDrafts
from helpdesk.adapters.sqlite.ticket_export import SqliteTicketExport
from helpdesk.adapters.sqlite.ticket_lists import SqliteLists
from helpdesk.adapters.sqlite.ticket_search import SqliteSearch
from helpdesk.adapters.sqlite.ticket_templates import SqliteTemplates
from helpdesk.adapters.sqlite.ticket_vectors import SqliteTicketVectors
from helpdesk.adapters.sqlite.tickets import SqliteTickets
from helpdesk.adapters.sqlite.trends import SqliteTrends
from helpdesk.adapters.sqlite.understanding import SqliteIntents, SqliteUnderstandings
from helpdesk.adapters.sqlite.unsaved_edits import SqliteUnsavedEdits
from helpdesk.ports import Clock


class SqliteRecords:
    """Each is made when it is first asked for: a transaction touches a few of them."""

    def __init__(self, connection: AsyncConnection, clock: Clock, sender: Sender) -> None:
        self.db, self.clock, self.sender = connection, clock, sender

    tickets = cached_property(lambda at: SqliteTickets(at.db, at.clock))
    arrivals = cached_property(lambda at: SqliteArrivals(at.db, at.clock))
    changes = cached_property(lambda at: SqliteChanges(at.db, at.clock))
    matters = cached_property(lambda at: SqliteMatters(at.db))
    drafts = cached_property(lambda at: SqliteDrafts(at.db, at.clock))
    steps = cached_property(lambda at: SqliteDraftSteps(at.db, at.clock))
    outbox = cached_property(lambda at: SqliteOutbox(at.db, at.clock, at.sender))
    knowledge = cached_property(lambda at: SqliteKnowledge(at.db, at.clock))
    runs = cached_property(lambda at: SqliteRuns(at.db, at.clock))
    articles = cached_property(lambda at: SqliteArticles(at.db, at.clock))
    removal = cached_property(lambda at: SqliteRemoval(at.db, at.clock))
    unsaved_edits = cached_property(lambda at: SqliteUnsavedEdits(at.db, at.clock))
    learned = cached_property(lambda at: SqliteLearned(at.db, at.clock))
    ticket_vectors = cached_property(lambda at: SqliteTicketVectors(at.db))
    composing = cached_property(lambda at: SqliteComposing(at.db, at.clock))
    templates = cached_property(lambda at: SqliteTemplates(at.db, at.clock))
    lists = cached_property(lambda at: SqliteLists(at.db))
    views = cached_property(lambda at: SqliteViews(at.db, at.clock))
    search = cached_property(lambda at: SqliteSearch(at.db))
    attachment_words = cached_property(lambda at: SqliteAttachmentWords(at.db))
    panel = cached_property(lambda at: SqlitePanel(at.db, at.clock))
    people = cached_property(lambda at: SqlitePeople(at.db, at.clock))
    macros = cached_property(lambda at: SqliteMacros(at.db, at.clock))
    memory = cached_property(lambda at: SqliteMemory(at.db))
    model_figures = cached_property(lambda at: SqliteModelFigures(at.db, at.clock))
    understandings = cached_property(lambda at: SqliteUnderstandings(at.db, at.clock))
    intents = cached_property(lambda at: SqliteIntents(at.db, at.clock))
    history = cached_property(lambda at: SqliteHistory(at.db, at.clock))
    labels = cached_property(lambda at: SqliteLabels(at.db))
    scorers = cached_property(lambda at: SqliteScorers(at.db))
    goals = cached_property(lambda at: SqliteGoals(at.db))
    assessments = cached_property(lambda at: SqliteAssessments(at.db))
    certificates = cached_property(lambda at: SqliteCertificates(at.db))
    seeds = cached_property(lambda at: SqliteTestDrafts(at.db, at.clock))
    consents = cached_property(lambda at: SqliteConsents(at.db, at.clock))
    alarms = cached_property(lambda at: SqliteAlarms(at.db, at.clock))
    auto_replies = cached_property(lambda at: SqliteAutoReplies(at.db, at.clock))
    compared = cached_property(lambda at: SqliteCompared(at.db))
    gaps = cached_property(lambda at: SqliteGaps(at.db, at.clock))
    promises = cached_property(lambda at: SqlitePromises(at.db))
    rules = cached_property(lambda at: SqliteRules(at.db))
    ratings = cached_property(lambda at: SqliteRatings(at.db))
    reading = cached_property(lambda at: SqliteReading(at.db, at.clock))
    log = cached_property(lambda at: SqliteLog(at.db, at.clock))
    insights = cached_property(lambda at: SqliteInsights(at.db))
    trends = cached_property(lambda at: SqliteTrends(at.db))
    judged_drafts = cached_property(lambda at: SqliteJudgedDrafts(at.db))
    ticket_export = cached_property(lambda at: SqliteTicketExport(at.db))
