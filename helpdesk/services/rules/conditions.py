"""Which tickets a rule or a service level is for, as a person types it."""

from dataclasses import dataclass

from helpdesk.domain.condition import Conditions
from helpdesk.domain.search_spelling import spelled
from helpdesk.domain.search_words import read
from helpdesk.ports.store import Store
from helpdesk.services.views.views import known


@dataclass(frozen=True)
class TypedConditions:
    store: Store

    async def read(self, text: str) -> Conditions:
        """In the language of the search field; nothing means every ticket. Raises QueryFault."""
        return read(text.strip(), await self.store.read(known)).conditions

    async def spelled(self, conditions: Conditions) -> str | None:
        """As a person would type them; None when the language has no words for them."""
        return spelled(conditions, await self.store.read(known))
