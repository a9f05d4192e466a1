"""Comparing passages with those nearest to them, apart from the desk: it is work for minutes after a large import."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from struct import Struct
from typing import Protocol

from helpdesk.domain.article import Passage
from helpdesk.domain.contradictions import Disagreement

KEY_BYTES = 8
"""The first of a passage's hash."""

NEIGHBOUR = Struct(f"<{KEY_BYTES}sf")
"""One of those nearest to a passage: its key, and the cosine."""


@dataclass(frozen=True)
class HeldPassage:
    """`vector` is little-endian float32, L2-normalised; `nearest` what was said of it before, None when nobody looked."""

    key: bytes
    owner: int
    vector: bytes
    nearest: bytes | None


class Comparison(Protocol):
    """One comparison of many passages. Every call raises IndexStale when what it runs in was lost."""

    async def hold(self, passages: Sequence[HeldPassage]) -> None:
        """More passages; all of them are held before `nearest` is first asked."""
        ...

    async def nearest(self, at_once: int) -> Mapping[bytes, bytes]:
        """Of the next passages nobody looked at, and of those to which one of these is nearer than what they had: key →
        NEIGHBOURs of other owners, the nearest first. What is said does not depend on how it is portioned or was broken off.
        Empty when everything is said."""
        ...

    async def disagreements(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[tuple[Disagreement, ...]]:
        """Of each pair. One that cannot be compared, whatever is tried, has none, and the log says so."""
        ...


class Comparing(Protocol):
    def begun(self) -> AbstractAsyncContextManager[Comparison]:
        """What it takes is given back at the end of the context."""
        ...
