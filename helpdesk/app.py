"""The composition root: names every adapter, opens a desk and closes it in reverse order. Nothing else names an adapter."""

import platform
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk import __version__
from helpdesk.adapters import figures
from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.sqlite import backup, driver
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.adapters.workspace_lock import owned
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.adapters.writers.ollama import OllamaWriter
from helpdesk.domain.events import DraftRequested, Event, KnowledgeChanged, ReplyChanged
from helpdesk.domain.progress import unheard
from helpdesk.domain.ticket import ChannelName
from helpdesk.paths import Workspace
from helpdesk.ports import Clock, PassageIndex, ReplyWriter, Store
from helpdesk.services.confidence import Confidence
from helpdesk.services.desk import Desk
from helpdesk.services.drafting import Drafting
from helpdesk.services.evaluation import EvaluationReport
from helpdesk.services.health import Health
from helpdesk.services.inbox import Inbox
from helpdesk.services.insights import Insights
from helpdesk.services.intake import Intake
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.outbox import Outbox
from helpdesk.services.pipeline import Pipeline, Steps
from helpdesk.services.retrieval import Retrieval
from helpdesk.services.review import Review
from helpdesk.services.upkeep import Upkeep
from helpdesk.settings import Settings

Publish = Callable[[Event], None]

EMBEDDERS: Mapping[str, Callable[[Settings], EmbedderRecipe]] = {
    "built-in": lambda _: EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder"),
    "fastembed": lambda settings: EmbedderRecipe(
        "helpdesk.adapters.embedders.fastembed_folder:FastembedFolder", (Path(settings.model_folder), settings.threads)
    ),
}
WRITERS: Mapping[str, Callable[[Settings], ReplyWriter]] = {"excerpts": lambda _: ExcerptsWriter(), "ollama": OllamaWriter}
LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "chromadb", "fastembed", "onnxruntime", "ollama")
WAKES: Mapping[type[object], str] = {DraftRequested: "drafting", ReplyChanged: "sending", KnowledgeChanged: "indexing"}


@dataclass(frozen=True)
class Parts:
    """What every service is made of."""

    settings: Settings
    workspace: Workspace
    store: Store
    index: PassageIndex
    channel: FolderChannel
    clock: Clock
    publish: Publish


@asynccontextmanager
async def open_desk(settings: Settings, workspace: Workspace, publish: Publish, *, lanes: bool = False) -> AsyncIterator[Desk]:
    """A desk on the workspace, which is this process's alone until the context ends. With `lanes` drafting, sending, indexing
    and the drop folder go on by themselves. Raises WorkspaceInUse and what the store raises at open."""
    async with AsyncExitStack() as stack:
        stack.enter_context(owned(workspace.lock))
        clock = SystemClock()
        sender = Sender(settings.agent_name, settings.agent_email.rpartition("@")[2] or "localhost")
        store = await stack.enter_async_context(open_store(workspace.store, workspace.backups, clock, sender))
        index = LocalIndex(workspace.index, EMBEDDERS[settings.embedder](settings))
        stack.push_async_callback(index.aclose)
        desk = furnished(Parts(settings, workspace, store, index, folder_channel(settings, workspace), clock, publish), stack)
        await desk.outbox.recover()
        await desk.intake.recover()
        if lanes:
            await desk.lanes.start()
            stack.push_async_callback(desk.lanes.stop)
        yield desk


@asynccontextmanager
async def passing_desk(settings: Settings) -> AsyncIterator[Desk]:
    """A desk on an empty workspace that is gone afterwards."""
    with TemporaryDirectory(prefix="helpdesk-") as folder:
        async with open_desk(settings, Workspace(Path(folder)), lambda _: None) as desk:
            yield desk


def furnished(parts: Parts, stack: AsyncExitStack) -> Desk:
    """Every service, wired; what must be closed is put on the stack."""
    settings, store, clock = parts.settings, parts.store, parts.clock
    wakers: list[Lanes] = []

    def publish(event: Event) -> None:
        parts.publish(event)
        for lanes in wakers:
            lanes.wake(WAKES.get(type(event), ""))

    articles, tickets = MarkdownArticles(), TicketFiles()
    stack.push_async_callback(articles.aclose)
    stack.push_async_callback(tickets.aclose)
    writers = {name: make(settings) for name, make in WRITERS.items()}
    knowledge = Knowledge(store, parts.index, articles, knowledge_source, clock, publish)
    intake = Intake(store, clock, publish, tickets)
    outbox = Outbox(store, clock, publish, dict.fromkeys(ChannelName, parts.channel))
    retrieval = Retrieval(store, parts.index, settings, lambda: wakers[0].wake("indexing"))
    steps = Steps(retrieval, Drafting(writers, settings), Confidence(), parts.index.embedder_fingerprint, articles.chunker)
    pipeline = Pipeline(store, steps, clock, publish)
    lanes = Lanes(
        [
            Lane("drafting", pipeline.next, 30.0),
            Lane("sending", lambda: found(outbox.flush()), 1.0),
            Lane("indexing", lambda: indexed(knowledge), 300.0),
            Lane("mail", lambda: found(intake.collect(parts.channel)), 2.0),
        ],
        publish,
    )
    wakers.append(lanes)
    return Desk(
        settings=settings,
        intake=intake,
        pipeline=pipeline,
        review=Review(store, clock, publish, settings),
        outbox=outbox,
        inbox=Inbox(store, clock, publish, settings),
        knowledge=knowledge,
        retrieval=retrieval,
        insights=Insights(store, clock),
        health=Health(store, parts.index, writers, settings, parts.workspace.folder, versions()),
        upkeep=Upkeep(store),
        lanes=lanes,
    )


async def found(work: Awaitable[int]) -> bool:
    return await work > 0


async def indexed(knowledge: Knowledge) -> bool:
    """Brings the index in step; there is never more to do right after."""
    await knowledge.ensure_index(unheard)
    return False


def folder_channel(settings: Settings, workspace: Workspace) -> FolderChannel:
    outbox = Path(settings.outbox_folder) if settings.outbox_folder else workspace.outbox
    drop = Path(settings.drop_folder) if settings.drop_folder else None
    return FolderChannel(outbox, drop, settings.agent_name, settings.agent_email, make_outbox=not settings.outbox_folder)


def versions() -> dict[str, str]:
    """Of this program and what it stands on, for `helpdesk doctor`."""
    known = {"helpdesk": __version__, "python": platform.python_version(), "sqlite": driver.module().sqlite_version}
    return known | {name: version(name) for name in LIBRARIES}


def adopt_backup(file: Path, workspace: Workspace) -> Path | None:
    """Verifies a backup and puts it in the workspace's place; returns where what was there is kept. Raises BackupUnusable,
    WorkspaceInUse, DiskFull."""
    with owned(workspace.lock):
        return backup.restore(file, workspace.folder)


def draw_curves(report: EvaluationReport, file: Path) -> None:
    figures.draw(report, file)
