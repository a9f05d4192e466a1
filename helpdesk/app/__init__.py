"""The composition root: names every adapter, opens a desk and closes it in reverse order. Nothing else names an adapter."""

from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.machine import PsutilMachine
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.report_page import HtmlSheets
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.adapters.system_clock import SystemClock
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.adapters.workspace_lock import owned
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.app.composing import written
from helpdesk.app.drafts import assistance, draft_steps, drafting_lanes, model_side, redacting, understanding
from helpdesk.app.finding import finders
from helpdesk.app.knowledge import known, models, second_look, shelved
from helpdesk.app.originals import read_on_screen
from helpdesk.app.parts import EMBEDDERS, PASSAGE_RULES, WRITERS, Parts, Publish
from helpdesk.app.promises import promised, roused
from helpdesk.app.proofs import gap_finding, learned, post, proofs, sent, trials
from helpdesk.app.ticketing import taken_in, waking, worked_on
from helpdesk.app.workspace import adopt_backup, draw_curves, folder_channel, stop_a_copy, stop_sending, versions
from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.events import (
    OPENING,
    DraftDecided,
    DraftRequested,
    Event,
    HistoryChanged,
    IndexChanged,
    JobProgressed,
    KnowledgeChanged,
    ReplyChanged,
    TicketLookedAt,
)
from helpdesk.domain.progress import Progress
from helpdesk.paths import Workspace
from helpdesk.services.alike import Alike
from helpdesk.services.assistance import Likeness
from helpdesk.services.bake_off import Baking
from helpdesk.services.changing import Changes, Matters
from helpdesk.services.composing import Forwarding
from helpdesk.services.desk import Desk
from helpdesk.services.drafting import Drafting
from helpdesk.services.health import Health
from helpdesk.services.inbox import Inbox
from helpdesk.services.insights import Insights
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.services.learning import ScorerBook
from helpdesk.services.macros import Macros
from helpdesk.services.model_rest import ModelRest
from helpdesk.services.model_server import DraftingModels
from helpdesk.services.pipeline import Pipeline, Rehearsal
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
    TicketLookedAt: "drafting",
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
        told = partial(told_of_opening, publish)
        store = await stack.enter_async_context(open_store(workspace.store, workspace.backups, clock, sender, told))
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
                Likeness(store, index, VectorGroups()),
            ),
            stack,
        )
        await desk.learning.begin()
        await desk.drafting_models.drafting.recover()
        await desk.outbox.recover()
        await stop_a_copy(workspace, store)
        await desk.sending.brake.look()
        await desk.intake.recover()
        await desk.knowledge.recover()
        await desk.ticketing.sleeping.wake_due()
        if lanes:
            await desk.lanes.start()
            stack.push_async_callback(desk.lanes.stop)
        yield desk


def told_of_opening(publish: Publish, progress: Progress) -> None:
    publish(JobProgressed(OPENING, progress))


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

    articles, tickets = readers(settings, stack)
    model = model_side(parts, stack)
    writers = {name: make(model.server, model.memory) for name, make in WRITERS.items()}
    drafting = Drafting(writers, settings, rest=ModelRest(store, clock, settings))
    knowledge = known(parts, publish, articles, stack)
    sending, outbox = post(parts, publish)
    second = second_look(parts, stack)
    retrieval = Retrieval(store, parts.index, settings, lambda: lanes.wake("indexing"), second)
    reading = understanding(parts, stack)
    unproven = draft_steps(parts, reading, retrieval, drafting, articles.chunker)
    steps, certifying, consequences = proofs(parts, publish, sending.gate, unproven)
    changes = Changes(store, clock, publish, settings.agent_name, consequences)
    learning = learned(parts, publish, certifying)
    ticketing = worked_on(parts, publish, changes)
    promises = promised(parts, publish, changes, learning)
    finding = finders(parts, changes, stack)
    intake = taken_in(parts, publish, tickets, promises.ratings, ticketing)
    pipeline = Pipeline(store, steps, clock, publish, PsutilMachine() if settings.draft_when_idle else None)
    history = trials(parts, publish, steps, (reading, tickets, certifying.weigher))
    shelf = shelved(parts, publish, articles, knowledge)
    gaps = gap_finding(parts, publish, shelf)
    lanes = Lanes(
        [
            *drafting_lanes(parts, pipeline, steps.beside.memory),
            Lane("rehearsing", Rehearsal(steps).next, 3600.0),
            Lane("scoring", learning.next, 300.0),
            waking(ticketing),
            *promises.lanes(),
            finding.lane(),
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
    heeding += [
        pipeline.heed,
        history.drafting.heed,
        lambda event: lanes.wake(WAKES.get(type(event), "")),
        partial(roused, lanes),
        partial(finding.heed, lanes),
    ]
    proving = Proving(store, settings, None if settings.embedder == BUILT_IN else parts.index)
    review = Review(store, clock, publish, settings, proving, consequences)
    return Desk(
        settings=settings,
        intake=intake,
        ticketing=ticketing,
        service_levels=promises.service_levels,
        rules=promises.rules,
        ratings=promises.ratings,
        rating_mail=promises.mailing,
        pipeline=pipeline,
        understanding=reading,
        review=review,
        alike=Alike(store, clock, settings, review),
        proving=proving,
        outbox=outbox,
        sending=sending,
        certifying=certifying,
        changes=changes,
        views=finding.views,
        searching=finding.searching,
        matters=Matters(changes, parts.likeness),
        composing=written(parts, publish, retrieval, changes),
        forwarding=Forwarding(store, clock, publish, settings, parts.hiding),
        reading=read_on_screen(parts, publish, stack),
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
        macros=Macros(store, changes),
        memory=steps.beside.memory,
        learning=learning,
        retrieval=retrieval,
        insights=Insights(store, clock, HtmlSheets(), parts.hiding),
        history=history,
        health=Health(
            store, parts.index, model.server, drafting.breaker, settings, parts.workspace.folder, versions(), second.reranker
        ),
        upkeep=Upkeep(store),
        lanes=lanes,
    )


def readers(settings: Settings, stack: AsyncExitStack) -> tuple[MarkdownArticles, TicketFiles]:
    """What reads files of others, each in a process of its own."""
    articles, tickets = MarkdownArticles(PASSAGE_RULES[settings.embedder](settings)), TicketFiles()
    stack.push_async_callback(articles.aclose)
    stack.push_async_callback(tickets.aclose)
    return articles, tickets


async def found(work: Awaitable[int]) -> bool:
    return await work > 0
