"""A folder of articles, imported into a desk, and an agent who looks after them."""

from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex
from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.markdown_articles.saving import ArticleFolder
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.article import ArticleFilter, ArticleRow
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import Citation, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.events import Event
from helpdesk.domain.ids import ArticleId, DraftId, ImportRunId, PassageId, RevisionId
from helpdesk.domain.progress import unheard
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.articles import Articles, Workbench
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.proving import Proving
from helpdesk.services.review import Review
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock

BUILT_IN = "helpdesk.adapters.embedders.built_in:BuiltInEmbedder"
RESET = "# Reset a password\n\nOpen Settings and choose Security.\n\nThen press Reset.\n"
REFUNDS = "# Refunds\n\nWe refund within fourteen days.\n"


@dataclass
class Library:
    """A folder of articles, imported into a desk."""

    knowledge: Knowledge
    articles: Articles
    store: SqliteStore
    clock: FixedClock
    folder: Path
    index: LocalIndex
    heard: list[Event] = field(default_factory=list)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    async def bring(self, path: Path | None = None, kb: str | None = None) -> ImportRunId:
        self.clock.advance(minutes=1)
        return (await self.knowledge.import_path(path or self.folder, kb, unheard)).run_id

    async def counts(self, path: Path | None = None) -> tuple[int, ...]:
        """(added, changed, removed, renamed, unchanged, skipped) of importing again."""
        done = await self.knowledge.import_path(path or self.folder, None, unheard)
        return done.added, done.changed, done.removed, done.renamed, done.unchanged, done.skipped

    async def rows(self, wanted: ArticleFilter | None = None) -> dict[str, ArticleRow]:
        rows, total = await self.articles.page(wanted or ArticleFilter(), 0, 1000)
        assert total == len(rows)
        return {row.path: row for row in rows}

    async def id(self, path: str) -> ArticleId:
        return (await self.rows())[path].id

    async def text(self, path: str) -> str:
        return (await self.articles.article(await self.id(path))).source

    async def texts(self) -> dict[str, str]:
        return {path: (await self.articles.article(row.id)).source for path, row in (await self.rows()).items()}

    async def serving(self, path: str) -> RevisionId:
        return (await self.articles.article(await self.id(path))).revision_id

    async def edit(self, path: str, text: str, *, also_file: bool = True) -> RevisionId:
        self.clock.advance(minutes=1)
        return await self.articles.save(await self.id(path), await self.serving(path), text, also_file=also_file)

    @property
    def review(self) -> Review:
        settings = Settings(agent_name="Ada")
        return Review(self.store, self.clock, self.heard.append, settings, Proving(self.store, settings))

    async def cite(self, path: str, quote: str, subject: str = "") -> DraftId:
        """A draft in review that quotes the article."""
        article = await self.articles.article(await self.id(path))
        said = Citation(1, article.id, article.revision_id, PassageId(1), path, article.title, "", (3, 3), quote)

        async def work(records: Records) -> DraftId:
            about, now = subject or f"About {path}", self.clock.now()
            mail = IncomingMessage(ChannelName.FILE, f"{about} {quote}", "Grace", "grace@example.org", about, "?", now)
            ticket_id, _ = await records.tickets.receive(mail)
            draft_id = await records.drafts.request(ticket_id)
            reply = WrittenReply(f"{quote} [1]", (said,), False, "", True, "excerpts", "", "p")
            fingerprint = Fingerprint("excerpts", "", "p", "e", "c", "s")
            await records.drafts.answered(draft_id, reply, Verdict(0.8, Route.REVIEW, (), {}, ()), fingerprint)
            return draft_id

        return await self.store.write(work)


@dataclass(frozen=True)
class Workers:
    """The child processes a library needs; several libraries may use them, one after the other."""

    reader: MarkdownArticles
    index: WorkerProcess


def opened(store: SqliteStore, clock: FixedClock, workers: Workers, place: Path, *, learns: bool = False) -> Library:
    """An empty library whose folder is `place`/docs, beside the workspace `place`/workspace. With `learns` its embedder fits on
    the articles."""
    index = LocalIndex(place / "workspace" / "index", EmbedderRecipe(BUILT_IN, learns=learns), workers.index)
    heard: list[Event] = []
    learner = "built-in" if learns else ""
    knowledge = Knowledge(store, index, workers.reader, knowledge_source, clock, heard.append, "Ada", learner)
    backups = place / "workspace" / "backups"
    bench = Workbench(store, workers.reader, ArticleFolder(), knowledge, clock, heard.append, "Ada", backups)
    return Library(knowledge, Articles(bench), store, clock, place / "docs", index, heard)
