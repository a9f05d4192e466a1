"""Where a text is looked over: a thread takes longer to begin than a short mail takes to be read."""

import asyncio
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

SHORT = 2_000
"""Characters that are looked over in less than a millisecond."""


async def looked_over(texts: Iterable[str], work: Callable[[], T]) -> T:
    """What `work` makes of these texts: at once when they are short, else while the loop goes on."""
    return work() if sum(map(len, texts)) <= SHORT else await asyncio.to_thread(work)
