"""The passages a reply may stand on, cut into what can be pointed at, and how to find there what a sentence says."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpdesk.domain.facts import Kind, Token, tokens
from helpdesk.domain.ids import PassageId
from helpdesk.domain.sentences import Block, BlockKind, blocks

MOST_NEAR = 6
"""Pieces that are looked at closely for one sentence."""
LONGEST_SPAN = 3
"""Neighbouring sentences a statement may sum up."""
REPEATED = 0.5
_NUMBERED = re.compile(r"^[ \t]*\d{1,3}[.)](?=[ \t])", re.M)


@dataclass(frozen=True)
class Source:
    """A passage a reply may stand on. `marks` are the citation numbers that name it; `title` counts as its words too."""

    passage_id: PassageId
    marks: tuple[int, ...]
    title: str
    text: str


@dataclass(frozen=True)
class Span:
    """A stretch of one source: `own` are the words said in it, `keys` those too that stand above it and count as said there.
    `joined` is how many neighbours beyond the first it takes in."""

    source: Source
    start: int
    end: int
    tokens: tuple[Token, ...]
    own: frozenset[str]
    keys: frozenset[str]
    joined: int = 0


class Sources:
    """Passages made ready to be compared with many sentences: their pieces, and how rare each word is in them. `known` is what
    the customer wrote: its figures need no source."""

    def __init__(self, sources: Sequence[Source], known: str = "") -> None:
        self.sources = tuple(sources)
        asked = tokens(known)
        self.known = frozenset(t.key for t in asked if t.kind in (Kind.NUMBER, Kind.CODE, Kind.MONTH, Kind.ADDRESS))
        self._asked = frozenset(t.key for t in asked if t.kind is Kind.WORD)
        self._pieces = {source: pieces(source) for source in self.sources}
        self._every = tuple(piece for found in self._pieces.values() for piece in found)
        self._where: dict[str, list[int]] = {}
        for at, piece in enumerate(self._every):
            for key in piece.keys:
                self._where.setdefault(key, []).append(at)

    def weight(self, key: str) -> float:
        """A word that stands in every sentence tells little, and one that only repeats the customer half as much."""
        rarity = math.log(1 + (len(self._every) + 1) / (len(self._where.get(key, ())) + 0.5))
        return rarity * (REPEATED if key in self._asked else 1.0)

    def pieces_of(self, source: Source) -> tuple[Span, ...]:
        return self._pieces[source]

    def near(self, words: Mapping[str, float], every: frozenset[str], marks: Collection[int] = ()) -> list[Span]:
        """The spans around the pieces that have most of these words, of like ones (the steps of a list) those that share most
        of `every` key, figures too; with `marks` of the sources they name."""
        shares: Counter[int] = Counter()
        for key, weight in words.items():
            for at in self._where.get(key, ()):
                shares[at] += weight  # type: ignore[assignment]
        named = [at for at in shares if not marks or set(marks) & set(self._every[at].source.marks)]
        best = sorted(named, key=lambda at: (-shares[at], -len(every & self._every[at].own), at))[:MOST_NEAR]
        return [span for start, joined in sorted(set(_windows(best))) if (span := self._joined(start, joined)) is not None]

    def _joined(self, start: int, joined: int) -> Span | None:
        together = self._every[max(0, start) : start + joined + 1]
        if start < 0 or len(together) <= joined or together[0].source is not together[-1].source:
            return None
        first = together[0]
        if not joined:
            return first
        said = tuple(t for piece in together for t in piece.tokens)
        own = frozenset().union(*(piece.own for piece in together))
        keys = frozenset().union(*(piece.keys for piece in together))
        return Span(first.source, first.start, together[-1].end, said, own, keys, joined)


def _windows(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(first piece, neighbours) of every span of up to LONGEST_SPAN pieces around these."""
    for at in places:
        for joined in range(LONGEST_SPAN):
            for start in range(at - joined, at + 1):
                yield start, joined


@lru_cache(maxsize=32)
def pieces(source: Source) -> tuple[Span, ...]:
    """The sentences, rows and items of a source. A table row says its header's words too, and everything the title's."""
    title, found = {t.key for t in tokens(source.title)}, []
    for block in blocks(source.text):
        above = title | {t.key for t in tokens(f"{block.heading} {block.header}")}
        for start, end in _torn(source.text, block):
            said = tokens(_NUMBERED.sub(_blank, source.text[start:end]), start)
            own = frozenset(_plain(t.key) for t in said)
            found.append(Span(source, start, end, said, own, own | above))
    return tuple(found)


def _torn(text: str, block: Block) -> Iterable[tuple[int, int]]:
    """A list item by item, code line by line; what leads it is a piece too."""
    if block.kind in (BlockKind.SENTENCE, BlockKind.ROW):
        return [(block.start, block.end)]
    found, at = [], block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        if line.strip():
            found.append((at, at + len(line.rstrip())))
        at += len(line)
    return found


def _blank(match: re.Match[str]) -> str:
    """The number of a list item is no figure of it."""
    return " " * len(match[0])


def _plain(key: str) -> str:
    return key.lstrip("#")
