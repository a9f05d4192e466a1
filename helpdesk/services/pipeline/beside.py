"""What a writer is given beside the knowledge base: the desk's own macro, and an answer agents once approved."""

from dataclasses import dataclass

from helpdesk.domain.article import Passage
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.macro import VARIABLES, as_passage, values_of
from helpdesk.domain.past_answer import PastAnswer
from helpdesk.domain.understanding import Understood
from helpdesk.services.macro_choice import MacroChoice
from helpdesk.services.memory import Memory
from helpdesk.settings import Settings


@dataclass(frozen=True)
class Beside:
    macros: MacroChoice
    memory: Memory
    settings: Settings

    async def macro(self, conversation: Conversation, understood: Understood, language: str) -> Passage | None:
        """The one that fits best, its variables filled in. By the whole name, which is known again and hidden from a model."""
        found = await self.macros.best(f"{conversation.ticket.subject}\n{understood.words}", language)
        if found is None:
            return None
        values = dict.fromkeys(VARIABLES, "") | values_of(conversation, self.settings.agent_name, self.settings.company)
        return as_passage(found, values | {"first_name": values["customer"]})

    async def past(self, conversation: Conversation, language: str) -> PastAnswer | None:
        return await self.memory.near(conversation.ticket.id, language)
