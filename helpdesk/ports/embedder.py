"""Text to vectors."""

from collections.abc import Sequence
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
        """One L2-normalised vector a text, in order, as `dimension` little-endian float32. A text without any word gives
        the zero vector. Raises EmbedderUnusable."""
        ...
