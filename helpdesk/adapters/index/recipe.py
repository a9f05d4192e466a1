"""How the index process makes its embedder, told without importing it here."""

import importlib
from dataclasses import dataclass

from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.ports.embedder import Embedder


@dataclass(frozen=True)
class EmbedderRecipe:
    """`maker` is 'module:callable'; it is called with `arguments`, which must be picklable."""

    maker: str
    arguments: tuple[object, ...] = ()

    def make(self) -> Embedder:
        """Only ever called in the index process. Raises EmbedderUnusable."""
        module, _, name = self.maker.partition(":")
        try:
            embedder: Embedder = getattr(importlib.import_module(module), name)(*self.arguments)
        except (ImportError, AttributeError) as error:
            raise EmbedderUnusable(self.maker, f"it cannot be loaded: {error}") from error
        return embedder
