"""The spine: a requested draft becomes an answered one. Conversation → evidence → text → verdict → one write."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.asks import asks_in
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.draft import Answer, Draft, DraftState, Fingerprint, Verdict, WrittenReply
from helpdesk.domain.errors import Broken, InvalidTransition, NotReady
from helpdesk.domain.events import DraftReady, DraftTextGrew, Event
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.scoring import SCORER
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.ports.writing import WritingTask
from helpdesk.services.confidence import Confidence, topic
from helpdesk.services.drafting import Drafting, asked_last, in_words

Publish = Callable[[Event], None]
SECONDS_BETWEEN_UPDATES = 1 / 30


class Gatherer(Protocol):
    """Retrieval as the pipeline needs it."""

    async def gather(
        self, conversation_subject: str, message: str, earlier: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]: ...


@dataclass(frozen=True)
class Steps:
    """What a draft passes through; `embedder` and `chunker` name what the evidence was found by, for the fingerprint."""

    retrieval: Gatherer
    drafting: Drafting
    confidence: Confidence
    embedder: Callable[[], Awaitable[str]]
    chunker: str


@dataclass(frozen=True)
class _Drafted:
    task: WritingTask
    reply: WrittenReply
    verdict: Verdict
    fingerprint: Fingerprint


class Pipeline:
    def __init__(self, store: Store, steps: Steps, clock: Clock, publish: Publish) -> None:
        self._store = store
        self._steps = steps
        self._clock = clock
        self._publish = publish

    async def next(self) -> bool:
        """Writes the most urgent requested draft, else the oldest; False when none waits."""
        waiting = await self._store.read(lambda records: records.drafts.requested(1))
        if not waiting:
            return False
        with suppress(InvalidTransition):  # somebody else wrote or retired it in between
            await self.answer(waiting[0][0])
        return True

    async def waiting(self) -> list[tuple[DraftId, TicketId]]:
        """Every requested draft, in the order they are written."""
        return await self._store.read(lambda records: records.drafts.requested(1_000_000))

    async def answer(self, draft_id: DraftId) -> Draft:
        """Writes one requested draft. A draft superseded meanwhile stays so, and nothing is stored. What goes wrong with this
        draft alone marks it FAILED with the reason, so that the next one gets its turn. Raises InvalidTransition, NotFound."""
        draft, conversation = await self._store.read(lambda records: _opened(records, draft_id))
        if draft.state is not DraftState.REQUESTED:
            raise InvalidTransition("draft", draft.state)
        try:
            drafted = await self._drafted(draft, conversation)
        except NotReady as error:
            await self._fail(draft, in_words(error))
        except Broken:
            raise
        except Exception as error:
            await self._fail(draft, f"unexpected {type(error).__name__}")
            raise
        else:
            await self._keep(draft, drafted)
        return await self._store.read(lambda records: records.drafts.get(draft_id))

    async def ask(self, question: str) -> Answer:
        """The same for a question without a ticket; nothing is stored."""
        begun = self._clock.seconds()
        asks, evidence = await self._steps.retrieval.gather("", question, ())
        task = self._steps.drafting.question(question, asks, evidence)
        reply = await self._steps.drafting.write(task, lambda _: None)
        verdict = self._steps.confidence.assess(task, reply)
        return Answer(question, reply, verdict, self._clock.seconds() - begun)

    async def _drafted(self, draft: Draft, conversation: Conversation) -> _Drafted:
        last = conversation.last_customer_message
        message = f"{asked_last(conversation)}\n{draft.hint}".strip()
        earlier = [new_words(m.body) for m in conversation.messages if m.kind is MessageKind.CUSTOMER and m is not last]
        asks, evidence = await self._steps.retrieval.gather(conversation.ticket.subject, message, earlier)
        if draft.hint:
            asks = asks_in(asked_last(conversation), conversation.ticket.subject)
        task = self._steps.drafting.task(conversation, asks, evidence, draft.hint)
        stream = _Stream(draft.id, self._clock, self._publish)
        reply = await self._steps.drafting.write(task, stream.grew)
        stream.flush()
        return _Drafted(task, reply, self._steps.confidence.assess(task, reply), await self._fingerprint(reply))

    async def _fingerprint(self, reply: WrittenReply) -> Fingerprint:
        try:
            embedder = await self._steps.embedder()
        except NotReady:
            embedder = ""
        return Fingerprint(reply.writer, reply.model, reply.prompt, embedder, self._steps.chunker, SCORER)

    async def _keep(self, draft: Draft, drafted: _Drafted) -> None:
        async def keep(records: Records) -> bool:
            kept = await records.drafts.answered(draft.id, drafted.reply, drafted.verdict, drafted.fingerprint)
            if kept:
                await records.tickets.set_topic(draft.ticket_id, topic(drafted.task.evidence), drafted.task.language)
                await records.log.note(
                    "draft-answered",
                    ticket_id=draft.ticket_id,
                    draft_id=draft.id,
                    writer=drafted.reply.writer,
                    route=drafted.verdict.route,
                    score=drafted.verdict.score,
                    abstained=drafted.reply.abstained,
                )
            return kept

        if await self._store.write(keep):
            self._publish(DraftReady(draft.id, draft.ticket_id))

    async def _fail(self, draft: Draft, reason: str) -> None:
        async def fail(records: Records) -> None:
            await records.drafts.failed(draft.id, reason)
            await records.log.note("draft-failed", ticket_id=draft.ticket_id, draft_id=draft.id, reason=reason)

        await self._store.write(fail)
        self._publish(DraftReady(draft.id, draft.ticket_id))


async def _opened(records: Records, draft_id: DraftId) -> tuple[Draft, Conversation]:
    draft = await records.drafts.get(draft_id)
    return draft, await records.tickets.conversation(draft.ticket_id)


class _Stream:
    """Passes on what grows, at most 30 times a second, and always the last state."""

    def __init__(self, draft_id: DraftId, clock: Clock, publish: Publish) -> None:
        self._draft_id = draft_id
        self._clock = clock
        self._publish = publish
        self._said_at = float("-inf")
        self._text = ""
        self._said = ""

    def grew(self, text: str) -> None:
        self._text = text
        if self._clock.seconds() - self._said_at >= SECONDS_BETWEEN_UPDATES:
            self.flush()

    def flush(self) -> None:
        if self._text != self._said:
            self._said_at = self._clock.seconds()
            self._said = self._text
            self._publish(DraftTextGrew(self._draft_id, self._text))
