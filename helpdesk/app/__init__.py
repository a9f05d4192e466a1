"""The composition root: names every adapter, opens a desk and closes it in reverse order. Nothing else names an adapter."""

from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.machine import PsutilMachine
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.markdown_articles.saving import ArticleFolder
from helpdesk.adapters.report_page import HtmlSheets
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.adapters.workspace_lock import owned
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.app.drafts import assistance, draft_steps, drafting_lanes, model_side, redacting, understanding
from helpdesk.app.knowledge import known, models, second_look
from helpdesk.app.parts import EMBEDDERS, PASSAGE_RULES, WRITERS, Parts, Publish
from helpdesk.app.proofs import gap_finding, learned, post, proofs, sent, trials
from helpdesk.app.workspace import adopt_backup, draw_curves, folder_channel, stop_sending, versions
from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.events import (
    DraftDecided,
    DraftRequested,
    Event,
    HistoryChanged,
    IndexChanged,
    KnowledgeChanged,
    ReplyChanged,
)
from helpdesk.paths import Workspace
from helpdesk.services.articles import Articles, Workbench
from helpdesk.services.bake_off import Baking
from helpdesk.services.desk import Desk
from helpdesk.services.drafting import Drafting
from helpdesk.services.health import Health
from helpdesk.services.inbox import Inbox
from helpdesk.services.insights import Insights
from helpdesk.services.intake import Intake
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.learning import ScorerBook
from helpdesk.services.model_server import DraftingModels
from helpdesk.services.pipeline import Pipeline
from helpdesk.services.proving import Proving
from helpdesk.services.retrieval import Retrieval
from helpdesk.services.review import Review
from helpdesk.services.upkeep import Upkeep
from helpdesk.services.why import Why
from helpdesk.settings import Settings

__all__ = [
    "EMBEDDERS",
    "PASSAGE_RULES",
    "WRITERS",
    "adopt_backup",
    "draft_steps",
    "draw_curves",
    "open_desk",
    "passing_desk",
    "sent",
    "stop_sending",
]

WAKES: Mapping[type[object], str] = {
    DraftRequested: "drafting",
    DraftDecided: "scoring",
    ReplyChanged: "sending",
    KnowledgeChanged: "indexing",
    IndexChanged: "improving",
    HistoryChanged: "trial",
}


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
            Parts(
                settings,
                workspace,
                store,
                index,
                folder_channel(settings, workspace),
                clock,
                publish,
                not lanes,
                ScorerBook(store),
                redacting(settings),
            ),
            stack,
        )
        await desk.learning.begin()
        await desk.outbox.recover()
        await desk.sending.brake.look()
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
    model = model_side(parts, stack)
    drafting = Drafting({name: make(model.server, model.memory) for name, make in WRITERS.items()}, settings)
    knowledge = known(parts, publish, articles, stack)
    sending, outbox = post(parts, publish)
    certifying, consequences = proofs(parts, publish, sending.gate)
    learning = learned(parts, publish, certifying)
    intake = Intake(store, clock, publish, tickets, learning.later.wrote_again)
    second = second_look(parts, stack)
    retrieval = Retrieval(store, parts.index, settings, lambda: lanes.wake("indexing"), second)
    reading = understanding(parts)
    steps = replace(draft_steps(parts, reading, retrieval, drafting, articles.chunker), assessing=certifying.assessing)
    pipeline = Pipeline(store, steps, clock, publish, PsutilMachine() if settings.draft_when_idle else None)
    history = trials(parts, publish, steps, (reading, tickets, certifying.weigher))
    folder, copies = ArticleFolder(), parts.workspace.backups
    bench = Workbench(store, articles, folder, knowledge, clock, publish, settings.agent_name, copies)
    shelf = Articles(bench)
    gaps = gap_finding(parts, publish, shelf)
    lanes = Lanes(
        [
            *drafting_lanes(parts, pipeline, steps.beside.memory),
            Lane("scoring", learning.next, 300.0),
            Lane("sending", lambda: sent(sending, outbox), 1.0),
            Lane("indexing", knowledge.keep_in_step, 300.0),
            Lane("improving", knowledge.improve, 300.0),
            Lane("watching", knowledge.follow, 5.0),
            Lane("mail", lambda: found(intake.collect(parts.channel)), 2.0),
            Lane("trial", history.drafting.next, 60.0),
            Lane("gaps", gaps.keep_up, 300.0),
            Lane("certifying", certifying.sweep, 3600.0),
        ],
        publish,
    )
    heeding += [pipeline.heed, history.drafting.heed, lambda event: lanes.wake(WAKES.get(type(event), ""))]
    proving = Proving(store, settings, None if settings.embedder == BUILT_IN else parts.index)
    return Desk(
        settings=settings,
        intake=intake,
        pipeline=pipeline,
        understanding=reading,
        review=Review(store, clock, publish, settings, proving, consequences),
        proving=proving,
        outbox=outbox,
        sending=sending,
        certifying=certifying,
        inbox=Inbox(store, clock, publish, settings, consequences),
        knowledge=knowledge,
        articles=shelf,
        gaps=gaps,
        models=models(parts, articles.chunker),
        drafting_models=DraftingModels(
            model.server,
            model.memory,
            drafting,
            settings,
            Baking(store, steps, partial(OllamaWriter, model.server, model.memory), clock),
        ),
        redacting=parts.hiding,
        assistance=assistance(parts, model.assistant, proving, retrieval),
        why=Why(store, model.assistant, parts.hiding, steps, clock),
        macros=steps.beside.macros,
        memory=steps.beside.memory,
        learning=learning,
        retrieval=retrieval,
        insights=Insights(store, clock, HtmlSheets()),
        history=history,
        health=Health(
            store, parts.index, model.server, drafting.breaker, settings, parts.workspace.folder, versions(), second.reranker
        ),
        upkeep=Upkeep(store),
        lanes=lanes,
    )


async def found(work: Awaitable[int]) -> bool:
    return await work > 0
