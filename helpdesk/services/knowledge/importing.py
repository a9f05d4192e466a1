"""One import from the path a person named to the last stored file."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.article import Audience
from helpdesk.domain.ids import ImportRunId
from helpdesk.domain.import_run import ImportReport, KnownFile, RunKind
from helpdesk.domain.progress import Report
from helpdesk.ports import Clock, KnowledgeSource, Store
from helpdesk.ports.knowledge import Opening
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.placement import placement
from helpdesk.services.knowledge.reading import Reading
from helpdesk.services.knowledge.runs import ImportRun, Runs
from helpdesk.services.knowledge.survey import Ground, Survey, survey, unheeded


@dataclass(frozen=True)
class Order:
    """What is asked for. `only`: these files and no others; `again`: also what could not be read before and did not change."""

    path: Path
    kb: str | None
    kind: RunKind = RunKind.IMPORT
    audience: Audience | None = None
    only: frozenset[str] | None = None
    again: bool = False


@dataclass(frozen=True)
class Surveyed:
    """What lies at a path, compared with what is known of it."""

    source: KnowledgeSource
    ground: Ground
    found: Survey


@dataclass(frozen=True)
class Importing:
    store: Store
    runs: Runs
    reading: Reading
    source: Callable[[Path], KnowledgeSource]
    clock: Clock
    opening: Opening

    async def prepare(self, order: Order, report: Report) -> tuple[ImportRun, KnowledgeSource] | ImportReport:
        """A run with what there is to read, or what was found when a followed folder holds nothing new: that leaves no trace.
        Raises BadInput when there is nothing to import."""
        looked = await self._looked(order, report)
        source, ground, found, place = looked.source, looked.ground, looked.found, looked.ground.place
        found.included = await self.reading.includes.of_run(source, ground, found)
        if order.kind is RunKind.WATCH and nothing_new(found, ground):
            return ImportReport(ImportRunId(0), place.name, unchanged=found.unchanged)
        before = await self.runs.unfinished(place)
        return await self.runs.begin(place, found, order.kind, before), source

    async def _looked(self, order: Order, report: Report) -> Surveyed:
        """As soon as a file is found that has to be read, the reader gets ready while the others are compared."""
        getting: list[asyncio.Task[None]] = []

        def get_ready() -> None:
            if not getting:
                getting.append(asyncio.create_task(self.reading.reader.ready()))

        try:
            looked = await self.look(order, report, get_ready)
            await asyncio.gather(*getting)
        finally:
            for task in getting:
                task.cancel()
            await asyncio.gather(*getting, return_exceptions=True)
        return looked

    async def look(self, order: Order, report: Report, found_fresh: Callable[[], None] = unheeded) -> Surveyed:
        """Changes nothing. Raises BadInput when there is nothing to import."""
        source = await asyncio.to_thread(self.source, order.path)
        bases = await self.store.read(lambda records: records.knowledge.bases())
        place = await asyncio.to_thread(placement, order.path, order.kb, bases)
        base = next((found for found in bases if found.name == place.name), None)
        known: dict[str, KnownFile] = {}
        if base is not None:
            files = await self.store.read(lambda records: records.knowledge.files(base.id))
            known = {file.path: file for file in files}
        ground = Ground(
            place,
            base.folder if base else None,
            known,
            self.reading.reader.chunker,
            order.again,
            order.only,
            base.id if base else None,
        )
        pace = Pace("Comparing", await asyncio.to_thread(source.count), self.clock, report)
        return Surveyed(source, ground, await survey(source, ground, pace, self.opening, found_fresh))

    async def read(self, run: ImportRun, source: KnowledgeSource, report: Report) -> None:
        await self.reading.read(run, source, report)


def nothing_new(found: Survey, ground: Ground) -> bool:
    """Files that cannot be read are news the first time only."""
    told = {file.path: file.failure.reason for file in ground.known.values() if file.failure}
    return found.is_still and all(told.get(failure.path) == failure.reason for failure in found.refused)
