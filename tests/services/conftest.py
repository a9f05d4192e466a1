"""Services under test, on the real store."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.index import engine
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.events import Event
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.inbox import Inbox
from helpdesk.services.proving import Proving
from helpdesk.services.review import Review
from helpdesk.settings import Settings
from tests.fakes.changing_desk import ChangingDesk
from tests.fakes.clock import FixedClock
from tests.fakes.lending import lent, lent_index
from tests.fakes.library import REFUNDS, RESET, Library, Workers, opened
from tests.fakes.spine import TEXT, Spine
from tests.fakes.trial_desk import TrialDesk
from tests.fakes.watched_index import BUILT_IN, WatchedIndex


@pytest.fixture(scope="module")
def index_worker() -> Iterator[WorkerProcess]:
    """One index process a file: starting it is what takes time."""
    with lent(WorkerProcess("index-of-tests")) as shared:
        yield shared


@pytest.fixture
async def watched(tmp_path: Path, index_worker: WorkerProcess) -> AsyncIterator[WatchedIndex]:
    async with lent_index(WatchedIndex(tmp_path / "index", BUILT_IN, index_worker)) as index:
        yield index


@pytest.fixture(scope="module")
def reader() -> Iterator[MarkdownArticles]:
    with lent(MarkdownArticles()) as shared:
        yield shared


@dataclass
class Shift:
    """An agent's shift: the services of one desk, what they published, and customers who write."""

    store: SqliteStore
    clock: FixedClock
    heard: list[Event] = field(default_factory=list)
    settings: Settings = field(default_factory=lambda: Settings(agent_name="Ada", agent_email="ada@desk.example"))

    @property
    def review(self) -> Review:
        return Review(self.store, self.clock, self.heard.append, self.settings, Proving(self.store, self.settings))

    @property
    def inbox(self) -> Inbox:
        return Inbox(self.store, self.clock, self.heard.append, self.settings)

    async def customer_writes(self, body: str = "My hub blinks red", source: str = "") -> TicketId:
        message = IncomingMessage(
            ChannelName.FOLDER, source or body, "Grace", "grace@example.org", "Hub", body, self.clock.now()
        )
        return (await self.store.write(lambda records: records.tickets.receive(message)))[0]

    async def drafted(self, text: str = "Hold the button. [1]", score: float = 0.8, body: str = "My hub blinks red") -> DraftId:
        """A customer writes and a draft waits for review."""
        ticket_id = await self.customer_writes(body)

        async def work(records: Records) -> DraftId:
            draft_id = await records.drafts.request(ticket_id)
            reply = WrittenReply(text, (), not text, "" if text else "the price", True, "excerpts", "", "p")
            verdict = Verdict(score, Route.REVIEW, (), {}, ())
            await records.drafts.answered(draft_id, reply, verdict, Fingerprint("excerpts", "", "p", "e", "c", "s"))
            return draft_id

        return await self.store.write(work)


@pytest.fixture
def shift(store: SqliteStore, clock: FixedClock) -> Shift:
    return Shift(store, clock)


@pytest.fixture
def changing(shift: Shift) -> ChangingDesk:
    return ChangingDesk(shift)


@pytest.fixture
def publish(shift: Shift) -> Callable[[Event], None]:
    return shift.heard.append


@pytest.fixture(scope="session")
def library_workers() -> Iterator[Workers]:
    with lent(MarkdownArticles()) as reader, lent(WorkerProcess("index-of-the-library")) as index:
        yield Workers(reader, index)


@pytest.fixture
async def library(store: SqliteStore, clock: FixedClock, library_workers: Workers, tmp_path: Path) -> AsyncIterator[Library]:
    """With two articles, imported."""
    made = opened(store, clock, library_workers, tmp_path)
    made.write("reset.md", RESET)
    made.write("billing/refunds.md", REFUNDS)
    await made.bring()
    yield made
    await library_workers.index.call(engine.leave, made.index._place)


@pytest.fixture
async def learning_library(
    store: SqliteStore, clock: FixedClock, library_workers: Workers, tmp_path: Path
) -> AsyncIterator[Library]:
    """Empty; its embedder learns from the articles."""
    made = opened(store, clock, library_workers, tmp_path, learns=True)
    yield made
    await library_workers.index.call(engine.leave, made.index._place)


@pytest.fixture
def spine(store: SqliteStore, clock: FixedClock) -> Spine:
    return Spine(store, clock)


@pytest.fixture(scope="module")
def ticket_files() -> Iterator[TicketFiles]:
    with lent(TicketFiles()) as shared:
        yield shared


@pytest.fixture
async def trial_desk(spine: Spine, tmp_path: Path, ticket_files: TicketFiles) -> TrialDesk:
    await spine.knows(TEXT)
    return TrialDesk(spine, ticket_files, tmp_path)
