"""The desk's side of models: whatever opens one, or a heavy library, happens in a process that may be lost."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from helpdesk.adapters.onnx_models.catalogue import Source, sources
from helpdesk.adapters.onnx_models.fetching import Fetching
from helpdesk.adapters.onnx_models.folder import LARGEST_MODEL
from helpdesk.adapters.onnx_models.record import record_file
from helpdesk.adapters.onnx_models.wire import wired
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.embedding_model import CatalogueModel, ModelCheck
from helpdesk.domain.errors import EmbedderUnusable, NotFound
from helpdesk.domain.progress import Report
from helpdesk.ports import Clock
from helpdesk.ports.models import Bench

T = TypeVar("T")

CHECK_SECONDS = 180.0
LIST_SECONDS = 60.0
MEMORY_MB = 6 << 10
COPIES = 3
"""Address space beside so many copies of the model, most of it never touched: one that wants more, or whose tokenizer blows a
text up without end, is refused by the system instead of taking all there is."""

Benches = Callable[[str], AbstractAsyncContextManager[Bench]]


class OnnxModelRoom:
    """`records` is the workspace's folder of what was adopted; `benches` opens an embedder beside the serving one. `endpoint`,
    when given, is asked instead of the hub the catalogue names."""

    def __init__(self, records: Path, threads: int, benches: Benches, clock: Clock, endpoint: str = "") -> None:
        self._records = records
        self._threads = threads
        self._benches = benches
        self._clock = clock
        self._endpoint = endpoint
        self._sources: tuple[Source, ...] = ()

    def bench(self, choice: str) -> AbstractAsyncContextManager[Bench]:
        return self._benches(choice)

    async def check(self, folder: Path) -> ModelCheck:
        from helpdesk.adapters.onnx_models.checking import examined

        try:
            return await self._apart(folder, examined, folder, self._threads, record_file(self._records, folder))
        except EmbedderUnusable as error:
            return ModelCheck(str(folder), error.detail)

    async def check_second_look(self, folder: Path) -> ModelCheck:
        from helpdesk.adapters.onnx_models.checking import judging

        try:
            return await self._apart(folder, judging, folder, self._threads)
        except EmbedderUnusable as error:
            return ModelCheck(str(folder), error.detail)

    async def adopt(self, folder: Path) -> None:
        from helpdesk.adapters.onnx_models.checking import adopted

        await self._apart(folder, adopted, folder, self._threads, record_file(self._records, folder))

    async def catalogue(self) -> tuple[CatalogueModel, ...]:
        return tuple(source.model for source in await self._listed())

    async def fetch(self, name: str, target: Path, report: Report, also: Collection[str] = ()) -> Path:
        source = next((one for one in await self._listed() if one.model.name.lower() == name.lower()), None)
        if source is None:
            raise NotFound("model", name)
        async with wired(source.endpoint, source.model.name, also) as wire:
            return await Fetching(source, wire, self._clock).into(target, report)

    async def _listed(self) -> tuple[Source, ...]:
        if not self._sources:
            async with worker(MEMORY_MB) as process:
                found = await process.call(sources, seconds=LIST_SECONDS)
            self._sources = tuple(self._redirected(one) for one in found)
        return self._sources

    def _redirected(self, source: Source) -> Source:
        if not self._endpoint:
            return source
        host = self._endpoint.partition("//")[2].rpartition(":")[0]
        return replace(source, endpoint=self._endpoint, model=replace(source.model, host=host))

    async def _apart(self, folder: Path, function: Callable[..., T], *args: Any) -> T:
        """Raises EmbedderUnusable, also when the process was lost or took too long."""
        try:
            async with worker(MEMORY_MB + COPIES * (await asyncio.to_thread(largest, folder) >> 20)) as process:
                return await process.call(function, *args, seconds=CHECK_SECONDS)
        except WorkerLost as error:
            raise EmbedderUnusable(str(folder), f"it ended the process that tried it ({error.detail})") from error
        except WorkerLate as error:
            raise EmbedderUnusable(str(folder), f"it was not ready after {error.seconds:.0f} seconds") from error
        except (RuntimeError, MemoryError) as error:
            raise EmbedderUnusable(str(folder), f"it could not be tried ({str(error)[:200]})") from error


@asynccontextmanager
async def worker(memory_mb: int) -> AsyncIterator[WorkerProcess]:
    process = WorkerProcess("helpdesk-models", memory_mb=memory_mb)
    try:
        yield process
    finally:
        await asyncio.shield(process.aclose())


def largest(folder: Path) -> int:
    """Bytes of the largest file there, as far as models go."""
    with contextlib.suppress(OSError):
        files = [file for place in (folder, folder / "onnx") if place.is_dir() for file in place.iterdir() if file.is_file()]
        return min(LARGEST_MODEL, max((file.stat().st_size for file in files), default=0))
    return 0
