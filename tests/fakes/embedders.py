"""Two embedders that are quick and always say the same: one of bare words, and one that learns which words there are."""

import math
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from struct import pack

from helpdesk.domain.terms import telling_words

DIMENSION = 32


class BareWords:
    """Each word pushes the vector in a direction of its own."""

    fingerprint = f"bare-words:{DIMENSION}"
    dimension = DIMENSION

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        return [self.vector(telling_words(text)) for text in texts]

    def vector(self, words: Iterable[str]) -> bytes:
        sums = [sum(column) for column in zip(*map(direction, words), strict=True)] or [0.0] * DIMENSION
        length = math.sqrt(sum(value * value for value in sums)) or 1.0
        return pack(f"<{DIMENSION}f", *(value / length for value in sums))


@cache
def direction(word: str) -> tuple[float, ...]:
    seed = zlib.crc32(word.encode())
    places = []
    for _ in range(DIMENSION):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        places.append(seed / 2**30 - 1)
    return tuple(places)


class LearntWords(BareWords):
    """Knows only the words it learned; before it learned any, all."""

    def __init__(self, *, learned: bytes = b"") -> None:
        self._known = frozenset(learned.decode().split())
        self.fingerprint = f"learnt-words:{DIMENSION}:{zlib.crc32(learned):08x}"

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        return [self.vector(w for w in telling_words(text) if not self._known or w in self._known) for text in texts]

    def fit(self, texts: Iterable[str]) -> bytes:
        return " ".join(sorted({word for text in texts for word in telling_words(text)})).encode()
