"""The embedder that needs no files: hashed features of words, word pairs and letter runs.

It knows no meanings. What it adds to the words leg is what words alone miss: inflections, compounds, misspellings and
word order.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, words

VERSION = 1
DIMENSION = 512
WORD_WEIGHT = 1.0
PAIR_WEIGHT = 0.3
RUN_WEIGHT = 0.7
STOP_WEIGHT = 0.1
RUN_LENGTHS = (3, 4)


class BuiltInEmbedder:
    @property
    def fingerprint(self) -> str:
        return f"built-in/{VERSION}:{DIMENSION}"

    @property
    def dimension(self) -> int:
        return DIMENSION

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        return [vector(text) for text in texts]


def vector(text: str) -> bytes:
    dense = np.zeros(DIMENSION, dtype=np.float32)
    for feature, weight in weighted(text).items():
        place, sign = slot(feature)
        dense[place] += sign * weight
    length = float(np.linalg.norm(dense))
    if length > 0:
        dense /= length
    return dense.astype("<f4").tobytes()


def weighted(text: str) -> dict[str, float]:
    """Each feature's weight: its kind's weight times a damped count."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for feature, weight in features(words(text)):
        counts[feature] += 1
        weights[feature] = weight
    return {feature: weights[feature] * (1.0 + math.log(count)) for feature, count in counts.items()}


def features(said: list[str]) -> Iterator[tuple[str, float]]:
    telling = [stem(word) for word in said if word not in STOP_WORDS]
    for word in said:
        if word in STOP_WORDS:
            yield "s " + word, STOP_WEIGHT
    for word in telling:
        yield "w " + word, WORD_WEIGHT
        marked = f"<{word}>"
        for length in RUN_LENGTHS:
            share = RUN_WEIGHT / math.sqrt(len(marked))
            for start in range(len(marked) - length + 1):
                yield "r " + marked[start : start + length], share
    for first, second in pairwise(telling):
        yield f"p {first} {second}", PAIR_WEIGHT


def slot(feature: str) -> tuple[int, float]:
    digest = int.from_bytes(hashlib.blake2b(feature.encode("utf-8", "replace"), digest_size=8).digest(), "little")
    return (digest >> 1) % DIMENSION, 1.0 if digest & 1 else -1.0
