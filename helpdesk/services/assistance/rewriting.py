"""A reply in other words, offered as changes to take or leave. Nothing is stored, and nothing is applied by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.draft import Draft
from helpdesk.domain.errors import BadInput, NotReady
from helpdesk.domain.events import Event, RewriteGrew
from helpdesk.domain.ids import DraftId
from helpdesk.domain.language import NAMES
from helpdesk.domain.letter import framed
from helpdesk.domain.letter_parts import LetterParts, parts_of
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.proof import Proof
from helpdesk.domain.redaction import Vault
from helpdesk.domain.rewriting import RULES, Concern, Rewritten, Tool, Wish
from helpdesk.domain.shortening import shortened
from helpdesk.ports.assisting import Assistant, Told
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.assistance import checking
from helpdesk.settings import Settings

SECONDS_BETWEEN_UPDATES = 1 / 30
WITHOUT_A_MODEL = frozenset({Tool.SHORTER})


@dataclass(frozen=True)
class Offer:
    """A tool, and what keeps it from being used now (None: nothing)."""

    tool: Tool
    obstacle: NotReady | None


class Hiding(Protocol):
    def vault(self, conversation: Conversation, *more: str) -> Vault: ...


class Prover(Protocol):
    async def deepened(self, draft_id: DraftId, text: str | None = None) -> Proof: ...


@dataclass(frozen=True)
class Rewriting:
    store: Store
    assistant: Assistant
    hiding: Hiding
    prover: Prover
    clock: Clock
    publish: Callable[[Event], None]
    settings: Settings

    async def tools(self) -> tuple[Offer, ...]:
        obstacle = await self._obstacle()
        return tuple(Offer(tool, None if tool in WITHOUT_A_MODEL else obstacle) for tool in Tool)

    async def rewrite(self, draft_id: DraftId, text: str, wish: Wish) -> Rewritten:
        """`text` is what the editor holds; greeting and closing stay as they are (a translation gets those of its language).
        While it is told, RewriteGrew says how far it is; cancelling ends that. Raises NotReady, BadInput, NotFound."""
        checked(wish)
        begun = self.clock.seconds()
        draft, conversation = await self.store.read(lambda records: _opened(records, draft_id))
        letter = parts_of(text, self.settings.every_signature)
        if wish.tool in WITHOUT_A_MODEL and await self._obstacle() is not None:
            question = _question(conversation)
            after, by, concerns = _put(letter, shortened(letter.body, question)), RULES, list[Concern]()
        else:
            after, by, concerns = await self._told(draft, conversation, letter, wish)
        concerns += [*checking.of_facts(text, after), *checking.of_filter(text, after)]
        concerns += await self._unproved(draft_id, text, after, wish)
        return Rewritten(wish, text, after, tuple(concerns), by, self.clock.seconds() - begun)

    async def _told(
        self, draft: Draft, conversation: Conversation, letter: LetterParts, wish: Wish
    ) -> tuple[str, str, list[Concern]]:
        vault = self.hiding.vault(conversation, draft.hint, letter.body, wish.instruction)
        grow = _Growing(draft.id, lambda text: vault.restore(text).text, self.clock, self.publish)
        hidden = Wish(wish.tool, wish.language, vault.hide(wish.instruction))
        told = await self.assistant.rewrite(vault.hide(letter.body), hidden, grow)
        restored = vault.restore(told.text)
        body = parts_of(restored.text, self.settings.every_signature).body
        concerns = [*checking.of_placeholders(restored.unresolved), *_incomplete(told), *checking.of_language(wish, body)]
        by = f"{told.model}@{told.digest[:12]}"
        if wish.tool is Tool.TRANSLATE and letter.greeting:
            signature, tone = self.settings.signature_in(wish.language), self.settings.tone
            return framed(body, conversation.requester.name, wish.language, signature, tone), by, concerns
        return _put(letter, body), by, concerns

    async def _unproved(self, draft_id: DraftId, before: str, after: str, wish: Wish) -> Sequence[Concern]:
        """A translation has hardly a word in common with its sources: that it cannot be compared is a concern of its own."""
        if wish.tool is Tool.TRANSLATE or before == after:
            return ()
        return list(
            checking.of_proof(await self.prover.deepened(draft_id, before), await self.prover.deepened(draft_id, after))
        )

    async def _obstacle(self) -> NotReady | None:
        try:
            await self.assistant.ready()
        except NotReady as obstacle:
            return obstacle
        return None


def checked(wish: Wish) -> None:
    """Raises BadInput for a translation into nothing and an instruction without words."""
    if wish.tool is Tool.TRANSLATE and wish.language not in NAMES:
        raise BadInput("language", 0, f"there is no language {wish.language!r}; give one of {', '.join(NAMES)}")
    if wish.tool is Tool.INSTRUCTION and not wish.instruction.strip():
        raise BadInput("instruction", 0, "say in a few words what should be different")


def _put(letter: LetterParts, body: str) -> str:
    return f"{letter.greeting}{body}{letter.closing}"


def _question(conversation: Conversation) -> str:
    last = conversation.last_customer_message
    return f"{conversation.ticket.subject}\n{new_words(last.body) if last else ''}"


def _incomplete(told: Told) -> list[Concern]:
    return [] if told.complete else [Concern("incomplete", "The model was cut off before it was done.")]


async def _opened(records: Records, draft_id: DraftId) -> tuple[Draft, Conversation]:
    draft = await records.drafts.get(draft_id)
    return draft, await records.tickets.conversation(draft.ticket_id)


class _Growing:
    """Says at most 30 times a second how far it is; pieces a second are a model's tokens a second."""

    def __init__(
        self, draft_id: DraftId, restored: Callable[[str], str], clock: Clock, publish: Callable[[Event], None]
    ) -> None:
        self._draft_id = draft_id
        self._restored = restored
        self._clock = clock
        self._publish = publish
        self._begun: float | None = None
        self._said_at = float("-inf")
        self._pieces = 0

    def __call__(self, text: str) -> None:
        now = self._clock.seconds()
        self._begun = now if self._begun is None else self._begun
        self._pieces += 1
        if now - self._said_at >= SECONDS_BETWEEN_UPDATES:
            self._said_at = now
            lasted = now - self._begun
            speed = (self._pieces - 1) / lasted if lasted > 0 else 0.0
            self._publish(RewriteGrew(self._draft_id, self._restored(text), speed))
