"""Where an index stands and with which embedder: goes along with every call, so that a new process knows."""

from dataclasses import dataclass
from pathlib import Path

from helpdesk.adapters.index.recipe import EmbedderRecipe

GRAPH_FROM = 20_000
BESIDE_FROM = 10_000
LEARN_FROM = 2_000


@dataclass(frozen=True)
class Sizes:
    """From `graph` passages on Chroma's graph is built: below, exact search is as fast. An epoch of `beside` passages or more
    is made in a process of its own; so is what an embedder learns from `learn` texts or more."""

    graph: int = GRAPH_FROM
    beside: int = BESIDE_FROM
    learn: int = LEARN_FROM


@dataclass(frozen=True)
class Place:
    """`learned` names what the embedder learned, as `epochs.keep_learned` did; empty before it learned anything."""

    root: Path
    recipe: EmbedderRecipe
    sizes: Sizes
    learned: str = ""
