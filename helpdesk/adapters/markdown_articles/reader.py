"""The ArticleReader: hostile files are parsed in a child process that may be killed."""

import asyncio
import os
from collections.abc import Sequence

from helpdesk.adapters.markdown_articles.article import PARSER_FAULTS, read_all, told_whole
from helpdesk.adapters.markdown_articles.time_limit import COUNTS_PROCESSOR_TIME
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule
from helpdesk.ports.knowledge import FoundFile

RULES = "md-5"
"""The rules of decoding, cleaning, splitting and titles together: another name makes the next import read every file again."""

MEMORY_MB = 1024
TWO_FROM = 2
"""Processors from which on two workers read."""
BEHIND_ALL = 15
"""They read what the others wait for only at first: then these go before them, and the desk before all."""
MANY = 16
"""Files that a worker takes at a time where there are several."""

MOST_LOST = 3
"""Files in a row that may end the worker before the others are spared."""

PATIENCE = 30 if COUNTS_PROCESSOR_TIME else 4
"""How many times longer than its limit of processor time a file may take by the clock on the wall: a busy computer alone must
not fail a file, and only a reader that stands still gets as far as this where processor time is counted."""


class MarkdownArticles:
    """Worker processes, each started by its first file. `seconds` is the processor time a single file may take. Several reads
    may be asked for at once: a worker then goes from one to the next without a pause."""

    def __init__(
        self, rule: TokenRule = WORDS_RULE, *, seconds: float = 4.0, workers: Sequence[WorkerProcess] | None = None
    ) -> None:
        self._rule = rule
        self._seconds = seconds
        self._workers = workers or of_their_own()

    @property
    def chunker(self) -> str:
        return f"{RULES}/{self._rule.name}"

    @property
    def workers(self) -> Sequence[WorkerProcess]:
        """For what else is done with files apart, before they are read."""
        return self._workers

    async def read(self, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        """In order."""
        size = len(files) if len(self._workers) == 1 else MANY
        parts = [files[start : start + size] for start in range(0, len(files), max(size, 1))]
        read: list[list[ReadArticle | FileFailure]] = [[] for _ in parts]
        left = iter(range(len(parts)))

        async def take(worker: WorkerProcess) -> None:
            for place in left:
                read[place] = await self._together(worker, parts[place])

        await asyncio.gather(*map(take, self._workers[: len(parts)]))
        return [one for part in read for one in part]

    async def ready(self) -> None:
        await asyncio.gather(*(self._together(worker, ()) for worker in self._workers))

    async def with_included(self, file: FoundFile) -> str | FileFailure:
        try:
            worker, patience = self._workers[0], PATIENCE * self._seconds
            told: str | FileFailure = await worker.call(told_whole, file, self._seconds, seconds=patience)
        except (WorkerLate, WorkerLost, *PARSER_FAULTS) as error:
            return FileFailure(file.path, 0, f"could not be understood ({type(error).__name__}): split it")
        return told

    async def _together(self, worker: WorkerProcess, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        """When that ends badly each file on its own, so that only the one at fault fails."""
        try:
            return await self._call(worker, tuple(files))
        except (WorkerLate, WorkerLost, *PARSER_FAULTS):
            return await self._one_by_one(worker, files)

    async def _call(self, worker: WorkerProcess, files: tuple[FoundFile, ...]) -> list[ReadArticle | FileFailure]:
        return await worker.call(read_all, files, self._rule, self._seconds, seconds=PATIENCE * self._seconds)

    async def _one_by_one(self, worker: WorkerProcess, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        """A worker that is lost with every file is broken itself: it is not started for each of them in vain."""
        results: list[ReadArticle | FileFailure] = []
        lost: list[WorkerLost] = []
        for file in files:
            if len(lost) >= MOST_LOST:
                results.append(FileFailure(file.path, 0, f"was not read, the reader does not stay up ({lost[-1]}): try again"))
                continue
            try:
                results += await self._call(worker, (file,))
                lost.clear()
            except WorkerLost as error:
                lost.append(error)
                results.append(FileFailure(file.path, 0, f"ended the reader ({error.detail}): split it into smaller files"))
            except WorkerLate as error:
                results.append(FileFailure(file.path, 0, f"took longer than {error.seconds:.0f} seconds to read: split it"))
            except PARSER_FAULTS as error:
                results.append(FileFailure(file.path, 0, f"could not be understood ({type(error).__name__}): split it"))
        return results

    async def aclose(self) -> None:
        for worker in self._workers:
            await worker.aclose()


def of_their_own() -> list[WorkerProcess]:
    readers = 2 if (os.cpu_count() or 1) >= TWO_FROM else 1
    return [WorkerProcess("helpdesk-reader", memory_mb=MEMORY_MB, behind=BEHIND_ALL) for _ in range(readers)]
