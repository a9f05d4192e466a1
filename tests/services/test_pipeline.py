"""From a requested draft to an answered one, on the real store."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.article import Audience, Passage, ReadArticle, ReadPassage
from helpdesk.domain.asks import asks_in
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import DraftState, Route
from helpdesk.domain.errors import InvalidTransition, ModelServerDown, NotFound
from helpdesk.domain.events import DraftReady, DraftTextGrew, Event
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.import_run import RunKind
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.confidence import Confidence
from helpdesk.services.drafting import Drafting
from helpdesk.services.pipeline import Pipeline, Steps
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock
from tests.fakes.evidence import evidence
from tests.fakes.scripted_writer import ScriptedWriter

if TYPE_CHECKING:
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

    @property
    def pipeline(self) -> Pipeline:
        drafting = Drafting(self.writers, self.settings, self.clock.seconds)
        steps = Steps(self.known, drafting, Confidence(), self.embedder, "md-1")
        return Pipeline(self.store, steps, self.clock, self.heard.append)

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


@pytest.fixture
def spine(store: SqliteStore, clock: FixedClock) -> Spine:
    return Spine(store, clock)


async def test_a_requested_draft_is_written_cited_scored_and_ready(spine: Spine) -> None:
    await spine.knows(TEXT)
    ticket_id, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert draft.state is DraftState.IN_REVIEW
    assert "2. Hold the button for 10 seconds." in draft.text
    assert [c.path for c in draft.citations] == ["hub/reset.md"]
    assert draft.citations[0].quote in TEXT
    assert draft.route is Route.SEND
    assert draft.signals["coverage"] == 1
    assert draft.fingerprint is not None
    assert (draft.fingerprint.writer, draft.fingerprint.embedder, draft.fingerprint.chunker) == (
        "excerpts",
        "built-in-1",
        "md-1",
    )
    assert spine.heard[-1] == DraftReady(draft_id, ticket_id)
    ticket = await spine.store.read(lambda records: records.tickets.get(ticket_id))
    assert (ticket.topic, ticket.language) == ("hub", "en")


async def test_an_empty_knowledge_base_gives_an_honest_abstention(spine: Spine) -> None:
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert (draft.state, draft.abstained, draft.route) == (DraftState.IN_REVIEW, True, Route.ESCALATE)
    assert draft.missing


async def test_spam_gets_no_reply_suggested(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested("We offer SEO services and 500 backlinks")
    draft = await spine.pipeline.answer(draft_id)
    assert (draft.abstained, draft.text) == (True, "")
    assert "no reply suggested" in draft.reasons[0].words


async def test_the_lane_takes_the_oldest_and_says_when_none_waits(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, first = await spine.requested()
    spine.clock.advance(minutes=1)
    await spine.requested("How long do I hold the button of the hub?")
    assert await spine.pipeline.next()
    assert (await spine.store.read(lambda records: records.drafts.get(first))).state is DraftState.IN_REVIEW
    assert await spine.pipeline.next()
    assert not await spine.pipeline.next()


async def test_a_draft_superseded_while_it_is_written_is_not_stored(spine: Spine) -> None:
    await spine.knows(TEXT)
    ticket_id, draft_id = await spine.requested()

    class Slow(ExcerptsWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            await spine.store.write(lambda records: records.drafts.request(ticket_id))
            return await super().write(task, on_text)

    spine.writers = {"excerpts": Slow()}
    draft = await spine.pipeline.answer(draft_id)
    assert (draft.state, draft.text) == (DraftState.SUPERSEDED, "")
    assert not any(isinstance(event, DraftReady) for event in spine.heard)


async def test_a_written_draft_is_not_written_twice(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()
    await spine.pipeline.answer(draft_id)
    with pytest.raises(InvalidTransition):
        await spine.pipeline.answer(draft_id)
    with pytest.raises(NotFound):
        await spine.pipeline.answer(DraftId(999))


async def test_a_fault_in_one_draft_fails_that_draft_and_not_the_queue(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()
    broken = ScriptedWriter("excerpts")
    broken.fault = ZeroDivisionError()
    spine.writers = {"excerpts": broken}
    with pytest.raises(ZeroDivisionError):
        await spine.pipeline.answer(draft_id)
    failed = await spine.store.read(lambda records: records.drafts.get(draft_id))
    assert (failed.state, failed.failure) == (DraftState.FAILED, "unexpected ZeroDivisionError")
    assert not await spine.pipeline.next()


async def test_cancelling_leaves_the_draft_requested(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()
    begun = asyncio.Event()

    class Endless(ExcerptsWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            begun.set()
            await asyncio.Event().wait()

    spine.writers = {"excerpts": Endless()}
    writing = asyncio.create_task(spine.pipeline.answer(draft_id))
    await begun.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert (await spine.store.read(lambda records: records.drafts.get(draft_id))).state is DraftState.REQUESTED


async def test_growing_text_is_told_thirty_times_a_second_at_most_and_to_the_end(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested()

    class Chatty(ScriptedWriter):
        async def write(self, task, on_text):  # type: ignore[no-untyped-def]
            for length in range(1, 101):
                spine.clock.advance(milliseconds=10)
                on_text("x" * length)
            return await super().write(task, lambda _: None)

    spine.writers = {"excerpts": ExcerptsWriter(), "ollama": Chatty()}
    await spine.pipeline.answer(draft_id)
    told = [event.text for event in spine.heard if isinstance(event, DraftTextGrew)]
    assert 20 <= len(told) <= 31
    assert told[-1] == "x" * 100


async def test_the_agents_hint_joins_the_search_but_not_the_asks(spine: Spine) -> None:
    await spine.knows(TEXT)
    _, draft_id = await spine.requested(hint="Mention the button?")
    draft = await spine.pipeline.answer(draft_id)
    assert spine.known.asked[0][1] == "How do I reset the hub?\nMention the button?"
    assert "Mention" not in draft.text


async def test_without_an_embedder_the_draft_is_still_written(spine: Spine) -> None:
    await spine.knows(TEXT)
    spine.embedder_is_there = False
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert draft.state is DraftState.IN_REVIEW
    assert draft.fingerprint is not None
    assert draft.fingerprint.embedder == ""


async def test_a_lost_model_is_told_in_the_reasons(spine: Spine) -> None:
    await spine.knows(TEXT)
    model = ScriptedWriter()
    model.obstacle = ModelServerDown("http://127.0.0.1:11434")
    spine.writers = {"excerpts": ExcerptsWriter(), "ollama": model}
    spine.settings = replace(spine.settings, writer="ollama")
    _, draft_id = await spine.requested()
    draft = await spine.pipeline.answer(draft_id)
    assert any("no model server answers at http://127.0.0.1:11434" in reason.words for reason in draft.reasons)


async def test_a_question_is_answered_without_a_ticket_and_nothing_is_stored(spine: Spine) -> None:
    await spine.knows(TEXT)
    answer = await spine.pipeline.ask("How do I reset the hub?")
    assert answer.reply.text.startswith("To reset the hub: [1]")
    assert answer.verdict.score > 0.5
    assert await spine.pipeline.waiting() == []
