"""The reader's worker: hostile files fail alone."""

from collections.abc import AsyncIterator

import pytest

from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.article import FileFailure, ReadArticle
from helpdesk.ports import FoundFile

GOOD = FoundFile("good.md", b"# Good\n\nText.")


@pytest.fixture
async def reader() -> AsyncIterator[MarkdownArticles]:
    opened = MarkdownArticles(seconds=1.5)
    yield opened
    await opened.aclose()


async def test_a_file_that_takes_too_long_fails_alone(reader: MarkdownArticles) -> None:
    assert reader.chunker == "md-5/words"
    poison = FoundFile("poison.md", b"# a\n" * 500_000)
    first, second, third = await reader.read([GOOD, poison, GOOD])
    assert isinstance(first, ReadArticle)
    assert isinstance(second, FileFailure)
    assert (second.path, "longer than 2 seconds" in second.reason) == ("poison.md", True)
    assert isinstance(third, ReadArticle)
    assert await reader.read([]) == []


async def test_a_reader_that_does_not_stay_up_is_not_started_for_every_file() -> None:
    worker = WorkerProcess("reader-without-memory", memory_mb=1)
    reader = MarkdownArticles(workers=[worker])
    try:
        results = await reader.read([GOOD] * 6)
    finally:
        await reader.aclose()
    assert all(isinstance(result, FileFailure) for result in results)
    assert [("ended the reader" in r.reason) for r in results if isinstance(r, FileFailure)] == [True] * 3 + [False] * 3


async def test_readers_can_be_started_before_there_is_a_file_and_a_broken_one_is_told_by_its_files() -> None:
    good, broken = WorkerProcess("reader-early"), WorkerProcess("reader-without-memory", memory_mb=1)
    reader = MarkdownArticles(workers=[good, broken])
    try:
        await reader.ready()
        assert good.pid
        assert isinstance((await reader.read([GOOD]))[0], ReadArticle)
    finally:
        await reader.aclose()


async def test_many_files_are_shared_out_and_come_back_in_order() -> None:
    workers = [WorkerProcess("reader-one"), WorkerProcess("reader-two")]
    reader = MarkdownArticles(workers=workers)
    files = [FoundFile(f"{number}.md", b"# Page\n\nText.") for number in range(33)]
    try:
        results = await reader.read(files)
        assert all(worker.pid for worker in workers)
    finally:
        await reader.aclose()
    assert [result.path for result in results] == [file.path for file in files]


async def test_deep_nesting_is_read_or_refused_in_time(reader: MarkdownArticles) -> None:
    nested = "".join(" " * (2 * n) + f"- level {n}\n" for n in range(300))
    files = [FoundFile("nested.md", nested.encode()), FoundFile("quotes.md", b">" * 50_000 + b" deep")]
    for result in await reader.read(files):
        assert isinstance(result, ReadArticle)
        assert max(passage.tokens for passage in result.passages) <= 400
