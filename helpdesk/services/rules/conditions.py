"""Which tickets a rule or a service level is for, as a person types it."""

from dataclasses import dataclass

from helpdesk.domain.condition import Conditions
from helpdesk.domain.search_words import Known, read
from helpdesk.ports.store import Records, Store


@dataclass(frozen=True)
class TypedConditions:
    store: Store

    async def read(self, text: str) -> Conditions:
        """In the language of the search field; nothing means every ticket. Raises QueryFault."""

        async def known(records: Records) -> Known:
            agents = {one.name: int(one.id) for one in await records.people.agents()}
            return Known(agents, tuple(one.key for one in await records.panel.definitions()))

        return read(text.strip(), await self.store.read(known)).conditions
