"""The composition root: names every adapter, opens a desk and closes it in reverse order. Nothing else names an adapter."""

import platform
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk import __version__
from helpdesk.adapters import figures
from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.folder_watcher import WatchfilesWatcher
from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.install_mark import install_mark
from helpdesk.adapters.intents import PrototypeIntents
from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.languages import LinguaLanguages
from helpdesk.adapters.machine import PsutilMachine
from helpdesk.adapters.markdown_articles.measure import rule_for
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.markdown_articles.saving import ArticleFolder
from helpdesk.adapters.onnx_models.cross_encoder import OnnxReranker
from helpdesk.adapters.onnx_models.families import reading_limit
from helpdesk.adapters.onnx_models.record import record_file
from helpdesk.adapters.onnx_models.room import OnnxModelRoom
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.quoted_replies import MailParserWords
from helpdesk.adapters.sqlite import backup, driver
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.adapters.workspace_lock import owned
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.adapters.writers.ollama.assistant import OllamaAssistant
from helpdesk.adapters.writers.ollama.server import OllamaServer
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.domain import language
from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.events import DraftRequested, Event, IndexChanged, KnowledgeChanged, ReplyChanged
from helpdesk.domain.lists import hosts, listed, regions
from helpdesk.domain.own_patterns import own_patterns
from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule
from helpdesk.domain.ticket import ChannelName
from helpdesk.domain.triage import Flag
from helpdesk.paths import Workspace
from helpdesk.ports import Clock, PassageIndex, ReplyWriter, Store
from helpdesk.ports.assisting import Assistant
from helpdesk.ports.model_server import FigureBook
from helpdesk.ports.models import Bench
from helpdesk.services.articles import Articles, Workbench
from helpdesk.services.assistance import Assistance, Likeness, Rewriting, Summaries
from helpdesk.services.bake_off import Baking
from helpdesk.services.confidence import Confidence
from helpdesk.services.desk import Desk
from helpdesk.services.drafting import Drafting
from helpdesk.services.evaluation import EvaluationReport
from helpdesk.services.guard import Guard, GuardRules
from helpdesk.services.health import Health
from helpdesk.services.inbox import Inbox
from helpdesk.services.insights import Insights
from helpdesk.services.intake import Intake
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.macros import Macros
from helpdesk.services.memory import Memory
from helpdesk.services.model_figures import ModelMemory
from helpdesk.services.model_server import DraftingModels
from helpdesk.services.models import Models
from helpdesk.services.outbox import Outbox
from helpdesk.services.pipeline import Beside, Pipeline, Steps, Tasks
from helpdesk.services.proving import Proving
from helpdesk.services.redacting import Redacting
from helpdesk.services.retrieval import Retrieval
from helpdesk.services.retrieval.second_look import SecondLook
from helpdesk.services.review import Review
from helpdesk.services.understanding import IntentBook, Readers, Understanding, shipped
from helpdesk.services.upkeep import Upkeep
from helpdesk.services.why import Why
from helpdesk.settings import Settings

Publish = Callable[[Event], None]

EMBEDDERS: Mapping[str, Callable[[Settings, Workspace], EmbedderRecipe]] = {
    "built-in": lambda _, __: EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder", learns=True),
    "fastembed": lambda settings, workspace: onnx_recipe(
        Path(settings.model_folder), settings.threads, record_file(workspace.models, Path(settings.model_folder))
    ),
}
PASSAGE_RULES: Mapping[str, Callable[[Settings], TokenRule]] = {
    "built-in": lambda _: WORDS_RULE,
    "fastembed": lambda settings: rule_for(
        Path(settings.model_folder) / "tokenizer.json", reading_limit(Path(settings.model_folder))
    ),
}
WRITERS: Mapping[str, Callable[[OllamaServer, FigureBook], ReplyWriter]] = {
    "excerpts": lambda _, __: ExcerptsWriter(),
    "ollama": OllamaWriter,
}
LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "chromadb", "fastembed", "onnxruntime", "ollama")
WAKES: Mapping[type[object], str] = {
    DraftRequested: "drafting",
    ReplyChanged: "sending",
    KnowledgeChanged: "indexing",
    IndexChanged: "improving",
}


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
    patient: bool


@asynccontextmanager
async def open_desk(settings: Settings, workspace: Workspace, publish: Publish, *, lanes: bool = False) -> AsyncIterator[Desk]:
    """A desk on the workspace, which is this process's alone until the context ends. With `lanes` drafting, sending, indexing
    and the drop folder go on by themselves. Raises WorkspaceInUse and what the store raises at open."""
    async with AsyncExitStack() as stack:
        stack.enter_context(owned(workspace.lock))
        clock = SystemClock()
        sender = Sender(settings.agent_name, settings.agent_email.rpartition("@")[2] or "localhost")
        store = await stack.enter_async_context(open_store(workspace.store, workspace.backups, clock, sender))
        index = LocalIndex(workspace.index, EMBEDDERS[settings.embedder](settings, workspace))
        stack.push_async_callback(index.aclose)
        desk = furnished(
            Parts(settings, workspace, store, index, folder_channel(settings, workspace), clock, publish, not lanes), stack
        )
        await desk.outbox.recover()
        await desk.intake.recover()
        await desk.knowledge.recover()
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
    heeding = [parts.publish]

    def publish(event: Event) -> None:
        for heed in heeding:
            heed(event)

    articles, tickets = MarkdownArticles(PASSAGE_RULES[settings.embedder](settings)), TicketFiles()
    stack.push_async_callback(articles.aclose)
    stack.push_async_callback(tickets.aclose)
    server, memory = OllamaServer(settings), ModelMemory(store)
    stack.push_async_callback(server.aclose)
    writers = {name: make(server, memory) for name, make in WRITERS.items()}
    drafting = Drafting(writers, settings)
    watcher = WatchfilesWatcher()
    stack.push_async_callback(watcher.aclose)
    knowledge = Knowledge(
        store,
        parts.index,
        articles,
        knowledge_source,
        clock,
        publish,
        agent=settings.agent_name,
        learner=BUILT_IN if settings.embedder == BUILT_IN else "",
        watcher=watcher,
    )
    intake = Intake(store, clock, publish, tickets)
    outbox = Outbox(store, clock, publish, dict.fromkeys(ChannelName, parts.channel))
    second = second_look(parts)
    if second.reranker is not None:
        stack.push_async_callback(second.reranker.aclose)
    retrieval = Retrieval(store, parts.index, settings, lambda: lanes.wake("indexing"), second)
    reading = understanding(parts)
    steps = draft_steps(parts, reading, retrieval, drafting, articles.chunker)
    pipeline = Pipeline(store, steps, clock, publish, PsutilMachine() if settings.draft_when_idle else None)
    lanes = Lanes(
        [
            *drafting_lanes(parts, pipeline),
            Lane("sending", lambda: found(outbox.flush()), 1.0),
            Lane("indexing", knowledge.keep_in_step, 300.0),
            Lane("improving", knowledge.improve, 300.0),
            Lane("watching", knowledge.follow, 5.0),
            Lane("mail", lambda: found(intake.collect(parts.channel)), 2.0),
        ],
        publish,
    )
    heeding += [pipeline.heed, lambda event: lanes.wake(WAKES.get(type(event), ""))]
    proving = Proving(store, settings, None if settings.embedder == BUILT_IN else parts.index)
    folder, copies = ArticleFolder(), parts.workspace.backups
    bench = Workbench(store, articles, folder, knowledge, clock, publish, settings.agent_name, copies)
    return Desk(
        settings=settings,
        intake=intake,
        pipeline=pipeline,
        understanding=reading,
        review=Review(store, clock, publish, settings, proving),
        proving=proving,
        outbox=outbox,
        inbox=Inbox(store, clock, publish, settings),
        knowledge=knowledge,
        articles=Articles(bench),
        models=models(parts, articles.chunker),
        drafting_models=DraftingModels(
            server, memory, drafting, settings, Baking(store, steps, partial(OllamaWriter, server, memory), clock)
        ),
        redacting=redacting(settings),
        assistance=assistance(parts, OllamaAssistant(server, memory), proving, retrieval),
        why=Why(store, OllamaAssistant(server, memory), redacting(settings), steps, clock),
        macros=steps.beside.macros,
        memory=steps.beside.memory,
        retrieval=retrieval,
        insights=Insights(store, clock),
        health=Health(
            store, parts.index, server, drafting.breaker, settings, parts.workspace.folder, versions(), second.reranker
        ),
        upkeep=Upkeep(store),
        lanes=lanes,
    )


def redacting(settings: Settings) -> Redacting:
    """Raises BadInput naming the pattern that cannot be used; `load` has already refused it."""
    return Redacting(FormalRecogniser(regions(settings.phone_regions), own_patterns(settings.redact_patterns)))


def assistance(parts: Parts, assistant: Assistant, proving: Proving, retrieval: Retrieval) -> Assistance:
    store, settings, hiding = parts.store, parts.settings, redacting(parts.settings)
    rewriting = Rewriting(store, assistant, hiding, proving, parts.clock, parts.publish, settings)
    return Assistance(store, rewriting, Summaries(store, assistant, hiding), Likeness(store, parts.index), retrieval)


def draft_steps(parts: Parts, reading: Understanding, retrieval: Retrieval, drafting: Drafting, chunker: str) -> Steps:
    watching = guard(parts)
    return Steps(
        understanding=reading,
        retrieval=retrieval,
        beside=beside(parts),
        redacting=redacting(parts.settings),
        guard=watching,
        tasks=Tasks(parts.settings, reading.own_words),
        drafting=drafting,
        confidence=Confidence(guard=watching),
        embedder=parts.index.embedder_fingerprint,
        chunker=chunker,
        clock=parts.clock,
    )


def beside(parts: Parts) -> Beside:
    settings, store, likeness = parts.settings, parts.store, Likeness(parts.store, parts.index)
    memory = Memory(store, redacting(settings), likeness, settings, parts.clock)
    return Beside(Macros(store, parts.index), memory, settings)


def drafting_lanes(parts: Parts, pipeline: Pipeline) -> list[Lane]:
    return [
        Lane("drafting", pipeline.next, 30.0),
        Lane("rewriting", pipeline.improve, 30.0),
        Lane("remembering", Likeness(parts.store, parts.index).remember, 300.0),
        Lane("learning", beside(parts).memory.learn, 60.0),
    ]


def understanding(parts: Parts) -> Understanding:
    settings = parts.settings
    intents = IntentBook(parts.store, parts.index, PrototypeIntents(), shipped)
    readers = Readers(LinguaLanguages(language.codes(settings.languages)), MailParserWords(), intents, redacting(settings))
    return Understanding(parts.store, readers, parts.publish, settings.agent_name)


def guard(parts: Parts) -> Guard:
    topics = frozenset(Flag(name) for name in listed(parts.settings.never_auto))
    return Guard(GuardRules(frozenset(hosts(parts.settings.link_hosts)), topics, install_mark(parts.workspace.mark)))


def onnx_recipe(folder: Path, threads: int, record: Path | None = None) -> EmbedderRecipe:
    return EmbedderRecipe("helpdesk.adapters.onnx_models.embedder:OnnxEmbedder", (folder, threads, record))


def second_look(parts: Parts) -> SecondLook:
    """In a window a search does not wait until the model is loaded; a command does."""
    settings = parts.settings
    if not settings.reranker_folder:
        return SecondLook()
    return SecondLook(
        OnnxReranker(Path(settings.reranker_folder), settings.threads, patient=parts.patient), settings.reranker_ms / 1000
    )


def models(parts: Parts, chunker: str) -> Models:
    settings, workspace = parts.settings, parts.workspace

    @asynccontextmanager
    async def bench(choice: str) -> AsyncIterator[Bench]:
        """An index that only embeds, with a folder of its own that is gone afterwards."""
        wanted = replace(settings, embedder="built-in" if choice == BUILT_IN else "fastembed", model_folder=choice)
        recipe = EMBEDDERS["built-in"](wanted, workspace) if choice == BUILT_IN else onnx_recipe(Path(choice), settings.threads)
        with TemporaryDirectory(prefix="helpdesk-") as folder:
            index = LocalIndex(Path(folder), recipe)
            reader = MarkdownArticles(PASSAGE_RULES[wanted.embedder](wanted))
            try:
                yield Bench(index, reader)
            finally:
                await index.aclose()
                await reader.aclose()

    room = OnnxModelRoom(workspace.models, settings.threads, bench, parts.clock)
    return Models(parts.store, parts.index, room, settings, chunker, parts.clock, parts.publish)


async def found(work: Awaitable[int]) -> bool:
    return await work > 0


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
