"""What is remembered of comparing passages with those nearest to them: only what changed is compared again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.ids import ArticleId, PassageId


@dataclass(frozen=True)
class ComparedPassage:
    """A passage that serves; of several with the same text the first. `nearest` is what `Comparison.nearest` said of it, None
    when nobody looked since it is there; `agrees` are the keys of those it was compared with and does not contradict, one
    behind the other."""

    id: PassageId
    article_id: ArticleId
    hash: str
    nearest: bytes | None
    agrees: bytes


class ComparedRecords(Protocol):
    async def standing(self, embedder: str, barred: Collection[ArticleId], limit: int) -> list[ComparedPassage]:
        """Those with a vector of that embedder, not of these articles, the oldest first."""
        ...

    async def vectors(self, embedder: str, ids: Sequence[PassageId]) -> list[bytes]:
        """In order. One whose passage or vector is gone meanwhile has none: b''."""
        ...

    async def sweep(self, rules: str, barred: Collection[ArticleId]) -> None:
        """Forgets passages that serve no more, and what was compared by other rules."""
        ...

    async def put_nearest(self, embedder: str, nearest: Mapping[str, bytes]) -> None:
        """hash → see ComparedPassage."""
        ...

    async def put_agreeing(self, agreeing: Mapping[str, bytes]) -> None:
        """hash → keys to remember behind those already known."""
        ...
