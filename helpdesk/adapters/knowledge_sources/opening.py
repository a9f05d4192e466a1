"""Files are looked into where they are read afterwards: opening and hashing thousands of them in the window's process would
take the interpreter from it, a little for each."""

import asyncio
from collections.abc import AsyncIterator, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from zlib import crc32

from helpdesk.adapters.knowledge_sources.folder import FolderSource
from helpdesk.adapters.processes import WorkerLost, WorkerProcess
from helpdesk.domain.article import FileFailure
from helpdesk.ports.knowledge import FoundFile, KnowledgeSource, Opened

AT_ONCE = 64


@dataclass(frozen=True)
class Share:
    """The `number`th of `shares` of the wanted paths."""

    wanted: Container[str]
    number: int
    shares: int

    def __contains__(self, path: object) -> bool:
        return crc32(str(path).encode("utf-8", "replace")) % self.shares == self.number and path in self.wanted


@dataclass
class Look:
    """One worker's part of the files, portion by portion; of one that was lost it is begun again here."""

    worker: WorkerProcess
    source: KnowledgeSource
    wanted: Container[str]
    _place: int = -1
    _here: Iterator[FoundFile | FileFailure] | None = None

    async def next(self) -> Sequence[Opened | FileFailure]:
        """Empty at the end."""
        if self._here is None:
            try:
                if self._place < 0:
                    self._place = await self.worker.call(_begin, self.source, self.wanted)
                return await self.worker.call(_go_on, self._place)
            except WorkerLost:
                self._here = self.source.files(self.wanted)
        return await asyncio.to_thread(Opened.next_of, self._here, AT_ONCE)


@dataclass(frozen=True)
class OpenedApart:
    """A folder by all workers side by side, so in no order; an archive by one, for each would unpack all of it. What more than
    one of them tells is told once."""

    workers: Sequence[WorkerProcess]

    async def __call__(self, source: KnowledgeSource, wanted: Container[str]) -> AsyncIterator[Sequence[Opened | FileFailure]]:
        told: set[Opened | FileFailure] = set()
        workers = self.workers if isinstance(source, FolderSource) else self.workers[:1]
        looks = [Look(worker, source, Share(wanted, number, len(workers))) for number, worker in enumerate(workers)]
        under_way = {asyncio.create_task(look.next()): look for look in looks}
        try:
            while under_way:
                done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    look, some = under_way.pop(task), task.result()
                    if some:
                        under_way[asyncio.create_task(look.next())] = look
                        yield [one for one in some if one not in told]
                        told.update(some)
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)


# In the worker:

_numbers = count()
_under_way: dict[int, Iterator[FoundFile | FileFailure]] = {}


def _begin(source: KnowledgeSource, wanted: Container[str]) -> int:
    """A source that was left half way is forgotten by the next."""
    place = next(_numbers)
    _under_way.clear()
    _under_way[place] = source.files(wanted)
    return place


def _go_on(place: int) -> list[Opened | FileFailure]:
    if place not in _under_way:
        raise WorkerLost("another source was begun")
    return Opened.next_of(_under_way[place], AT_ONCE)
