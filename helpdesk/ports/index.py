"""The disposable index over passages, reached across a process boundary."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.progress import Report


@dataclass(frozen=True)
class PassageVector:
    """What a leg needs of a passage: `text` is its embedded text, `vector` little-endian float32, empty while on its way."""

    passage_id: PassageId
    article_id: int
    kb_id: KnowledgeBaseId
    text: str
    vector: bytes


@dataclass(frozen=True)
class IndexQuestion:
    """`kb_ids` empty: all; `articles` None: all, else only these; never those in `barred`. `limit` is how many candidates each
    leg may bring: what a filter shuts out takes no place. `synonyms` maps a stem of the question to stems meant as well,
    `stand_ins` one to words that are searched for should no passage have it."""

    text: str
    kb_ids: tuple[KnowledgeBaseId, ...] = ()
    limit: int = 50
    articles: frozenset[int] | None = None
    barred: frozenset[int] = frozenset()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stand_ins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def spoken(self, instead: Mapping[str, Sequence[str]]) -> str:
        """Its text with the words that stand in for others, for what goes by meaning."""
        return " ".join((self.text, *dict.fromkeys(word for words in instead.values() for word in words)))


class Candidate(NamedTuple):
    """A passage one or both legs brought, with the scores of both: `bm25` ≥ 0 (0: no word of the question is in it), `cosine`
    in [-1, 1] (None: the question or the index has no vector). `matched` are the question's stems in it, rarest first."""

    passage_id: PassageId
    bm25: float
    cosine: float | None
    article_id: int = 0
    matched: tuple[str, ...] = ()


@dataclass(frozen=True)
class IndexAnswer:
    """`frequencies` says of each of the question's telling stems in how many of all `passages` it stands (0: nobody knows it),
    `corrected` which stem was searched instead of one nobody knows, `instead` which words stood in for it, the most frequent
    first; how frequent their stems are is said too. `change` is the store's change number that answered."""

    candidates: tuple[Candidate, ...]
    frequencies: Mapping[str, int] = field(default_factory=dict)
    passages: int = 0
    corrected: Mapping[str, str] = field(default_factory=dict)
    change: int = 0
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class IndexState:
    """`trusted` only when the epoch's manifest, counts and canaries hold; `words` says why not. `change` is the store's change
    number the epoch stands at. `set_aside` names the epochs found damaged lately, and in what."""

    trusted: bool
    epoch: str
    passages: int
    embedder: str
    words: str
    change: int = 0
    set_aside: tuple[str, ...] = ()


class PassageIndex(Protocol):
    """Both legs and the embedder, in the index process. Every method may raise IndexStale (no trusted epoch, process gone) and
    starts the process again by itself on the next call."""

    async def state(self) -> IndexState:
        """Opens the current epoch if need be and says whether it is trusted. Never raises."""
        ...

    async def embedder_fingerprint(self) -> str:
        """Of the embedder `embed` uses now; the serving epoch may still be of another, see `state`."""
        ...

    async def learn(self, texts: AsyncIterator[Sequence[str]]) -> bytes:
        """What the embedder learns from all these texts; nothing changes yet. Empty for one that comes with its weights."""
        ...

    async def adopt(self, learned: bytes) -> None:
        """From now on `embed` works with what was learned. The serving epoch keeps the embedder it was built with until a
        rebuild replaces it."""
        ...

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        """Works without an epoch. Raises EmbedderUnusable, or IndexStale when the process dies."""
        ...

    async def search(self, question: IndexQuestion) -> IndexAnswer: ...

    async def search_all(self, questions: Sequence[IndexQuestion]) -> list[IndexAnswer]:
        """The same for several at once, in their order."""
        ...

    async def rebuild(
        self,
        passages: AsyncIterator[Sequence[PassageVector]],
        change: int,
        total: int,
        report: Report,
        vectors: AsyncIterator[Sequence[bytes]] | None = None,
    ) -> IndexState:
        """Builds a new epoch beside the serving one from batches, verifies it by reading back, and swaps it in by one rename.
        `change` is the store's change number the passages were read at. `vectors`, when given, are asked for after the last
        passage, one for each in the same order: the passages come without theirs."""
        ...

    async def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
        """Brings the serving epoch from its change number to `change`."""
        ...

    async def improve(self, report: Report) -> bool:
        """Makes the trusted epoch quicker or smaller, beside it and without holding up a search; True when it is better now.
        Safe beside every other method; cheap when there is nothing to do. Cancelling it leaves the epoch as it is."""
        ...

    async def aclose(self) -> None: ...
