"""The words leg: BM25 over every telling word of the question, computed on postings of our own.

The formula, its constants and the weight of the heading are FTS5's bm25(); so are the words, see domain.terms and domain.stems.
FTS5 itself scores one row at a time and needs hundreds of milliseconds when frequent words are asked; arrays need a few.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from helpdesk.adapters.index.segment import Bools, Floats, Segment
from helpdesk.adapters.index.spelling import corrected
from helpdesk.adapters.index.table import Ints, Table
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import MOST_TERMS, telling_stems

RULES = "words/1"
"""Names the rules by which texts became words: with other rules an epoch is built anew."""

HEADING_WEIGHT = 2.0
K1 = 1.2
B = 0.75
LEAST_IDF = 1e-6
MOST_LOOKED_UP = 400
NONE: Mapping[str, tuple[str, ...]] = {}
MOST_ALIKE = 8

FREQUENT = 1_000
MOST_REMEMBERED = 64
EVERYWHERE = 0.05
"""Words in at least FREQUENT passages are remembered ready to be added; those in more than this share, for all rows."""

ALIKE_REMEMBERED = 16
"""Unknown words whose like are remembered: every ask of a message, and the message itself, say the same ones."""

COUNTED = np.arange(1 << 16)
WEIGHTS = (HEADING_WEIGHT * (COUNTED >> 8) + (COUNTED & 255)).astype(np.float32)
"""A posting's count → the word's weighted frequency."""


@dataclass(frozen=True)
class Word:
    """A stem of the question with its synonyms: the living rows that hold one of them (ascending), and what it adds to their
    scores, or to those of all rows when so many hold it that this is quicker."""

    stem: str
    rows: Ints
    gains: Floats
    everywhere: bool

    def stands_in(self, rows: Ints) -> Bools:
        if not len(self.rows):
            return np.zeros(len(rows), dtype=np.bool_)
        places = np.minimum(np.searchsorted(self.rows, rows), len(self.rows) - 1)
        found: Bools = self.rows[places] == rows
        return found


@dataclass(frozen=True)
class WordScores:
    """`scores` by row, 0 where no word is; `frequencies` of every stem that was looked up, `corrected` what was searched
    instead of unknown ones, `instead` which words stood in for some."""

    scores: Floats
    words: tuple[Word, ...]
    frequencies: Mapping[str, int]
    corrected: Mapping[str, str]
    instead: Mapping[str, tuple[str, ...]]

    def matched(self, rows: Ints) -> list[tuple[str, ...]]:
        """Which of the question's stems stand in each of these rows, rarest first."""
        stems = [word.stem for word in self.words]
        if not stems:
            return [()] * len(rows)
        there = np.stack([word.stands_in(rows) for word in self.words], axis=1)
        return [tuple(compress(stems, row)) for row in there.tolist()]


class LexicalLeg:
    def __init__(self, segments: Sequence[Segment], table: Table) -> None:
        self._segments = segments
        self._table = table
        mean = float(table.words[table.alive].mean()) if table.living else 1.0
        self._damping: Floats = (K1 * (1 - B + B * table.words / max(mean, 1e-6))).astype(np.float32)
        self._frequent: dict[str, Word] = {}
        self._alike: dict[tuple[str, int], dict[str, int]] = {}

    def score(
        self, text: str, synonyms: Mapping[str, tuple[str, ...]], instead: Mapping[str, tuple[str, ...]] = NONE
    ) -> WordScores:
        asked = list(telling_stems(text))[:MOST_LOOKED_UP]
        plain = {one: self.frequency(one) for one in asked}
        stood = {one: tuple(dict.fromkeys(map(stem, words))) for one, words in instead.items()}
        meant = {**synonyms, **{one: (*synonyms.get(one, ()), *others) for one, others in stood.items()}}
        unknown = [one for one, frequency in plain.items() if not frequency and not meant.get(one)]
        fixed = corrected(unknown, len(plain), self.spelled_like, lambda one: self.frequency(one) > 0)
        alike = {**meant, **{one: (right,) for one, right in fixed.items()}}
        words = [self._word(one, alike.get(one, ())) for one in rarest(plain, alike)]
        scores = np.zeros(len(self._table), dtype=np.float32)
        for word in telling(words, self._table.living):
            if word.everywhere:
                scores += word.gains
            else:
                scores[word.rows] += word.gains
        told = {one: self.frequency(one) for others in stood.values() for one in others} | plain
        return WordScores(scores, tuple(words), told, fixed, instead)

    def spelled_like(self, stem: str, reach: int = 2) -> dict[str, int]:
        """Stems that begin with the same letter and differ by at most `reach` in length, or differ in the first letter only:
        what a misspelled word is compared with. In how many passages each stands (removed ones not yet compacted included)."""
        known = self._alike.get((stem, reach))
        if known is not None:
            return known
        found: dict[str, int] = {}
        for segment in self._segments:
            for term, times in segment.spelled_like(stem, reach):
                found[term] = found.get(term, 0) + times
        if len(self._alike) >= ALIKE_REMEMBERED:
            self._alike.pop(next(iter(self._alike)))
        self._alike[stem, reach] = found
        return found

    def frequency(self, stem: str) -> int:
        """Of how many living passages."""
        if stem in self._frequent:
            return len(self._frequent[stem].rows)
        total = 0
        for segment, offset in zip(self._segments, self._table.offsets, strict=False):
            rows, _ = segment.postings(stem)
            living = len(rows) if self._table.whole else np.count_nonzero(self._table.alive[rows.astype(np.int64) + offset])
            total += int(living)
        return total

    def _word(self, stem: str, alike: Sequence[str]) -> Word:
        """The words that cost most are those that are asked most: they are remembered."""
        if not alike and stem in self._frequent:
            return self._frequent[stem]
        parts = [self._postings(one) for one in dict.fromkeys([stem, *alike[:MOST_ALIKE]])]
        word = self._weighed(stem, *(parts[0] if len(parts) == 1 else merged(parts)))
        if not alike and len(word.rows) >= FREQUENT:
            if len(self._frequent) >= MOST_REMEMBERED:
                self._frequent.pop(next(iter(self._frequent)))
            self._frequent[stem] = word
        return word

    def _weighed(self, stem: str, rows: Ints, weights: Floats) -> Word:
        gains = idf(len(rows), self._table.living) * (K1 + 1) * weights / (weights + self._damping[rows])
        everywhere = len(rows) > EVERYWHERE * len(self._table)
        if everywhere:
            some, gains = gains, np.zeros(len(self._table), dtype=np.float32)
            gains[rows] = some
        return Word(stem, rows, gains.astype(np.float32, copy=False), everywhere)

    def _postings(self, stem: str) -> tuple[Ints, Floats]:
        rows, weights = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        for segment, offset in zip(self._segments, self._table.offsets, strict=False):
            some, counts = segment.postings(stem)
            rows.append(some.astype(np.int64) + offset)
            weights.append(WEIGHTS[counts])
        every, heavy = np.concatenate(rows), np.concatenate(weights)
        if self._table.whole:
            return every, heavy
        living = self._table.alive[every]
        return every[living], heavy[living]


def rarest(frequencies: Mapping[str, int], synonyms: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The stems worth scoring, rarest first: those that occur, and those with synonyms that may."""
    known = [stem for stem, frequency in frequencies.items() if frequency or synonyms.get(stem)]
    return sorted(known, key=lambda stem: (frequencies[stem], stem))[:MOST_TERMS]


def telling(words: Sequence[Word], passages: int) -> list[Word]:
    """Those in at most half of the passages, which is where BM25 gives any weight; when there is none, all."""
    rare = [word for word in words if 0 < len(word.rows) <= passages / 2]
    return rare or [word for word in words if len(word.rows)]


def idf(frequency: int, passages: int) -> float:
    return max(LEAST_IDF, math.log((passages - frequency + 0.5) / (frequency + 0.5)))


def merged(parts: Sequence[tuple[Ints, Floats]]) -> tuple[Ints, Floats]:
    """Synonyms as one word: a row's weight is the sum of theirs."""
    rows, place = np.unique(np.concatenate([rows for rows, _ in parts]), return_inverse=True)
    weights = np.bincount(place, np.concatenate([weights for _, weights in parts]), len(rows))
    return rows, weights.astype(np.float32)
