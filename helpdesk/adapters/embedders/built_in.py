"""The embedder that needs no files: it learns from the desk's own passages.

It brings what the words leg misses: misspellings and inflections (letter runs), phrases and words that stand close together,
and what tends to be said together in this knowledge base.
"""

import hashlib
from collections.abc import Iterable, Sequence

from helpdesk.adapters.embedders.built_in_features import Vocabulary, unit
from helpdesk.adapters.embedders.built_in_learning import VERSION, Unlearned, fitted, unpacked
from helpdesk.domain.errors import EmbedderUnusable

DIMENSION = 512
TEXTS_AT_ONCE = 160
"""Each of twice as many takes a tenth longer, as their wide vectors no longer lie near the processor; each of two thirds as
many takes longer, too, as the directions are put in order for every product."""


class BuiltInEmbedder:
    """`learned` is what `fit` gave; without it the embedder works unfitted: letter runs and pairs, all of them weighed alike.
    Raises EmbedderUnusable when `learned` is damaged."""

    def __init__(self, learned: bytes = b"", dimension: int = DIMENSION) -> None:
        self._dimension = dimension
        try:
            self._learned = unpacked(learned, dimension) if learned else Unlearned()
        except ValueError as error:
            raise EmbedderUnusable("built-in", f"what it learned cannot be used: {error}") from error
        self._name = hashlib.sha256(learned).hexdigest()[:12] if learned else "unfitted"
        self._vocabulary = Vocabulary()

    @property
    def fingerprint(self) -> str:
        return f"built-in/{VERSION}:{self._dimension}:{self._name}"

    @property
    def dimension(self) -> int:
        return self._dimension

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        """What no passage had when it learned is passed over: a text of nothing else gives the zero vector."""
        return [
            vector for start in range(0, len(texts), TEXTS_AT_ONCE) for vector in self._embed(texts[start:][:TEXTS_AT_ONCE])
        ]

    def _embed(self, texts: Sequence[str]) -> list[bytes]:
        found = self._vocabulary.found(texts)
        return [row.tobytes() for row in unit(self._learned.narrowed(found, len(texts), self._dimension)).astype("<f4")]

    def fit(self, texts: Iterable[str]) -> bytes:
        return fitted(texts, self._dimension)
