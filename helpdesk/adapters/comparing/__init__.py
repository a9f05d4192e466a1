"""Passages are compared in a process of their own, which lets others go first: after a large import it has work for minutes."""

import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from helpdesk.adapters.comparing import apart
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.article import Passage
from helpdesk.domain.contradictions import Disagreement
from helpdesk.domain.errors import IndexStale
from helpdesk.ports.comparing import HeldPassage

__all__ = ["ApartComparing", "ApartComparison"]

log = logging.getLogger(__name__)
T = TypeVar("T")

SECONDS = 120.0
"""A portion takes half a second; it lets everything else on the machine go first."""
MEGABYTES = 2_048
LOST = (WorkerLost, WorkerLate, MemoryError)


class ApartComparing:
    """The Comparing."""

    @asynccontextmanager
    async def begun(self) -> AsyncIterator["ApartComparison"]:
        worker = WorkerProcess("helpdesk-comparing", memory_mb=MEGABYTES)
        try:
            yield ApartComparison(worker)
        finally:
            await worker.aclose()


class ApartComparison:
    """The Comparison, in the worker's process."""

    def __init__(self, worker: WorkerProcess) -> None:
        self._worker = worker

    async def hold(self, passages: Sequence[HeldPassage]) -> None:
        await self._call(apart.hold, passages)

    async def nearest(self, at_once: int) -> Mapping[bytes, bytes]:
        return await self._call(apart.nearest, at_once)

    async def disagreements(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[tuple[Disagreement, ...]]:
        """What loses the worker is found by halves."""
        try:
            return await self._worker.call(apart.compared, pairs, seconds=SECONDS)
        except LOST as error:
            if len(pairs) > 1:
                half = len(pairs) // 2
                return [*await self.disagreements(pairs[:half]), *await self.disagreements(pairs[half:])]
            log.warning("%s and %s cannot be compared: %r", *(one.path for one in pairs[0]), error)
            return [()]

    async def _call(self, function: Callable[..., T], *args: Any) -> T:
        try:
            return await self._worker.call(function, *args, seconds=SECONDS)
        except (*LOST, apart.Forgotten) as error:
            raise IndexStale(f"the process that compares articles was lost ({error})") from error
