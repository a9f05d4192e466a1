"""What an embedder learned from the passages, the vectors made with it, and the desk's own synonyms."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.ids import PassageId


@dataclass(frozen=True)
class Learned:
    """What an embedder learned from `passages` passages, the last of them `through`; `fingerprint` is its name with it.
    `created_at` is None until it is kept."""

    fingerprint: str
    passages: int
    through: PassageId
    content: bytes
    created_at: datetime | None = None


class LearnedRecords(Protocol):
    """What an embedder learned from the passages, and the desk's own synonyms."""

    async def newest(self, embedder: str) -> Learned | None: ...

    async def keep(self, embedder: str, learned: Learned) -> None:
        """Older ones of the same embedder go, but for the one before."""
        ...

    async def sample(self, after: int, limit: int, *, public: bool = False) -> list[tuple[int, str]]:
        """(passage id, embedded text) by ascending id; `public`: only of what customers may read."""
        ...

    async def public_passages(self) -> int:
        """How many live passages customers may read."""
        ...

    async def written_after(self, passage: PassageId, *, public: bool = False) -> tuple[int, PassageId]:
        """How many live passages have a higher id, and the highest (`passage` itself when there is none)."""
        ...

    async def first_told(self, words: Sequence[str]) -> Mapping[str, PassageId]:
        """The first live passage that has the word; words that none has are left out."""
        ...

    async def vector_counts(self) -> Mapping[str, int]:
        """embedder → how many vectors of it are stored, the one written to last first."""
        ...

    async def drop_vectors(self, kept: Collection[str], limit: int) -> int:
        """Removes up to `limit` vectors of every embedder but these; how many."""
        ...

    async def drop_orphans(self, embedder: str, limit: int) -> int:
        """Removes up to `limit` vectors of this embedder that belong to no live passage; how many."""
        ...

    async def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """word → words that mean the same, as the admin wrote them."""
        ...

    async def set_synonyms(self, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        """Replaces all of them."""
        ...

    async def shipped_off(self) -> frozenset[str]:
        """The shipped lines of synonyms that are switched off, by name."""
        ...

    async def set_shipped_off(self, names: Sequence[str]) -> None: ...
