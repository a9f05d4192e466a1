"""What retrieval found for a question, with its scores laid open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
from helpdesk.domain.score_parts import Part


@dataclass(frozen=True)
class SearchFilter:
    """What a search may bring at all; empty fields let everything through. `language` is an ISO 639-1 code."""

    kb_ids: tuple[KnowledgeBaseId, ...] = ()
    audience: Audience | None = None
    language: str = ""
    fresh_only: bool = False


class SecondLooked(StrEnum):
    """What came of a second look at what was found. NOT: none is set."""

    NOT = "not"
    DONE = "done"
    LATE = "late"
    LOADING = "loading"
    FAILED = "failed"


@dataclass(frozen=True)
class LeftOut:
    """An article that would have been found but for a filter, its status or its age: `reason` says which, in words."""

    article_id: ArticleId
    kb: str
    path: str
    title: str
    reason: str


@dataclass(frozen=True)
class Hit:
    """A found passage. `lexical` and `vector` are each leg's score scaled to [0, 1] (0 when the leg did not find it), `score`
    the fused one by which hits are ordered; `cosine` and `bm25` are the raw values behind them. `matched` are the question's
    words it has, `corrected` pairs (as written, as searched for), `alike` pairs (as written, its own word for
    the same). `beside` are the neighbours in its article that it brings along; a hit that came only so is `brought`.
    `second` is what a second look thought of it, in [0, 1]. `parts` say what the score of a question by itself is made of;
    one that `repeats` says so much of what better ones say that it stands below others with a lower score."""

    passage: Passage
    score: float
    lexical: float
    vector: float
    bm25: float = 0.0
    cosine: float = 0.0
    matched: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    beside: tuple[Passage, ...] = ()
    brought: bool = False
    second: float | None = None
    parts: tuple[Part, ...] = ()
    repeats: bool = False

    @property
    def has(self) -> tuple[str, ...]:
        """What of the question stands in it: the words themselves, then those it has another spelling or word for."""
        return (*self.matched, *(f"{written} → {own}" for written, own in (*self.corrected, *self.alike)))

    @property
    def text(self) -> str:
        """The passage and what it brings, in the order of the article."""
        return "\n\n".join(one.text for one in sorted((self.passage, *self.beside), key=lambda one: one.lines))


class SearchPath(StrEnum):
    """Which engine answered."""

    INDEX = "index"
    FALLBACK = "fallback"
    WORDS_ONLY = "words-only"


@dataclass(frozen=True)
class Searched:
    """How a question was put to the search: in its `own` words, and pulled by `share` (0 to 1) towards what those of the
    conversation `around` it bring; without own ones by those alone. `corrected` pairs (as written, as searched for);
    `kept_out` articles stayed out for their status, `overdue` ones for their age."""

    own: str
    around: str
    share: float
    corrected: tuple[tuple[str, str], ...] = ()
    kept_out: int = 0
    overdue: int = 0


@dataclass(frozen=True)
class Evidence:
    """Hits for one question, best first. `coverage` is the idf-weighted share of the question's words that the hits contain,
    `agreement` how well the two legs agree on their best passage; both in [0, 1]. `rarity` is the idf of the stems
    looked for; `searched` is None where it was not searched for a draft. `failure` says why there was no `second` look."""

    question: str
    hits: tuple[Hit, ...]
    path: SearchPath
    coverage: float
    agreement: float
    rarity: Mapping[str, float] = field(default_factory=dict, compare=False)
    left_out: tuple[LeftOut, ...] = ()
    searched: Searched | None = field(default=None, compare=False)
    second: SecondLooked = field(default=SecondLooked.NOT, compare=False)
    failure: str = field(default="", compare=False)
