"""The disposable search index. Only these names are for others; the rest lives in the index process."""

from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.index.place import Sizes
from helpdesk.adapters.index.recipe import EmbedderRecipe

__all__ = ["EmbedderRecipe", "LocalIndex", "Sizes"]
