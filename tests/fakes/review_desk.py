"""A desk to review on: the real store and the real review service, with tickets, drafts and an article put there by a test."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from helpdesk.adapters.channels.originals import OriginalMails
from helpdesk.adapters.mail_html import MailHtml
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.saved_files import SavedFiles
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.adapters.stop_file import StopFile
from helpdesk.domain.article import ArticleText, Audience, KnowledgeBase, ReadArticle, ReadPassage
from helpdesk.domain.conversation import Conversation, IncomingMessage, MessageKind, OutboxEntry
from helpdesk.domain.draft import Citation, Fingerprint, Reason, Route, Verdict, WrittenReply
from helpdesk.domain.events import DraftReady, Event, TicketReceived
from helpdesk.domain.ids import ArticleId, DraftId, PassageId, RevisionId, TicketId
from helpdesk.domain.import_run import RunKind
from helpdesk.domain.ticket import ChannelName
from helpdesk.services.alike import Alike
from helpdesk.services.certifying import Consequences, Weigher
from helpdesk.services.inbox import Inbox
from helpdesk.services.learning import ScorerBook
from helpdesk.services.pipeline import Outlook
from helpdesk.services.proving import Proving
from helpdesk.services.reading import Reading
from helpdesk.services.review import Review
from helpdesk.services.seeding import Seeding
from helpdesk.services.sending import Brake, ClockWatch, Gate, Leaving, Sending, Signing
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

SOURCE = """# Returns and refunds

Anything bought in our shop can be sent back.

## How long

You can return any article within 30 days of delivery.
Opened software is excluded.

## How the money comes back

Refunds reach your account within 5 working days
after the parcel arrived at our warehouse.
"""
FINGERPRINT = Fingerprint("excerpts", "", "excerpts-1", "built-in-1", "markdown-1", "prior-1")
REPLY = "Hello Ana,\n\nYou can return any article within 30 days of delivery. [1]\n\nKind regards"
GOOD = Reason("covered", "The passage answers every question in the message", 1.2)
BAD = Reason("vague", "The message is short on detail", -0.7)


@dataclass
class Asked:
    """A customer's message and the draft that answers it."""

    subject: str = "Can I send it back?"
    body: str = "Hello, the lamp I bought does not fit. Can I still return it?"
    name: str = "Ana Ruiz"
    email: str = "ana@customers.example"
    text: str = REPLY
    score: float = 0.72
    minutes_ago: int = 20
    reasons: tuple[Reason, ...] = (GOOD, BAD)
    writer: Fingerprint = FINGERPRINT
    citations: bool = True
    missing: str = ""
    improvable: bool = False


class StoredRequests:
    """What the review screen asks of the pipeline, answered by the store."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self.looked_at: list[TicketId | None] = []
        self.stopped: list[DraftId] = []
        self.writing: DraftId | None = None
        self.paused = ""

    async def outlook(self) -> Outlook:
        waiting = len(await self._store.read(lambda r: r.drafts.requested(1000)))
        return Outlook(waiting, 40.0 * waiting, self.paused if waiting else "")

    def look(self, ticket_id: TicketId | None) -> None:
        self.looked_at.append(ticket_id)

    def stop(self, draft_id: DraftId) -> bool:
        self.stopped.append(draft_id)
        return draft_id == self.writing


class StoredKnowledge:
    """What the review screen asks of the knowledge service, answered by the store."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    async def bases(self) -> list[KnowledgeBase]:
        return await self._store.read(lambda r: r.knowledge.bases())

    async def article(self, article_id: ArticleId, revision: RevisionId | None = None) -> ArticleText:
        return await self._store.read(lambda r: r.articles.opened(article_id, revision))


@dataclass
class ReviewDesk:
    store: SqliteStore
    clock: FixedClock
    publish: Callable[[Event], None]
    settings: Settings
    article: ArticleText | None = None
    received: int = 0
    settings_of_colleague: Settings = field(default_factory=lambda: Settings(agent_name="Kim"))
    stop: Path = Path("nobody-pulled-it")

    @property
    def review(self) -> Review:
        return Review(self.store, self.clock, self.publish, self.settings, self.proving, self.consequences)

    @property
    def alike(self) -> Alike:
        return Alike(self.store, self.clock, self.settings, self.review)

    @property
    def consequences(self) -> Consequences:
        weigher = Weigher(self.clock, ScorerBook())
        return Consequences(self.clock, self.publish, weigher, Seeding(self.settings), "Agent\nOur team")

    @property
    def reading(self) -> Reading:
        worker = WorkerProcess("viewer-of-tests")  # nobody asks it for anything here, so it is never started
        return Reading(
            self.store, self.publish, self.settings.agent_name, OriginalMails(worker), MailHtml(worker), SavedFiles()
        )

    @property
    def proving(self) -> Proving:
        return Proving(self.store, self.settings)

    @property
    def colleague(self) -> Review:
        """The same queue, as another agent sees it."""
        return Review(self.store, self.clock, self.publish, self.settings_of_colleague, self.proving)

    def as_desk(self) -> "Desk":
        parts = SimpleNamespace(
            settings=self.settings,
            review=self.review,
            alike=self.alike,
            proving=self.proving,
            pipeline=StoredRequests(self.store),
            knowledge=StoredKnowledge(self.store),
            articles=StoredKnowledge(self.store),
            inbox=Inbox(self.store, self.clock, self.publish, self.settings),
            sending=self.sending,
            reading=self.reading,
        )
        return cast("Desk", parts)

    @property
    def sending(self) -> Sending:
        gate = Gate(self.clock, self.settings, StopFile(self.stop), ClockWatch(self.clock))
        leaving = Leaving(self.store, gate, self.publish)
        brake = Brake(self.store, gate, leaving, self.publish)
        return Sending(self.store, gate, leaving, brake, Signing(self.clock), self.publish)

    async def learn(self, source: str = SOURCE) -> ArticleText:
        """Puts the returns article there."""
        passage = ReadPassage("How long", "You can return any article within 30 days of delivery.", (7, 8), 12)
        read = ReadArticle(
            "policies/returns.md", "Returns and refunds", source, "hash-1", Audience.PUBLIC, "en", (), (passage,)
        )

        async def work(records: Any) -> ArticleText:
            kb = await records.knowledge.base("shop", "/kb/shop")
            run = await records.runs.begin(kb, "/kb/shop", RunKind.IMPORT, "")
            (stored,) = await records.knowledge.put_articles(kb, run, [read], "markdown-1")
            return cast("ArticleText", await records.articles.opened(stored.article_id))

        self.article = await self.store.write(work)
        return self.article

    async def ask(self, asked: Asked | None = None) -> tuple[TicketId, DraftId]:
        """A ticket arrives and is drafted."""
        wanted = asked or Asked()
        ticket_id = await self.receive(wanted)
        return ticket_id, await self.draft(ticket_id, wanted)

    async def receive(self, asked: Asked, channel: ChannelName = ChannelName.BY_HAND) -> TicketId:
        self.received += 1
        at = self.clock.now() - timedelta(minutes=asked.minutes_ago)
        source = f"test-{self.received}"
        message = IncomingMessage(channel, source, asked.name, asked.email, asked.subject, asked.body, at)
        ticket_id, _ = await self.store.write(lambda r: r.tickets.receive(message))
        self.publish(TicketReceived(ticket_id))
        return ticket_id

    async def draft(self, ticket_id: TicketId, asked: Asked) -> DraftId:
        draft_id = await self.store.write(lambda r: r.drafts.request(ticket_id))
        await self.answer(draft_id, asked)
        self.publish(DraftReady(draft_id, ticket_id))
        return draft_id

    async def answer(self, draft_id: DraftId, asked: Asked) -> None:
        """The writer is done with a requested draft."""
        reply, verdict = await self._written(asked)
        away = asked.improvable
        await self.store.write(lambda r: r.drafts.answered(draft_id, reply, verdict, asked.writer, improvable=away))

    async def improve(self, draft_id: DraftId, asked: Asked) -> None:
        """The model is back and writes it anew."""
        reply, verdict = await self._written(asked)
        now, before = self.clock.now(), (await self.review.open(draft_id)).draft
        await self.store.write(lambda r: r.drafts.improved(before, reply, verdict, asked.writer, now))
        self.publish(DraftReady(draft_id, before.ticket_id))

    async def _written(self, asked: Asked) -> tuple[WrittenReply, Verdict]:
        cited = (await self.citation(),) if asked.citations else ()
        missing = bool(asked.missing)
        reply = WrittenReply(asked.text, cited, missing, asked.missing, True, asked.writer.writer, "", "")
        route = Route.REVIEW if asked.score >= self.settings.review_line else Route.ESCALATE
        return reply, Verdict(asked.score, route, asked.reasons, {"coverage": asked.score}, ())

    async def citation(self) -> Citation:
        article = self.article or await self.learn()
        return Citation(
            1,
            article.id,
            RevisionId(article.revision_id),
            PassageId(1),
            article.path,
            article.title,
            "How long",
            (7, 8),
            "You can return any article within 30 days of delivery.",
        )

    async def say(self, ticket_id: TicketId, kind: MessageKind, body: str, author: str = "Kim") -> None:
        await self.store.write(lambda r: r.tickets.add_message(ticket_id, kind, author, body))

    async def outbox(self) -> Sequence[OutboxEntry]:
        return await self.store.read(lambda r: r.outbox.listed(50))

    async def conversation(self, ticket_id: TicketId) -> Conversation:
        return await self.store.read(lambda r: r.tickets.conversation(ticket_id))

    def later(self, **by: float) -> datetime:
        self.clock.advance(**by)
        return self.clock.now()


@asynccontextmanager
async def review_desk(
    folder: Path, publish: Callable[[Event], None], settings: Settings | None = None
) -> AsyncIterator[ReviewDesk]:
    clock = FixedClock()
    async with open_store(folder / "desk.sqlite3", folder / "backups", clock, Sender("Ada Agent", "desk.example")) as store:
        yield ReviewDesk(store, clock, publish, settings or Settings())
