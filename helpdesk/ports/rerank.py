"""A second, slower look at the passages found."""

from collections.abc import Sequence
from typing import Protocol


class Reranker(Protocol):
    @property
    def failure(self) -> str:
        """Why the last call gave nothing, in words; empty when it did, or only ran out of time."""
        ...

    @property
    def is_ready(self) -> bool:
        """Whether the model is loaded."""
        ...

    async def rerank(self, question: str, texts: Sequence[str], seconds: float) -> list[float] | None:
        """How well each text answers the question, in [0, 1], in order. None when that takes longer than `seconds`, while the
        model is being loaded, or when it cannot be used: the order found without it then stands. Never raises."""
        ...

    async def check(self) -> None:
        """Loads the model if need be. Raises EmbedderUnusable."""
        ...

    async def aclose(self) -> None: ...
