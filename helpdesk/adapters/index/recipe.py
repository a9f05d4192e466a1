"""How the index process makes its embedder, told without importing it here."""

import importlib
from dataclasses import dataclass

from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.ports.embedder import Embedder


@dataclass(frozen=True)
class EmbedderRecipe:
    """`maker` is 'module:callable'; it is called with `arguments`, which must be picklable. One that `learns` takes `learned=`
    too, what its `fit` gave; empty before the first fit."""

    maker: str
    arguments: tuple[object, ...] = ()
    learns: bool = False

    def make(self, learned: bytes = b"") -> Embedder:
        """Only ever called in the index process. Raises EmbedderUnusable."""
        module, _, name = self.maker.partition(":")
        try:
            maker = getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError) as error:
            raise EmbedderUnusable(self.maker, f"it cannot be loaded: {error}") from error
        embedder: Embedder = maker(*self.arguments, learned=learned) if self.learns else maker(*self.arguments)
        return embedder
