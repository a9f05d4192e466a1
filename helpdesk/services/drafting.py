"""Who writes a draft, and what happens when that writer cannot."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from helpdesk.domain import language
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.errors import HelpdeskError, ModelMissing, ModelServerDown, ModelStopped, NotReady
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.mail_history import new_words
from helpdesk.ports.writing import ReplyWriter, WritingTask
from helpdesk.settings import Settings

REMEMBERED_SECONDS = 20.0
"""How long an answer to 'is the model there?' stands, so that a queue of drafts asks once."""

EARLIER_TURNS = 6
ALWAYS_READY = "excerpts"
MODEL = "ollama"


class Drafting:
    def __init__(
        self, writers: Mapping[str, ReplyWriter], settings: Settings, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._writers = writers
        self._settings = settings
        self._seconds = seconds
        self._asked_at: float | None = None
        self._obstacle: NotReady | None = None

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        """A reply by the wanted writer, or by the excerpts writer with `fallback` saying why. With `auto` a model server that
        nobody started is no reason; one that does not do what it should is. Raises NotReady only when even that one cannot."""
        wanted = self._settings.writer
        chosen = self._writers.get(MODEL if wanted == "auto" else wanted)
        if chosen is None or chosen.name == ALWAYS_READY:
            return await self._writers[ALWAYS_READY].write(task, on_text)
        obstacle = await self._what_hinders(chosen)
        if obstacle is None:
            try:
                return await chosen.write(task, on_text)
            except NotReady as error:
                self._asked_at = None
                obstacle = error
        elif wanted == "auto" and is_absent(obstacle):
            return await self._writers[ALWAYS_READY].write(task, on_text)
        reply = await self._writers[ALWAYS_READY].write(task, on_text)
        return replace(reply, fallback=in_words(obstacle))

    async def _what_hinders(self, writer: ReplyWriter) -> NotReady | None:
        now = self._seconds()
        if self._asked_at is None or not 0 <= now - self._asked_at < REMEMBERED_SECONDS:
            try:
                await writer.ready()
                self._obstacle = None
            except NotReady as error:
                self._obstacle = error
            self._asked_at = now
        return self._obstacle

    def task(
        self, conversation: Conversation, asks: Sequence[str], evidence: Sequence[Evidence], hint: str = ""
    ) -> WritingTask:
        """What a writer needs of a ticket: its last customer message is answered, older turns are context."""
        last = conversation.last_customer_message
        earlier = tuple(
            new_words(m.body)
            for m in conversation.messages
            if m.kind is not MessageKind.INTERNAL_NOTE and (last is None or m.id != last.id)
        )
        return WritingTask(
            subject=conversation.ticket.subject,
            message=asked_last(conversation),
            earlier=earlier[-EARLIER_TURNS:],
            asks=tuple(asks),
            evidence=tuple(evidence),
            requester=conversation.requester.name,
            company=self._settings.company,
            agent=self._settings.agent_name,
            language=reply_language(asked_last(conversation), conversation.ticket.subject),
            hint=hint,
            signature=self.signature,
        )

    def question(self, question: str, asks: Sequence[str], evidence: Sequence[Evidence]) -> WritingTask:
        """A question without a ticket."""
        return WritingTask(
            subject="",
            message=question,
            earlier=(),
            asks=tuple(asks),
            evidence=tuple(evidence),
            requester="",
            company=self._settings.company,
            agent=self._settings.agent_name,
            language=reply_language(question, ""),
            letter=False,
        )

    @property
    def signature(self) -> str:
        return self._settings.signature or f"{self._settings.agent_name}\n{self._settings.company}"


def is_absent(obstacle: NotReady) -> bool:
    """Whether there simply is no model server, as on most workstations."""
    return isinstance(obstacle, ModelServerDown) and not obstacle.detail


def asked_last(conversation: Conversation) -> str:
    """The customer's last message without the mail it repeats and without its signature."""
    last = conversation.last_customer_message
    return new_words(last.body) if last else ""


def reply_language(message: str, subject: str) -> str:
    """The customer's language; English when it cannot be told."""
    return language.guess(message) or language.guess(f"{subject} {message}") or "en"


def in_words(error: HelpdeskError) -> str:
    """An obstacle as a clause for a reason."""
    if isinstance(error, ModelServerDown):
        return f"no model server answers at {error.host}" + (f" ({error.detail})" if error.detail else "")
    if isinstance(error, ModelMissing):
        return (
            f"the model {error.model} is not installed" if error.model else "the model server has no model that can write here"
        )
    if isinstance(error, ModelStopped):
        return f"the model stopped ({error.detail})"
    return "it is not ready"
