"""Parts that take long to start, shared by many tests."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Protocol, TypeVar

from helpdesk.adapters.index import LocalIndex, engine


class Closing(Protocol):
    async def aclose(self) -> None: ...


Part = TypeVar("Part", bound=Closing)
Index = TypeVar("Index", bound=LocalIndex)


@contextmanager
def lent(part: Part) -> Iterator[Part]:
    """Closed when the last test has given it back."""
    yield part
    asyncio.run(part.aclose())


@asynccontextmanager
async def lent_index(index: Index) -> AsyncIterator[Index]:
    """Closed in its process, which goes on for others."""
    yield index
    await index._worker.call(engine.leave, index._place)
