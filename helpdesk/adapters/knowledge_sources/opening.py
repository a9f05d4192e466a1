"""Files are looked into where they are read afterwards: opening and hashing thousands of them in the window's process would
take the interpreter from it, a little for each."""

import asyncio
from collections.abc import AsyncIterator, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from helpdesk.adapters.processes import WorkerLost, WorkerProcess
from helpdesk.domain.article import FileFailure
from helpdesk.ports.knowledge import FoundFile, KnowledgeSource, Opened

AT_ONCE = 64


@dataclass(frozen=True)
class OpenedApart:
    """In the worker; what one that was lost had not told is looked into here."""

    worker: WorkerProcess

    async def __call__(self, source: KnowledgeSource, wanted: Container[str]) -> AsyncIterator[Sequence[Opened | FileFailure]]:
        told: set[str] = set()
        try:
            place = await self.worker.call(_begin, source, wanted)
            while some := await self.worker.call(_go_on, place):
                yield some
                told.update(one.path for one in some)
        except WorkerLost:
            files = source.files(wanted)
            while some := await asyncio.to_thread(Opened.next_of, files, AT_ONCE):
                yield [one for one in some if one.path not in told]


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
