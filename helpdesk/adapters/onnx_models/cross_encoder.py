"""A cross-encoder in a folder on this machine: question and passage read together. Runs in a process of its own."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from helpdesk.adapters.onnx_models import folder as folders
from helpdesk.adapters.onnx_models.families import limit_of
from helpdesk.adapters.onnx_models.folder import unusable
from helpdesk.adapters.onnx_models.session import Floats, TextSession, sound
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.errors import EmbedderUnusable

LOAD_SECONDS = 120.0
BACKSTOP_SECONDS = 5.0
"""Beyond its budget a call may take this long before its process is given up: one run of the model cannot be stopped."""

MOST_LOADS = 3
MEMORY_MB = 16 << 10
PAIR = ("How do I reset my password?", "Choose 'Forgot password' on the sign-in page.")


class CrossEncoder:
    """`folder` holds the model, config.json and tokenizer.json; the model gives one number a pair, or two of which the second
    speaks for it. Lives in the worker."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._folder = folder
        opened = folders.opened(folder)
        self._session = TextSession(opened, limit_of(opened), threads)
        self._output = next(iter(self._session.outputs))
        self.scores(*PAIR[:1], PAIR[1:], float("inf"))

    def scores(self, question: str, texts: Sequence[str], until: float) -> list[float] | None:
        """None once `until` (time.monotonic) is passed. Raises EmbedderUnusable."""
        encodings = self._session.encoded([(sound(question), sound(text)) for text in texts])
        result = [0.0] * len(texts)
        for places, said, _ in self._session.runs(encodings, self._output):
            if time.monotonic() > until:
                return None
            for place, score in zip(places, self._judged(said, len(places)), strict=True):
                result[place] = float(score)
        return result

    def _judged(self, said: Floats, rows: int) -> Floats:
        logits = said.reshape(rows, -1) if said.size in (rows, 2 * rows) else None
        if logits is None or not np.isfinite(logits).all():
            shape = "×".join(str(size) for size in said.shape)
            raise unusable(self._folder, f"the model gives no number a pair (its output {self._output} is {shape})")
        one = logits[:, -1] - (logits[:, 0] if logits.shape[1] == 2 else 0.0)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(one, -60.0, 60.0))), dtype=np.float32)


LOADED: dict[Path, CrossEncoder] = {}


def load(folder: Path, threads: int) -> None:
    """In the worker."""
    if folder not in LOADED:
        LOADED[folder] = CrossEncoder(folder, threads)


def scored(folder: Path, question: str, texts: Sequence[str], seconds: float) -> list[float] | None:
    """In the worker. A process that was replaced has loaded nothing."""
    until = time.monotonic() + seconds
    return LOADED[folder].scores(question, texts, until) if folder in LOADED else None


class OnnxReranker:
    """The desk's side. The first question starts loading and goes on without it; a `patient` one waits for that, as a command
    that asks one question and leaves must."""

    def __init__(self, folder: Path, threads: int = 0, *, patient: bool = False) -> None:
        self._folder = folder
        self._patient = patient
        self._threads = threads
        self._worker = WorkerProcess("helpdesk-reranker", memory_mb=MEMORY_MB)
        self._loading: asyncio.Task[None] | None = None
        self._loaded_in: int | None = None
        self._loads_left = MOST_LOADS
        self.failure = ""

    async def rerank(self, question: str, texts: Sequence[str], seconds: float) -> list[float] | None:
        if not texts:
            return []
        if not self._is_loaded():
            loading = self._begin_loading()
            if self._patient:
                await asyncio.shield(loading)
            if not self._is_loaded():
                return None
        try:
            async with asyncio.timeout(seconds + BACKSTOP_SECONDS):
                return await self._worker.call(scored, self._folder, question, tuple(texts), seconds, seconds=seconds * 2 + 5)
        except (WorkerLate, TimeoutError):
            return None
        except (EmbedderUnusable, WorkerLost, RuntimeError) as error:
            self.failure = told(error)
            return None

    @property
    def is_ready(self) -> bool:
        return self._is_loaded()

    async def check(self) -> None:
        if not self._is_loaded():
            await asyncio.shield(self._begin_loading())
        if self.failure:
            raise EmbedderUnusable(str(self._folder), self.failure)

    async def aclose(self) -> None:
        loading = self._loading
        if loading is not None and not loading.done():
            loading.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await loading
        await self._worker.aclose()

    def _is_loaded(self) -> bool:
        return self._loaded_in is not None and self._loaded_in == self._worker.pid

    def _begin_loading(self) -> "asyncio.Task[None]":
        """A folder that failed, or a process that was lost again and again, is not tried for ever: it takes a new desk, which
        changed settings bring."""
        if self._loading is None or (self._loading.done() and self._loads_left > 0):
            self._loads_left -= 1
            self._loading = asyncio.create_task(self._load(), name="loading the reranker")
        return self._loading

    async def _load(self) -> None:
        try:
            await self._worker.call(load, self._folder, self._threads, seconds=LOAD_SECONDS)
            self._loaded_in, self.failure = self._worker.pid, ""
        except (EmbedderUnusable, WorkerLost, WorkerLate, RuntimeError) as error:
            self.failure, self._loads_left = told(error), 0


def told(error: Exception) -> str:
    return getattr(error, "detail", "") or f"it did not load ({type(error).__name__})"
