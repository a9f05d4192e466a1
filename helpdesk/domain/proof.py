"""What each sentence of a reply stands on: the span of a source that says it, and how far the two agree.

A sentence is *supported* when a span of its sources has nearly all of its telling words and nothing that disagrees,
*unsupported* when too few of its words are in any source or when a figure, an address or a denial differs, and *weak* between
the two.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from helpdesk.domain.agreement import Compared, Conflict, conflicts
from helpdesk.domain.facts import Kind, Token, tokens
from helpdesk.domain.ids import PassageId
from helpdesk.domain.spans import Source, Sources, Span
from helpdesk.domain.statements import Statement, statements

SUPPORTED_FROM, WEAK_FROM = 0.8, 0.45
"""Shares of a sentence's telling words, each weighed by its rarity, that the span must have."""
EVEN = 0.05
EACH_MORE = 0.08
"""What a longer span must bring besides: the shortest one that says it all is shown."""


SAME_MEANING, NEAR_MEANING, FAR_MEANING = 0.88, 0.72, 0.4
"""Cosines of a sentence-embedding model; decision 0021 says what they were read off."""


class Level(StrEnum):
    SUPPORTED = "supported"
    WEAK = "weak"
    UNSUPPORTED = "unsupported"


class Why(StrEnum):
    """What keeps a sentence from being supported."""

    WORDS = "words"
    NUMBER = "number"
    UNIT = "unit"
    ADDRESS = "address"
    DENIAL = "denial"
    OPPOSITE = "opposite"
    OTHER_SOURCE = "other-source"


@dataclass(frozen=True)
class SentenceProof:
    """Of `text[start:end]`. `span` are places in the text of the source `passage_id`; (0, 0) and None when there is none.
    `backing` is the share of the sentence's words its span has, in [0, 1], 0 when they disagree; `meaning` says that vectors
    moved the level."""

    start: int
    end: int
    level: Level
    passage_id: PassageId | None
    span: tuple[int, int]
    backing: float
    marks: tuple[int, ...] = ()
    why: tuple[Why, ...] = ()
    meaning: bool = False

    @property
    def contradicted(self) -> bool:
        return bool(_FINAL.intersection(self.why))


_FINAL = frozenset((Why.NUMBER, Why.UNIT, Why.ADDRESS, Why.DENIAL, Why.OPPOSITE))


Verdicts = dict[Statement, SentenceProof]
"""By sentence, wherever it stands."""


@dataclass(frozen=True)
class Proof:
    """Of a whole reply, in its order; only what states something is in it."""

    text: str
    sentences: tuple[SentenceProof, ...]
    sources: tuple[Source, ...] = ()

    def of(self, *levels: Level) -> tuple[SentenceProof, ...]:
        return tuple(one for one in self.sentences if one.level in levels)

    def said(self, one: SentenceProof) -> str:
        return self.text[one.start : one.end]

    def at(self, place: int) -> SentenceProof | None:
        """The sentence a place of the text is in."""
        return next((one for one in self.sentences if one.start <= place <= one.end), None)

    def source(self, one: SentenceProof) -> Source | None:
        """Where it stands, else the first source it names."""
        stands = next((source for source in self.sources if source.passage_id == one.passage_id), None)
        return stands or next((source for source in self.sources if set(source.marks) & set(one.marks)), None)


def prove(text: str, sources: Sources, signature: str = "", known: Verdicts | None = None) -> Proof:
    """Every sentence of `text` that states something, with what it stands on. Without any source there is nothing to compare
    with, and nothing is judged. `known` keeps verdicts by sentence: of a text being typed only what is new is judged."""
    said = statements(text, signature) if sources.sources else ()
    kept = {} if known is None else known
    return Proof(text, tuple(_remembered(one, sources, kept) for one in said), sources.sources)


def _remembered(said: Statement, sources: Sources, kept: Verdicts) -> SentenceProof:
    anywhere = replace(said, start=0, end=0)
    if anywhere not in kept:
        kept[anywhere] = proven(anywhere, sources)
    return replace(kept[anywhere], start=said.start, end=said.end)


def proven(said: Statement, sources: Sources) -> SentenceProof:
    words = tokens(said.bare)
    telling = _Telling.of(words, sources)
    span, elsewhere = _standing(said, telling, sources)
    if span is None or not telling.share(span):
        return SentenceProof(said.start, said.end, Level.UNSUPPORTED, None, (0, 0), 0.0, said.marks, (Why.WORDS,))
    covered = telling.share(span)
    around = [piece.tokens for piece in sources.pieces_of(span.source)]
    compared = Compared.of(words, span.tokens)
    found = () if _quoted(words, span) else conflicts(compared, around, sources.known, alike=covered >= WEAK_FROM)
    level, why = _judged(covered, found, elsewhere)
    backing = 0.0 if found else round(covered, 4)
    place = (span.start, span.end)
    return SentenceProof(said.start, said.end, level, span.source.passage_id, place, backing, said.marks, why)


def _quoted(said: Sequence[Token], span: Span) -> bool:
    """Whether it says the span word for word, and besides only what stands above it: a table row with its header."""
    wanted = iter(token.key for token in span.tokens)
    due = next(wanted, None)
    for token in said:
        if token.key == due:
            due = next(wanted, None)
        elif token.key not in span.keys:
            return False
    return due is None


def _standing(said: Statement, telling: "_Telling", sources: Sources) -> tuple[Span | None, bool]:
    """The span a sentence stands on, of the sources it names; another source's (and True) when those do not say it and that one
    does."""
    named = any(set(said.marks) & set(source.marks) for source in sources.sources)
    own = telling.best(sources.near(telling.words, telling.every, said.marks)) if named else None
    if own is not None and telling.share(own) >= WEAK_FROM:
        return own, False
    best = telling.best(sources.near(telling.words, telling.every))
    if not named:
        return best, False
    elsewhere = best is not None and telling.share(best) >= SUPPORTED_FROM
    return (best if elsewhere else own), elsewhere


def by_meaning(one: SentenceProof, cosine: float) -> SentenceProof:
    """The same judged again by how near a sentence-embedding model finds it to what its sources say. Never over figures,
    addresses and denials, which vectors do not see."""
    if one.contradicted or one.level is Level.SUPPORTED or Why.OTHER_SOURCE in one.why:
        return one
    if one.level is Level.WEAK and cosine >= SAME_MEANING:
        level = Level.SUPPORTED
    elif one.level is Level.UNSUPPORTED and cosine >= NEAR_MEANING:
        level = Level.WEAK
    elif one.level is Level.WEAK and cosine < FAR_MEANING:
        level = Level.UNSUPPORTED
    else:
        return one
    return replace(one, level=level, why=() if level is Level.SUPPORTED else one.why, meaning=True)


def _judged(covered: float, found: Iterable[Conflict], elsewhere: bool) -> tuple[Level, tuple[Why, ...]]:
    why = [Why(conflict.value) for conflict in found]
    if covered < SUPPORTED_FROM:
        why.append(Why.WORDS)
    if elsewhere:
        why.append(Why.OTHER_SOURCE)
    if covered < WEAK_FROM or _FINAL.intersection(why):
        return Level.UNSUPPORTED, tuple(why)
    return Level.WEAK if why else Level.SUPPORTED, tuple(why)


@dataclass(frozen=True)
class _Telling:
    """What a sentence's words weigh. Figures must agree anyway, so they do not choose its span: a wrong one would lead to
    where it belongs."""

    words: Mapping[str, float]
    every: frozenset[str]

    @classmethod
    def of(cls, said: Sequence[Token], sources: Sources) -> "_Telling":
        words = {t.key: sources.weight(t.key) for t in said if t.kind in (Kind.WORD, Kind.UNIT)}
        return cls(words, frozenset(t.key for t in said))

    def share(self, span: Span) -> float:
        return self._had(span.keys) / sum(self.words.values()) if self.words else 1.0

    def best(self, spans: Sequence[Span]) -> Span | None:
        return max(spans, key=self._fit, default=None)

    def _fit(self, span: Span) -> float:
        """Words said there count more than those above it; small words and figures settle what is even."""
        whole = sum(self.words.values()) or 1.0
        settled = len(self.every & span.own) / (len(self.every) or 1)
        return (self._had(span.keys) + self._had(span.own)) / (2 * whole) + EVEN * settled - EACH_MORE * span.joined

    def _had(self, keys: Collection[str]) -> float:
        return sum(weight for key, weight in self.words.items() if key in keys)
