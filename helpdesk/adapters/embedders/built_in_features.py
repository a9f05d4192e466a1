"""What the built-in embedder sees of a text: letter runs of its telling words, and which words stand together.

Single words are left to the words leg, which weighs them better. A feature is a 64-bit hash: its low bits are its slot in the
table of how many passages have it, others its place and sign in a block of the text's wide vector.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, words

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Wide = NDArray[np.float32]

RUN_LENGTHS = (3, 4)
WINDOW = 4
"""How many telling words further on a word still stands together with another."""
LONGEST_WORD = 40
MOST_WORDS = 4_000
"""Of a text; what comes after is not looked at."""
WORDS_KEPT = 150_000
MIX, TURN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
PLACE, HALF, TOP = np.uint64(32), np.uint64(29), np.uint64(63)


@dataclass(frozen=True)
class Kind:
    """A kind of feature: the width of its block, the bits of its table of frequencies. All kinds weigh the same."""

    width: int
    bits: int


RUNS, NEIGHBOURS, COMPANIONS = Kind(1024, 17), Kind(2048, 20), Kind(2048, 20)
KINDS = (RUNS, NEIGHBOURS, COMPANIONS)
WIDTH = sum(kind.width for kind in KINDS)


@dataclass(frozen=True)
class Found:
    """Features of one kind in a batch of texts: text `rows[i]` has the feature `hashes[i]`, `counts[i]` (damped) times."""

    rows: Numbers
    hashes: Hashes
    counts: Wide

    def slots(self, kind: Kind) -> Numbers:
        return (self.hashes & np.uint64((1 << kind.bits) - 1)).astype(np.int64)

    def block(self, kind: Kind, weights: Wide, into: Wide) -> None:
        """Each text's features summed by place and sign, a row of length 1 (or 0) each."""
        place = ((self.hashes >> PLACE) & np.uint64(kind.width - 1)).astype(np.int64)
        signed = np.where((self.hashes >> TOP).astype(np.bool_), -weights, weights) * self.counts
        sums = np.bincount(self.rows * kind.width + place, signed, into.size).reshape(into.shape).astype(np.float32)
        np.divide(sums, lengths(sums), out=into)


class Vocabulary(dict[str, int]):
    """word → number, given as words are met; with each word's stem, letter runs, and whether it is a stop word."""

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self._stems, self._runs, self._starts, self._stops = array("Q"), array("Q"), array("q", [0]), array("b")

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._stems)
        self._stems.append(named(stem(word)))
        self._runs.extend(named_runs(word))
        self._starts.append(len(self._runs))
        self._stops.append(word in STOP_WORDS)
        return number

    def found(self, texts: Sequence[str]) -> tuple[Found, Found, Found]:
        """The features of these texts by kind, in the order of KINDS."""
        if len(self) > WORDS_KEPT:
            self.clear()
            self._begin()
        said = [list(map(self.__getitem__, words(text)[:MOST_WORDS])) for text in texts]
        rows = np.repeat(np.arange(len(said)), [len(numbers) for numbers in said])
        numbers = np.fromiter(chain.from_iterable(said), np.int64, len(rows))
        stems = mixed(np.frombuffer(self._stems, np.uint64)[numbers] if len(rows) else np.empty(0, np.uint64))
        telling = self._telling(rows, numbers, len(texts))
        return (
            self._runs_of(rows[telling], numbers[telling]),
            together(rows, stems, 1, ordered=True),
            together(rows[telling], stems[telling], WINDOW, ordered=False),
        )

    def _telling(self, rows: Numbers, numbers: Numbers, texts: int) -> NDArray[np.bool_]:
        """Words that are no stop words; of a text that has only those, all."""
        if not len(rows):
            return np.empty(0, np.bool_)
        telling = np.frombuffer(self._stops, np.int8)[numbers] == 0
        worded = np.bincount(rows[telling], minlength=texts) > 0
        return np.asarray(telling | ~worded[rows], np.bool_)

    def _runs_of(self, rows: Numbers, numbers: Numbers) -> Found:
        """A word said again adds less and less."""
        keys, said = np.unique(rows * len(self) + numbers, return_counts=True)
        rows, numbers = np.divmod(keys, max(1, len(self)))
        starts = np.frombuffer(self._starts, np.int64)
        sizes = starts[numbers + 1] - starts[numbers]
        first = np.repeat(starts[numbers] - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        hashes = np.frombuffer(self._runs, np.uint64)[first + np.arange(len(first))] if len(first) else np.empty(0, np.uint64)
        counts = np.repeat(1.0 + np.log(said), sizes).astype(np.float32)
        return Found(np.repeat(rows, sizes), mixed(hashes), counts)


def together(rows: Numbers, stems: Hashes, reach: int, *, ordered: bool) -> Found:
    """Pairs of stems of the same text at most `reach` apart."""
    of, pairs = [], []
    for step in range(1, reach + 1):
        first, second = stems[:-step], stems[step:]
        same = (rows[:-step] == rows[step:]) & (True if ordered else first != second)
        first, second = first[same], second[same]
        if not ordered:
            first, second = np.minimum(first, second), np.maximum(first, second)
        of.append(rows[:-step][same])
        pairs.append(mixed(first * MIX + second * TURN))
    hashes = np.concatenate(pairs)
    return Found(np.concatenate(of), hashes, np.ones(len(hashes), np.float32))


def runs(word: str) -> list[str]:
    marked = f"<{word[:LONGEST_WORD]}>"
    return [marked[i : i + length] for length in RUN_LENGTHS for i in range(len(marked) - length + 1)]


def named(feature: str) -> int:
    return crc32(feature.encode("utf-8", "replace"))


def named_runs(word: str) -> list[int]:
    """The names of its letter runs. Of a word in ASCII they are cut from its bytes, which is quicker."""
    if not word.isascii():
        return [named(run) for run in runs(word)]
    marked = b"<%b>" % word[:LONGEST_WORD].encode()
    return [crc32(marked[i : i + length]) for length in RUN_LENGTHS for i in range(len(marked) - length + 1)]


def mixed(hashes: Hashes) -> Hashes:
    """Every bit in hangs on every bit out."""
    for _ in range(2):
        hashes = (hashes ^ (hashes >> HALF)) * MIX
    return hashes ^ (hashes >> PLACE)


def unit(rows: Wide) -> Wide:
    """Rows scaled to length 1; a row of zeros stays."""
    return rows / lengths(rows)


def lengths(rows: Wide) -> Wide:
    """Of each row, in a column; 1 for a row of zeros."""
    found = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.where(found > 0, found, np.float32(1.0))[:, np.newaxis]
