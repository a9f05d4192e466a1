"""A customer's message in the agent's own language, to be read. Nothing of it is stored or sent."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Protocol

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.errors import ModelStopped, NotFound
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.redaction import Vault
from helpdesk.domain.rewriting import Tool, Wish
from helpdesk.ports.assisting import Assistant
from helpdesk.ports.store import Store

MOST_KEPT = 100


@dataclass(frozen=True)
class Translated:
    """`by` is the model that told it."""

    text: str
    by: str


class Hiding(Protocol):
    def vault(self, conversation: Conversation, *more: str) -> Vault: ...


@dataclass(frozen=True)
class Translating:
    """What was translated is remembered while the program runs: a message never changes."""

    store: Store
    assistant: Assistant
    hiding: Hiding
    language: str
    _told: OrderedDict[tuple[MessageId, str], Translated] = field(default_factory=OrderedDict, init=False)

    async def of(self, ticket_id: TicketId, message_id: MessageId) -> Translated:
        """The model gets the message with its personal data hidden. Raises NotReady when no model can do it now, NotFound."""
        known = self._told.get((message_id, self.language))
        if known is not None:
            return known
        conversation = await self.store.read(lambda records: records.tickets.conversation(ticket_id))
        message = next((m for m in conversation.messages if m.id == message_id), None)
        if message is None:
            raise NotFound("message", str(message_id))
        vault = self.hiding.vault(conversation)
        told = await self.assistant.rewrite(
            vault.hide(new_words(message.body)), Wish(Tool.TRANSLATE, self.language), lambda _: None
        )
        restored = vault.restore(told.text)
        if not told.complete:
            raise ModelStopped("it was cut off before the translation was done")
        made = self._told[message_id, self.language] = Translated(restored.text, told.model)
        while len(self._told) > MOST_KEPT:
            self._told.popitem(last=False)
        return made
