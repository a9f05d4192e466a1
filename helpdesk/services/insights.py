"""The desk in numbers."""

from dataclasses import dataclass

from helpdesk.domain.insights import Numbers
from helpdesk.ports import Clock, Store


@dataclass(frozen=True)
class Insights:
    store: Store
    clock: Clock

    async def today(self) -> Numbers:
        """Since midnight of the desk's own day."""
        midnight = self.clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return await self.store.read(lambda records: records.insights.numbers(midnight))
