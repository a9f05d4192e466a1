"""A desk whole enough to live through a year in minutes: intake, scoring, gate, review, labels, certificates and outbox are the
program's own, on its own store. Replaced at their ports are the clock, the index, what leaves, and what asks the same question
twice; SQLite is asked in the loop's own thread, because a trip to another one costs more than the question."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from aiosqlite import core

from helpdesk import app
from helpdesk.adapters.sqlite import one_trip
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.evidence import Evidence, LeftOut
from helpdesk.domain.terms import telling_stems
from helpdesk.domain.understanding import Understood
from helpdesk.paths import Workspace
from helpdesk.ports.index import Candidate, IndexAnswer, IndexQuestion, IndexState
from helpdesk.ports.store import Records, Store
from helpdesk.ports.understanding_records import Kept
from helpdesk.services.desk import Desk
from helpdesk.services.pipeline import Steps
from helpdesk.services.pipeline.steps import Gatherer, Understander
from helpdesk.settings import Settings
from tests.fakes import knowledge
from tests.fakes.clock import FixedClock
from tests.fakes.embedders import BareWords
from tests.fakes.memory_channel import MemoryChannel

if TYPE_CHECKING:
    from helpdesk.domain.article import Passage

VERBS = ("reset", "update", "mount", "pair", "rename")
THINGS = ("hub", "sensor")
SETTINGS = Settings(
    writer="excerpts", agent_name="Ada", agent_email="help@desk.example", company="Northlight", draft_when_idle=False
)


class AtOnce:
    """In the place of the queue to a connection's thread. What is done for it takes itself to be in a thread of its own."""

    at_work = False

    def put_nowait(self, wanted: tuple[Any, Callable[[], Any]]) -> None:
        future, work = wanted
        AtOnce.at_work = True
        try:
            done = work()
        except Exception as error:  # noqa: BLE001 - the caller's to catch
            if future is not None:
                future.set_exception(error)
        else:
            if future is not None:
                future.set_result(done)
        finally:
            AtOnce.at_work = False

    @classmethod
    def thread(cls) -> int:
        return 1 if cls.at_work else 2

    def get(self) -> tuple[None, Callable[[], Any]]:
        return None, lambda: core._STOP_RUNNING_SENTINEL


class WordIndex:
    """Both legs by shared words alone, over what the store holds."""

    def __init__(self) -> None:
        self.store: Store | None = None
        self._embedder = BareWords()
        self._stems: dict[Passage, frozenset[str]] = {}

    async def state(self) -> IndexState:
        return IndexState(True, "words", len(self._stems), self._embedder.fingerprint, "")

    async def embedder_fingerprint(self) -> str:
        return self._embedder.fingerprint

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        return self._embedder.embed(texts, query=query)

    async def search(self, question: IndexQuestion) -> IndexAnswer:
        asked = telling_stems(question.text)
        if not self._stems and self.store is not None:
            found = await knowledge.bare(self.store, self._embedder.fingerprint)
            self._stems = {passage: frozenset(telling_stems(passage.embedded_text)) for passage in found}
        shared = {passage: tuple(one for one in asked if one in stems) for passage, stems in self._stems.items()}
        hits = [
            Candidate(passage.id, 2.0 * len(words), len(words) / len(asked), int(passage.article_id), words)
            for passage, words in shared.items()
            if words
        ]
        frequencies = {one: sum(one in words for words in shared.values()) for one in asked}
        best = sorted(hits, key=lambda hit: (-hit.bm25, hit.passage_id))
        return IndexAnswer(tuple(best[: question.limit]), frequencies, len(shared))

    async def search_all(self, questions: Sequence[IndexQuestion]) -> list[IndexAnswer]:
        return [await self.search(question) for question in questions]

    def forget(self) -> None:
        self._stems = {}

    async def aclose(self) -> None:
        return


class Remembered:
    """What a message means and what is found for it, asked once for each wording."""

    def __init__(self, understanding: Understander, retrieval: Gatherer) -> None:
        self._understanding = understanding
        self._retrieval = retrieval
        self._meant: dict[str, Understood] = {}
        self._found: dict[str, tuple[tuple[str, ...], tuple[Evidence, ...]]] = {}

    async def read(self, conversation: Conversation, kept: Kept) -> Understood:
        last = conversation.last_customer_message
        text = last.body if last else ""
        if text not in self._meant:
            self._meant[text] = await self._understanding.read(conversation, kept)
        return self._meant[text]

    async def keep(self, records: Records, conversation: Conversation, understood: Understood) -> None:
        await self._understanding.keep(records, conversation, understood)

    async def question(self, text: str) -> Understood:
        return await self._understanding.question(text)

    def own_words(self, body: str) -> str:
        return self._understanding.own_words(body)

    async def gather(
        self, conversation_subject: str, message: str, earlier: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        if message not in self._found:
            self._found[message] = await self._retrieval.gather(conversation_subject, message, earlier)
        return self._found[message]

    async def overdue(self, conversation_subject: str, message: str) -> tuple[LeftOut, ...]:
        return await self._retrieval.overdue(conversation_subject, message)

    def forget(self) -> None:
        self._found = {}


@dataclass
class SimulatedDesk:
    desk: Desk
    store: Store
    clock: FixedClock
    index: WordIndex
    remembered: Remembered

    async def knows(self, seconds: dict[str, int]) -> None:
        """The knowledge base as it is from now on: for how many seconds each button is held."""
        articles = [
            knowledge.article(
                f"{thing}/{verb}.md",
                f"{verb.title()} the {thing}",
                (
                    "Steps",
                    f"To {verb} the {thing}, unplug the {thing} and hold the {verb} button for {seconds[verb]} seconds. "
                    f"The {verb} light turns green when it worked.",
                ),
                ("Notes", f"If the {verb} fails, wait five minutes and try again with the {thing} cable connected."),
            )
            for verb in VERBS
            for thing in THINGS
        ]
        await knowledge.put(self.store, "simulated", articles)
        self.index.forget()
        self.remembered.forget()


@asynccontextmanager
async def simulated_desk(folder: Path, clock: FixedClock, settings: Settings = SETTINGS) -> AsyncIterator[SimulatedDesk]:
    """On a new folder, or on one that such a desk left behind."""
    folder.mkdir(parents=True, exist_ok=True)
    workspace, channel = Workspace(folder), MemoryChannel()
    remembered: list[Remembered] = []
    made = app.draft_steps

    def steps(*parts: Any) -> Steps:
        whole = made(*parts)
        remembered.append(Remembered(whole.understanding, whole.retrieval))
        return replace(whole, understanding=remembered[0], retrieval=remembered[0])

    index = WordIndex()
    async with AsyncExitStack() as stack:
        stack.enter_context(patch.object(core, "SimpleQueue", AtOnce))
        stack.enter_context(patch.object(one_trip, "get_ident", AtOnce.thread))
        stack.enter_context(patch.object(app, "draft_steps", steps))
        stack.enter_context(patch.object(app, "SystemClock", lambda: clock))
        stack.enter_context(patch.object(app, "LocalIndex", lambda *_: index))
        stack.enter_context(patch.object(app, "folder_channel", lambda *_: channel))
        desk = await stack.enter_async_context(app.open_desk(settings, workspace, lambda _: None))
        index.store = desk.review.store
        yield SimulatedDesk(desk, desk.review.store, clock, index, remembered[0])
