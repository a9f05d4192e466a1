"""Other embedders than the serving one: looked at, tried beside it, fetched."""

from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from helpdesk.domain.embedding_model import CatalogueModel, ModelCheck
from helpdesk.domain.progress import Report
from helpdesk.ports.index import PassageIndex
from helpdesk.ports.knowledge import ArticleReader


@dataclass(frozen=True)
class Bench:
    """An embedder in a process of its own, and the reader that cuts passages for it."""

    index: PassageIndex
    reader: ArticleReader


class ModelRoom(Protocol):
    """A choice is 'built-in' or the path of a model's folder."""

    def bench(self, choice: str) -> AbstractAsyncContextManager[Bench]:
        """Its process ends with the context. The serving embedder is not touched."""
        ...

    async def check(self, folder: Path) -> ModelCheck:
        """Files, hashes, self-test. Never raises for what is wrong with the folder: `failure` says it."""
        ...

    async def check_second_look(self, folder: Path) -> ModelCheck:
        """The same of a cross-encoder, as far as it can be told: it judges a pair."""
        ...

    async def adopt(self, folder: Path) -> None:
        """Keeps what the folder is now, so that a later change is noticed. Raises EmbedderUnusable, OSError."""
        ...

    async def catalogue(self) -> tuple[CatalogueModel, ...]:
        """Models that can be fetched by name, smallest first. Asks nobody."""
        ...

    async def fetch(self, name: str, target: Path, report: Report, also: Collection[str] = ()) -> Path:
        """Into a new folder, verified. Goes on where an earlier attempt ended. `also` are further hosts the person allowed.
        Raises NotFound, BadInput, FetchFailed, HostNotAllowed, DiskFull."""
        ...
