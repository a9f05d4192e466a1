"""What the built-in embedder learns from the passages: how rare each feature is, and the directions in which passages differ.

The directions span the space that holds most of the passages (latent semantic analysis, by random projection), each scaled
down by the root of how much it holds: frequent themes weigh less. Sampling goes by the texts' hashes and all sums of floats
run over sorted texts, so the result does not hang on the order the passages came in.
"""

import heapq
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from helpdesk.adapters.embedders.built_in_features import KINDS, WIDTH, Found, Numbers, Vocabulary, Wide

VERSION = 3
MAGIC = b"HDBI"
HEADER = struct.Struct("<4sHH")
MOST_TEXTS = 4_096
"""Texts that are learned from. Of more, as many drawn by their hashes: learning from all of them found nothing better."""
TEXTS_A_STEP = 512
DAMPING = 0.25
"""Power of the inverse share: 1/4 of the eigenvalue is the root of the singular value."""
LEAST_SHARE, LEAST_SQUARE = 1e-9, 1e-12
STEPS = 127

LEVELS_A_NAT = np.float32(16.0)

Exact = NDArray[np.float64]
Levels = NDArray[np.uint8]


@dataclass(frozen=True)
class Learned:
    """`levels` by kind and slot: how rare a feature is, 0 for what no passage has; `directions` (WIDTH, at most as many as a
    vector has numbers)."""

    levels: tuple[Levels, ...]
    directions: Wide

    def narrowed(self, found: Sequence[Found], texts: int, dimension: int) -> Wide:
        """(texts, dimension)"""
        near = wide(found, texts, self.levels) @ self.directions
        return np.pad(near, ((0, 0), (0, dimension - near.shape[1])))


class Unlearned:
    """Before any passage is known: every feature counts alike, and the wide vector is folded."""

    def narrowed(self, found: Sequence[Found], texts: int, dimension: int) -> Wide:
        return np.asarray(wide(found, texts, None).reshape(texts, -1, dimension).sum(axis=1))


def wide(found: Sequence[Found], texts: int, levels: Sequence[Levels] | None) -> Wide:
    """(texts, WIDTH): the blocks of all kinds, each of length 1."""
    blocks, first = np.empty((texts, WIDTH), np.float32), 0
    for place, (kind, one) in enumerate(zip(KINDS, found, strict=True)):
        slots = one.slots(kind)
        weights = np.ones(len(slots), np.float32) if levels is None else levels[place][slots].astype(np.float32) / LEVELS_A_NAT
        one.block(kind, weights, blocks[:, first : first + kind.width])
        first += kind.width
    return blocks


@dataclass(frozen=True)
class Step:
    """A few of the texts, and what was found in them."""

    texts: int
    found: tuple[Found, Found, Found]


def fitted(texts: Iterable[str], dimension: int) -> bytes:
    """Empty when no text says anything."""
    sample = drawn(texts)
    seen = looked_at(sample)
    levels = [rarity(frequency, len(sample)) for frequency in frequencies(seen)]
    found = directions(seen, levels, dimension)
    return packed(levels, found) if found.any() else b""


def drawn(texts: Iterable[str]) -> list[str]:
    """At most MOST_TEXTS of them, sorted: the same ones whatever their order."""
    kept = list[tuple[int, str]]()
    for text in texts:
        digest = int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        (heapq.heappush if len(kept) < MOST_TEXTS else heapq.heappushpop)(kept, (-digest, text))
    return [text for _, text in sorted(kept)]


def looked_at(sample: Sequence[str]) -> list[Step]:
    """Once for both looks at them, and with a fresh vocabulary: the order of its words is the order of sums."""
    vocabulary = Vocabulary()
    steps = (sample[start : start + TEXTS_A_STEP] for start in range(0, len(sample), TEXTS_A_STEP))
    return [Step(len(step), vocabulary.found(step)) for step in steps]


def frequencies(seen: Sequence[Step]) -> list[Numbers]:
    """By kind: in how many of the texts each slot occurs."""
    found = [np.zeros(1 << kind.bits, np.int64) for kind in KINDS]
    for step in seen:
        for kind, one, frequency in zip(KINDS, step.found, found, strict=True):
            held = np.sort(one.rows << kind.bits | one.slots(kind))
            once = held[np.flatnonzero(np.diff(held, prepend=-1))] & ((1 << kind.bits) - 1)
            slots, texts = np.unique_counts(once)
            frequency[slots] += texts
    return found


def rarity(frequency: Numbers, total: int) -> Levels:
    """BM25's idf in sixteenths, at least 1 for what occurs."""
    levels = np.zeros(len(frequency), np.uint8)
    there = np.flatnonzero(frequency)
    idf = np.log(1.0 + (total - frequency[there] + 0.5) / (frequency[there] + 0.5))
    levels[there] = np.clip(np.rint(idf * LEVELS_A_NAT), 1, 255)
    return levels


def directions(seen: list[Step], levels: Sequence[Levels], dimension: int) -> Exact:
    """(WIDTH, at most `dimension`); `seen` is used up. Every text is looked at twice: how it lies to some sums of texts, and
    what it holds of the space this spans. Going round again moves no figure of the evaluation by more than noise. Products are
    of single precision: what is kept of them in the end are steps of a hundredth."""
    texts = sum(step.texts for step in seen)
    rows: list[Wide] = []
    while seen:
        step = seen.pop(0)
        rows.append(wide(step.found, step.texts, levels))
    space = np.eye(texts) if texts <= dimension else orthonormal(near(rows, summed(rows, dimension)))
    told = pulled(rows, space.astype(np.float32))
    shares, turn = np.linalg.eigh(told @ told.T)
    alive = shares > LEAST_SHARE * shares.max(initial=0.0)
    return np.asarray(told.T @ (turn[:, alive] * shares[alive] ** -(0.5 + DAMPING)) @ turn[:, alive].T)


def summed(rows: Sequence[Wide], columns: int) -> Wide:
    """(WIDTH, columns): the texts dealt out in turn, each with a sign by chance. Their space holds as much of the texts as
    that of as many sums of all of them, and costs next to nothing."""
    total, chance, place = np.zeros((columns, WIDTH)), np.random.default_rng(VERSION), 0
    for block in rows:
        rest = block
        while len(rest):
            part, rest = rest[: columns - place], rest[columns - place :]
            signs = chance.integers(0, 2, (len(part), 1)).astype(np.float32) * 2.0 - 1.0
            total[place : place + len(part)] += part * signs
            place = (place + len(part)) % columns
    return total.T.astype(np.float32)


def near(rows: Sequence[Wide], sums: Wide) -> Exact:
    """(texts, columns): how much of each text lies along each of the sums."""
    return np.concatenate([block @ sums for block in rows]).astype(np.float64)


def pulled(rows: Sequence[Wide], space: Wide) -> Exact:
    """(columns, WIDTH): what the texts hold along each column of `space`, which has a row a text."""
    total, first = np.zeros((space.shape[1], WIDTH)), 0
    for block in rows:
        total += space[first : first + len(block)].T @ block
        first += len(block)
    return total


def orthonormal(columns: Exact) -> Exact:
    """Once is only as exact as the root of twice."""
    return spanning(spanning(columns))


def spanning(columns: Exact) -> Exact:
    """The space the columns span, by their products, which costs a fifth of taking the columns apart. Directions in which
    there is next to nothing are left out."""
    sizes, turn = np.linalg.eigh(columns.T @ columns)
    alive = sizes > LEAST_SQUARE * sizes.max(initial=0.0)
    return np.asarray(columns @ (turn[:, alive] * sizes[alive] ** -0.5))


def packed(levels: Sequence[Levels], found: Exact) -> bytes:
    """A row of `found` (a place of the wide vector) in whole steps of a power of two."""
    most = np.maximum(np.abs(found).max(axis=1, initial=0.0), LEAST_SHARE)
    exponents = np.ceil(np.log2(most / STEPS)).astype(np.int8)
    steps = np.rint(found / np.exp2(exponents.astype(np.float64))[:, np.newaxis]).astype(np.int8)
    body = b"".join(level.tobytes() for level in levels) + exponents.tobytes() + steps.tobytes()
    return HEADER.pack(MAGIC, VERSION, found.shape[1]) + zlib.compress(body, 1)


def unpacked(content: bytes, dimension: int) -> Learned:
    """Raises ValueError when these are no bytes of `packed`, or of another version."""
    try:
        magic, version, size = HEADER.unpack_from(content)
        body = np.frombuffer(zlib.decompress(content[HEADER.size :]), np.uint8)
    except (struct.error, zlib.error) as error:
        raise ValueError("it is cut or damaged") from error
    tables = [1 << kind.bits for kind in KINDS]
    if magic != MAGIC or version != VERSION or not 0 < size <= dimension or len(body) != sum(tables) + WIDTH * (1 + size):
        raise ValueError("another version of this program made it")
    parts = np.split(body, np.cumsum([*tables, WIDTH]))
    scale = np.exp2(parts[-2].view(np.int8).astype(np.float32))
    return Learned(
        tuple(parts[: len(KINDS)]), parts[-1].view(np.int8).reshape(WIDTH, size).astype(np.float32) * scale[:, np.newaxis]
    )
