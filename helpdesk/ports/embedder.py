"""Text to vectors."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class Embedder(Protocol):
    """Synchronous: it lives in the index process, never on the desk's loop."""

    @property
    def fingerprint(self) -> str:
        """Names everything that shapes a vector (family, version, model hash, pooling, prefixes); with another one vectors
        are not comparable."""
        ...

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        """One L2-normalised vector a text, in order, as `dimension` little-endian float32. A text without any word
        that it knows gives the zero vector. Raises EmbedderUnusable."""
        ...


class Learner(Protocol):
    """An embedder without weights of its own, that fits on the desk's own passages."""

    def fit(self, texts: Iterable[str]) -> bytes:
        """What it learns from these texts, the same bytes for the same texts whatever their order. An embedder is made again
        from them (its maker takes `learned`); it is small enough to be kept in the store."""
        ...
