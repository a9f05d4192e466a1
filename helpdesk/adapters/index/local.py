"""The desk's side of the index process: the port, kept short so that nothing heavy is imported here."""

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from helpdesk.adapters.index import engine
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.errors import HelpdeskError, IndexStale
from helpdesk.domain.ids import PassageId
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports.index import Candidate, IndexQuestion, IndexState, PassageVector

T = TypeVar("T")

TEXTS_A_CALL = 16
PASSAGES_A_CALL = 250
SEARCH_SECONDS = 60.0
WORK_SECONDS = 600.0


class LocalIndex:
    """`folder` is the index directory; `worker`, when given, is closed with the index. Long work goes to the process in small
    pieces, so that a search never waits long."""

    def __init__(self, folder: Path, embedder: EmbedderRecipe, worker: WorkerProcess | None = None) -> None:
        self._place = engine.Place(folder, embedder)
        self._worker = worker or WorkerProcess("helpdesk-index")

    @property
    def pid(self) -> int | None:
        return self._worker.pid

    async def state(self) -> IndexState:
        try:
            return await self._call(engine.state, seconds=WORK_SECONDS)
        except HelpdeskError as error:
            return IndexState(False, "", 0, "", getattr(error, "detail", type(error).__name__))

    async def embedder_fingerprint(self) -> str:
        return await self._call(engine.fingerprint, seconds=SEARCH_SECONDS)

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        result = [b""] * len(texts)
        for start in range(0, len(order), TEXTS_A_CALL):
            piece = order[start : start + TEXTS_A_CALL]
            vectors = await self._call(engine.embed, [texts[i] for i in piece], query, seconds=WORK_SECONDS)
            for i, vector in zip(piece, vectors, strict=True):
                result[i] = vector
        return result

    async def search(self, question: IndexQuestion) -> tuple[Candidate, ...]:
        return await self._call(engine.search, question, seconds=SEARCH_SECONDS)

    async def rebuild(
        self, passages: AsyncIterator[Sequence[PassageVector]], change: int, total: int, report: Report
    ) -> IndexState:
        await self._call(engine.begin, seconds=WORK_SECONDS)
        done = 0
        report(Progress(0, total, "indexing"))
        try:
            async for batch in passages:
                for start in range(0, len(batch), PASSAGES_A_CALL):
                    piece = batch[start : start + PASSAGES_A_CALL]
                    await self._call(engine.extend, piece, seconds=WORK_SECONDS)
                    done += len(piece)
                    report(Progress(done, total, "indexing"))
            return await self._call(engine.finish, change, seconds=WORK_SECONDS)
        except BaseException:
            with contextlib.suppress(HelpdeskError):
                await self._call(engine.discard, seconds=SEARCH_SECONDS)
            raise

    async def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
        await self._call(engine.update, tuple(removed), tuple(added), change, seconds=WORK_SECONDS)

    async def aclose(self) -> None:
        if self._worker.pid is not None:
            with contextlib.suppress(HelpdeskError):
                await self._call(engine.leave, seconds=SEARCH_SECONDS)
        await self._worker.aclose()

    async def _call(self, function: Callable[..., T], *args: Any, seconds: float) -> T:
        try:
            return await self._worker.call(function, self._place, *args, seconds=seconds)
        except HelpdeskError:
            raise
        except WorkerLost as error:
            raise IndexStale(f"the index process ended ({error.detail})") from error
        except WorkerLate as error:
            raise IndexStale(f"the index process did not answer within {error.seconds:.0f} seconds") from error
        except RuntimeError as error:  # an exception that could not travel
            raise IndexStale(f"the index process failed ({error})") from error
