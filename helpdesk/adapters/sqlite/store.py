"""SqliteStore: opened once a process, closed at its end."""

import asyncio
import errno
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import backup, driver, engine, migrations
from helpdesk.adapters.sqlite.activity import SqliteInsights, SqliteLog
from helpdesk.adapters.sqlite.alarms import SqliteAlarms
from helpdesk.adapters.sqlite.arrivals import SqliteArrivals
from helpdesk.adapters.sqlite.articles import SqliteArticles
from helpdesk.adapters.sqlite.assessments import SqliteAssessments
from helpdesk.adapters.sqlite.attachment_words import SqliteAttachmentWords
from helpdesk.adapters.sqlite.auto_replies import SqliteAutoReplies
from helpdesk.adapters.sqlite.certifying import SqliteCertificates, SqliteGoals
from helpdesk.adapters.sqlite.changes import SqliteChanges
from helpdesk.adapters.sqlite.composing import SqliteComposing
from helpdesk.adapters.sqlite.consents import SqliteConsents
from helpdesk.adapters.sqlite.draft_steps import SqliteDraftSteps
from helpdesk.adapters.sqlite.drafts import SqliteDrafts
from helpdesk.adapters.sqlite.engine import Engine
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
from helpdesk.domain.errors import DiskFull, MigrationFailed, ReadOnly, StoreCorrupt, StoreTooNew
from helpdesk.ports import Clock, Records

T = TypeVar("T")

#: A larger file is not read through at every start (it takes minutes); `helpdesk doctor` and every backup do that.
CHECKED_WHOLE = 256 * 1024 * 1024

#: Below this many free bytes a write could fail half way through a checkpoint: say so before.
SPARE = 8 * 1024 * 1024


@dataclass(frozen=True)
class SqliteRecords:
    """All tables behind one connection."""

    tickets: SqliteTickets
    arrivals: SqliteArrivals
    changes: SqliteChanges
    matters: SqliteMatters
    drafts: SqliteDrafts
    steps: SqliteDraftSteps
    outbox: SqliteOutbox
    knowledge: SqliteKnowledge
    runs: SqliteRuns
    articles: SqliteArticles
    removal: SqliteRemoval
    unsaved_edits: SqliteUnsavedEdits
    learned: SqliteLearned
    ticket_vectors: SqliteTicketVectors
    composing: SqliteComposing
    templates: SqliteTemplates
    lists: SqliteLists
    views: SqliteViews
    search: SqliteSearch
    attachment_words: SqliteAttachmentWords
    panel: SqlitePanel
    people: SqlitePeople
    macros: SqliteMacros
    memory: SqliteMemory
    model_figures: SqliteModelFigures
    understandings: SqliteUnderstandings
    intents: SqliteIntents
    history: SqliteHistory
    labels: SqliteLabels
    scorers: SqliteScorers
    goals: SqliteGoals
    assessments: SqliteAssessments
    certificates: SqliteCertificates
    seeds: SqliteTestDrafts
    consents: SqliteConsents
    alarms: SqliteAlarms
    auto_replies: SqliteAutoReplies
    gaps: SqliteGaps
    promises: SqlitePromises
    rules: SqliteRules
    ratings: SqliteRatings
    reading: SqliteReading
    log: SqliteLog
    insights: SqliteInsights
    trends: SqliteTrends
    judged_drafts: SqliteJudgedDrafts
    ticket_export: SqliteTicketExport


class SqliteStore:
    def __init__(self, opened: Engine, clock: Clock, sender: Sender) -> None:
        self._engine = opened
        self._clock = clock
        self._sender = sender

    def _records(self, connection: AsyncConnection) -> Records:
        clock = self._clock
        return SqliteRecords(
            tickets=SqliteTickets(connection, clock),
            arrivals=SqliteArrivals(connection, clock),
            changes=SqliteChanges(connection, clock),
            matters=SqliteMatters(connection),
            drafts=SqliteDrafts(connection, clock),
            steps=SqliteDraftSteps(connection, clock),
            outbox=SqliteOutbox(connection, clock, self._sender),
            knowledge=SqliteKnowledge(connection, clock),
            runs=SqliteRuns(connection, clock),
            articles=SqliteArticles(connection, clock),
            removal=SqliteRemoval(connection, clock),
            unsaved_edits=SqliteUnsavedEdits(connection, clock),
            learned=SqliteLearned(connection, clock),
            ticket_vectors=SqliteTicketVectors(connection),
            composing=SqliteComposing(connection, clock),
            templates=SqliteTemplates(connection, clock),
            lists=SqliteLists(connection),
            views=SqliteViews(connection, clock),
            search=SqliteSearch(connection),
            attachment_words=SqliteAttachmentWords(connection),
            panel=SqlitePanel(connection, clock),
            people=SqlitePeople(connection, clock),
            macros=SqliteMacros(connection, clock),
            memory=SqliteMemory(connection),
            model_figures=SqliteModelFigures(connection, clock),
            understandings=SqliteUnderstandings(connection, clock),
            intents=SqliteIntents(connection, clock),
            history=SqliteHistory(connection, clock),
            labels=SqliteLabels(connection),
            scorers=SqliteScorers(connection),
            goals=SqliteGoals(connection),
            assessments=SqliteAssessments(connection),
            certificates=SqliteCertificates(connection),
            seeds=SqliteTestDrafts(connection, clock),
            consents=SqliteConsents(connection, clock),
            alarms=SqliteAlarms(connection, clock),
            auto_replies=SqliteAutoReplies(connection, clock),
            gaps=SqliteGaps(connection, clock),
            promises=SqlitePromises(connection),
            rules=SqliteRules(connection),
            ratings=SqliteRatings(connection),
            reading=SqliteReading(connection, clock),
            log=SqliteLog(connection, clock),
            insights=SqliteInsights(connection),
            trends=SqliteTrends(connection),
            judged_drafts=SqliteJudgedDrafts(connection),
            ticket_export=SqliteTicketExport(connection),
        )

    async def read(self, work: Callable[[Records], Awaitable[T]]) -> T:
        return await self._engine.read(lambda connection: work(self._records(connection)))

    async def write(self, work: Callable[[Records], Awaitable[T]]) -> T:
        if room(self._engine.path) < SPARE:
            raise DiskFull(self._engine.path)
        return await self._engine.write(lambda connection: work(self._records(connection)))

    async def check(self) -> None:
        await self._engine.read(lambda connection: check(connection, self._engine.path, whole=True))

    async def forget(self) -> None:
        await self._engine.settle()

    async def backup(self, target: str) -> None:
        await asyncio.to_thread(backup.make, self._engine.path, Path(target))


@asynccontextmanager
async def open_store(path: Path, backups: Path, clock: Clock, sender: Sender) -> AsyncIterator[SqliteStore]:
    """Opens, checks and migrates the store.
    Raises DriverTooOld, StoreCorrupt, StoreTooNew, MigrationFailed, ReadOnly, DiskFull."""
    driver.module()
    create(path)
    opened = engine.made(path)
    try:
        await opened.run(opened.writer, lambda connection: check(connection, path, whole=path.stat().st_size <= CHECKED_WHOLE))
        await migrate(opened, backups, clock)
        yield SqliteStore(opened, clock, sender)
    finally:
        await opened.aclose()


def room(path: Path) -> int:
    """Free bytes where the store lies. Raises ReadOnly when its folder is gone."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError as error:
        raise ReadOnly(path) from error


def create(path: Path) -> None:
    """The file with mode 0600 in a folder with mode 0700, before SQLite gives them any other."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else ReadOnly)(path) from error
    if os.name == "posix":
        path.parent.chmod(0o700)
        path.chmod(0o600)


async def check(connection: AsyncConnection, path: Path, *, whole: bool) -> None:
    """Every page of the file, or of one small table alone: whatever is damaged elsewhere is told when it is read."""
    said = await connection.exec_driver_sql("PRAGMA quick_check(5)" if whole else "PRAGMA quick_check(desk)")
    found = [str(row[0]) for row in said]
    if found != ["ok"]:
        raise StoreCorrupt(path, "; ".join(found))


async def migrate(opened: Engine, backups: Path, clock: Clock) -> None:
    """To the newest schema, after a verified backup of the one found."""
    path = opened.path
    found = await opened.run(opened.writer, lambda connection: connection.run_sync(migrations.current))
    if found == migrations.NEWEST:
        return
    if found is not None:
        if not migrations.known(found):
            raise StoreTooNew(path, found, migrations.NEWEST)
        stamp = clock.now().strftime("%Y%m%d-%H%M%S")
        await asyncio.to_thread(backup.make, path, backups / f"before-{migrations.NEWEST}-{stamp}.helpdesk")
    try:
        await opened.run(opened.writer, lambda connection: connection.run_sync(migrations.upgrade))
    except DBAPIError as error:
        raise MigrationFailed(path, str(error.orig)) from error
