"""Hostile files: what no reader of markdown may crash at, hang at, or refuse without a reason.

Raises AssertionError with the files at fault."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from helpdesk.adapters.markdown_articles.article import read_all
from helpdesk.adapters.processes import WorkerLost, WorkerProcess
from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.domain.passage_rule import WORDS_RULE
from helpdesk.ports import FoundFile
from tests.soak.hostile_texts import SIZE, damaged, naughty, pathological
from tests.soak.station import Station

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTATION = ROOT.parent / "shared" / "eval" / "dev" / "kb"
BATCH = 100
MOST_SECONDS = 5.0


@dataclass
class Survey:
    """What became of the files. `slowest` is in seconds of processor time."""

    read: int = 0
    slowest: float = 0.0
    slowest_file: str = ""
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, file: FoundFile, result: ReadArticle | FileFailure, seconds: float) -> None:
        if seconds > self.slowest:
            self.slowest, self.slowest_file = seconds, file.path
        if isinstance(result, ReadArticle):
            self.read += 1
            self.faults += [f"{file.path}: {fault}" for fault in untrue(result)]
            return
        self.refused[result.reason] += 1
        if ": " not in result.reason or "understood" in result.reason:
            self.faults.append(f"{file.path}: {result.reason}")

    def settled(self) -> dict[str, int]:
        assert not self.faults, "\n".join(self.faults[:20])
        assert self.slowest <= MOST_SECONDS, f"{self.slowest_file} took {self.slowest:.1f} seconds"
        return {"read": self.read, "refused with a reason": sum(self.refused.values())}


def untrue(article: ReadArticle) -> Iterator[str]:
    """What does not hold of an article whatever its text is."""
    lines = article.source.count("\n") + 1
    if not article.title or not article.passages:
        yield "has no title or no passage"
    for passage in article.passages:
        if not 1 <= passage.lines[0] <= passage.lines[1] <= lines:
            yield f"a passage in lines {passage.lines} of {lines}"
        if passage.tokens > WORDS_RULE.most or not passage.text.strip():
            yield f"a passage of {passage.tokens} tokens"


def timed(files: tuple[FoundFile, ...]) -> list[tuple[ReadArticle | FileFailure, float]]:
    """Runs in the worker: each result with the processor time it took."""
    found = []
    for file in files:
        begun = time.process_time()
        (result,) = read_all((file,), seconds=MOST_SECONDS - 1)
        found.append((result, time.process_time() - begun))
    return found


async def survey(files: Iterable[FoundFile]) -> Survey:
    """All of them through the reader's worker; one that ends it is at fault."""
    told, worker, waiting = Survey(), WorkerProcess("hostile-reader", memory_mb=1024), iter(files)
    try:
        while batch := tuple(islice(waiting, BATCH)):
            try:
                results = await worker.call(timed, batch)
            except WorkerLost as lost:
                told.faults.append(f"one of {batch[0].path} … {batch[-1].path} ended the reader: {lost.detail}")
                continue
            for file, (result, seconds) in zip(batch, results, strict=True):
                told.note(file, result, seconds)
    finally:
        await worker.aclose()
    return told


def articles() -> list[bytes]:
    """Real ones: the program's own knowledge bases."""
    return [file.read_bytes() for file in sorted((ROOT / "kb").rglob("*.md"))]


def all_files(mutants: int, seed: int, size: int = SIZE) -> Iterator[FoundFile]:
    """`size` bounds how often a pathological text repeats itself and how long a naughty string is."""
    for name, text in chain(pathological(size), naughty(size)):
        yield FoundFile(f"{name}.md", text.encode("utf-8", "surrogatepass")[: 2 << 20])
    for name, content in damaged(articles(), mutants, seed):
        yield FoundFile(f"{name}.md", content)


def hostile(station: Station, mutants: int) -> dict[str, int]:
    """Pathological texts, naughty strings and so many damaged articles."""
    told = asyncio.run(survey(all_files(mutants, station.chance.randrange(1 << 30))))
    return told.settled()


def documentation(station: Station, _times: int) -> dict[str, int]:
    """Real documentation trees, where they are at hand: every file is an article or has a reason."""
    told: dict[str, int] = {}
    for tree in sorted(DOCUMENTATION.iterdir()) if DOCUMENTATION.is_dir() else ():
        if tree.is_dir():
            files = sum(1 for _ in tree.rglob("*.md"))
            report = station.run("import", str(tree))
            assert report["added"] + len(report["failed"]) == files, report
            assert all(failure["reason"] for failure in report["failed"])
            told |= {f"files of {tree.name}": files, f"refused of {tree.name}": len(report["failed"])}
    return told
