"""The desk's side of the index: the port, kept short so that nothing heavy is imported here."""

import contextlib
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from helpdesk.adapters.index import engine, epochs, workshop
from helpdesk.adapters.index.place import Place, Sizes
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.index.troubles import told
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.errors import HelpdeskError, IndexStale
from helpdesk.domain.ids import PassageId
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports.index import IndexAnswer, IndexQuestion, IndexState, PassageVector

if TYPE_CHECKING:
    from helpdesk.adapters.index.building import Made

T = TypeVar("T")

TEXTS_A_CALL = 16
QUICK_CALL = 0.1
"""Seconds. While a call takes less, the next one takes twice as many texts, else as many as would have taken so long: a search
never waits long behind it."""

PASSAGES_A_CALL = 250
LINKED_A_CALL = 200
SEARCH_SECONDS = 60.0
WORK_SECONDS = 600.0
LEARN_SECONDS = 3600.0


class Way:
    """How far a rebuild is that goes through all passages once, or for their words and then for their vectors."""

    def __init__(self, total: int, times: int, report: Report) -> None:
        self._total, self._times, self._report, self._done = total, times, report, 0
        self.went(0)

    def went(self, passages: int) -> None:
        self._done += passages
        self._report(Progress(self._done // self._times, self._total, "indexing"))


class LocalIndex:
    """`folder` is the index directory; `worker`, when given, is closed with the index. Long work goes to the process in small
    pieces, large work to a second process, so that a search never waits long."""

    def __init__(
        self, folder: Path, embedder: EmbedderRecipe, worker: WorkerProcess | None = None, sizes: Sizes | None = None
    ) -> None:
        self._place = Place(folder, embedder, sizes or Sizes(), epochs.newest_learned(folder) if embedder.learns else "")
        self._worker = worker or WorkerProcess("helpdesk-index")
        self._making: WorkerProcess | None = None
        self._improving: WorkerProcess | None = None
        self._tidy = False
        self._texts_a_call = TEXTS_A_CALL
        self._named: tuple[int | None, Place, str] | None = None

    @property
    def pid(self) -> int | None:
        return self._worker.pid

    async def state(self) -> IndexState:
        try:
            if not self._tidy and self._making is None and self._improving is None:
                await self._call(workshop.tidy, seconds=WORK_SECONDS)
                self._tidy = True
            return await self._call(engine.state, seconds=WORK_SECONDS)
        except HelpdeskError as error:
            return IndexState(False, "", 0, "", getattr(error, "detail", type(error).__name__))

    async def embedder_fingerprint(self) -> str:
        """Stays the same as long as the process and what its embedder learned do: every draft asks for it more than once."""
        if self._named is None or self._named[:2] != (self._worker.pid, self._place):
            said = await self._call(engine.fingerprint, seconds=SEARCH_SECONDS)
            self._named = (self._worker.pid, self._place, said)
        return self._named[2]

    async def learn(self, texts: AsyncIterator[Sequence[str]]) -> bytes:
        """Few texts are learned from by the process that is there."""
        if not self._place.recipe.learns:
            return b""
        async with self._making_worker() as beside:
            worker, kept, more = self._worker, list[str](), False
            async for batch in texts:
                kept.extend(batch)
                if len(kept) >= self._place.sizes.learn:
                    worker = beside
                    await self._call(workshop.hear, kept, more, seconds=WORK_SECONDS, worker=worker)
                    kept, more = [], True
            await self._call(workshop.hear, kept, more, seconds=WORK_SECONDS, worker=worker)
            return await self._call(workshop.learn, seconds=LEARN_SECONDS, worker=worker)

    async def adopt(self, learned: bytes) -> None:
        """Whatever is kept here already, whole, is not sent again: asking for it once more is cheap."""
        if self._place.recipe.learns:
            name = epochs.learned_name(learned)
            if not name or not await self._call(engine.keeps, name, seconds=WORK_SECONDS):
                name = await self._call(engine.adopt, learned, seconds=WORK_SECONDS)
            self._place = replace(self._place, learned=name)

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        result = [b""] * len(texts)
        start = 0
        while piece := order[start : start + self._texts_a_call]:
            start += len(piece)
            begun = time.monotonic()
            vectors = await self._call(engine.embed, [texts[i] for i in piece], query, seconds=WORK_SECONDS)
            self._took(len(piece), time.monotonic() - begun)
            for i, vector in zip(piece, vectors, strict=True):
                result[i] = vector
        return result

    def _took(self, texts: int, seconds: float) -> None:
        if seconds >= QUICK_CALL:
            self._texts_a_call = max(TEXTS_A_CALL, int(texts * QUICK_CALL / seconds))
        elif texts == self._texts_a_call:
            self._texts_a_call *= 2

    async def search(self, question: IndexQuestion) -> IndexAnswer:
        return (await self.search_all([question]))[0]

    async def search_all(self, questions: Sequence[IndexQuestion]) -> list[IndexAnswer]:
        """One trip: the process goes from one to the next without waiting for this one."""
        return await self._call(engine.search_all, tuple(questions), seconds=SEARCH_SECONDS)

    async def rebuild(
        self,
        passages: AsyncIterator[Sequence[PassageVector]],
        change: int,
        total: int,
        report: Report,
        vectors: AsyncIterator[Sequence[bytes]] | None = None,
    ) -> IndexState:
        embedder = await self.embedder_fingerprint()
        async with self._making_worker() as beside:
            worker = beside if total >= self._place.sizes.beside else self._worker
            await self._call(workshop.begin, embedder, seconds=WORK_SECONDS, worker=worker)
            way = Way(total, 1 if vectors is None else 2, report)
            try:
                if vectors is None:
                    await self._taken(workshop.extend, passages, worker, way)
                else:
                    await self._taken(workshop.extend_words, passages, worker, way)
                    await self._call(workshop.end_words, seconds=WORK_SECONDS, worker=worker)
                    await self._taken(workshop.extend_vectors, vectors, worker, way)
                name = await self._call(workshop.finish, change, seconds=WORK_SECONDS, worker=worker)
                return await self._call(engine.switch, name, seconds=WORK_SECONDS)
            except BaseException:
                with contextlib.suppress(HelpdeskError):
                    await self._call(workshop.discard, seconds=SEARCH_SECONDS, worker=worker)
                raise

    async def _taken(
        self,
        extend: "Callable[[Place, Sequence[T]], None]",
        batches: AsyncIterator[Sequence[T]],
        worker: WorkerProcess,
        way: "Way",
    ) -> None:
        """A piece at a time: a search in the same process does not wait long."""
        async for batch in batches:
            for start in range(0, len(batch), PASSAGES_A_CALL):
                piece = batch[start : start + PASSAGES_A_CALL]
                await self._call(extend, piece, seconds=WORK_SECONDS, worker=worker)
                way.went(len(piece))

    async def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
        await self._call(engine.update, tuple(removed), tuple(added), change, seconds=WORK_SECONDS)

    async def improve(self, report: Report) -> bool:
        """One at a time; a second caller hears False at once."""
        if self._improving is not None:
            return False
        self._improving = WorkerProcess("helpdesk-index-improving")
        better = False
        try:
            while (plan := await self._call(workshop.plan, seconds=WORK_SECONDS)).step:
                if not await self._improved(plan, self._improving, report):
                    break
                better = True
        finally:
            worker, self._improving = self._improving, None
            await worker.aclose()
            with contextlib.suppress(HelpdeskError):
                await self._call(workshop.clear, seconds=SEARCH_SECONDS)
        return better

    async def _improved(self, plan: workshop.Plan, worker: WorkerProcess, report: Report) -> bool:
        if plan.step == "attach":
            return await self._call(workshop.attach, seconds=WORK_SECONDS)
        report(Progress(0, plan.rows, "improving"))
        try:
            if plan.step == "compact":
                made = await self._call(workshop.compact, plan.epoch, seconds=WORK_SECONDS, worker=worker)
            else:
                made = await self._linked(plan, worker, report)
        except IndexStale as error:
            await self._call(workshop.give_up, error.detail, seconds=SEARCH_SECONDS)
            return False
        return await self._call(workshop.take_over, made, seconds=WORK_SECONDS)

    async def _linked(self, plan: workshop.Plan, worker: WorkerProcess, report: Report) -> "Made":
        total = await self._call(workshop.graph_begin, plan.epoch, seconds=WORK_SECONDS, worker=worker)
        done = 0
        while done < total:
            done = await self._call(workshop.graph_extend, LINKED_A_CALL, seconds=WORK_SECONDS, worker=worker)
            report(Progress(done, total, "improving"))
        return await self._call(workshop.graph_finish, seconds=WORK_SECONDS, worker=worker)

    @contextlib.asynccontextmanager
    async def _making_worker(self) -> AsyncIterator[WorkerProcess]:
        """A process for one large work; it starts only when it is used."""
        worker = self._making = WorkerProcess("helpdesk-index-making")
        try:
            yield worker
        finally:
            self._making = None
            await worker.aclose()

    async def aclose(self) -> None:
        if self._worker.pid is not None:
            with contextlib.suppress(HelpdeskError):
                await self._call(engine.leave, seconds=SEARCH_SECONDS)
        for worker in (self._making, self._improving, self._worker):
            if worker is not None:
                await worker.aclose()

    async def _call(self, function: Callable[..., T], *args: Any, seconds: float, worker: WorkerProcess | None = None) -> T:
        try:
            return await (worker or self._worker).call(function, self._place, *args, seconds=seconds)
        except HelpdeskError:
            raise
        except WorkerLost as error:
            raise IndexStale(f"the index process ended ({error.detail})") from error
        except WorkerLate as error:
            raise IndexStale(f"the index process did not answer within {error.seconds:.0f} seconds") from error
        except OSError as error:
            raise told(error, self._place.root) from error
        except RuntimeError as error:  # an exception that could not travel
            raise IndexStale(f"the index process failed ({error})") from error
