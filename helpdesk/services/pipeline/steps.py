"""What a draft passes through, each step written down in the draft's journal: see domain.draft_step.Step for their order."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from helpdesk.domain.article import Passage
from helpdesk.domain.asks import asks_in
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.draft import Citation, Draft, Fingerprint, Hand, Verdict, WrittenReply
from helpdesk.domain.draft_step import Step
from helpdesk.domain.errors import NotReady
from helpdesk.domain.evidence import Evidence, LeftOut
from helpdesk.domain.past_answer import PastAnswer
from helpdesk.domain.redaction import Vault
from helpdesk.domain.track_record import TrackRecord
from helpdesk.domain.understanding import Understood
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records
from helpdesk.ports.understanding_records import Kept
from helpdesk.ports.writing import WritingTask
from helpdesk.services.certifying.delivering import Delivered
from helpdesk.services.confidence import Confidence
from helpdesk.services.drafting import Drafting
from helpdesk.services.looking_over import looked_over
from helpdesk.services.pipeline.beside import Beside
from helpdesk.services.pipeline.journal import Journal
from helpdesk.services.pipeline.searched_for import searched_for
from helpdesk.services.pipeline.tasks import Found, Tasks
from helpdesk.services.together import both, ended

Write = Callable[[WritingTask], Awaitable[WrittenReply]]


class Understander(Protocol):
    async def read(self, conversation: Conversation, kept: Kept) -> Understood: ...

    async def keep(self, records: Records, conversation: Conversation, understood: Understood) -> None: ...

    async def question(self, text: str) -> Understood: ...

    def own_words(self, body: str) -> str: ...


class Gatherer(Protocol):
    """Retrieval as the pipeline needs it."""

    async def gather(
        self, conversation_subject: str, message: str, earlier: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]: ...

    async def overdue(self, conversation_subject: str, message: str) -> tuple[LeftOut, ...]: ...


class Redactor(Protocol):
    """Personal data becomes placeholders on the way to a writer, and comes back in what it wrote."""

    def vault(self, conversation: Conversation, *more: str) -> Vault: ...

    def vault_of(self, *texts: str) -> Vault: ...

    def hidden(self, task: WritingTask, vault: Vault) -> WritingTask: ...

    def restored(self, reply: WrittenReply, vault: Vault) -> tuple[WrittenReply, tuple[str, ...]]: ...


class Arming(Protocol):
    """What a prompt carries so that its own words are known again in a reply. `code` names the rules of the last look."""

    @property
    def code(self) -> str: ...

    def armed(self, task: WritingTask) -> WritingTask: ...


@dataclass(frozen=True)
class Opened:
    """A draft to be written, and what it answers."""

    draft: Draft
    conversation: Conversation
    kept: Kept


@dataclass(frozen=True)
class Prepared:
    """`task` still holds the customer's own words; `vault` hides and restores them."""

    task: WritingTask
    vault: Vault
    understood: Understood


@dataclass(frozen=True)
class Drafted:
    task: WritingTask
    reply: WrittenReply
    verdict: Verdict
    fingerprint: Fingerprint


class Assessor(Protocol):
    """Who settles, in the transaction that stores a draft, whether it waits for a person."""

    async def assess(self, records: Records, draft: Draft, finished: Drafted) -> Delivered: ...


async def unknown(_: str, __: Sequence[Citation]) -> TrackRecord:
    return TrackRecord()


@dataclass(frozen=True)
class Steps:
    """`embedder`, `chunker` and `ways` name what the evidence was found by, for the fingerprint. `track` says how drafts on an
    intent and from these citations went before. Without `assessing` every draft waits for a person."""

    understanding: Understander
    retrieval: Gatherer
    beside: Beside
    redacting: Redactor
    guard: Arming
    tasks: Tasks
    drafting: Drafting
    confidence: Confidence
    embedder: Callable[[], Awaitable[str]]
    chunker: str
    clock: Clock
    track: Callable[[str, Sequence[Citation]], Awaitable[TrackRecord]] = unknown
    assessing: Assessor | None = None
    ways: str = ""

    async def prepared(self, opened: Opened, journal: Journal) -> Prepared:
        """Everything that comes before a writer. What the message says is searched for while it is being understood, and what
        of it nobody else may read is looked for while the index searches."""
        reading = asyncio.create_task(self._understood(opened, journal))
        try:
            (understood, found), vault = await both(
                self._retrieved(opened, journal, asyncio.shield(reading)), self._vault(opened, journal, asyncio.shield(reading))
            )
        finally:
            await ended(reading)
        return Prepared(self.tasks.of(opened.conversation, understood, found, opened.draft.hint), vault, understood)

    async def _retrieved(
        self, opened: Opened, journal: Journal, reading: "asyncio.Future[Understood]"
    ) -> tuple[Understood, Found]:
        with journal.step(Step.RETRIEVE) as details:
            understood, found = await self._found(opened.draft, opened.conversation, reading)
            details |= {"asks": len(found.asks), "found": _figures(found), "brought": _brought(found)}
            details |= {"macro": -found.macro.id if found.macro else 0, "past": found.past is not None}
        return understood, found

    async def _vault(self, opened: Opened, journal: Journal, reading: "asyncio.Future[Understood]") -> Vault:
        await reading
        with journal.step(Step.REDACT) as details:
            vault = await asyncio.to_thread(self.redacting.vault, opened.conversation, opened.draft.hint)
            details |= {"placeholders": len(vault.by_surface)}
        return vault

    async def _understood(self, opened: Opened, journal: Journal) -> Understood:
        with journal.step(Step.UNDERSTAND) as details:
            understood = await self.understanding.read(opened.conversation, opened.kept)
            details |= {"language": understood.language.shown, "intent": understood.intent.shown}
        return understood

    async def written(self, before: Prepared, journal: Journal, write: Write) -> Drafted:
        """What a writer makes of it, proved and judged; `write` gets the task without personal data."""
        with journal.step(Step.GENERATE) as details:
            details |= {"searched": searched_for(before.task.evidence, before.vault)}
            said = await write(self.guard.armed(self.redacting.hidden(before.task, before.vault)))
            details |= {"writer": said.writer, "model": said.model, "complete": said.complete, "fallback": bool(said.fallback)}
        with journal.step(Step.COMPLY) as details:
            reply, unresolved = self.redacting.restored(said, before.vault)
            record = await self.track(before.understood.intent.shown, reply.citations)
            task = await self._explained(before.task, reply)
            verdict = self.confidence.assess(task, reply, unresolved, before.understood, record)
            details |= {"score": verdict.score, "vetoes": list(verdict.vetoes)}
        hand = Hand(reply.writer, reply.model, reply.prompt)
        return Drafted(task, reply, verdict, await self._fingerprint(hand, verdict.scorer))

    async def drafter(self, writer: str, scorer: str) -> Fingerprint | None:
        """What would shape its next draft, without one; None while that cannot be told."""
        hand = await self.drafting.hand(writer)
        now = None if hand is None else await self._fingerprint(hand, scorer)
        return now if now is not None and now.embedder else None

    async def quoted(self, draft: Draft, conversation: Conversation) -> WrittenReply:
        """What the excerpts writer makes of it today, in the language known of the ticket; nothing is stored."""
        understood, found = await self._found(draft, conversation, self._anew(conversation))
        vault = await asyncio.to_thread(self.redacting.vault, conversation, draft.hint)
        task = self.tasks.of(conversation, understood, found, draft.hint)
        said = await self.drafting.quoted(self.redacting.hidden(task, vault), _unseen)
        return self.redacting.restored(said, vault)[0]

    async def _anew(self, conversation: Conversation) -> Understood:
        last, known = conversation.last_customer_message, conversation.ticket.language
        understood = await self.understanding.question(last.body if last else "")
        return replace(understood, language=replace(understood.language, corrected=known)) if known else understood

    async def answered(self, question: str, earlier: Sequence[str] = ()) -> tuple[WrittenReply, Verdict]:
        """The same for a question without a ticket; nothing is stored."""
        return await self._answered(question, earlier, lambda task: self.drafting.write(task, _unseen))

    async def rehearse(self, question: str) -> None:
        """Loads what drafts need: one is quoted, and the model asked whether it would write, but nothing of it."""
        await self.drafting.can_improve()
        await self._answered(question, (), lambda task: self.drafting.quoted(task, _unseen))

    async def _answered(self, question: str, earlier: Sequence[str], write: Write) -> tuple[WrittenReply, Verdict]:
        understood = await self.understanding.question(question)
        asks, evidence = await self.retrieval.gather("", question, earlier)
        task = self.tasks.question(question, earlier, understood, Found(asks, evidence))
        vault = await asyncio.to_thread(self.redacting.vault_of, question)
        said = await write(self.guard.armed(self.redacting.hidden(task, vault)))
        reply, unresolved = self.redacting.restored(said, vault)
        record = await self.track(understood.intent.shown, reply.citations)
        return reply, self.confidence.assess(await self._explained(task, reply), reply, unresolved, understood, record)

    async def _explained(self, task: WritingTask, reply: WrittenReply) -> WritingTask:
        """With what was left out for its age, where an answer is missing."""
        lacking = task.evidence and (reply.abstained or reply.missing)
        missed = await self.retrieval.overdue(task.subject, task.message) if lacking else ()
        return replace(task, evidence=(replace(task.evidence[0], left_out=missed), *task.evidence[1:])) if missed else task

    async def _found(
        self, draft: Draft, conversation: Conversation, understanding: Awaitable[Understood]
    ) -> tuple[Understood, Found]:
        """The agent's hint helps to find; what is asked stays what the customer asked."""
        (asks, evidence), (understood, macro, past) = await both(
            self._searched(draft, conversation), self._beside(conversation, understanding)
        )
        asked = asks_in(understood.words, conversation.ticket.subject) if draft.hint else asks
        return understood, Found(asked, evidence, macro, past)

    async def _searched(self, draft: Draft, conversation: Conversation) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        said = [m.body for m in conversation.messages if m.kind is MessageKind.CUSTOMER] or [""]
        *earlier, words = await looked_over(said, lambda: list(map(self.understanding.own_words, said)))
        return await self.retrieval.gather(conversation.ticket.subject, f"{words}\n{draft.hint}".strip(), earlier)

    async def _beside(
        self, conversation: Conversation, understanding: Awaitable[Understood]
    ) -> tuple[Understood, Passage | None, PastAnswer | None]:
        understood = await understanding
        language = self.tasks.language(understood)
        return (
            understood,
            *await both(self.beside.macro(conversation, understood, language), self.beside.past(conversation, language)),
        )

    async def _fingerprint(self, hand: Hand, scorer: str) -> Fingerprint:
        try:
            embedder = await self.embedder()
        except NotReady:
            embedder = ""
        found_by = (embedder, self.chunker)
        return Fingerprint(*hand, *found_by, scorer, self.guard.code, self.ways)


def _figures(found: Found) -> list[list[float]]:
    """Each passage with its score, that of the words and that of the meaning."""
    hits = {hit.passage.id: hit for evidence in found.evidence for hit in evidence.hits}
    return [[int(key), round(hit.score, 4), round(hit.lexical, 4), round(hit.vector, 4)] for key, hit in hits.items()]


def _unseen(_: str) -> None:
    """Nobody watches this one grow."""


def _brought(found: Found) -> list[int]:
    """Those that stand beside one that was found."""
    return [int(hit.passage.id) for evidence in found.evidence for hit in evidence.hits if hit.brought]
