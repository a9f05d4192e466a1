"""The pipeline with everything around it, on the real store; only what the knowledge base holds is given."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from helpdesk.adapters.intents import PrototypeIntents
from helpdesk.adapters.languages import LinguaLanguages
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.quoted_replies import MailParserWords
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.article import Audience, Passage, ReadArticle, ReadPassage
from helpdesk.domain.asks import asks_in
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import Draft
from helpdesk.domain.errors import EmbedderUnusable, ModelServerDown
from helpdesk.domain.evidence import Evidence, LeftOut
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.import_run import RunKind
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.assistance import Likeness
from helpdesk.services.changing import Changes
from helpdesk.services.confidence import Confidence
from helpdesk.services.drafting import Drafting
from helpdesk.services.guard import Guard
from helpdesk.services.macro_choice import MacroChoice
from helpdesk.services.macros import Macros
from helpdesk.services.memory import Memory
from helpdesk.services.pipeline import Beside, Pipeline, Steps, Tasks
from helpdesk.services.redacting import Redacting
from helpdesk.services.understanding import IntentBook, Readers, Understanding, shipped
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock
from tests.fakes.evidence import evidence
from tests.fakes.worker_here import WorkerHere

if TYPE_CHECKING:
    from helpdesk.domain.events import Event
    from helpdesk.ports import PassageIndex
    from helpdesk.ports.machine import Machine
    from helpdesk.ports.writing import ReplyWriter

TEXT = "To reset the hub:\n\n1. Unplug the hub.\n2. Hold the button for 10 seconds."


class KnownPassages:
    """Retrieval that always finds the same, and notes what it was asked."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.asked: list[tuple[str, str, tuple[str, ...]]] = []

    async def gather(
        self, conversation_subject: str, message: str, earlier: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        self.asked.append((conversation_subject, message, tuple(earlier)))
        asks = asks_in(message, conversation_subject)
        return asks, tuple(evidence(ask, self.passages) for ask in asks)

    async def overdue(self, conversation_subject: str, message: str) -> tuple[LeftOut, ...]:
        return ()


class NoEmbedder:
    """The index process is away: intents are told by their words."""

    async def embedder_fingerprint(self) -> str:
        raise EmbedderUnusable("", "away")

    async def embed(self, texts: Sequence[str]) -> None:
        raise EmbedderUnusable("", "away")


class Spine:
    """The pipeline with everything around it."""

    def __init__(self, store: SqliteStore, clock: FixedClock) -> None:
        self.store = store
        self.clock = clock
        self.heard: list[Event] = []
        self.known = KnownPassages(())
        self.writers: dict[str, ReplyWriter] = {"excerpts": ExcerptsWriter()}
        self.settings = Settings(agent_name="Ada", company="Northlight")
        self.embedder_is_there = True
        self.machine: Machine | None = None
        self._redacting = Redacting(FormalRecogniser(["GB", "DE"]))

    @property
    def pipeline(self) -> Pipeline:
        """A new one: nothing it knows is only in memory but what it is writing now."""
        return Pipeline(self.store, self.steps, self.clock, self.heard.append, self.machine)

    @property
    def understanding(self) -> Understanding:
        book = IntentBook(self.store, cast("PassageIndex", NoEmbedder()), PrototypeIntents(), shipped)
        readers = Readers(LinguaLanguages(["en", "de"], WorkerHere()), MailParserWords(), book, self._redacting)
        return Understanding(self.store, readers, self.heard.append, self.settings.agent_name)

    @property
    def steps(self) -> Steps:
        understanding = self.understanding
        return Steps(
            understanding=understanding,
            retrieval=self.known,
            beside=self.beside,
            redacting=self._redacting,
            guard=Guard(),
            tasks=Tasks(self.settings, understanding.own_words),
            drafting=Drafting(self.writers, self.settings, self.clock.seconds),
            confidence=Confidence(),
            embedder=self.embedder,
            chunker="md-1",
            clock=self.clock,
        )

    @property
    def beside(self) -> Beside:
        return Beside(MacroChoice(self.store, cast("PassageIndex", NoEmbedder())), self.memory(), self.settings)

    @property
    def macros(self) -> Macros:
        return Macros(self.store, Changes(self.store, self.clock, self.heard.append, self.settings.agent_name))

    def memory(self, **changed: Any) -> Memory:
        """Under the desk's settings but for those named."""
        likeness = Likeness(self.store, cast("PassageIndex", NoEmbedder()), VectorGroups())
        return Memory(self.store, self._redacting, likeness, replace(self.settings, **changed), self.clock)

    async def draft(self, draft_id: DraftId) -> Draft:
        return await self.store.read(lambda records: records.drafts.get(draft_id))

    async def embedder(self) -> str:
        if not self.embedder_is_there:
            raise ModelServerDown("")
        return "built-in-1"

    async def knows(self, text: str, path: str = "hub/reset.md") -> None:
        read = ReadPassage("", text, (1, text.count("\n") + 1), 20)
        article = ReadArticle(path, "Reset the hub", text, "h", Audience.PUBLIC, "en", (), (read,))

        async def put(records: Records) -> list[Passage]:
            kb_id = await records.knowledge.base("kb", "kb")
            run_id = await records.runs.begin(kb_id, "kb", RunKind.IMPORT, "")
            await records.knowledge.put_articles(kb_id, run_id, [article], "md-1")
            lacking = await records.knowledge.passages([key for key, _ in await records.knowledge.unembedded("none")])
            await records.knowledge.put_vectors("none", [(passage.hash, b"\0\0\0\0") for passage in lacking])
            vectors = await records.knowledge.vectors("none", 0, 10)
            return await records.knowledge.passages([v.passage_id for v in vectors])

        self.known.passages = await self.store.write(put)

    async def requested(self, body: str = "How do I reset the hub?", hint: str = "") -> tuple[TicketId, DraftId]:
        message = IncomingMessage(ChannelName.BY_HAND, body, "Jo Miller", "jo@example.com", "Hub", body, self.clock.now())

        async def receive(records: Records) -> tuple[TicketId, DraftId]:
            ticket_id, _ = await records.tickets.receive(message)
            return ticket_id, await records.drafts.request(ticket_id, hint)

        return await self.store.write(receive)
