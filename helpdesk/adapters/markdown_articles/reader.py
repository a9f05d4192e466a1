"""The ArticleReader: hostile files are parsed in a child process that may be killed."""

from collections.abc import Sequence

from helpdesk.adapters.markdown_articles.article import PARSER_FAULTS, read_all
from helpdesk.adapters.markdown_articles.time_limit import COUNTS_PROCESSOR_TIME
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule
from helpdesk.ports.knowledge import FoundFile

RULES = "md-3"
"""The rules of decoding, cleaning, splitting and titles together: another name makes the next import read every file again."""

MEMORY_MB = 1024
MOST_LOST = 3
"""Files in a row that may end the worker before the others are spared."""

PATIENCE = 30 if COUNTS_PROCESSOR_TIME else 4
"""How many times longer than its limit of processor time a file may take by the clock on the wall: a busy computer alone must
not fail a file, and only a reader that stands still gets as far as this where processor time is counted."""


class MarkdownArticles:
    """One worker process, started by the first file. `seconds` is the processor time a single file may take. Several reads may
    be asked for at once: the worker then goes from one to the next without a pause."""

    def __init__(self, rule: TokenRule = WORDS_RULE, *, seconds: float = 4.0, worker: WorkerProcess | None = None) -> None:
        self._rule = rule
        self._seconds = seconds
        self._worker = worker or WorkerProcess("helpdesk-reader", memory_mb=MEMORY_MB)

    @property
    def chunker(self) -> str:
        return f"{RULES}/{self._rule.name}"

    async def read(self, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        """Together first; when that ends badly each file on its own, so that only the one at fault fails."""
        if not files:
            return []
        try:
            return await self._call(tuple(files))
        except (WorkerLate, WorkerLost, *PARSER_FAULTS):
            return await self._one_by_one(files)

    async def _call(self, files: tuple[FoundFile, ...]) -> list[ReadArticle | FileFailure]:
        return await self._worker.call(read_all, files, self._rule, self._seconds, seconds=PATIENCE * self._seconds)

    async def _one_by_one(self, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        """A worker that is lost with every file is broken itself: it is not started for each of them in vain."""
        results: list[ReadArticle | FileFailure] = []
        lost: list[WorkerLost] = []
        for file in files:
            if len(lost) >= MOST_LOST:
                results.append(FileFailure(file.path, 0, f"was not read, the reader does not stay up ({lost[-1]}): try again"))
                continue
            try:
                results += await self._call((file,))
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
        await self._worker.aclose()
