"""Long conversations in short."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.errors import NotReady
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.reply import without_markers
from helpdesk.domain.thread_summary import Summary, said_in_public, summed
from helpdesk.ports.assisting import Assistant, Turn
from helpdesk.ports.store import Store
from helpdesk.services.assistance.checking import invented
from helpdesk.services.assistance.rewriting import Hiding
from helpdesk.services.obstacles import in_words

MOST_KEPT = 256
CUT_OFF = "the model was cut off"


@dataclass(frozen=True)
class Summaries:
    """What a model told is kept in memory until the conversation goes on; the rest is quick enough to be made anew."""

    store: Store
    assistant: Assistant
    hiding: Hiding
    _told: OrderedDict[tuple[TicketId, MessageId], Summary] = field(default_factory=OrderedDict, init=False)

    async def of(self, ticket_id: TicketId, *, ask_model: bool = False) -> Summary | None:
        """Of the ticket's public messages; None when there are none. With `ask_model` told by the model when it can, and
        `why_not` says why it could not. Raises NotFound."""
        conversation = await self.store.read(lambda records: records.tickets.conversation(ticket_id))
        taken = summed(conversation)
        if taken is None:
            return None
        kept = self._told.get((ticket_id, taken.upto))
        if kept is not None or not ask_model:
            return kept or taken
        try:
            told = await self._by_model(conversation, taken)
        except NotReady as obstacle:
            return replace(taken, why_not=in_words(obstacle))
        if told.told:
            self._told[ticket_id, taken.upto] = told
            while len(self._told) > MOST_KEPT:
                self._told.popitem(last=False)
        return told

    async def _by_model(self, conversation: Conversation, taken: Summary) -> Summary:
        vault = self.hiding.vault(conversation)
        public = said_in_public(conversation)
        turns = [
            Turn(
                message.kind is MessageKind.PUBLIC_REPLY,
                f"{message.at:%Y-%m-%d}",
                vault.hide(without_markers(new_words(message.body))),
            )
            for message in public
        ]
        said = await self.assistant.summarize(turns, lambda _: None)
        restored = vault.restore(said.text)
        known = "\n".join([conversation.ticket.subject, *(f"{m.at:%Y-%m-%d} {m.body}" for m in public)])
        strange = (*restored.unresolved, *invented(restored.text, known))
        if strange:
            return replace(taken, why_not=f"the model named {', '.join(strange[:3])}, which nobody said")
        if not said.complete:
            return replace(taken, why_not=CUT_OFF)
        return replace(taken, told=restored.text, by=f"{said.model}@{said.digest[:12]}")
