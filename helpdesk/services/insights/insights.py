"""The desk in numbers."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.insights import Numbers
from helpdesk.domain.progress import Report, unheard
from helpdesk.domain.reliability import Judgement
from helpdesk.domain.sheet import Cover, Sheet
from helpdesk.domain.trends import Trends
from helpdesk.ports import Clock, Store
from helpdesk.ports.certifying_records import Stretch
from helpdesk.ports.sheet_page import SheetPage
from helpdesk.services.insights import exporting, judging, trending
from helpdesk.services.insights.exporting import WantedTable
from helpdesk.services.redacting import Redacting


@dataclass(frozen=True)
class Insights:
    store: Store
    clock: Clock
    pages: SheetPage
    hiding: Redacting

    async def today(self) -> Numbers:
        """Since midnight of the desk's own day."""
        midnight = self.clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return await self.store.read(lambda records: records.insights.numbers(midnight))

    async def trends(self, days: int) -> Trends:
        """The last `days` days, today included."""
        now = self.clock.now()
        return await self.store.read(lambda records: trending.trends(records, days, now))

    async def drafters(self) -> list[tuple[str, str]]:
        """(writer, scorer) of every writer that has drafted here, as it is scored now."""
        return await self.store.read(lambda records: records.judged_drafts.drafters())

    async def judgement(self, drafter: tuple[str, str], delta: float, counted: Stretch | None = None) -> Judgement:
        """How far that scorer can be relied on; bounds of single cuts hold with confidence 1 - `delta`, and are read off what
        is `counted` as evidence (None: off all its drafts)."""
        now = self.clock.now()
        return await self.store.read(lambda records: judging.judgement(records, drafter, delta, now, counted))

    async def save_page(self, target: Path, cover: Cover, sheets: Sequence[Sheet]) -> None:
        """One file that needs nothing but itself. Raises BadInput when it cannot be written there."""
        text = await asyncio.to_thread(self.pages.page, cover, sheets)
        await asyncio.to_thread(exporting.put, target, text)

    async def columns(self, names: Sequence[str] = ()) -> tuple[str, ...]:
        """What an export of these names holds; without any all but whole texts. Raises BadInput."""
        return await self.store.read(lambda records: exporting.columns_of(records, names))

    async def export(self, wanted: WantedTable, report: Report = unheard) -> int:
        """Every ticket as a row of a .csv file; how many there were. Raises BadInput."""
        return await self.store.read(lambda records: exporting.export(records, wanted, self.hiding, report))
